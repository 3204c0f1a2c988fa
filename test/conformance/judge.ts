import type { SamplePack } from './sample-pack.ts';

/**
 * A judge from outside: a tool, a standard's test data or another reader that says whether the tool does right.
 *
 * To add one: write it in `judges/`, and add it to the list in `judges.ts`. It is run by `npm run conformance`, alone by
 * `npm run conformance -- --only <name>`. Two judges run at a time, so that a judge that works in this process rather
 * than in a child of it should give way now and then (`await` between batches).
 */
export interface Judge {
  /** Lower case, with hyphens: what `--only` takes. */
  readonly name: string;
  /** What is installed before any judge runs. What cannot be had is a fault of the judge, never a reason to skip it. */
  readonly needs: readonly Need[];
  /** Its faults are listed and counted, but fail nothing. A seeded fault that it misses fails all the same. */
  readonly reportOnly?: boolean;
  /** Judges everything. A throw is a fault of the judge. */
  judge(context: Context): Promise<Verdict>;
  /** Faults put in on purpose, at least one: a judge that finds none of its own is no judge. */
  readonly seeds: readonly Seed[];
}

/** A tool that a judge needs. devDependencies need no mention. */
export type Need =
  /** A package of Debian, asked for where its command is not on the PATH, or a file of it not there. */
  | { readonly debian: string; readonly command: string }
  | { readonly debian: string; readonly file: string }
  /** `group:artifact:version` on Maven Central, with all that it depends on: see {@link Context.jars}. */
  | { readonly maven: string }
  /** `name==version` on PyPI, in a Python environment of its own: see {@link Context.python}. */
  | { readonly pypi: string }
  /** `name@version` on npm, for what a browser runs and Node does not: see {@link Context.npm}. */
  | { readonly npm: string };

/** What a judge is given. */
export interface Context {
  /** The repository; absolute. */
  readonly root: string;
  /** An empty folder of this judge's own, removed afterwards; absolute. */
  readonly temporary: string;
  /** The pack of `content/`, built once for all judges. Not to be changed: judge and corrupt copies. */
  readonly pack: SamplePack;
  /** The class path of what a need of Maven Central brought. */
  jars(artifact: string): string;
  /** The interpreter that has what a need of PyPI brought. */
  python(requirement: string): string;
  /** The folder of the package that a need of npm brought. */
  npm(requirement: string): string;
}

/** What a judge found. */
export interface Verdict {
  /** The tool or test data with its version, as it says it: `qpdf 11.3.0`. */
  readonly tool: string;
  /** How many things were judged; nothing judged is a fault. */
  readonly count: number;
  /** What they are, in the plural: `PDF files`, `examples`. */
  readonly unit: string;
  readonly faults: readonly Fault[];
  /** Figures and remarks that are printed below the table. */
  readonly notes?: readonly string[];
}

/** One thing that is wrong. */
export interface Fault {
  /** Where: a path in the pack, an example's number. */
  readonly at: string;
  readonly message: string;
}

/** A fault put in on purpose. */
export interface Seed {
  /** What was done: `the cross-reference table is cut off`. */
  readonly fault: string;
  /** What the fault that the judge should find says, so that it is not found by accident. */
  readonly expect: RegExp;
  /** Judges something with that fault, by the same code as {@link Judge.judge}. */
  judge(context: Context): Promise<readonly Fault[]>;
}
