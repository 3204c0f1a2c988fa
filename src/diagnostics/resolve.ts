import type { DiagnosticCode } from './catalogue.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { placeOf } from './source.ts';

/** A diagnostic with its place worked out and the source text left behind: what leaves the process. */
export interface ResolvedDiagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  /** Relative to the working folder. */
  readonly file?: string;
  /** 1-based; columns in UTF-16 code units. */
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** The whole line of the source that the diagnostic begins on. */
  readonly excerpt?: string;
}

/** Resolves the place of a diagnostic. */
export function resolveDiagnostic({ code, severity, message, span, hint }: Diagnostic): ResolvedDiagnostic {
  const base = { code, severity, message, ...(hint && { hint }) };
  if (!span) return base;
  const start = placeOf(span.source, span.start);
  const end = placeOf(span.source, Math.max(span.start, span.end));
  return {
    ...base,
    file: span.source.name,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    excerpt: lineAt(span.source.text, span.start),
  };
}

function lineAt(text: string, offset: number): string {
  const at = Math.min(offset, text.length);
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  const length = text.slice(start).search(/[\r\n]/);
  return length < 0 ? text.slice(start) : text.slice(start, start + length);
}
