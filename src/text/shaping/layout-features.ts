import { type Sfnt, viewOf } from '../fonts/sfnt.ts';

/** Whether a font substitutes or moves glyphs for a feature (`smcp`), in any script; read at the first question. */
export function layoutFeatures(sfnt: Sfnt): (tag: string) => boolean {
  let tags: ReadonlySet<string> | undefined;
  return (tag) => {
    tags ??= new Set([...featureTags(sfnt.read('GSUB')), ...featureTags(sfnt.read('GPOS'))]);
    return tags.has(tag);
  };
}

/** The tags of a FeatureList (OpenType, "Common table formats"). */
function featureTags(table: Uint8Array | undefined): readonly string[] {
  if (!table || table.length < 10) return [];
  const view = viewOf(table);
  const list = view.getUint16(6);
  if (list === 0 || list + 2 > table.length) return [];
  const count = Math.min(view.getUint16(list), Math.floor((table.length - list - 2) / 6));
  return Array.from({ length: count }, (_, i) =>
    String.fromCharCode(...table.subarray(list + 2 + 6 * i, list + 6 + 6 * i)),
  );
}
