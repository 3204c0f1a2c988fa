import type { SourceFile } from '../../diagnostics/source.ts';
import { wholeSpan } from '../../diagnostics/source.ts';
import { parseComponents } from '../syntax/component.ts';
import type { Declaration } from './declaration.ts';
import type { MatchedRule } from './rule-index.ts';

/** A rule for the root element that sets custom properties, as strong as an inline style. */
export function variableRule(
  variables: Readonly<Record<string, string>>,
  source: SourceFile,
  order: number,
): MatchedRule {
  const span = wholeSpan(source);
  const declarations = Object.entries(variables).map(
    ([name, value]): Declaration => ({
      property: name.startsWith('--') ? name : `--${name}`,
      components: parseComponents(value),
      important: false,
      values: [],
      span,
      valueSpan: span,
    }),
  );
  return { rule: { origin: 'inline', selectors: [], declarations, order }, specificity: 0 };
}
