import type { DiagnosticCode } from './catalogue.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import type { Excerpt } from './excerpt.ts';
import { excerptOf } from './excerpt.ts';
import { placeOf } from './source.ts';

/** A diagnostic as plain data without the source: for JSON, threads and caches. Lines and columns are 1-based. */
export interface ResolvedDiagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  readonly file?: string;
  /** Absent for a file that is named as a whole, such as an output. */
  readonly line?: number;
  /** UTF-16 code units, as editors count. */
  readonly column?: number;
  /** Just behind the last character. */
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly excerpt?: Excerpt;
}

/** Either form of a diagnostic. */
export type AnyDiagnostic = Diagnostic | ResolvedDiagnostic;

/** The plain form; what is plain already comes back as it is. */
export function resolveDiagnostic(diagnostic: AnyDiagnostic): ResolvedDiagnostic {
  if (!('span' in diagnostic) || !diagnostic.span) return diagnostic as ResolvedDiagnostic;
  const { span, code, severity, message, hint } = diagnostic;
  const start = placeOf(span.source, span.start);
  const end = placeOf(span.source, Math.max(span.start, span.end));
  const excerpt = excerptOf(span);
  return {
    code,
    severity,
    message,
    ...(hint && { hint }),
    file: span.source.name,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(excerpt && { excerpt }),
  };
}

/**
 * All in the order of file (code units), line and column, those without a place first; equals keep their order,
 * and what was found several times at one place (by each job that reads a file) is told once.
 */
export function sortDiagnostics(diagnostics: readonly AnyDiagnostic[]): readonly ResolvedDiagnostic[] {
  const seen = new Set<string>();
  const unique = diagnostics.map(resolveDiagnostic).filter((d) => {
    const key = JSON.stringify([d.file, d.line, d.column, d.code, d.message]);
    return !seen.has(key) && seen.add(key);
  });
  return unique.sort((a, b) => {
    const [fileA, fileB] = [a.file ?? '', b.file ?? ''];
    if (fileA !== fileB) return fileA < fileB ? -1 : 1;
    return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
  });
}
