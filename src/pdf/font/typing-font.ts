import type { PdfFile } from '../pdf-file.ts';
import type { PdfReference } from '../pdf-object.ts';
import { NONSYMBOLIC, writeDescriptor } from './font-descriptor.ts';
import type { FontProgram } from './font-program.ts';
import type { TypedCharacter } from './typed-characters.ts';
import { statedWidth } from './widths.ts';
import { FIRST_CODE } from './win-ansi.ts';

/** Writes a simple TrueType font (ISO 32000-1 §9.6.3) for what is typed into fields. */
export function writeTypingFont(
  file: PdfFile,
  program: FontProgram,
  characters: readonly TypedCharacter[],
): PdfReference {
  const { face, name } = program;
  const last = characters.at(-1)!.code;
  const widths = Array.from({ length: last - FIRST_CODE + 1 }, () => 0);
  for (const { code, cell } of characters) widths[code - FIRST_CODE] = statedWidth(face, cell.advance);
  return file.object({
    Type: 'Font',
    Subtype: 'TrueType',
    BaseFont: name,
    FirstChar: FIRST_CODE,
    LastChar: last,
    Widths: widths,
    Encoding: 'WinAnsiEncoding',
    FontDescriptor: writeDescriptor(file, program, NONSYMBOLIC),
  });
}
