import type { Block, DocumentModel, ParagraphBlock } from '../model.ts';
import { difference } from './difference.ts';
import { mergeInlines } from './merge-inlines.ts';
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

/** Each paragraph that goes with the first one behind the last pair that can be told word by word. */
function gapPairs(gone: readonly Block[], come: readonly Block[], a: Naming, b: Naming): readonly Pair[] {
  const pairs: Pair[] = [];
  let next = 0;
  for (const before of gone) {
    const at = come.findIndex((after, i) => i >= next && areAlike(before, after, a, b));
    if (at < 0) pairs.push({ before, after: undefined });
    else {
      pairs.push(...come.slice(next, at).map((after) => ({ before: undefined, after })));
      pairs.push({ before, after: come[at]! });
      next = at + 1;
    }
  }
  return [...pairs, ...come.slice(next).map((after) => ({ before: undefined, after }))];
}

function areAlike(before: Block, after: Block, a: Naming, b: Naming): boolean {
  if (before.kind === 'table' || after.kind === 'table') return false;
  const isItem = (block: ParagraphBlock) => block.item !== undefined;
  if (before.role !== after.role || isItem(before) !== isItem(after)) return false;
  return mergeInlines(tokensOf(before.inlines, a), tokensOf(after.inlines, b)) !== undefined;
}
