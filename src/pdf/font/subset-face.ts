import type { Face } from '../../text/face.ts';
import { buildSfnt } from './build-sfnt.ts';
import { closeOverComponents, stripOutline } from './subset-glyf.ts';

/** A face cut down to some of its glyphs. */
export interface FaceSubset {
  /** A TrueType file without hinting, names or cmap, as ISO 32000-1 §9.9 wants it for a CIDFontType2. */
  readonly bytes: Uint8Array;
  /** The face's glyph ids by the subset's: those asked for first, then their components. 0 is `.notdef`. */
  readonly glyphs: readonly number[];
}

/** A copy of a table that the face must have. */
function copyTable(face: Face, tag: string, length?: number): Uint8Array {
  const table = face.table(tag);
  if (table === undefined) throw new Error(`${face.postScriptName} has no ${tag} table`);
  return new Uint8Array(table.subarray(0, length));
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
function metricsTable(face: Face, glyphs: readonly number[]): Uint8Array {
  const source = copyTable(face, 'hmtx');
  const fullRecords = new DataView(copyTable(face, 'hhea').buffer).getUint16(34);
  const from = new DataView(source.buffer);
  const table = new Uint8Array(glyphs.length * 4);
  const view = new DataView(table.buffer);
  glyphs.forEach((glyph, index) => {
    const bearingAt = glyph < fullRecords ? glyph * 4 + 2 : fullRecords * 4 + (glyph - fullRecords) * 2;
    view.setUint16(index * 4, face.advanceOf(glyph));
    view.setInt16(index * 4 + 2, bearingAt + 2 <= source.length ? from.getInt16(bearingAt) : 0);
  });
  return table;
}

/** `maxp` for the glyphs that are left, with nothing for the hinting machine to reserve. */
function profileTable(face: Face, glyphCount: number): Uint8Array {
  const table = copyTable(face, 'maxp');
  const view = new DataView(table.buffer);
  view.setUint16(4, glyphCount);
  if (table.length >= 32) {
    view.setUint16(14, 1);
    for (let at = 16; at < 28; at += 2) view.setUint16(at, 0);
  }
  return table;
}

/** Cuts a face down to `.notdef` and the glyphs given, in that order. Equal input gives equal bytes. */
export function subsetFace(face: Face, wanted: readonly number[]): FaceSubset {
  const outlines = new Map<number, Uint8Array>();
  const outlineOf = (glyph: number) => {
    let outline = outlines.get(glyph);
    if (outline === undefined) {
      outline = face.outlineOf(glyph);
      outlines.set(glyph, outline);
    }
    return outline;
  };
  const glyphs = closeOverComponents([0, ...wanted], outlineOf);
  const places = new Map(glyphs.map((glyph, index) => [glyph, index]));
  const newGlyph = (glyph: number) => places.get(glyph) ?? 0;
  const { glyf, loca, long } = outlineTables(glyphs.map((glyph) => stripOutline(outlineOf(glyph), newGlyph)));
  const head = copyTable(face, 'head', 54);
  new DataView(head.buffer).setUint16(50, long ? 1 : 0);
  const hhea = copyTable(face, 'hhea', 36);
  new DataView(hhea.buffer).setUint16(34, glyphs.length);
  const tables = {
    glyf,
    loca,
    head,
    hhea,
    hmtx: metricsTable(face, glyphs),
    maxp: profileTable(face, glyphs.length),
  };
  return { bytes: buildSfnt(tables), glyphs };
}
