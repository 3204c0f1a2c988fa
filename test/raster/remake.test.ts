import { describe, expect, it } from 'vitest';
import { convertColours } from '../../src/raster/convert-colours.ts';
import { decodeJpeg } from '../../src/raster/jpeg/decode-jpeg.ts';
import { encodeJpeg } from '../../src/raster/jpeg/encode-jpeg.ts';
import type { Pixels } from '../../src/raster/pixels.ts';
import { readPng } from '../../src/raster/png/chunks.ts';
import { pixelsOfPng } from '../../src/raster/png/pixels-of-png.ts';
import { neededPixels } from '../../src/raster/printed-pixels.ts';
import { remake } from '../../src/raster/remake.ts';
import { shrink } from '../../src/raster/shrink.ts';
import { makePng } from '../pdf/support/pictures.ts';

function pixels(space: Pixels['space'], width: number, samples: readonly number[], hasAlpha = false): Pixels {
  const count = { grey: 1, rgb: 3, cmyk: 4 }[space] + (hasAlpha ? 1 : 0);
  return {
    width,
    height: samples.length / count / width,
    space,
    hasAlpha,
    samples: Uint8Array.from(samples),
  };
}

describe('needed pixels', () => {
  const image = { width: 3000, height: 2000, orientation: 1, space: 'rgb' } as const;

  it('are 300 an inch of the print', () => {
    expect(neededPixels(image, { width: 72, height: 48 })).toEqual({ width: 300, height: 200 });
    expect(neededPixels({ ...image, orientation: 6 }, { width: 48, height: 72 })).toEqual({
      width: 300,
      height: 200,
    });
  });

  it('are enough for the side that has fewest', () => {
    expect(neededPixels(image, { width: 72, height: 96 })).toEqual({ width: 600, height: 400 });
  });

  it('leave a picture alone that has few too many, or too few', () => {
    expect(neededPixels(image, { width: (3000 / 300 / 1.29) * 72, height: 1 })).toBeUndefined();
    expect(neededPixels(image, { width: 5000, height: 3000 })).toBeUndefined();
  });
});

describe('shrinking', () => {
  it('takes the mean of light, not of codes', () => {
    expect([...shrink(pixels('grey', 2, [0, 255]), 1, 1).samples]).toEqual([188]);
    expect([...shrink(pixels('cmyk', 2, [0, 255, 10, 0, 255, 255, 20, 0]), 1, 1).samples]).toEqual([
      128, 255, 15, 0,
    ]);
  });

  it('shares pixels that lie across an edge', () => {
    // 3 to 2: each new pixel has one of the old ones, and half of the middle one.
    const made = shrink(pixels('cmyk', 3, [90, 0, 0, 0, 30, 0, 0, 0, 0, 0, 0, 0]), 2, 1);
    expect([made.samples[0], made.samples[4]]).toEqual([70, 10]);
  });

  it('keeps one colour as it is', () => {
    for (let code = 0; code < 256; code += 5) {
      const made = shrink(pixels('rgb', 7, Array(7 * 5 * 3).fill(code)), 3, 2);
      expect(made.samples.every((value) => value === code)).toBe(true);
    }
  });

  it('weighs colours by their alpha', () => {
    const made = shrink(pixels('grey', 2, [200, 255, 10, 0], true), 1, 1);
    expect([...made.samples]).toEqual([200, 128]);
  });
});

describe('colours', () => {
  it('of inks become those of screens', () => {
    const made = convertColours(
      pixels('cmyk', 4, [0, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 128, 51, 102, 0, 51]),
      'rgb',
    );
    expect([...made.samples]).toEqual([255, 255, 255, 0, 255, 255, 127, 127, 127, 163, 122, 204]);
  });

  it('become the grey that is as light', () => {
    const made = convertColours(pixels('rgb', 3, [255, 255, 255, 0, 255, 0, 9, 9, 9]), 'grey');
    expect([...made.samples]).toEqual([255, 220, 9]);
  });
});

describe('a picture made anew', () => {
  const rows = Buffer.concat(Array.from({ length: 40 }, () => Buffer.from([0, ...Array(40 * 4).fill(77)])));
  const size = { width: 20, height: 20 };

  it('is a PNG where it was one, with its alpha', () => {
    const bytes = makePng({ width: 40, height: 40, bitDepth: 8, colourType: 6, rows });
    const made = remake(
      { format: 'png', width: 40, height: 40, orientation: 3, space: 'rgb', bytes },
      { size },
    );
    expect(made).toMatchObject({ format: 'png', ...size, orientation: 3 });
    const shown = pixelsOfPng(readPng(made.bytes));
    expect(shown).toMatchObject({ ...size, space: 'rgb', hasAlpha: true });
    expect(shown.samples.every((value) => value === 77)).toBe(true);
  });

  it('stays where it would take more bytes', () => {
    // Every other pixel is black: a palette of two colours is smaller than the greys between them.
    const noise = Array.from({ length: 64 * 64 }, (_, i) => ((i * 2654435761) >>> 16) & 1);
    const lines = Array.from({ length: 64 }, (_, y) => [0, ...noise.slice(y * 64, y * 64 + 64)]).flat();
    const chunks = { PLTE: Uint8Array.of(0, 0, 0, 255, 255, 255) };
    const recipe = {
      width: 64,
      height: 64,
      bitDepth: 8,
      colourType: 3,
      chunks,
      rows: Uint8Array.from(lines),
    };
    const bytes = makePng(recipe);
    const file = { format: 'png', width: 64, height: 64, orientation: 1, space: 'rgb', bytes } as const;
    expect(remake(file, { size: { width: 49, height: 49 } })).toMatchObject({ width: 64, height: 64 });
  });

  it('is a JPEG where it was one, in its colours or others', () => {
    const inks = pixels('cmyk', 40, Array.from({ length: 40 * 40 }, () => [0, 255, 255, 0]).flat());
    const bytes = encodeJpeg(inks, { quality: 90, isHalved: false });
    const file = { format: 'jpeg', width: 40, height: 40, orientation: 1, space: 'cmyk', bytes } as const;
    expect(decodeJpeg(remake(file, { size }).bytes)).toMatchObject({ ...size, space: 'cmyk' });
    const shown = decodeJpeg(remake(file, { size, space: 'rgb' }).bytes);
    expect(shown.space).toBe('rgb');
    expect(shown.samples.subarray(0, 3).every((value, i) => Math.abs(value - [255, 0, 0][i]!) < 4)).toBe(
      true,
    );
  });
});
