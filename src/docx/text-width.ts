import { isWide } from '../unicode/east-asian-width.ts';

const narrow = /[\s.,:;'’!|ilIjtf()[\]]/;

/**
 * About how wide a text is at a font size, in pt. Word lays out for itself with fonts that are not at hand here, so
 * only what needs no exactness may rest on it: the room of a list's marker, the length of a line to write on.
 */
export function roughWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) {
    ems += isWide(character.codePointAt(0)!) ? 1 : narrow.test(character) ? 0.3 : 0.56;
  }
  return ems * fontSize;
}
