import { describe, expect, it } from 'vitest';
import type { EdgeItem, InlineItem, LinePiece } from '../../src/text/paragraph.ts';
import { placeEdges } from '../../src/text/place-edges.ts';

const edge = (side: EdgeItem['side'], direction: 'ltr' | 'rtl'): EdgeItem => ({
  kind: 'edge',
  side,
  width: 5,
  isolate: undefined,
  direction,
});

const atom: InlineItem = { kind: 'atom', width: 10 };

/** Pieces in visual order by the indexes of their items. */
function placed(items: readonly InlineItem[], visual: readonly number[]): readonly number[] {
  const pieces = visual.map((item): LinePiece => {
    const kind = items[item]!.kind === 'edge' ? 'edge' : 'atom';
    return { kind, item, level: 1, x: 0, width: 5 };
  });
  return placeEdges(pieces, items).map(({ item }) => item);
}

describe('edges of inline boxes', () => {
  const rtl = [atom, edge('start', 'rtl'), atom, atom, edge('end', 'rtl'), atom];

  it('stand on the right and left of a box from right to left, whatever the order of its text', () => {
    expect(placed(rtl, [0, 1, 2, 3, 4, 5])).toEqual([0, 4, 2, 3, 1, 5]);
    expect(placed(rtl, [5, 4, 3, 2, 1, 0])).toEqual([5, 4, 3, 2, 1, 0]);
  });

  it('stand where their box begins on a line that it does not end on', () => {
    expect(placed(rtl, [0, 1, 2])).toEqual([0, 2, 1]);
  });

  it('stay where they are without anything of their box', () => {
    expect(placed(rtl, [1, 0])).toEqual([1, 0]);
  });

  it('stand around those of the boxes inside', () => {
    const nested = [edge('start', 'ltr'), edge('start', 'rtl'), atom, edge('end', 'rtl'), edge('end', 'ltr')];
    expect(placed(nested, [4, 3, 2, 1, 0])).toEqual([0, 3, 2, 1, 4]);
  });
});
