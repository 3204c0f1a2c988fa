import type { DocumentModel } from '../model.ts';
import type { Pair } from './align-blocks.ts';

/** What the `id`s of the new document are in the merged one: those of the old, or names of their own. */
export function newAnchors(before: DocumentModel, pairs: readonly Pair[]): ReadonlyMap<string, string> {
  const taken = new Set(before.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.anchors : [])));
  const names = new Map<string, string>();
  for (const { before: a, after: b } of pairs) {
    if (b?.kind !== 'paragraph') continue;
    const old = a?.kind === 'paragraph' ? a.anchors : [];
    b.anchors.forEach((anchor, i) => {
      names.set(anchor, old[i] ?? (taken.has(anchor) ? `new ${anchor}` : anchor));
    });
  }
  return names;
}

/** The number of a list of the new document in the merged one. */
export function newLists(before: DocumentModel, pairs: readonly Pair[]): (list: number) => number {
  const same = new Map<number, number>();
  for (const { before: a, after: b } of pairs) {
    if (a?.kind === 'paragraph' && b?.kind === 'paragraph' && a.item && b.item)
      same.set(b.item.list, a.item.list);
  }
  const most = Math.max(
    0,
    ...before.blocks.map((block) => (block.kind === 'paragraph' ? (block.item?.list ?? 0) : 0)),
  );
  return (list) => same.get(list) ?? most + list;
}
