import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';

/** Gathers the findings of one run, each once: a rule that fails on a thousand elements is one fault. */
export interface Reporter {
  readonly diagnostics: Diagnostic[];
  report(code: DiagnosticCode, message: string, span: Span | undefined, hint?: string): void;
}

/** An empty reporter. */
export function createReporter(): Reporter {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  return {
    diagnostics,
    report(code, message, span, hint) {
      const key = [code, message, span?.source.name, span?.start].join('\0');
      if (seen.has(key)) return;
      seen.add(key);
      diagnostics.push(diagnose(code, message, span, hint));
    },
  };
}
