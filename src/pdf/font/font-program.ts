import { createHash } from 'node:crypto';
import type { Face } from '../../text/fonts/face.ts';
import type { PdfFile } from '../pdf-file.ts';
import type { PdfReference } from '../pdf-object.ts';
import { buildCff } from './build-cff.ts';
import type { Cell } from './cell.ts';
import { subsetPrograms } from './subset-cff.ts';
import { subsetFace } from './subset-face.ts';
import type { TypedCharacter } from './typed-characters.ts';

/** A face in the file, cut down to what is drawn and typed in it. */
export interface FontProgram {
  readonly face: Face;
  /** The PostScript name with the subset's tag. */
  readonly name: string;
  /** TrueType, or bare CFF. */
  readonly subtype: 'CIDFontType0' | 'CIDFontType2';
  /** The descriptor's entry for the program (ISO 32000-1 table 126). */
  readonly entry: Readonly<Record<string, PdfReference>>;
  /** The glyph of each drawn character; undefined where it is its code. */
  readonly places: readonly number[] | undefined;
}

/** A PostScript name with six capitals before it that tell subsets apart (ISO 32000-1 §9.6.4), by what is in them. */
function subsetName(face: Face, contents: readonly Uint8Array[]): string {
  const hash = createHash('sha256').update(face.id);
  for (const bytes of contents) hash.update(bytes);
  const tag = [...hash.digest().subarray(0, 6)].map((byte) => 65 + (byte % 26));
  // Nothing may stand in it that a PDF name would need escaped.
  const plain = face.postScriptName.replace(/[^A-Za-z0-9_.-]/g, '') || 'Font';
  return `${String.fromCharCode(...tag)}+${plain}`;
}

/**
 * Writes the program that the fonts of a face share: bare CFF, which takes fewer bytes than TrueType, unless there is
 * something to type in it.
 */
export function writeProgram(
  file: PdfFile,
  face: Face,
  drawn: readonly Cell[],
  typed: readonly TypedCharacter[],
): FontProgram {
  const { outlines, unitsPerEm, bounds } = face;
  if (outlines.kind === 'glyf' && typed.length > 0) {
    const { bytes, places } = subsetFace(face, outlines, drawn, typed);
    const program = file.stream({ Length1: bytes.length }, bytes);
    const name = subsetName(face, [bytes]);
    return { face, name, subtype: 'CIDFontType2', entry: { FontFile2: program }, places };
  }
  const subset = subsetPrograms(face, drawn);
  const name = subsetName(face, subset.glyphs);
  const font = buildCff({ ...subset, name, unitsPerEm, bounds });
  const program = file.stream({ Subtype: 'CIDFontType0C' }, font);
  return { face, name, subtype: 'CIDFontType0', entry: { FontFile3: program }, places: undefined };
}
