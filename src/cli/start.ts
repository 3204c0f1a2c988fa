import { renderText } from '../diagnostics/render-text.ts';
import { exitCodes } from './exit-codes.ts';
import { faultOf } from './fault.ts';
import { run } from './main.ts';
import { clearLine } from './progress.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/** The process's entry: runs the command line, and ends cleanly on signals and faults; the exit code. */
export async function start(argv: readonly string[], given?: Terminal): Promise<number> {
  const terminal = given ?? terminalHere();
  if (!terminal) return exitCodes.io;
  // Files are moved without giving way to events, so a signal finds the old pack or the new one.
  process.on('SIGINT', () => {
    if (terminal.progressCells() !== undefined) terminal.err(clearLine);
    process.exit(130);
  });
  process.on('SIGTERM', () => process.exit(143));
  process.on('uncaughtException', (error) => {
    terminal.err(renderText([faultOf(error)], { colour: false, excerpt: false }));
    process.exit(exitCodes.internal);
  });
  // A reader such as `head` that has gone away does not stop a build.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return run(argv, terminal);
}

/** The process's terminal; undefined, once that is told, where its working folder was deleted. */
function terminalHere(): Terminal | undefined {
  try {
    return processTerminal();
  } catch {
    const message = 'the working folder is not there any more';
    const gone = { code: 'file-missing', severity: 'error', message } as const;
    process.stderr.write(renderText([gone], { colour: false, excerpt: false }));
    return undefined;
  }
}
