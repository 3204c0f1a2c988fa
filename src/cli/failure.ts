import { relative } from 'node:path';
import { LockedError } from '../build/lock.ts';
import { WriteError } from '../build/write-error.ts';
import { exitCodes } from './exit-codes.ts';
import { reportFault } from './fault.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Tells of what stopped a command, in one line, never with a stack trace; the exit code. */
export function reportFailure(error: unknown, terminal: Terminal): number {
  if (error instanceof WriteError) {
    const code = error.failure === 'blocked' ? 'output-blocked' : 'output-failed';
    terminal.err(`${shown(error.path)}: error ${code}: ${error.message}\n`);
    return error.failure === 'blocked' ? exitCodes.cannotCreate : exitCodes.io;
  }
  if (error instanceof UsageError) {
    terminal.err(`error usage: ${error.message}\n`);
    return exitCodes.usage;
  }
  if (error instanceof LockedError) {
    terminal.err(`${shown(error.path)}: error output-failed: ${error.message}\n`);
    return exitCodes.locked;
  }
  return reportFault(error, terminal);
}

function shown(path: string): string {
  return (relative(process.cwd(), path) || '.').replace(/\\/g, '/');
}
