import type { ResolvedDiagnostic } from '../diagnostics/resolve.ts';

/** A fault of the tool itself, in one line, never with a stack trace. */
export function faultOf(error: unknown): ResolvedDiagnostic {
  const said = error instanceof Error ? error.message.split('\n')[0] : String(error);
  const message = `${said} (a fault of campaign-pack; please report it with what you ran)`;
  return { code: 'internal', severity: 'error', message };
}
