import { createHash } from 'node:crypto';
import type { Face } from '../../text/face.ts';
import type { PdfFile } from '../pdf-file.ts';
import { type PdfReference, textString } from '../pdf-object.ts';
import type { FontUsage } from './font-usage.ts';
import { type FaceSubset, subsetFace } from './subset-face.ts';
import { toUnicodeCMap } from './to-unicode.ts';
import { compactWidths, statedWidth } from './widths.ts';

/** FontDescriptor flags (ISO 32000-1 table 123). */
const FIXED_PITCH = 1;
const SERIF = 2;
const SYMBOLIC = 4;
const ITALIC = 64;

/** Six capitals that tell subsets apart (ISO 32000-1 §9.6.4), by what is in the subset. */
function subsetTag(usage: FontUsage, subset: FaceSubset): string {
  const digest = createHash('sha256').update(usage.face.id).update(subset.bytes).digest();
  return String.fromCharCode(...[...digest.subarray(0, 6)].map((byte) => 65 + (byte % 26)));
}

/** A PostScript name with nothing in it that a PDF name would need escaped. */
function baseFontName(usage: FontUsage, subset: FaceSubset): string {
  const plain = usage.face.postScriptName.replace(/[^A-Za-z0-9_.-]/g, '') || 'Font';
  return `${subsetTag(usage, subset)}+${plain}`;
}

/** `OS/2` weight class and family class; 400 and none where the face lacks the table. */
function classesOf(face: Face): { weight: number; serif: boolean } {
  const os2 = face.table('OS/2');
  if (os2 === undefined || os2.length < 32) return { weight: 400, serif: false };
  const familyClass = os2[30]!;
  return { weight: (os2[4]! << 8) | os2[5]!, serif: familyClass >= 1 && familyClass <= 7 };
}

function isFixedPitch(face: Face): boolean {
  const post = face.table('post');
  return post !== undefined && post.length >= 16 && post.subarray(12, 16).some((byte) => byte !== 0);
}

function descriptor(face: Face, name: string, program: PdfReference): Record<string, unknown> {
  const { weight, serif } = classesOf(face);
  const perThousand = (units: number) => Math.round((units * 1000) / face.unitsPerEm);
  return {
    Type: 'FontDescriptor',
    FontName: name,
    Flags:
      SYMBOLIC |
      (serif ? SERIF : 0) |
      (isFixedPitch(face) ? FIXED_PITCH : 0) |
      (face.italicAngle === 0 ? 0 : ITALIC),
    FontBBox: face.bounds.map(perThousand),
    ItalicAngle: face.italicAngle,
    Ascent: Math.round(face.ascent * 1000),
    Descent: -Math.round(face.descent * 1000),
    CapHeight: Math.round(face.capHeight * 1000),
    // The file does not say; this is the customary guess from the weight.
    StemV: Math.round(50 + (weight / 65) ** 2),
    FontFile2: program,
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

/** Writes a face as a Type 0 font over a CIDFontType2 (ISO 32000-1 §9.7) of the characters used. */
export function embedFont(file: PdfFile, usage: FontUsage): PdfReference {
  const { face, characters } = usage;
  const subset = subsetFace(face, characters);
  const name = baseFontName(usage, subset);
  const program = file.stream({ Length1: subset.bytes.length }, subset.bytes);
  const widths = compactWidths(characters.map(({ advance }) => statedWidth(face, advance)));
  const cidFont = file.object({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: textString('Adobe'), Ordering: textString('Identity'), Supplement: 0 },
    FontDescriptor: file.object(descriptor(face, name, program)),
    DW: widths.normal,
    W: widths.others.length > 0 ? widths.others : undefined,
    CIDToGIDMap: codeMap(file, subset.places),
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
