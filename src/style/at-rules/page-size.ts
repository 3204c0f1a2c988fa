import type { PageRule } from '../rules.ts';
import type { Reader } from '../syntax/reader.ts';
import { atEnd, takeKeyword } from '../syntax/reader.ts';
import type { Specified } from '../values/context.ts';
import { takeLength } from '../values/length.ts';

type Size = NonNullable<PageRule['size']>;

/** Width and height of a page, or of what is inside its margins. Pt. */
export type PageArea = Size;

/** Width and height in mm or in inches, upright (css-page-3 §7.1, with A6 as well). */
const MILLIMETRES: Readonly<Record<string, readonly [number, number]>> = {
  a3: [297, 420],
  a4: [210, 297],
  a5: [148, 210],
  a6: [105, 148],
  b4: [250, 353],
  b5: [176, 250],
  'jis-b4': [257, 364],
  'jis-b5': [182, 257],
};
const INCHES: Readonly<Record<string, readonly [number, number]>> = {
  letter: [8.5, 11],
  legal: [8.5, 14],
  ledger: [11, 17],
};

/** The paper names that `size` understands. */
export const PAPER_NAMES: readonly string[] = [...Object.keys(MILLIMETRES), ...Object.keys(INCHES)];

/** A4, what `auto` means. */
const DEFAULT_PAPER = 'a4';

/** Pt of a named paper. */
export function paperSize(name: string): Size {
  const [scale, table] = Object.hasOwn(INCHES, name) ? [72, INCHES] : [72 / 25.4, MILLIMETRES];
  const [width, height] = table[name] ?? table[DEFAULT_PAPER]!;
  return { width: width * scale, height: height * scale };
}

/** The shortest side of a page in PDF/A-2 (ISO 19005-2 §6.1.13); pt. */
const SHORTEST = 3;

/** For a hint. */
export const possibleSizes = 'A page is at least 2 mm wide and high';

/** Whether a page can be so small. */
export function isPossibleSize({ width, height }: Size): boolean {
  return [width, height].every((side) => side >= SHORTEST);
}

/** Reads `size`: lengths, or a paper and which way round it lies, in either order. */
export function parsePageSize(reader: Reader): Specified<Size> | undefined {
  const length = takeLength(reader, { negative: false });
  if (length) {
    const second = atEnd(reader) ? length : takeLength(reader, { negative: false });
    return second && ((context) => ({ width: length(context), height: second(context) }));
  }
  const before = takeKeyword(reader, ['portrait', 'landscape']);
  const name = takeKeyword(reader, [...PAPER_NAMES, 'auto']);
  const turn = before ?? takeKeyword(reader, ['portrait', 'landscape']);
  if (name === undefined && turn === undefined) return undefined;
  const size = paperSize(name === undefined || name === 'auto' ? DEFAULT_PAPER : name);
  return () => (turn === 'landscape' ? { width: size.height, height: size.width } : size);
}
