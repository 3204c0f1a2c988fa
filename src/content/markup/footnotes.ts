import { spanOfNode } from '../markdown/walk.ts';
import type { MarkupElement } from '../markup.ts';
import { convertBlocks } from './blocks.ts';
import type { MarkupContext } from './context.ts';
import { element } from './context.ts';

/** The footnotes in the order of their references, among them those that only other footnotes refer to. */
export function convertFootnotes(context: MarkupContext): MarkupElement[] {
  const items: MarkupElement[] = [];
  // Converting a footnote may append to the order.
  for (let index = 0; index < context.footnoteOrder.length; index++) {
    const definition = context.footnotes.get(context.footnoteOrder[index]!);
    if (!definition) continue;
    const span = spanOfNode(context.source, definition);
    const id = `fn-${index + 1}`;
    items.push(element('li', span, convertBlocks(definition.children, context), { id }));
  }
  const first = items[0];
  if (!first) return [];
  return [element('section', first.span, [element('ol', first.span, items)], { class: 'footnotes' })];
}
