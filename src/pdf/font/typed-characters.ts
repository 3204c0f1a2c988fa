import { resolveLocale } from '../../campaign/locale.ts';
import type { PagedDocument } from '../../layout/paged-document.ts';
import type { Face } from '../../text/fonts/face.ts';
import { type Cell, ownCell } from './cell.ts';
import { FIRST_CODE, LAST_CODE, winAnsiCharacter } from './win-ansi.ts';

/** A character that may be typed into a field, with its code in WinAnsiEncoding. */
export interface TypedCharacter {
  readonly code: number;
  readonly codePoint: number;
  readonly cell: Cell;
}

/** A face that fields are typed in, with what may be typed. */
export interface TypedFace {
  readonly face: Face;
  readonly characters: readonly TypedCharacter[];
}

/** The last code of ASCII. */
const LAST_ASCII = 0x7e;

function charactersOf(face: Face, last: number): readonly TypedCharacter[] {
  const characters: TypedCharacter[] = [];
  if (face.outlines.kind !== 'glyf') return characters;
  for (let code = FIRST_CODE; code <= last; code++) {
    const codePoint = winAnsiCharacter(code);
    const glyph = codePoint === undefined ? 0 : face.glyphOf(codePoint);
    if (codePoint === undefined || glyph === 0) continue;
    characters.push({ code, codePoint, cell: ownCell(face, glyph, String.fromCodePoint(codePoint)) });
  }
  return characters;
}

function isLatin(language: string): boolean {
  return (resolveLocale(language, {})?.script ?? 'Latn') === 'Latn';
}

/**
 * The faces of a document's text fields, by their ids. Viewers take a font of eight-bit codes as it stands, and what it
 * lacks from the fonts of the machine; so a face holds all of WinAnsiEncoding where the language is written in Latin
 * letters, and else ASCII, for numbers, dates and addresses. A
 * face with CFF outlines holds nothing.
 */
export function typedFaces(document: PagedDocument): ReadonlyMap<string, TypedFace> {
  const faces = new Map<string, { readonly face: Face; last: number }>();
  for (const { items } of document.pages) {
    for (const item of items) {
      if (item.kind !== 'field' || item.field.kind !== 'text') continue;
      const { face, language } = item.field;
      const last = isLatin(language) ? LAST_CODE : LAST_ASCII;
      const known = faces.get(face.id);
      if (known) known.last = Math.max(known.last, last);
      else faces.set(face.id, { face, last });
    }
  }
  return new Map(
    [...faces].map(([id, { face, last }]) => [id, { face, characters: charactersOf(face, last) }]),
  );
}
