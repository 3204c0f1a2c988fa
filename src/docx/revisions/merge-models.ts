import type {
  Block,
  DocumentModel,
  Footnote,
  Inline,
  ParagraphBlock,
  Revised,
  TableBlock,
} from '../model.ts';
import { alignBlocks } from './align-blocks.ts';
import { newAnchors, newLists } from './correspondence.ts';
import { markAll, mergeInlines } from './merge-inlines.ts';
import { namingOf } from './naming.ts';
import { type Naming, type Token, tokensOf } from './tokens.ts';

/** One of the two documents while they are merged. */
interface Side {
  readonly footnotes: readonly Footnote[];
  readonly naming: Naming;
  /** What its `id`s and lists are in the merged document. */
  readonly anchor: (anchor: string) => string;
  readonly list: (list: number) => number;
  /** Numbers of its footnotes there; grows as they are called. */
  readonly notes: Map<number, number>;
}

/** Both sides, and the footnotes of the merged document in the order of their calls. */
interface Merging {
  readonly before: Side;
  readonly after: Side;
  readonly footnotes: Footnote[];
}

/**
 * Two versions of a document as one with tracked changes: without what is inserted it reads as `before`, without
 * what is deleted as `after`. Paragraphs keep the look of `before`; what repeats on every page is that of `after`.
 */
export function mergeModels(before: DocumentModel, after: DocumentModel): DocumentModel {
  const pairs = alignBlocks(before, after);
  const anchors = newAnchors(before, pairs);
  const anchor = (name: string) => anchors.get(name) ?? name;
  const merging: Merging = {
    before: sideOf(
      before,
      (name) => name,
      (list) => list,
    ),
    after: sideOf(after, anchor, newLists(before, pairs)),
    footnotes: [],
  };
  const blocks = pairs.flatMap(({ before: a, after: b }): readonly Block[] => {
    if (!b) return [whole(a, 'deleted', merging)];
    if (!a) return [whole(b, 'inserted', merging)];
    if (a.kind === 'table' || b.kind === 'table') return [a];
    return mergeParagraphs(a, b, merging);
  });
  return { ...before, frame: after.frame, blocks, footnotes: merging.footnotes };
}

function sideOf(model: DocumentModel, anchor: Side['anchor'], list: Side['list']): Side {
  const naming = namingOf(model, anchor);
  return { footnotes: model.footnotes, naming, anchor, list, notes: new Map() };
}

/** Two versions of a paragraph word by word, or one after the other where they have too little in common. */
function mergeParagraphs(a: ParagraphBlock, b: ParagraphBlock, merging: Merging): readonly Block[] {
  const { before, after } = merging;
  const [old, fresh] = [tokensOf(a.inlines, before.naming), tokensOf(b.inlines, after.naming)];
  const inlines = mergeInlines(old, fresh);
  if (!inlines) return [whole(a, 'deleted', merging), whole(b, 'inserted', merging)];
  const settled = settle(inlines, before, merging);
  // A note that stays has a number in both.
  const calls = noteCalls(old);
  for (const [text, note] of noteCalls(fresh)) {
    const number = before.notes.get(calls.get(text) ?? 0);
    if (number !== undefined && !after.notes.has(note)) after.notes.set(note, number);
  }
  return [{ ...a, inlines: settled }];
}

function noteCalls(tokens: readonly Token[]): ReadonlyMap<string, number> {
  return new Map(
    tokens.flatMap(({ inline, key }) => (inline.kind === 'footnote' ? [[key, inline.note] as const] : [])),
  );
}

/** A block that comes in or goes. */
function whole(block: Block, revised: Revised, merging: Merging): Block {
  return block.kind === 'table'
    ? wholeTable(block, revised, merging)
    : wholeParagraph(block, revised, merging);
}

function wholeParagraph(block: ParagraphBlock, revised: Revised, merging: Merging): ParagraphBlock {
  const side = sideFor(revised, merging);
  return {
    ...block,
    revised,
    anchors: block.anchors.map(side.anchor),
    item: block.item && { ...block.item, list: side.list(block.item.list) },
    inlines: settle(markAll(tokensOf(block.inlines, side.naming), revised), side, merging),
  };
}

function wholeTable(table: TableBlock, revised: Revised, merging: Merging): TableBlock {
  const rows = table.rows.map((row) => ({
    ...row,
    revised,
    cells: row.cells.map((cell) => ({
      ...cell,
      blocks: cell.blocks.map((block) => whole(block, revised, merging)),
    })),
  }));
  return { ...table, rows };
}

const sideFor = (revised: Revised, { before, after }: Merging) => (revised === 'inserted' ? after : before);

/** Gives footnotes their numbers in the merged document, and `id`s their meaning there. */
function settle(inlines: readonly Inline[], side: Side, merging: Merging): readonly Inline[] {
  return inlines.map((inline): Inline => {
    switch (inline.kind) {
      case 'revision':
        return { ...inline, children: settle(inline.children, sideFor(inline.revised, merging), merging) };
      case 'link':
        return { ...inline, children: settle(inline.children, side, merging) };
      case 'jump':
        return {
          ...inline,
          anchor: side.anchor(inline.anchor),
          children: settle(inline.children, side, merging),
        };
      case 'page-of':
        return { ...inline, anchor: side.anchor(inline.anchor) };
      case 'footnote': {
        const note = side.footnotes[inline.note - 1];
        if (note) merging.footnotes.push(note);
        side.notes.set(inline.note, merging.footnotes.length);
        return { ...inline, note: merging.footnotes.length };
      }
      case 'note-number':
        return { ...inline, note: side.notes.get(inline.note) ?? inline.note };
      default:
        return inline;
    }
  });
}
