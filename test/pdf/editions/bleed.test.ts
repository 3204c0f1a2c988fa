import { describe, expect, it } from 'vitest';
import { rectanglePath } from '../../../src/layout/graphics.ts';
import type { DisplayItem, Page, RectItem } from '../../../src/layout/paged-document.ts';
import { withBleed } from '../../../src/pdf/editions/bleed.ts';

const red = { r: 0.7, g: 0, b: 0, a: 1 };
const page = (...items: readonly DisplayItem[]): Page => ({
  width: 400,
  height: 600,
  bleed: 0,
  slug: 0,
  items,
});
const rect = (x: number, y: number, width: number, height: number): RectItem => ({
  kind: 'rect',
  content: undefined,
  x,
  y,
  width,
  height,
  fill: red,
});
const grown = (...items: readonly DisplayItem[]) =>
  withBleed(page(...items), 8).items.map((item) =>
    item.kind === 'rect' ? [item.x, item.y, item.width, item.height].join(' ') : item.kind,
  );

describe('bleed', () => {
  it('carries on what ends at an edge, on that side alone', () => {
    expect(grown(rect(0, 0, 400, 200), rect(0.1, 100, 50, 50), rect(300, 500, 100, 99.9))).toEqual([
      '-8 -8 416 208',
      '-8 100 58.1 50',
      '300 500 108 108',
    ]);
  });

  it('leaves what ends inside, or further out already', () => {
    expect(grown(rect(10, 10, 380, 580), rect(-20, -20, 440, 100))).toEqual([
      '10 10 380 580',
      '-20 -20 440 100',
    ]);
    expect(withBleed(page(), 8).bleed).toBe(8);
    const own = { ...page(rect(0, 0, 400, 10)), bleed: 10 };
    expect(withBleed(own, 8)).toBe(own);
  });

  it('moves the points of paths and of what cuts groups', () => {
    const path = rectanglePath(0, 0, 400, 200);
    const clip = { path, fillRule: 'nonzero' } as const;
    const group: DisplayItem = { kind: 'group', transform: undefined, clip, opacity: 1 };
    const turned: DisplayItem = { ...group, transform: [2, 0, 0, 2, 0, 0] };
    const [outer, inner, still] = withBleed(
      page(group, rect(0, 0, 400, 200), turned, rect(0, 0, 400, 200), { kind: 'end' }, { kind: 'end' }),
      8,
    ).items.filter((item) => item.kind === 'group' || item.kind === 'rect');
    expect(outer).toMatchObject({
      clip: { path: [['M', -8, -8], ['L', 408, -8], ['L', 408, 200], ['L', -8, 200], ['Z']] },
    });
    expect(inner).toMatchObject({ x: -8, width: 416 });
    expect(still).toBe(turned);
  });
});
