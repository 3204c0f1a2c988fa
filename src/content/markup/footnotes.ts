import type { Span } from '../../diagnostics/source.ts';
import { spanOfNode } from '../markdown/walk.ts';
import type { MarkupElement, MarkupNode } from '../markup.ts';
import type { MarkupContext } from './context.ts';
import { element } from './context.ts';

/**
 * A reference to a footnote: at the first one the note itself stands in its place, and the style sheet takes it to the
 * foot of the page; each further one is a link to it, whose number the style sheet writes.
 */
export function convertNoteReference(
  identifier: string,
  span: Span,
  context: MarkupContext,
): readonly MarkupNode[] {
  const { noteNumbers, waitingNotes } = context;
  const isFirst = !noteNumbers.has(identifier);
  if (isFirst) noteNumbers.set(identifier, noteNumbers.size + 1);
  if (isFirst && !waitingNotes) return calledNotes(identifier, context);
  if (isFirst) waitingNotes?.push(identifier);
  const link = element('a', span, [], { href: `#fn-${noteNumbers.get(identifier)}` });
  return [element('sup', span, [link], { class: 'footnote-reference' })];
}

/** A note, and behind it those that are first referred to in it: however long the chain, none stands inside another. */
function calledNotes(identifier: string, context: MarkupContext): readonly MarkupElement[] {
  const waiting = [identifier];
  const notes: MarkupElement[] = [];
  // Converting a note may add to those that wait.
  for (const name of waiting) {
    const note = convertNote(name, notes.length > 0, { ...context, waitingNotes: waiting });
    if (note) notes.push(note);
  }
  return notes;
}

/** Its first paragraph has no box of its own, so that it begins beside the number. */
function convertNote(
  identifier: string,
  isIndirect: boolean,
  context: MarkupContext,
): MarkupElement | undefined {
  const definition = context.footnotes.get(identifier);
  if (!definition) return undefined;
  const { convert } = context;
  const [first, ...rest] = definition.children;
  const children =
    first?.type === 'paragraph'
      ? [...convert.inline(first.children, context), ...convert.blocks(rest, context)]
      : convert.blocks(definition.children, context);
  const attributes = {
    class: isIndirect ? 'footnote indirect' : 'footnote',
    id: `fn-${context.noteNumbers.get(identifier)}`,
  };
  return element('span', spanOfNode(context.source, definition), children, attributes);
}

/** True for the element of a footnote, which is no part of the text that it stands in. */
export function isNote(node: MarkupNode): boolean {
  return node.type === 'element' && /^footnote(?: |$)/.test(node.attributes.class ?? '');
}

/** The notes in a text that is not shown itself, such as the label of a blank. */
export function notesIn(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  return nodes.flatMap((node) => {
    if (isNote(node)) return [node];
    return node.type === 'element' ? notesIn(node.children) : [];
  });
}
