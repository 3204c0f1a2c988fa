import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** What the process ends with; the numbers of sysexits.h where it has one. */
export const exitCodes = {
  ok: 0,
  /** Errors in the content (or warnings, with --strict). */
  content: 1,
  /** Usage or configuration. */
  usage: 2,
  internal: 70,
  /** Something stands in the way of an output. */
  cannotCreate: 73,
  io: 74,
  locked: 75,
} as const;

/** The exit code of a run that was stopped by what it found: configuration is the caller's mistake. */
export function codeOf(diagnostics: readonly Diagnostic[]): number {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  return errors.some(isConfiguration) ? exitCodes.usage : exitCodes.content;
}

function isConfiguration({ code, span }: Diagnostic): boolean {
  if (code === 'usage' || code === 'name-collision') return true;
  return span?.source.root === 'campaign' && span.source.path === 'campaign.yaml';
}
