import type { StyleState } from '../cascade/style-state.ts';
import type { CounterChange } from '../properties/generated-values.ts';
import type { StyleNode } from '../selectors/style-node.ts';
import { pageCounter } from './targets.ts';
import type { TreeBuilder } from './tree-builder.ts';

/** Every list item counts `list-item`, unless it says itself how (css-lists-3 §4.6). */
export function changeCounters(
  builder: TreeBuilder,
  state: StyleState,
  depth: number,
  reversed: boolean,
): void {
  const { counters } = builder.content;
  const { counterReset, counterIncrement, counterSet } = state.generated;
  if (state.style.pageNumber !== undefined) builder.content.restarted = true;
  if (counterIncrement.some(({ name }) => pageCounter(name))) reportPageIncrement(builder, state);
  for (const change of counterReset) counters.reset(change, depth);
  for (const change of incrementsOf(state, counterIncrement, reversed)) counters.increment(change, depth);
  for (const change of counterSet) counters.set(change, depth);
}

function incrementsOf(
  state: StyleState,
  declared: readonly CounterChange[],
  reversed: boolean,
): readonly CounterChange[] {
  const implicit = state.style.display === 'list-item' && !declared.some(({ name }) => name === 'list-item');
  return implicit ? [{ name: 'list-item', value: reversed ? -1 : 1 }, ...declared] : declared;
}

function reportPageIncrement({ content: { reporter } }: TreeBuilder, { style }: StyleState): void {
  const message = 'pages count one by one: an element cannot increment them';
  reporter.report('css-unsupported', message, style.origins.counterIncrement, 'Use counter-reset: page');
}

/** An item of a list that counts down. */
export function isReversedItem(node: StyleNode): boolean {
  return node.parent?.element.attributes.reversed !== undefined && node.parent.element.tag === 'ol';
}
