import { createHash } from 'node:crypto';
import type { Face } from '../../text/face.ts';
import type { PdfFile } from '../pdf-file.ts';
import { type PdfReference, textString } from '../pdf-object.ts';
import { buildCff } from './build-cff.ts';
import type { FontUsage } from './font-usage.ts';
import { subsetPrograms } from './subset-cff.ts';
import { subsetFace } from './subset-face.ts';
import { toUnicodeCMap } from './to-unicode.ts';
import { compactWidths, statedWidth } from './widths.ts';

/** FontDescriptor flags (ISO 32000-1 table 123). */
const FIXED_PITCH = 1;
const SERIF = 2;
const SYMBOLIC = 4;
const ITALIC = 64;

/** A PostScript name with six capitals before it that tell subsets apart (ISO 32000-1 §9.6.4), by what is in them. */
function subsetName(face: Face, contents: readonly Uint8Array[]): string {
  const hash = createHash('sha256').update(face.id);
  for (const bytes of contents) hash.update(bytes);
  const tag = [...hash.digest().subarray(0, 6)].map((byte) => 65 + (byte % 26));
  // Nothing may stand in it that a PDF name would need escaped.
  const plain = face.postScriptName.replace(/[^A-Za-z0-9_.-]/g, '') || 'Font';
  return `${String.fromCharCode(...tag)}+${plain}`;
}

/** By the family class of `OS/2`. */
function hasSerifs(face: Face): boolean {
  const familyClass = face.table('OS/2')?.[30] ?? 0;
  return familyClass >= 1 && familyClass <= 7;
}

function isFixedPitch(face: Face): boolean {
  const post = face.table('post');
  return post !== undefined && post.length >= 16 && post.subarray(12, 16).some((byte) => byte !== 0);
}

function descriptor(
  face: Face,
  name: string,
  program: Record<string, PdfReference>,
): Record<string, unknown> {
  const perThousand = (units: number) => Math.round((units * 1000) / face.unitsPerEm);
  return {
    Type: 'FontDescriptor',
    FontName: name,
    Flags:
      SYMBOLIC |
      (hasSerifs(face) ? SERIF : 0) |
      (isFixedPitch(face) ? FIXED_PITCH : 0) |
      (face.italicAngle === 0 ? 0 : ITALIC),
    FontBBox: face.bounds.map(perThousand),
    ItalicAngle: face.italicAngle,
    Ascent: Math.round(face.ascent * 1000),
    Descent: -Math.round(face.descent * 1000),
    CapHeight: Math.round(face.capHeight * 1000),
    // The file does not say; this is the customary guess from the weight.
    StemV: Math.round(50 + (face.weight / 65) ** 2),
    ...program,
  };
}

/** Codes are the subset's glyph ids as long as no glyph has two codes; else a map of two bytes a code. */
function codeMap(file: PdfFile, places: readonly number[]): string | PdfReference {
  if (places.every((place, index) => place === index + 1)) return 'Identity';
  const map = new Uint8Array((places.length + 1) * 2);
  const view = new DataView(map.buffer);
  places.forEach((place, index) => {
    view.setUint16(index * 2 + 2, place);
  });
  return file.stream({}, map);
}

/** A font program, and what of a CIDFont goes with it. */
interface EmbeddedProgram {
  readonly name: string;
  readonly subtype: 'CIDFontType0' | 'CIDFontType2';
  readonly entry: Record<string, PdfReference>;
  readonly codes: string | PdfReference | undefined;
}

/** The characters as the face's own kind of font: TrueType, or bare CFF (ISO 32000-1 table 126). */
function embedProgram(file: PdfFile, { face, characters }: FontUsage): EmbeddedProgram {
  const { outlines, unitsPerEm, bounds } = face;
  if (outlines.kind === 'cff') {
    const glyphs = subsetPrograms(face, outlines, characters);
    const name = subsetName(face, glyphs);
    const program = file.stream({ Subtype: 'CIDFontType0C' }, buildCff({ name, unitsPerEm, bounds, glyphs }));
    return { name, subtype: 'CIDFontType0', entry: { FontFile3: program }, codes: undefined };
  }
  const { bytes, places } = subsetFace(face, outlines, characters);
  const program = file.stream({ Length1: bytes.length }, bytes);
  const name = subsetName(face, [bytes]);
  return { name, subtype: 'CIDFontType2', entry: { FontFile2: program }, codes: codeMap(file, places) };
}

/** Writes a face as a Type 0 font over a CIDFont (ISO 32000-1 §9.7) of the characters used. */
export function embedFont(file: PdfFile, usage: FontUsage): PdfReference {
  const { face, characters } = usage;
  const { name, subtype, entry, codes } = embedProgram(file, usage);
  const widths = compactWidths(characters.map(({ advance }) => statedWidth(face, advance)));
  const cidFont = file.object({
    Type: 'Font',
    Subtype: subtype,
    BaseFont: name,
    CIDSystemInfo: { Registry: textString('Adobe'), Ordering: textString('Identity'), Supplement: 0 },
    FontDescriptor: file.object(descriptor(face, name, entry)),
    DW: widths.normal,
    W: widths.others.length > 0 ? widths.others : undefined,
    CIDToGIDMap: codes,
  });
  const cmap = toUnicodeCMap(characters.map(({ text }) => text));
  return file.object({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [cidFont],
    ToUnicode: file.stream({}, Buffer.from(cmap, 'latin1')),
  });
}
