import { type Sfnt, viewOf } from '../fonts/sfnt.ts';
import { classIn, covers, offsetsAt } from './layout-tables.ts';
import { crossesInContext } from './space-contexts.ts';

/** Lookups that pass over glyphs of a GDEF class: base 1, ligature 2, mark 3 (OpenType, "LookupFlag bit enumeration"). */
const passedOver = [0, 0x0002, 0x0004, 0xff18];

/** The types of lookups that are looked at. */
const types = {
  GSUB: { single: [1, 2, 3], ligature: 4, cursive: -1, contexts: [5, 6, 8], extension: 7 },
  GPOS: { single: [1], ligature: -1, cursive: 3, contexts: [7, 8], extension: 9 },
} as const;

/**
 * Whether nothing that a font says of its glyphs looks across a space: no rule of GSUB or GPOS has the space's glyph between
 * others or passes over it, so that what stands on one side of a space is shaped alike whatever is on the other.
 * False where that is not certain. (OpenType 1.9, "Common table formats", "GSUB", "GPOS", "kern".)
 */
export function endsAtSpaces(sfnt: Sfnt, space: number): boolean {
  try {
    return (
      space !== 0 &&
      !(['GSUB', 'GPOS'] as const).some((tag) => lookupsCross(sfnt, tag, space)) &&
      !kernsByStates(sfnt.read('kern'))
    );
  } catch (error) {
    // An offset leads out of its table: HarfBuzz has its own opinion of such a font.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function lookupsCross(sfnt: Sfnt, tag: 'GSUB' | 'GPOS', space: number): boolean {
  const bytes = sfnt.read(tag);
  if (!bytes) return false;
  const table = viewOf(bytes);
  const skips = passedOver[classOfSpace(sfnt, space)] ?? 0;
  const kinds = types[tag];
  return offsetsAt(table, table.getUint16(8), 0).some((lookup) => {
    const type = table.getUint16(lookup);
    const isPassedOver = (table.getUint16(lookup + 2) & skips) !== 0;
    return offsetsAt(table, lookup, 4).some((offset) => {
      const isExtended = type === kinds.extension;
      const own = isExtended ? table.getUint16(offset + 2) : type;
      const subtable = isExtended ? offset + table.getUint32(offset + 4) : offset;
      if ((kinds.single as readonly number[]).includes(own)) return false;
      if (isPassedOver) return true;
      if (own === kinds.ligature) return isComponent(table, subtable, space);
      if (own === kinds.cursive) return covers(table, subtable + table.getUint16(subtable + 2), space);
      const isContext = (kinds.contexts as readonly number[]).includes(own);
      return isContext && crossesInContext(table, subtable, `${tag} ${own}`, space);
    });
  });
}

function classOfSpace(sfnt: Sfnt, space: number): number {
  const bytes = sfnt.read('GDEF');
  if (!bytes) return 0;
  const table = viewOf(bytes);
  const classes = table.getUint16(4);
  return classes === 0 ? 0 : classIn(table, classes, space);
}

/** Whether a ligature has a glyph after its first. */
function isComponent(table: DataView, subtable: number, glyph: number): boolean {
  return offsetsAt(table, subtable, 4).some((set) =>
    offsetsAt(table, set, 0).some((ligature) => {
      const count = table.getUint16(ligature + 2);
      for (let i = 1; i < count; i++) if (table.getUint16(ligature + 2 + 2 * i) === glyph) return true;
      return false;
    }),
  );
}

/** Whether a `kern` table is not of pairs alone, which are of neighbours. */
function kernsByStates(bytes: Uint8Array | undefined): boolean {
  if (!bytes) return false;
  const table = viewOf(bytes);
  if (table.getUint16(0) !== 0) return true;
  const count = table.getUint16(2);
  for (let i = 0, at = 4; i < count; i++) {
    const format = table.getUint8(at + 4);
    if (format !== 0 && format !== 2) return true;
    at += table.getUint16(at + 2);
  }
  return false;
}
