import { type Letter, NARROWEST } from './groups.ts';
import { tolerance } from './plain-cells.ts';

/**
 * A word's letters from left to right, each of which starts where its glyph does if that is near: kerning moves glyphs
 * a little within their room, and one that starts there is drawn as the face has it.
 */
export function seatLetters(word: readonly Letter[], unitsPerEm: number): readonly Letter[] {
  const starts = word.map(({ start, parts }) => {
    const [part] = parts;
    const isNear = part && parts.length === 1 && Math.abs(part.dx - start) <= tolerance * unitsPerEm;
    return isNear ? part.dx : start;
  });
  return word.map((letter, i) => {
    const next = word[i + 1];
    return { ...letter, start: starts[i]!, end: next?.start === letter.end ? starts[i + 1]! : letter.end };
  });
}

/**
 * A word's letters from left to right, starts moved where they lie too close for a reader to see two: first to the
 * right, and back from the word's end where that led beyond it. What is drawn stays where it is.
 */
export function spreadLetters(word: readonly Letter[], unitsPerEm: number): readonly Letter[] {
  const least = Math.ceil(NARROWEST * unitsPerEm);
  const starts = word.map(({ start }) => start);
  const crowded = (i: number) => i > 0 && starts[i]! - starts[i - 1]! < least;
  if (!starts.some((_, i) => crowded(i)) && (word.at(-1)?.end ?? 0) - (starts.at(-1) ?? 0) >= 0) return word;
  for (let i = 1; i < starts.length; i++) if (crowded(i)) starts[i] = starts[i - 1]! + least;
  let limit = word.at(-1)!.end;
  for (let i = starts.length - 1; i >= 0; i--) {
    if (starts[i]! + least > limit) starts[i] = limit - least;
    limit = starts[i]!;
  }
  return word.map((letter, i) => ({
    ...letter,
    start: starts[i]!,
    end:
      starts[i] === letter.start && starts[i + 1] === word[i + 1]?.start
        ? letter.end
        : (starts[i + 1] ?? letter.end),
  }));
}
