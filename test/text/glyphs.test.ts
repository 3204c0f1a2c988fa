import { describe, expect, it } from 'vitest';
import { type Glyph, Glyphs, packGlyphs } from '../../src/text/shaping/glyphs.ts';

const shaped = packGlyphs(
  Int32Array.of(7, 8, 9, 500, 250, -20, 4, 5, 6),
  Int32Array.of(0, 0, 30, -40, 0, 0),
  new Uint8Array(3),
);

describe('packed glyphs', () => {
  it('are told in pt at their size', () => {
    expect([...Glyphs.shaped(shaped, 0.01)]).toEqual([
      { id: 7, cluster: 4, advance: 5, dx: 0, dy: 0 },
      { id: 8, cluster: 5, advance: 2.5, dx: 0.3, dy: -0.4 },
      { id: 9, cluster: 6, advance: -0.2, dx: 0, dy: 0 },
    ]);
    expect(Glyphs.shaped(shaped, 0.01).width()).toBeCloseTo(7.3);
  });

  it('are cut into stretches, and these again', () => {
    const stretch = Glyphs.shaped(shaped, 1).slice(1, 9, 4);
    expect([...stretch].map(({ id, cluster }) => [id, cluster])).toEqual([
      [8, 1],
      [9, 2],
    ]);
    expect([...stretch.slice(1, 2, 1)]).toEqual([{ id: 9, cluster: 1, advance: -20, dx: 0, dy: 0 }]);
    expect(stretch.slice(2, 1)).toHaveLength(0);
  });

  it('take other lengths, which their stretches keep', () => {
    const wide = Glyphs.shaped(shaped, 1).map((glyph) => ({ ...glyph, advance: 0.1, dx: 0.2, dy: 0.3 }));
    const last: Glyph = { id: 9, cluster: 0, advance: 0.1, dx: 0.2, dy: 0.3 };
    expect([...wide.slice(2, 3, 6)]).toEqual([last]);
    expect(wide.slice(2, 3, 6).at(0)).toEqual(last);
  });
});
describe('packed glyphs', () => {
  it.each([
    ['in 16 bits where they fit', [65_535, 7, 600, 500, 4, 2], Uint16Array],
    ['in 32 bits for a glyph that moves the pen back', [7, 8, -20, 500, 4, 2], Int32Array],
    ['in 32 bits far into a long paragraph', [7, 8, 600, 500, 65_536, 65_535], Int32Array],
    ['in 16 bits where their clusters need not be told', [7, 8, 600, 500, 65_536, 65_537], Uint16Array],
  ])('are %s, and read the same', (_, numbers, type) => {
    const packed = packGlyphs(Int32Array.from(numbers), undefined, new Uint8Array(2));
    expect(packed.packed).toBeInstanceOf(type);
    const glyphs = Glyphs.shaped(packed, 0.5);
    const [id, second, advance, another, cluster, last] = numbers as [number, number, number, ...number[]];
    expect([...glyphs]).toEqual([
      { id, cluster, advance: advance / 2, dx: 0, dy: 0 },
      { id: second, cluster: last, advance: another! / 2, dx: 0, dy: 0 },
    ]);
  });

  it.each([
    ['told', [4, 2, 2]],
    ['not told', [4, 5, 6]],
  ])('are widened with clusters that are %s', (_, clusters) => {
    const wide = Glyphs.shaped(
      packGlyphs(Int32Array.of(7, 8, 9, 500, 250, 20, ...clusters), undefined, new Uint8Array(3)),
      1,
    )
      .slice(1, 3, 2)
      .widened(Float64Array.of(1, 2));
    expect([...wide].map(({ id, cluster, advance }) => [id, cluster, advance])).toEqual([
      [8, clusters[1]! - 2, 251],
      [9, clusters[2]! - 2, 22],
    ]);
  });
});
