import type { PagedDocument } from '../../layout/paged-document.ts';
import type { Face } from '../../text/fonts/face.ts';
import type { ResourceBook } from '../content/resources.ts';
import type { PdfFile } from '../pdf-file.ts';
import type { PdfReference } from '../pdf-object.ts';
import { embedFont } from './embed-font.ts';
import { writeProgram } from './font-program.ts';
import type { FontUsages } from './font-usage.ts';
import { typedFaces } from './typed-characters.ts';
import { writeTypingFont } from './typing-font.ts';

/** The fonts that fields are typed in. */
export interface TypingFonts {
  /** By the names that fields call them. */
  readonly all: ReadonlyMap<string, PdfReference>;
  nameOf(face: Face): string;
}

/** The standard font that stands for a face which has nothing that could be typed. */
const STANDARD = 'Helv';

function standardFont(file: PdfFile): PdfReference {
  const encoding = { Encoding: 'WinAnsiEncoding' };
  return file.object({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', ...encoding });
}

/**
 * Embeds every face that the document draws or types in, once, and enters the fonts that draw in the book. Gives
 * those that type.
 */
export function embedFonts(
  file: PdfFile,
  document: PagedDocument,
  fonts: FontUsages,
  book: ResourceBook,
): TypingFonts {
  const typed = typedFaces(document);
  const all = new Map<string, PdfReference>();
  const names = new Map<string, string>();
  const embed = (face: Face, usage: FontUsages['all'][number] | undefined) => {
    const characters = typed.get(face.id)?.characters ?? [];
    const program = writeProgram(file, face, usage?.characters ?? [], characters);
    if (usage) book.define('Font', usage.name, embedFont(file, usage, program));
    if (characters.length === 0) return;
    const name = `T${all.size + 1}`;
    names.set(face.id, name);
    all.set(name, writeTypingFont(file, program, characters));
  };
  for (const usage of fonts.all) embed(usage.face, usage);
  for (const [id, { face, characters }] of typed) {
    const isDrawn = fonts.all.some((usage) => usage.face.id === id);
    if (!isDrawn && characters.length > 0) embed(face, undefined);
  }
  if (names.size < typed.size) all.set(STANDARD, standardFont(file));
  return { all, nameOf: (face) => names.get(face.id) ?? STANDARD };
}
