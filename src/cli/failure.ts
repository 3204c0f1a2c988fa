import { relative } from 'node:path';
import { LockedError } from '../build/lock.ts';
import { codeOf as systemCode, WriteError } from '../build/write-error.ts';
import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import { renderJson } from '../diagnostics/render-json.ts';
import { renderText } from '../diagnostics/render-text.ts';
import type { ResolvedDiagnostic } from '../diagnostics/resolve.ts';
import { HostError } from '../host/host.ts';
import { exitCodes } from './exit-codes.ts';
import { faultOf } from './fault.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Tells of what stopped a command, never with a stack trace; the exit code. */
export function reportFailure(error: unknown, terminal: Terminal, json: boolean): number {
  const { diagnostic, exitCode } = failureOf(error, terminal.workingFolder);
  if (json) terminal.out(`${renderJson(diagnostic)}\n`);
  else terminal.err(renderText([diagnostic], { colour: terminal.colour.err, excerpt: false }));
  return exitCode;
}

function failureOf(
  error: unknown,
  workingFolder: string,
): { diagnostic: ResolvedDiagnostic; exitCode: number } {
  const diagnostic = (code: DiagnosticCode, message: string, more: { file?: string; hint?: string } = {}) =>
    ({ code, severity: 'error', message, ...more }) as const;
  if (error instanceof WriteError) {
    const isBlocked = error.failure === 'blocked';
    const file = shown(workingFolder, error.path);
    return {
      diagnostic: diagnostic(isBlocked ? 'output-blocked' : 'output-failed', error.message, { file }),
      exitCode: isBlocked ? exitCodes.cannotCreate : exitCodes.io,
    };
  }
  if (error instanceof LockedError) {
    const file = shown(workingFolder, error.path);
    // The number of a process that was killed may be another's by now.
    const hint = 'Wait until it ends; where none is running, delete this file';
    return {
      diagnostic: diagnostic('output-failed', error.message, { file, hint }),
      exitCode: exitCodes.locked,
    };
  }
  // A file that a document names is told of at that place; what is left is a folder of the campaign or of the tool.
  if (error instanceof HostError && error.reason === 'unreadable') {
    return { diagnostic: diagnostic('file-unreadable', error.message), exitCode: exitCodes.io };
  }
  if (['EMFILE', 'ENFILE'].includes(systemCode(error))) {
    const hint = 'raise the limit, for example: ulimit -n 1024';
    return {
      diagnostic: diagnostic('file-unreadable', 'too many files are open', { hint }),
      exitCode: exitCodes.io,
    };
  }
  if (error instanceof UsageError) {
    const { message, hint } = error;
    return { diagnostic: diagnostic('usage', message, hint ? { hint } : {}), exitCode: exitCodes.usage };
  }
  return { diagnostic: faultOf(error), exitCode: exitCodes.internal };
}

function shown(workingFolder: string, path: string): string {
  return (relative(workingFolder, path) || '.').replace(/\\/g, '/');
}
