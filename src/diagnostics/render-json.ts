import type { Diagnostic } from './diagnostic.ts';
import { resolveDiagnostic } from './resolve.ts';

/** A diagnostic as one line of JSON, without a line end. */
export function renderJson(diagnostic: Diagnostic): string {
  const { excerpt: _, ...rest } = resolveDiagnostic(diagnostic);
  return JSON.stringify({ type: 'diagnostic', ...rest });
}
