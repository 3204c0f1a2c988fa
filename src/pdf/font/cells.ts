import type { GlyphsItem } from '../../layout/paged-document.ts';
import { type Cell, ownCell, type PlacedCell } from './cell.ts';
import { extractedText, type Group, groupsOf, type Letter, partsOf, type Run, runOf } from './groups.ts';
import { space, spaceGlyph, tolerance } from './plain-cells.ts';
import { isNumberLike, isRightToLeft } from './reader-types.ts';
import { seatLetters, spreadLetters } from './spread-letters.ts';

/** Letters of a right-to-left group from left to right, each with a share of the room; the first draws all. */
function shareRoom(run: Run, group: Group, text: string): readonly Letter[] {
  const texts = [...text].reverse();
  const left = run.pens[group.from]!;
  const share = (run.pens[group.to]! - left) / texts.length;
  return texts.map((letter, index) => ({
    text: letter,
    start: left + share * index,
    end: left + share * (index + 1),
    parts: index === texts.length - 1 ? partsOf(run, group) : [],
  }));
}

/** A run's letters in visual order: one for a group from left to right, one for each character from right to left. */
export function lettersOf(run: Run, text: string): readonly Letter[] {
  return groupsOf(run, text).flatMap((group) => {
    const extracted = extractedText(run, group);
    if (extracted === '') return [];
    if (run.rtl) return shareRoom(run, group, extracted);
    const start = run.pens[group.from]!;
    return [{ text: extracted, start, end: run.pens[group.to]!, parts: partsOf(run, group) }];
  });
}

/** Em: the width of a direction mark, which draws nothing. */
export const MARK_WIDTH = 0.12;

/** The letters with a mark (U+200F) left of every separator that readers would take for a number. */
function guardSeparators(letters: readonly Letter[], unitsPerEm: number): readonly Letter[] {
  return letters.flatMap((letter, index) => {
    const left = letters[index - 1];
    if (!left || !isNumberLike(letter.text) || isNumberLike(left.text) || isRightToLeft(left.text))
      return [letter];
    const start = letter.start - MARK_WIDTH * unitsPerEm;
    return [{ text: '\u200f', start, end: letter.start, parts: [] }, letter];
  });
}

/** The face's own space, whatever it was stretched to; undefined where it has none to show. */
function spaceCell(run: Run, letter: Letter): Cell | undefined {
  if (!space.test(letter.text) || letter.parts.length > 0) return undefined;
  const glyph = spaceGlyph(run.face, letter.text);
  return glyph === 0 ? undefined : ownCell(run.face, glyph, letter.text);
}

/** The face's own glyph, where a letter is one, unmoved, and as wide as the font says or nearly. */
function faceCell(run: Run, letter: Letter): Cell | undefined {
  const [part] = letter.parts;
  if (!part || letter.parts.length > 1) return undefined;
  const advance = run.face.advanceOf(part.glyph);
  const strange = Math.abs(letter.end - letter.start - advance) > tolerance * run.face.unitsPerEm;
  if (strange || Math.abs(part.dx - letter.start) > 0.5 || Math.abs(part.dy) > 0.5) return undefined;
  return ownCell(run.face, part.glyph, letter.text);
}

/** A character made for the letter. */
function madeCell(letter: Letter): Cell {
  const start = Math.round(letter.start);
  const parts = letter.parts.map(({ glyph, dx, dy }) => ({
    glyph,
    dx: Math.round(dx - start),
    dy: Math.round(dy),
  }));
  return { parts, advance: Math.min(0xffff, Math.max(0, Math.round(letter.end) - start)), text: letter.text };
}

/** The character that a letter is, at its place. */
export function placed(run: Run, letter: Letter): PlacedCell {
  const own = spaceCell(run, letter) ?? faceCell(run, letter);
  if (own) return { cell: own, x: letter.start / run.unitsPerPt };
  return { cell: madeCell(letter), x: Math.round(letter.start) / run.unitsPerPt };
}

/** Letters by word from left to right; a space is a word of its own. */
function wordsOf(letters: readonly Letter[]): readonly (readonly Letter[])[] {
  const words: Letter[][] = [[]];
  for (const letter of letters) {
    if (space.test(letter.text)) words.push([letter], []);
    else words.at(-1)!.push(letter);
  }
  return words;
}

/**
 * A run as characters in the order of drawing, which is from left to right whichever way it is read: what readers turn
 * round is a line that stands as it is seen, with its spaces.
 */
export function cellsOf(item: GlyphsItem): readonly PlacedCell[] {
  const run = runOf(item);
  const letters = lettersOf(run, item.text);
  if (!run.rtl) return letters.map((letter) => placed(run, letter));
  return wordsOf(guardSeparators(letters, run.face.unitsPerEm))
    .flatMap((word) => spreadLetters(seatLetters(word, run.face.unitsPerEm), run.face.unitsPerEm))
    .map((letter) => placed(run, letter));
}
