import type { Block, DocumentModel } from './model.ts';

/** Longest name of a bookmark (§17.13.6.2), one for the digit that tells two apart left free. */
const longest = 39;

/**
 * The name that Word takes for the bookmark of an `id`: it begins with a letter, and letters, digits and low lines
 * follow, 40 at most. `resolves.2` is `resolves_2`; an `id` that has no letter to begin with is a `place`.
 */
export function bookmarkName(id: string): string {
  const name = [...id.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '_')].slice(0, longest).join('');
  return /^\p{L}/u.test(name) ? name : `place${name}`.slice(0, longest);
}

/** Names of the bookmarks of a document by the `id`s they stand for; Word tells them apart whatever their case. */
export function bookmarkNames(model: DocumentModel): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const add = (id: string): void => {
    if (names.has(id)) return;
    const wanted = bookmarkName(id);
    let name = wanted;
    for (let n = 2; taken.has(name.toLowerCase()); n++)
      name = `${wanted.slice(0, longest - String(n).length)}_${n}`;
    names.set(id, name);
    taken.add(name.toLowerCase());
  };
  for (const id of anchorsOf(model.blocks)) add(id);
  for (const { anchor, blocks } of model.footnotes) {
    if (anchor !== undefined) add(anchor);
    for (const id of anchorsOf(blocks)) add(id);
  }
  return names;
}

function anchorsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] =>
    block.kind === 'paragraph'
      ? block.anchors
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => anchorsOf(cell.blocks))),
  );
}
