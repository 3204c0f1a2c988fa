import type { Face } from '../../text/fonts/face.ts';
import type { PdfFile } from '../pdf-file.ts';
import type { PdfReference } from '../pdf-object.ts';
import type { FontProgram } from './font-program.ts';

/** FontDescriptor flags (ISO 32000-1 table 123): either of these two. */
export const SYMBOLIC = 4;
export const NONSYMBOLIC = 32;
const FIXED_PITCH = 1;
const SERIF = 2;
const ITALIC = 64;

/** By the family class of `OS/2`. */
function hasSerifs(face: Face): boolean {
  const familyClass = face.table('OS/2')?.[30] ?? 0;
  return familyClass >= 1 && familyClass <= 7;
}

function isFixedPitch(face: Face): boolean {
  const post = face.table('post');
  return post !== undefined && post.length >= 16 && post.subarray(12, 16).some((byte) => byte !== 0);
}

/** Writes what a font says of its face; `set` is one of the two flags that tell what its characters are. */
export function writeDescriptor(
  file: PdfFile,
  { face, name, entry }: FontProgram,
  set: typeof SYMBOLIC | typeof NONSYMBOLIC,
): PdfReference {
  const perThousand = (units: number) => Math.round((units * 1000) / face.unitsPerEm);
  return file.object({
    Type: 'FontDescriptor',
    FontName: name,
    Flags:
      set |
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
    ...entry,
  });
}
