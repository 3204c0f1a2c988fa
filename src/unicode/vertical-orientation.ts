import { decodeTable, lazily } from './code-point-map.ts';
import { verticalOrientationTable } from './tables/vertical-orientation.ts';

/**
 * How a character stands in a vertical line (UAX #50): upright, rotated, or in a form of its own where the face has one,
 * and else upright (`Tu`) or rotated (`Tr`).
 */
export type VerticalOrientation = 'U' | 'R' | 'Tu' | 'Tr';

const names = lazily(() => verticalOrientationTable.values.split(' ') as VerticalOrientation[]);
const orientations = lazily(() => decodeTable(verticalOrientationTable, (_, index) => index));

/** Vertical_Orientation of a code point. */
export function orientationOf(codePoint: number): VerticalOrientation {
  return names()[orientations()(codePoint)]!;
}
