import type { Line } from '../../text/paragraph.ts';
import type { InlineRootBox } from '../box.ts';
import { isPositioned } from '../boxes/out-of-flow.ts';
import { type BoxFragment, type LineFragment, unplaced } from '../fragment.ts';

/** The places of positioned boxes in a paragraph that has no line. */
export function anchorsWithoutLines(box: InlineRootBox, width: number): readonly BoxFragment[] {
  const x = box.style.direction === 'rtl' ? width : 0;
  return box.content.flatMap((content) =>
    content.kind === 'anchor' && isPositioned(content.box.style) ? [unplaced(content.box, x, 0, 'auto')] : [],
  );
}

/**
 * The places of positioned boxes met in a line that starts `x` pt from the left edge of its line box: one that was
 * inline stands where it was met, a block at the start of the next line if anything is before it. `base` is the width
 * of the containing block; pt.
 */
export function anchorsOn(
  box: InlineRootBox,
  line: Line,
  x: number,
  fragment: LineFragment,
  base: number,
): readonly BoxFragment[] {
  const found = line.pieces.filter(
    (piece) => piece.kind === 'edge' && box.content[piece.item]!.kind === 'anchor',
  );
  if (found.length === 0) return [];
  return found
    .sort((a, b) => a.item - b.item)
    .flatMap((piece) => {
      const content = box.content[piece.item]!;
      if (content.kind !== 'anchor' || !isPositioned(content.box.style)) return [];
      if (content.box.style.inlineLevel) {
        return [unplaced(content.box, fragment.x + x + piece.x, fragment.y, 'auto')];
      }
      const start = box.style.direction === 'rtl' ? base : 0;
      const below = isEmptyBefore(line, piece.item) ? 0 : fragment.height;
      return [unplaced(content.box, start, fragment.y + below, 'auto')];
    });
}

function isEmptyBefore(line: Line, item: number): boolean {
  return !line.pieces.some(
    (piece) =>
      piece.item < item && (piece.kind === 'atom' || (piece.kind === 'glyphs' && /\S/.test(piece.text))),
  );
}
