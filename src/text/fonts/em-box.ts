import type { Face } from './face.ts';
import { viewOf } from './sfnt.ts';

/** Offsets of the typographic ascender and descender in `OS/2`. */
const ascenderAt = 68;
const descenderAt = 70;

/**
 * How the square of an em stands on the baseline: parts of the em above and below it, 1 in all. Lines of East Asian
 * text are higher than that, and what is beside the text stands close to the squares (css-inline-3 §A.1).
 */
export function emBox(face: Face): { readonly ascent: number; readonly descent: number } {
  const os2 = face.table('OS/2');
  const view = os2 && os2.length >= descenderAt + 2 ? viewOf(os2) : undefined;
  const typographic = view ? [view.getInt16(ascenderAt), -view.getInt16(descenderAt)] : [0, 0];
  const [above, below] = typographic[0]! > 0 ? typographic : [face.ascent, face.descent];
  const ascent = above! / (above! + below!);
  return { ascent, descent: 1 - ascent };
}
