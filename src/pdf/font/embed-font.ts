import type { PdfFile } from '../pdf-file.ts';
import { type PdfReference, textString } from '../pdf-object.ts';
import { SYMBOLIC, writeDescriptor } from './font-descriptor.ts';
import { type FontProgram, writeProgram } from './font-program.ts';
import type { FontUsage } from './font-usage.ts';
import { toUnicodeCMap } from './to-unicode.ts';
import { compactWidths, statedWidth } from './widths.ts';

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

/**
 * Writes a Type 0 font over a CIDFont (ISO 32000-1 §9.7) of the characters that are drawn; its program, unless another
 * font has written it, holds them alone.
 */
export function embedFont(
  file: PdfFile,
  { face, characters }: FontUsage,
  program: FontProgram = writeProgram(file, face, characters, []),
): PdfReference {
  const { name, subtype, places } = program;
  const widths = compactWidths(characters.map(({ advance }) => statedWidth(face, advance)));
  const cidFont = file.object({
    Type: 'Font',
    Subtype: subtype,
    BaseFont: name,
    CIDSystemInfo: { Registry: textString('Adobe'), Ordering: textString('Identity'), Supplement: 0 },
    FontDescriptor: writeDescriptor(file, program, SYMBOLIC),
    DW: widths.normal,
    W: widths.others.length > 0 ? widths.others : undefined,
    CIDToGIDMap: places && codeMap(file, places),
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
