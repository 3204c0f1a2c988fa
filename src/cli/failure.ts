import { relative } from 'node:path';
import { LockedError } from '../build/lock.ts';
import { WriteError } from '../build/write-error.ts';
import { exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** Tells of what stopped a command, in one line, never with a stack trace; the exit code. */
export function reportFailure(error: unknown, terminal: Terminal): number {
  if (error instanceof WriteError) {
    const code = error.failure === 'blocked' ? 'output-blocked' : 'output-failed';
    terminal.err(`${shown(error.path)}: error ${code}: ${error.message}\n`);
    return error.failure === 'blocked' ? exitCodes.cannotCreate : exitCodes.io;
  }
  if (error instanceof LockedError) {
    terminal.err(`${shown(error.path)}: error output-failed: ${error.message}\n`);
    return exitCodes.locked;
  }
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
  terminal.err(`error internal: ${message} (a fault of campaign-pack; please report it with what you ran)\n`);
  return exitCodes.internal;
}

function shown(path: string): string {
  return (relative(process.cwd(), path) || '.').replace(/\\/g, '/');
}
