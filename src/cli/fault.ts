import { exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** Tells of a fault of the tool itself in one line, never with a stack trace; the exit code. */
export function reportFault(error: unknown, terminal: Terminal): number {
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
  terminal.err(`error internal: ${message} (a fault of campaign-pack; please report it with what you ran)\n`);
  return exitCodes.internal;
}
