import type { AnyDiagnostic } from './resolve.ts';
import { resolveDiagnostic } from './resolve.ts';

/** A diagnostic as one line of JSON, without a line end; keys are always in the same order. */
export function renderJson(diagnostic: AnyDiagnostic): string {
  const { code, severity, message, hint, file, line, column, endLine, endColumn } =
    resolveDiagnostic(diagnostic);
  const plain = {
    type: 'diagnostic',
    severity,
    code,
    message,
    hint,
    file,
    line,
    column,
    endLine,
    endColumn,
  };
  // U+2028 and U+2029 end a line for some readers.
  return JSON.stringify(plain).replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
}
