import { createReporter } from '../cascade/reporter.ts';
import { parseSelectorList } from '../selectors/parse-selector.ts';
import { SelectorError } from '../selectors/selector-error.ts';
import type { Component } from '../syntax/component.ts';
import type { Answer } from './condition.ts';
import { evaluateCondition } from './condition.ts';
import type { SheetContext } from './sheet-context.ts';
import { readDeclarations } from './sheet-context.ts';

/** Whether what `@supports` asks for is understood (css-conditional-3 §6): declarations, `selector()`, and conditions. */
export function evaluateSupports(components: readonly Component[], sheet: SheetContext): Answer {
  const parts = components.filter((component) => component.type !== 'space');
  return evaluateCondition(parts, (term) => evaluateTerm(term, sheet));
}

function evaluateTerm(term: Component, sheet: SheetContext): Answer {
  if (term.type === 'function')
    return term.name === 'selector' ? knowsSelector(term.children, term, sheet) : 'no';
  return term.type === 'block' && term.bracket === '(' ? knowsDeclaration(term.children, sheet) : 'unknown';
}

function knowsSelector(
  components: readonly Component[],
  place: { readonly start: number; readonly end: number },
  sheet: SheetContext,
): Answer {
  try {
    parseSelectorList(components, { text: sheet.source.text, place, parent: undefined, relative: false });
    return 'yes';
  } catch (error) {
    if (error instanceof SelectorError) return 'no';
    throw error;
  }
}

function knowsDeclaration(components: readonly Component[], sheet: SheetContext): Answer {
  const colon = components.findIndex((component) => component.type === 'delim' && component.value === ':');
  const name = components.find((component) => component.type !== 'space');
  const value = components.slice(colon + 1);
  if (colon < 0 || name?.type !== 'ident' || value.length === 0) return 'unknown';
  const place = { start: name.start, end: components.at(-1)!.end };
  const written = {
    type: 'declaration',
    property: name.value,
    important: false,
    components: value,
    place,
    valuePlace: place,
  } as const;
  return readDeclarations([written], { ...sheet, reporter: createReporter() }).length > 0 ? 'yes' : 'no';
}
