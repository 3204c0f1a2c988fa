import { describe, expect, it } from 'vitest';
import { BrokenPicture } from '../../src/raster/broken-picture.ts';
import { cleanJpeg } from '../../src/raster/jpeg/clean-jpeg.ts';
import { decodeJpeg } from '../../src/raster/jpeg/decode-jpeg.ts';
import { encodeJpeg } from '../../src/raster/jpeg/encode-jpeg.ts';
import { checkJpegPixels, readJpegHeader } from '../../src/raster/jpeg/read-header.ts';
import { coloursOf, type Pixels } from '../../src/raster/pixels.ts';
import { sampleJpeg } from './support/sample-jpeg.ts';

const names = ['baseline', 'progressive', 'restarts', 'inks'] as const;

function pixelAt({ width, space, samples }: Pixels, x: number, y: number): readonly number[] {
  const count = coloursOf[space];
  return [...samples.subarray((y * width + x) * count, (y * width + x + 1) * count)];
}

/** A picture without edges, so that little is lost. */
function waves(space: Pixels['space'], width = 45, height = 29): Pixels {
  const count = coloursOf[space];
  const samples = Uint8Array.from({ length: width * height * count }, (_, i) => {
    const [x, y] = [Math.floor(i / count) % width, Math.floor(i / count / width)];
    return 128 + 100 * Math.sin(x / 9 + (i % count)) * Math.cos(y / 7);
  });
  return { width, height, space, hasAlpha: false, samples };
}

const farthest = (a: Uint8Array, b: Uint8Array) =>
  a.reduce((most, v, i) => Math.max(most, Math.abs(v - b[i]!)), 0);

describe('decoding', () => {
  it('gives the pixels that libjpeg gives', () => {
    const pixels = decodeJpeg(sampleJpeg('baseline'));
    expect(pixels).toMatchObject({ width: 20, height: 12, space: 'rgb', hasAlpha: false });
    expect(pixelAt(pixels, 0, 0)).toEqual([235, 9, 0]);
    expect(pixelAt(pixels, 19, 11)).toEqual([47, 207, 221]);
  });

  it.each(['progressive', 'restarts'] as const)('is the same for a %s file', (name) => {
    expect(decodeJpeg(sampleJpeg(name))).toEqual(decodeJpeg(sampleJpeg('baseline')));
  });

  it('gives inks as they are printed, though Adobe stores their complements', () => {
    const pixels = decodeJpeg(sampleJpeg('inks'));
    expect(pixels.space).toBe('cmyk');
    expect(pixelAt(pixels, 0, 0)).toEqual([1, 254, 255, 0]);
    expect(pixelAt(pixels, 19, 11)).toEqual([226, 37, 29, 0]);
  });

  it('refuses what is coded otherwise, by its frame header', () => {
    for (const [at, value] of [
      [1, 0xc9],
      [1, 0xc3],
      [4, 12],
    ] as const) {
      const bytes = sampleJpeg('baseline');
      bytes[bytes.indexOf(0xc0, 4) - 1 + at] = value;
      expect(readJpegHeader(bytes)).toEqual({
        problem: 'its coding is not read; save it as a baseline JPEG',
      });
    }
  });

  it('finds every place where a file is cut, with its end put on again', () => {
    for (const name of names) {
      const whole = sampleJpeg(name);
      expect(checkJpegPixels(whole)).toBeUndefined();
      for (let length = 2; length < whole.length - 4; length += 7) {
        const cut = Buffer.concat([whole.subarray(0, length), Uint8Array.of(0xff, 0xd9)]);
        expect(checkJpegPixels(cut), `${name} cut at ${length}`).toBeTypeOf('string');
      }
    }
  });

  it('does not go through a picture as often as a file likes', () => {
    const whole = sampleJpeg('baseline');
    const scan = Buffer.from(whole).indexOf(Buffer.from([0xff, 0xda]));
    const scans = Array<Uint8Array>(101).fill(whole.subarray(scan, -2));
    const bytes = Buffer.concat([whole.subarray(0, scan), ...scans, Uint8Array.of(0xff, 0xd9)]);
    expect(checkJpegPixels(bytes)).toBe('it has more than 100 scans');
  });

  it('ends with pixels or a reason, whatever byte is wrong', () => {
    for (const name of names) {
      const whole = sampleJpeg(name);
      for (let at = 2; at < whole.length; at += 11) {
        const bytes = new Uint8Array(whole);
        bytes[at]! ^= 0x55;
        const header = readJpegHeader(bytes);
        if ('problem' in header || header.width * header.height > 1000) continue;
        try {
          const { width, height, samples, space } = decodeJpeg(bytes);
          expect(samples.length).toBe(width * height * coloursOf[space]);
        } catch (error) {
          expect(error).toBeInstanceOf(BrokenPicture);
        }
      }
    }
  });
});

describe('encoding', () => {
  it.each(['grey', 'rgb', 'cmyk'] as const)('keeps what is %s', (space) => {
    const before = waves(space);
    const after = decodeJpeg(encodeJpeg(before, { quality: 95, isHalved: false }));
    expect(after).toMatchObject({ width: 45, height: 29, space });
    expect(farthest(before.samples, after.samples)).toBeLessThanOrEqual(6);
  });

  it('halves colour differences only', () => {
    const before = waves('rgb');
    const halved = encodeJpeg(before, { quality: 95, isHalved: true });
    expect(halved.length).toBeLessThan(encodeJpeg(before, { quality: 95, isHalved: false }).length);
    expect(farthest(before.samples, decodeJpeg(halved).samples)).toBeLessThanOrEqual(16);
  });

  it('takes codes of sixteen bits where they would be longer', () => {
    // Differences of all sizes, each twice as rare as the one before.
    const samples = Uint8Array.from({ length: 64 * 512 }, (_, i) => ((i * 2654435761) >>> 13) & 0xff);
    const before: Pixels = { width: 512, height: 64, space: 'grey', hasAlpha: false, samples };
    const after = decodeJpeg(encodeJpeg(before, { quality: 100, isHalved: false }));
    expect(farthest(before.samples, after.samples)).toBeLessThanOrEqual(2);
  });
});

describe('cleaning', () => {
  it('leaves the pixels as they are', () => {
    for (const name of names)
      expect(decodeJpeg(cleanJpeg(sampleJpeg(name)))).toEqual(decodeJpeg(sampleJpeg(name)));
  });
});
