/** Where a command talks to: the real streams, or a test's. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** stderr is a terminal that can redraw a line. */
  readonly interactive: boolean;
  readonly colour: boolean;
}

/** The process's own streams. */
export function processTerminal(): Terminal {
  const interactive = process.stderr.isTTY === true && !process.env.CI;
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    interactive,
    colour: process.stderr.isTTY === true && !process.env.NO_COLOR,
  };
}

/** Progress on stderr: one line redrawn on a terminal, plain lines elsewhere. */
export function progressLine(
  terminal: Terminal,
  quiet: boolean,
): { readonly show: (text: string) => void; readonly clear: () => void } {
  if (quiet) return { show: () => {}, clear: () => {} };
  if (!terminal.interactive) return { show: (text) => terminal.err(`${text}\n`), clear: () => {} };
  return {
    show: (text) => terminal.err(`\r\u001b[K${text}`),
    clear: () => terminal.err('\r\u001b[K'),
  };
}
