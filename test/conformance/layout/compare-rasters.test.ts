import { describe, expect, it } from 'vitest';
import { compareRasters, describeRegion } from './compare-rasters.ts';
import { type Raster, rasterScale } from './raster.ts';

/** A white page of 40 by 30 px with a black box. */
function pageWith(left: number, top: number, width: number, height: number): Raster {
  const [across, down] = [40 * rasterScale, 30 * rasterScale];
  const pixels = new Uint8Array(across * down * 3).fill(255);
  for (let y = top * rasterScale; y < (top + height) * rasterScale; y++) {
    for (let x = left * rasterScale; x < (left + width) * rasterScale; x++) {
      pixels.fill(0, (y * across + x) * 3, (y * across + x) * 3 + 3);
    }
  }
  return { width: across, height: down, pixels };
}

const box = pageWith(10, 10, 12, 8);

describe('comparing boxes', () => {
  it('lets edges be off by one px', () => {
    expect(compareRasters(pageWith(11, 9, 12, 8), box)).toEqual([]);
    expect(compareRasters(pageWith(10, 10, 13, 9), box)).toEqual([]);
  });

  it('tells the region and colours of a box that is two px too wide', () => {
    const [region, ...more] = compareRasters(pageWith(10, 10, 14, 8), box);
    expect(more).toEqual([]);
    expect(describeRegion(region!, 'X')).toBe('2 × 8 px at 22, 10: ours is #000000, X has #ffffff');
  });

  it('tells of a box that is not there, and of one of another colour', () => {
    expect(compareRasters(pageWith(0, 0, 0, 0), box)).toHaveLength(1);
    const grey = { ...box, pixels: box.pixels.map((value) => (value === 0 ? 60 : value)) };
    expect(compareRasters(grey, box)).toMatchObject([{ left: 10, top: 10, width: 12, height: 8 }]);
  });
});
