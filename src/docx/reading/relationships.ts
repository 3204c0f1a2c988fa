import { childrenOf, type PartElement, parsePart } from './parse-part.ts';

/** What a part refers to (Part 2 §9). */
export interface Relationship {
  /** Last part of its type: `styles`, `hyperlink`. */
  readonly type: string;
  /** Name of a part in lower case; the address of what is outside of the package. */
  readonly target: string;
  readonly isOutside: boolean;
}

/** The parts of a package, parsed as they are asked for. */
export interface Parts {
  /** Undefined where there is none of this name. */
  part(name: string): PartElement | undefined;
  /** Of a part by its name; of the package with ''. By id. */
  relationships(name: string): ReadonlyMap<string, Relationship>;
}

/** Reads what is asked for of a package's files. */
export function partsOf(files: ReadonlyMap<string, Uint8Array>): Parts {
  const part = (name: string): PartElement | undefined => {
    const bytes = files.get(name);
    return bytes && parsePart(bytes, name);
  };
  return {
    part,
    relationships(name) {
      const slash = name.lastIndexOf('/') + 1;
      const file = part(`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`);
      return new Map(
        childrenOf(file).map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => {
          const isOutside = TargetMode === 'External';
          const target = isOutside ? Target : partName(name, Target);
          return [Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target, isOutside }];
        }),
      );
    },
  };
}

/** The name of a part from a reference relative to another one. */
function partName(from: string, target: string): string {
  // Any host serves: only the path is asked for.
  const base = new URL(from, 'http://package/');
  return URL.canParse(target, base.href) ? new URL(target, base).pathname.slice(1).toLowerCase() : '';
}

/** The part of a type that another one refers to. */
export function referredPart(parts: Parts, from: string, type: string): string | undefined {
  return [...parts.relationships(from).values()].find((each) => each.type === type && !each.isOutside)
    ?.target;
}
