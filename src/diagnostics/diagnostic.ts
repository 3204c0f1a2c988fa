import { catalogue, type DiagnosticCode, type Severity } from './catalogue.ts';
import type { Span } from './source.ts';

export type { Severity };

/** One finding, at its place. A stage returns all it found, never only the first. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** What is wrong and what was expected, in one sentence without a full stop. */
  readonly message: string;
  readonly span?: Span;
  /** What to do about it. */
  readonly hint?: string;
}

/** What every stage returns: its value, and what it found on the way. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** A diagnostic of a catalogued code; the severity is the catalogue's. */
export function diagnose(code: DiagnosticCode, message: string, span?: Span, hint?: string): Diagnostic {
  return { code, severity: catalogue[code].severity, message, ...(span && { span }), ...(hint && { hint }) };
}

/** True when at least one finding is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === 'error');
}
