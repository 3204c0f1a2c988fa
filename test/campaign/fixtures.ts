import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { SourceFile } from '../../src/diagnostics/source.ts';
import { placeOf } from '../../src/diagnostics/source.ts';

/** A text as a campaign's file. */
export function sourceOf(text: string, name = 'campaign.yaml'): SourceFile {
  return { name, root: 'campaign', path: name, text };
}

/** A diagnostic in short: `line:column code "what is marked"`. */
export function brief({ code, span }: Diagnostic): string {
  if (!span) return code;
  const { line, column } = placeOf(span.source, span.start);
  return `${line}:${column} ${code} ${JSON.stringify(span.source.text.slice(span.start, span.end))}`;
}
