import { type AmendedDocument, amendedIndex } from '../../content/amendment/amend-document.ts';
import { type Change, touched, type WordChange } from '../../content/amendment/change.ts';
import type { ClauseItem } from '../../content/amendment/clause-items.ts';
import type { SectionName } from '../../content/document.ts';
import { element } from '../../content/markup/context.ts';
import type { MarkupElement, MarkupNode } from '../../content/markup.ts';
import type { Span } from '../../diagnostics/source.ts';
import { quoted, sliceMarkup } from './slice-markup.ts';
import type { Wording } from './wording.ts';

/** What the body of a sheet is made of. */
export interface SheetContext {
  readonly amended: AmendedDocument;
  readonly wording: Wording;
  /** Filled clauses of the original and of the amended resolution. */
  readonly before: readonly MarkupElement[];
  readonly after: readonly MarkupElement[];
  /** A clause's number as the resolution prints it. */
  readonly number: (clause: number) => string;
  /** The words that open a section, without the colon. */
  readonly section: (name: SectionName) => string;
  /** Of the template: for what stands in no document. */
  readonly span: Span;
}

/** The amendments of a sheet, numbered, each with the text that it brings. */
export function sheetBody(context: SheetContext): readonly MarkupNode[] {
  const { amended, span, wording } = context;
  const items = amended.changes.map((change, i) => {
    const parts = [paragraph(instruction(change, context), 'instruction', context)];
    const next = amended.changes[i + 1];
    const isLast = !(next?.kind === 'words' && change.kind === 'words' && next.item === change.item);
    if (change.kind === 'replace' || change.kind === 'insert') parts.push(newText(change, context));
    if (change.kind === 'words' && isLast) {
      parts.push(paragraph(wording.say('amendment.reads'), 'reads', context), newText(change, context));
    }
    return element('li', span, parts);
  });
  const list = element('ol', span, items, { class: 'amendments' });
  if (!isRenumbered(amended)) return [list];
  return [list, paragraph(wording.say('amendment.renumber'), 'renumber', context)];
}

function paragraph(nodes: readonly MarkupNode[], name: string, { span }: SheetContext): MarkupElement {
  return element('p', span, nodes, { class: name });
}

/** A clause as it is to be. */
function newText(change: Change, { amended, after, span }: SheetContext): MarkupElement {
  const index = amendedIndex(change, amended);
  const content = quoted(index === undefined ? [] : after[index]!.children);
  const isBlocks = content.some(
    (node) => node.type === 'element' && ['p', 'ol', 'ul', 'table'].includes(node.tag),
  );
  return element('div', span, isBlocks ? content : [element('p', span, content)], { class: 'text' });
}

function instruction(change: Change, context: SheetContext): readonly MarkupNode[] {
  const { wording } = context;
  switch (change.kind) {
    case 'delete': {
      const { items } = change.run;
      return items.length === 1
        ? wording.say('amendment.delete', { clause: clause(items[0], context) })
        : wording.say('amendment.delete-clauses', { clauses: clauses(items[0], items.at(-1)!, context) });
    }
    case 'replace':
      return wording.say('amendment.replace', { clause: clause(change.item, context) });
    case 'insert':
      if (change.place !== 'end')
        return wording.say(`amendment.insert-${change.place}`, { clause: clause(change.item, context) });
      return wording.say('amendment.add', { section: wording.text(context.section(change.section.name)) });
    case 'words':
      return wordInstruction(change, context);
  }
}

function wordInstruction(change: WordChange, context: SheetContext): readonly MarkupNode[] {
  const { amended, before, after, wording } = context;
  const words = quoted(sliceMarkup(before[change.item.index]!.children, change.words));
  const place = change.text && amended.text.placeOf(change.text);
  const index = amendedIndex(change, amended);
  const text = place && index !== undefined ? quoted(sliceMarkup(after[index]!.children, place)) : undefined;
  const key =
    change.edit === 'rest' && text
      ? 'replace-rest'
      : change.edit === 'rest'
        ? 'delete-rest'
        : `${change.edit}-words`;
  return wording.say(`amendment.${key}`, {
    clause: clause(change.item, context),
    words,
    ...(text && { text }),
  });
}

function clause({ clause: { number, section } }: ClauseItem, context: SheetContext): readonly MarkupNode[] {
  const { wording } = context;
  return wording.say('amendment.clause', {
    number: wording.text(context.number(number)),
    section: wording.text(context.section(section)),
  });
}

function clauses(first: ClauseItem, last: ClauseItem, context: SheetContext): readonly MarkupNode[] {
  const { wording } = context;
  return wording.say('amendment.clauses', {
    first: wording.text(context.number(first.clause.number)),
    last: wording.text(context.number(last.clause.number)),
    section: wording.text(context.section(first.clause.section)),
  });
}

/** Whether a clause that stays has another number now. */
function isRenumbered({ entries, document, changes }: AmendedDocument): boolean {
  const gone = new Set(changes.filter(({ kind }) => kind === 'delete').flatMap(touched));
  return entries.some(
    (entry, i) =>
      'clause' in entry && !gone.has(entry) && entry.clause.number !== document.clauses[i]!.number,
  );
}
