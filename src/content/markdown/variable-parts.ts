import type { Span } from '../../diagnostics/source.ts';
import { partOfSpan } from '../../diagnostics/source.ts';
import { textRuns } from './text-runs.ts';

/** A piece of a text that may hold variables. */
export type VariablePart =
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'variable'; readonly name: string; readonly text: string; readonly span: Span }
  /** `{{` that no `}}` closes. */
  | { readonly kind: 'open'; readonly text: string; readonly span: Span };

/** The pieces of a Markdown text node; an escaped `\{` never begins a variable. */
export function textParts(text: string, span: Span): VariablePart[] {
  return textRuns(text, span).flatMap((run): VariablePart[] =>
    run.escaped ? [{ kind: 'text', text: run.text, span: run.span }] : stringParts(run.text, run.span),
  );
}

/** The pieces of a plain value: a front matter value, link target or attribute. */
export function stringParts(text: string, span: Span): VariablePart[] {
  if (!text.includes('{{')) return [{ kind: 'text', text, span }];
  const parts: VariablePart[] = [];
  let end = 0;
  for (const match of text.matchAll(/\{\{([^{}]*)\}\}|\{\{/g)) {
    const found = match[0];
    const place = partOfSpan(span, text, match.index, match.index + found.length);
    if (match.index > end) parts.push(textPart(text, span, end, match.index));
    const name = match[1]?.trim();
    parts.push(
      name === undefined
        ? { kind: 'open', text: found, span: place }
        : { kind: 'variable', name, text: found, span: place },
    );
    end = match.index + found.length;
  }
  if (end < text.length) parts.push(textPart(text, span, end, text.length));
  return parts;
}

function textPart(text: string, span: Span, from: number, to: number): VariablePart {
  return { kind: 'text', text: text.slice(from, to), span: partOfSpan(span, text, from, to) };
}
