import type { MeasuredText } from '../measured-text.ts';
import type { Line } from '../paragraph.ts';
import { elongate } from './elongate.ts';
import { justifyLine } from './justify-line.ts';
import type { Means } from './means.ts';
import { placesIn } from './places.ts';

/** Where strokes can be drawn longer, spaces take this part of what they would else. */
const spacesBeforeStrokes = 0.5;

/** Spreads a line to a width by the means that its script has. */
export function spreadLine(measured: MeasuredText, line: Line, width: number, means: Means): Line {
  const spare = width - line.width;
  if (!means.kashida || spare <= 0 || !hasStrokes(line)) return justifyLine(line, width, means);
  const first = placesIn(line, means).reduce((sum, { stretch }) => sum + stretch, 0);
  return justifyLine(elongate(measured, line, spare - spacesBeforeStrokes * first), width, means);
}

const joined = /[\u0620-\u06ff\u0750-\u077f]/;

function hasStrokes({ pieces }: Line): boolean {
  return pieces.some((piece) => piece.kind === 'glyphs' && piece.level % 2 === 1 && joined.test(piece.text));
}
