import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import type { VariablePart } from '../markdown/variable-parts.ts';
import { stringParts, textParts } from '../markdown/variable-parts.ts';
import type { MarkupNode } from '../markup.ts';
import type { VariableValues } from '../variables.ts';
import { element } from './context.ts';

/** Values, and where what they lack is reported. */
export interface Filling {
  readonly values: VariableValues;
  readonly found: Diagnostic[];
}

/** A Markdown text with its variables filled; a value without a branch becomes a ruled blank. */
export function fillText(text: string, span: Span, filling: Filling): MarkupNode[] {
  return textParts(text, span).map((part): MarkupNode => {
    const value = part.kind === 'variable' ? filling.values.get(part.name) : undefined;
    if (value?.kind === 'blank') {
      return element('input', part.span, [], { name: value.name, 'aria-label': value.label.text });
    }
    return { type: 'text', text: partText(part, filling), span: part.span };
  });
}

/** A plain value with its variables filled; a blank is named by its label. */
export function fillString(text: string, span: Span, filling: Filling): string {
  return stringParts(text, span)
    .map((part) => partText(part, filling))
    .join('');
}

/** True when a text names a variable that is left blank. */
export function hasBlank(text: string, span: Span, { values }: Filling): boolean {
  return stringParts(text, span).some(
    (part) => part.kind === 'variable' && values.get(part.name)?.kind === 'blank',
  );
}

/** Unknown variables were reported when the document was read; they stay as written. */
function partText(part: VariablePart, { values, found }: Filling): string {
  const value = part.kind === 'variable' ? values.get(part.name) : undefined;
  if (!value) return part.text;
  if (value.kind === 'text') return value.text;
  if (value.kind === 'blank') return value.label.text;
  const message = `${part.text} has no value: campaign.yaml gives no ${value.key}`;
  found.push(diagnose('key-missing', message, part.span, `Add ${value.key} to campaign.yaml`));
  return part.text;
}
