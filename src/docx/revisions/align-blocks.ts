import type { Block, DocumentModel, ParagraphBlock } from '../model.ts';
import { difference } from './difference.ts';
import { namingOf } from './naming.ts';
import { type Naming, plainText, tokensOf } from './tokens.ts';

/** A block of the merged document by the blocks that it comes from. */
export type Pair =
  | { readonly before: Block; readonly after: Block }
  | { readonly before: Block; readonly after: undefined }
  | { readonly before: undefined; readonly after: Block };

/** Whole documents that have less than this in common are not aligned. */
const mostSteps = 4000;

/** Which blocks of the two belong together: those that read the same, and between them those that mostly do. */
export function alignBlocks(before: DocumentModel, after: DocumentModel): readonly Pair[] {
  const plain = (model: DocumentModel) => {
    const own = namingOf(model, () => '');
    return { own, keys: model.blocks.map((block) => blockKey(block, own)) };
  };
  const [a, b] = [plain(before), plain(after)];
  const steps = difference(a.keys, b.keys, mostSteps) ?? [
    ...a.keys.map((_, i) => ({ kind: 'deleted', before: i }) as const),
    ...b.keys.map((_, i) => ({ kind: 'inserted', after: i }) as const),
  ];
  const pairs: Pair[] = [];
  let gone: Block[] = [];
  let come: Block[] = [];
  const flush = () => {
    pairs.push(...gapPairs(gone, come, a.own, b.own));
    gone = [];
    come = [];
  };
  for (const step of steps) {
    if (step.kind === 'deleted') gone.push(before.blocks[step.before]!);
    else if (step.kind === 'inserted') come.push(after.blocks[step.after]!);
    else {
      flush();
      pairs.push({ before: before.blocks[step.before]!, after: after.blocks[step.after]! });
    }
  }
  flush();
  return pairs;
}

function blockKey(block: Block, own: Naming): string {
  if (block.kind === 'paragraph') return `${block.role}\n${plainText(block.inlines, own)}`;
  const rows = block.rows.map(({ cells }) =>
    cells.map(({ blocks }) => blocks.map((each) => blockKey(each, own))),
  );
  return JSON.stringify([block.role, rows]);
}

/** Each paragraph that goes beside the one that comes in its place: the most like it behind the last such pair. */
function gapPairs(gone: readonly Block[], come: readonly Block[], a: Naming, b: Naming): readonly Pair[] {
  const pairs: Pair[] = [];
  let next = 0;
  for (const before of gone) {
    const likeness = come.map((after, i) => (i < next ? 0 : likenessOf(before, after, a, b)));
    const most = Math.max(0, ...likeness);
    if (most < leastLikeness) pairs.push({ before, after: undefined });
    else {
      const at = likeness.indexOf(most);
      pairs.push(...come.slice(next, at).map((after) => ({ before: undefined, after })));
      pairs.push({ before, after: come[at]! });
      next = at + 1;
    }
  }
  return [...pairs, ...come.slice(next).map((after) => ({ before: undefined, after }))];
}

/** Paragraphs of which so much is common stand beside each other; word by word takes more. */
const leastLikeness = 0.3;

/** How much of the longer of two paragraphs is in both: 0 to 1. */
function likenessOf(before: Block, after: Block, a: Naming, b: Naming): number {
  if (before.kind === 'table' || after.kind === 'table') return 0;
  if (before.role !== after.role || (before.item === undefined) !== (after.item === undefined)) return 0;
  const [old, fresh] = [wordsOf(before, a), wordsOf(after, b)];
  const rest = [...fresh];
  const common = old.filter((word) => {
    const at = rest.indexOf(word);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return common.length / Math.max(1, old.length, fresh.length);
}

function wordsOf({ inlines }: ParagraphBlock, naming: Naming): readonly string[] {
  return tokensOf(inlines, naming).flatMap(({ word }) => (word === undefined ? [] : [word]));
}
