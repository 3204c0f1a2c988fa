import type { EdgeItem, InlineItem, LinePiece } from './paragraph.ts';

/** Indexes of the edges of one inline box among the items. */
interface Edges {
  readonly start: number;
  readonly end: number;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * Puts the edges of inline boxes beside what of the box is on a line, the start on the side that the box begins on by its
 * own direction (CSS 2.2 §8.6): as characters of the text they may have come to the other side of it, or away from it.
 * `pieces` are in visual order.
 */
export function placeEdges(pieces: readonly LinePiece[], items: readonly InlineItem[]): readonly LinePiece[] {
  const onLine = new Set(pieces.flatMap((piece) => (piece.kind === 'edge' ? [piece.item] : [])));
  if (onLine.size === 0) return pieces;
  let placed = [...pieces];
  for (const box of boxesOf(items)) {
    if (onLine.has(box.start)) placed = moved(placed, box.start, box, box.direction === 'ltr');
    if (onLine.has(box.end)) placed = moved(placed, box.end, box, box.direction === 'rtl');
  }
  return placed;
}

/** The inline boxes whose direction is told, inner ones before those around them. */
function boxesOf(items: readonly InlineItem[]): readonly Edges[] {
  const boxes: Edges[] = [];
  const open: { readonly index: number; readonly edge: EdgeItem }[] = [];
  for (const [index, item] of items.entries()) {
    if (item.kind !== 'edge') continue;
    if (item.side === 'start') open.push({ index, edge: item });
    else {
      const start = open.pop();
      if (start?.edge.direction)
        boxes.push({ start: start.index, end: index, direction: start.edge.direction });
    }
  }
  return boxes;
}

/** An edge moved to the left or right of its box's content; where it is, if nothing of that is on the line. */
function moved(pieces: LinePiece[], item: number, { start, end }: Edges, left: boolean): LinePiece[] {
  const edge = pieces.find((piece) => piece.kind === 'edge' && piece.item === item)!;
  const others = pieces.filter((piece) => piece !== edge);
  const isInside = (piece: LinePiece) => piece.item > start && piece.item < end;
  const first = others.findIndex(isInside);
  if (first < 0) return pieces;
  const at = left ? first : others.findLastIndex(isInside) + 1;
  return [...others.slice(0, at), edge, ...others.slice(at)];
}
