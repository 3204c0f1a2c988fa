import type { Pixels } from '../pixels.ts';
import { type PngChunks, samplesPerPixel } from './chunks.ts';
import { decodePng } from './decode-png.ts';

/** A PNG as grey or sRGB of 8 bits, its palette looked up; with alpha where anything may be transparent. */
export function pixelsOfPng(png: PngChunks): Pixels {
  const { width, height, colourType } = png;
  const stored = decodePng(png);
  const alpha = alphaOf(png, stored);
  const perPixel = samplesPerPixel(colourType);
  const space = colourType === 0 || colourType === 4 ? 'grey' : 'rgb';
  const colours = colourType === 3 ? lookedUp(stored, png) : spread(stored, png);
  // How many samples a pixel has there, and how many of them are colours.
  const step = colourType === 3 ? 3 : perPixel;
  const count = space === 'grey' ? 1 : 3;
  if (!alpha && step === count) return { width, height, space, hasAlpha: false, samples: colours };
  const size = count + (alpha ? 1 : 0);
  const samples = new Uint8Array(width * height * size);
  for (let i = 0; i < width * height; i++) {
    for (let s = 0; s < count; s++) samples[i * size + s] = colours[i * step + s]!;
    if (alpha) samples[i * size + count] = alpha[i]!;
  }
  return { width, height, space, hasAlpha: alpha !== undefined, samples };
}

function lookedUp(indices: Uint8Array, { palette = new Uint8Array(3) }: PngChunks): Uint8Array {
  const colours = new Uint8Array(indices.length * 3);
  for (let i = 0; i < indices.length; i++)
    for (let s = 0; s < 3; s++) colours[i * 3 + s] = palette[indices[i]! * 3 + s] ?? 0;
  return colours;
}

/** Grey of fewer than 8 bits brought to the full range; other samples as they are. */
export function spread(samples: Uint8Array, png: PngChunks): Uint8Array {
  if (png.colourType !== 0 || png.bitDepth >= 8) return samples;
  const top = (1 << png.bitDepth) - 1;
  return samples.map((value) => Math.round((value * 255) / top));
}

/** A byte of alpha for every pixel, or undefined where all is opaque; `samples` as they are stored. */
export function alphaOf(png: PngChunks, samples: Uint8Array): Uint8Array | undefined {
  const perPixel = samplesPerPixel(png.colourType);
  const alpha = new Uint8Array(samples.length / perPixel).fill(255);
  const key = png.transparency;
  if (png.colourType >= 4) {
    for (let i = 0; i < alpha.length; i++) alpha[i] = samples[(i + 1) * perPixel - 1]!;
  } else if (!key) return undefined;
  else if (png.colourType === 3) {
    for (let i = 0; i < alpha.length; i++) alpha[i] = key[samples[i]!] ?? 255;
  } else {
    const wanted = Array.from({ length: perPixel }, (_, s) =>
      png.bitDepth === 16 ? key[s * 2]! : key[s * 2 + 1]!,
    );
    for (let i = 0; i < alpha.length; i++) {
      if (wanted.every((value, s) => samples[i * perPixel + s] === value)) alpha[i] = 0;
    }
  }
  return alpha.some((value) => value !== 255) ? alpha : undefined;
}
