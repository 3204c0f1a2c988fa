import { decodeTable, lazily } from './code-point-map.ts';
import { eastAsianWidthTable } from './tables/east-asian-width.ts';

/** East_Asian_Width (UAX #11): ambiguous, fullwidth, halfwidth, neutral, narrow, wide. */
export type EastAsianWidth = 'A' | 'F' | 'H' | 'N' | 'Na' | 'W';

const names = lazily(() => eastAsianWidthTable.values.split(' ') as EastAsianWidth[]);
const widths = lazily(() => decodeTable(eastAsianWidthTable, (_, index) => index));

/** The East_Asian_Width of a character. */
export function eastAsianWidth(codePoint: number): EastAsianWidth {
  return names()[widths()(codePoint)]!;
}

/** Whether a character takes a square in East Asian text whatever stands around it. */
export function isWide(codePoint: number): boolean {
  if (codePoint < 0x1100) return false;
  const width = eastAsianWidth(codePoint);
  return width === 'W' || width === 'F';
}
