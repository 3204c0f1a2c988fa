import { describe, expect, it } from 'vitest';
import { type Glyph, Glyphs, packNumbers } from '../../src/text/shaping/glyphs.ts';

const shaped = {
  packed: Int32Array.of(7, 4, 500, 8, 5, 250, 9, 6, -20),
  offsets: Int32Array.of(0, 0, 30, -40, 0, 0),
  unsafe: new Uint8Array(3),
};

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
    ['in 16 bits where they fit', [65_535, 0, 600], Uint16Array],
    ['in 32 bits for a glyph that moves the pen back', [7, 0, -20], Int32Array],
    ['in 32 bits far into a long paragraph', [7, 65_536, 600], Int32Array],
  ])('are %s, and read the same', (_, numbers, type) => {
    const packed = packNumbers(Int32Array.from(numbers));
    expect(packed).toBeInstanceOf(type);
    const glyphs = Glyphs.shaped({ packed, offsets: undefined, unsafe: new Uint8Array(1) }, 0.5);
    const [id, cluster, advance] = numbers;
    expect([...glyphs]).toEqual([{ id, cluster, advance: advance! / 2, dx: 0, dy: 0 }]);
  });
});
