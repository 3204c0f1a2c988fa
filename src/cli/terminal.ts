/** Where a command runs and whom it talks to: the process's streams, folder and environment, or a test's. */
export interface Terminal {
  /** Results: what a pipe passes on. */
  readonly out: (text: string) => void;
  /** Everything else: what went wrong, what to do next. */
  readonly err: (text: string) => void;
  /** Colours on stdout and on stderr. */
  readonly colour: { readonly out: boolean; readonly err: boolean };
  /** Cells in a line that stderr can redraw; undefined for a pipe, a file, or a log of continuous integration. */
  readonly progressCells: () => number | undefined;
  /** Absolute; what paths are relative to and told relative to. */
  readonly workingFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The day as yyyy-mm-dd, for a new campaign; a build never asks. */
  readonly today: () => string;
}

/** What a terminal is made of in a process. */
interface TerminalProcess {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: TerminalStream;
  readonly stderr: TerminalStream;
  readonly cwd: () => string;
}

interface TerminalStream {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** The process's own. */
export function processTerminal({ env, stdout, stderr, cwd }: TerminalProcess = process): Terminal {
  const isPlain = Boolean(env.NO_COLOR) || env.TERM === 'dumb';
  const redraws = stderr.isTTY === true && !env.CI && env.TERM !== 'dumb';
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    colour: { out: stdout.isTTY === true && !isPlain, err: stderr.isTTY === true && !isPlain },
    progressCells: () => (redraws ? stderr.columns || 80 : undefined),
    workingFolder: cwd(),
    environment: env,
    today: () => new Date().toISOString().slice(0, 10),
  };
}
