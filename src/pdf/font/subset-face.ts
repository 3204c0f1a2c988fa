import type { Face } from '../../text/fonts/face.ts';
import type { GlyfOutlines } from '../../text/outlines/outlines.ts';
import { buildSfnt } from './build-sfnt.ts';
import { type Cell, type CellPart, shapeKey } from './cell.ts';
import { cmapTable } from './cmap-table.ts';
import { closeOverComponents, composeOutline, stripOutline } from './subset-glyf.ts';
import type { TypedCharacter } from './typed-characters.ts';

/** A face cut down to some characters. */
export interface FaceSubset {
  /** A TrueType file without hinting or names, as ISO 32000-1 §9.9 wants it for a CIDFontType2. */
  readonly bytes: Uint8Array;
  /** The glyph of each character in it; 0 is `.notdef`. */
  readonly places: readonly number[];
}

/** A glyph of the subset: one of the face, or one put together of such. */
type SubsetGlyph =
  | { readonly kind: 'face'; readonly glyph: number }
  | { readonly kind: 'made'; readonly parts: readonly CellPart[]; readonly advance: number };

/** The face's own glyph that a cell is, if it is one. */
function ownGlyph(face: Face, cell: Cell): number | undefined {
  const [part] = cell.parts;
  if (!part || cell.parts.length > 1 || part.dx !== 0 || part.dy !== 0 || part.turned) return undefined;
  return face.advanceOf(part.glyph) === cell.advance ? part.glyph : undefined;
}

/** The subset's glyphs: `.notdef`, what the characters are in their order, then what those are built of. */
function planGlyphs(face: Face, cells: readonly Cell[], outlineOf: (glyph: number) => Uint8Array) {
  const glyphs: SubsetGlyph[] = [{ kind: 'face', glyph: 0 }];
  const placeOfGlyph = new Map([[0, 0]]);
  const placeOfShape = new Map<string, number>();
  const addGlyph = (glyph: number) => {
    if (!placeOfGlyph.has(glyph)) placeOfGlyph.set(glyph, glyphs.push({ kind: 'face', glyph }) - 1);
    return placeOfGlyph.get(glyph)!;
  };
  const places = cells.map((cell) => {
    const own = ownGlyph(face, cell);
    if (own !== undefined) return addGlyph(own);
    const key = shapeKey(cell);
    const { parts, advance } = cell;
    if (!placeOfShape.has(key)) placeOfShape.set(key, glyphs.push({ kind: 'made', parts, advance }) - 1);
    return placeOfShape.get(key)!;
  });
  const used = cells.flatMap(({ parts }) => parts.map(({ glyph }) => glyph));
  for (const glyph of closeOverComponents(used, outlineOf)) addGlyph(glyph);
  return { glyphs, places, newGlyph: (glyph: number) => placeOfGlyph.get(glyph) ?? 0 };
}

/** A table that the face must have. */
function tableOf(face: Face, tag: string): Uint8Array {
  const table = face.table(tag);
  if (table === undefined) throw new Error(`${face.postScriptName} has no ${tag} table`);
  return table;
}

function copyTable(face: Face, tag: string, length?: number): Uint8Array {
  return new Uint8Array(tableOf(face, tag).subarray(0, length));
}

/** `glyf` and `loca`; entries are padded to even offsets, so that the short form serves as long as it can. */
function outlineTables(outlines: readonly Uint8Array[]): {
  glyf: Uint8Array;
  loca: Uint8Array;
  long: boolean;
} {
  const offsets = [0];
  for (const outline of outlines) offsets.push(offsets.at(-1)! + ((outline.length + 1) & ~1));
  const total = offsets.at(-1)!;
  const glyf = new Uint8Array(total);
  outlines.forEach((outline, index) => {
    glyf.set(outline, offsets[index]);
  });
  const long = total > 0xffff * 2;
  const loca = new Uint8Array(offsets.length * (long ? 4 : 2));
  const view = new DataView(loca.buffer);
  offsets.forEach((offset, index) => {
    if (long) view.setUint32(index * 4, offset);
    else view.setUint16(index * 2, offset / 2);
  });
  return { glyf, loca, long };
}

/** `hmtx` with a full record for each glyph; the side bearings are the face's own, for outlines lie by them. */
function metricsTable(
  face: Face,
  glyphs: readonly SubsetGlyph[],
  outlines: readonly Uint8Array[],
  bearingOf: (glyph: number) => number,
): Uint8Array {
  const table = new Uint8Array(glyphs.length * 4);
  const view = new DataView(table.buffer);
  glyphs.forEach((entry, index) => {
    const outline = outlines[index]!;
    // A made glyph's origin is 0: its bearing is its left edge.
    const left = outline.length >= 10 ? ((outline[2]! << 8) | outline[3]!) & 0xffff : 0;
    view.setUint16(
      index * 4,
      entry.kind === 'face' ? face.advanceOf(entry.glyph) : Math.max(0, entry.advance),
    );
    view.setUint16(index * 4 + 2, entry.kind === 'face' ? bearingOf(entry.glyph) & 0xffff : left);
  });
  return table;
}

/** `maxp` for the glyphs that are left, with nothing for the hinting machine to reserve. */
function profileTable(face: Face, glyphs: readonly SubsetGlyph[]): Uint8Array {
  const table = copyTable(face, 'maxp');
  const view = new DataView(table.buffer);
  view.setUint16(4, glyphs.length);
  if (table.length < 32) return table;
  const parts = Math.max(1, ...glyphs.map((entry) => (entry.kind === 'made' ? entry.parts.length : 0)));
  for (const [simple, composite] of [
    [6, 10],
    [8, 12],
  ] as const) {
    const most = Math.max(view.getUint16(simple), view.getUint16(composite)) * parts;
    view.setUint16(composite, Math.min(0xffff, most));
  }
  view.setUint16(14, 1);
  for (let at = 16; at < 28; at += 2) view.setUint16(at, 0);
  view.setUint16(28, Math.max(view.getUint16(28), parts));
  view.setUint16(30, view.getUint16(30) + 1);
  return table;
}

/**
 * Cuts a face with TrueType outlines down to `.notdef` and the characters given, those that are typed with a `cmap` to
 * find them by. Equal input gives equal bytes.
 */
export function subsetFace(
  face: Face,
  outlines: GlyfOutlines,
  cells: readonly Cell[],
  typed: readonly TypedCharacter[] = [],
): FaceSubset {
  const outlineOf = outlines.entryOf;
  const all = [...cells, ...typed.map(({ cell }) => cell)];
  const { glyphs, places, newGlyph } = planGlyphs(face, all, outlineOf);
  const entries = glyphs.map((entry) =>
    entry.kind === 'face'
      ? stripOutline(outlineOf(entry.glyph), newGlyph)
      : composeOutline(entry.parts, outlineOf, newGlyph),
  );
  const { glyf, loca, long } = outlineTables(entries);
  const head = copyTable(face, 'head', 54);
  new DataView(head.buffer).setUint16(50, long ? 1 : 0);
  const hhea = copyTable(face, 'hhea', 36);
  new DataView(hhea.buffer).setUint16(34, glyphs.length);
  const hmtx = metricsTable(face, glyphs, entries, outlines.bearingOf);
  const maxp = profileTable(face, glyphs);
  const tables = { glyf, loca, head, hhea, hmtx, maxp };
  const typedPlaces = places.slice(cells.length);
  const cmap = cmapTable(new Map(typed.map(({ codePoint }, index) => [codePoint, typedPlaces[index]!])));
  const bytes = buildSfnt(typed.length > 0 ? { ...tables, cmap } : tables);
  return { bytes, places: places.slice(0, cells.length) };
}
