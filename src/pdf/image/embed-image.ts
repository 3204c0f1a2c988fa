import { type PngChunks, readPng, samplesPerPixel } from '../../content/image/read-png.ts';
import type { ImageData } from '../../content/image.ts';
import type { PdfFile } from '../pdf-file.ts';
import type { Dictionary, PdfReference } from '../pdf-object.ts';
import { decodePng, paeth } from './decode-png.ts';
import { cleanJpeg } from './jpeg.ts';

function imageDictionary(width: number, height: number, bits: number, colourSpace: unknown): Dictionary {
  return {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: bits,
    ColorSpace: colourSpace,
  };
}

function embedJpeg(file: PdfFile, image: ImageData): PdfReference {
  const jpeg = cleanJpeg(image.bytes);
  const space = jpeg.components === 1 ? 'DeviceGray' : jpeg.components === 4 ? 'DeviceCMYK' : 'DeviceRGB';
  const inverted = jpeg.components === 4 && jpeg.adobe;
  return file.stream(
    {
      ...imageDictionary(jpeg.width, jpeg.height, jpeg.bitsPerComponent, space),
      Decode: inverted ? [1, 0, 1, 0, 1, 0, 1, 0] : undefined,
      Filter: 'DCTDecode',
    },
    jpeg.bytes,
  );
}

function pngColourSpace(file: PdfFile, png: PngChunks): unknown {
  if (png.colourType === 3) {
    const palette = png.palette ?? new Uint8Array(3);
    return ['Indexed', 'DeviceRGB', Math.floor(palette.length / 3) - 1, file.stream({}, palette)];
  }
  return png.colourType === 0 || png.colourType === 4 ? 'DeviceGray' : 'DeviceRGB';
}

/** The one colour that is transparent, as a colour key mask (ISO 32000-1 §8.9.6.4). */
function colourKey(png: PngChunks): number[] | undefined {
  const key = png.transparency;
  if (!key || png.colourType === 3) return undefined;
  const mask: number[] = [];
  for (let i = 0; i + 1 < key.length && mask.length < samplesPerPixel(png.colourType) * 2; i += 2) {
    const value = (key[i]! << 8) | key[i + 1]!;
    mask.push(value, value);
  }
  return mask;
}

/** The file's own deflated rows: PDF's predictor 15 is PNG's filters. */
function passThrough(file: PdfFile, png: PngChunks): PdfReference {
  return file.stream(
    {
      ...imageDictionary(png.width, png.height, png.bitDepth, pngColourSpace(file, png)),
      Mask: colourKey(png),
      Filter: 'FlateDecode',
      DecodeParms: {
        Predictor: 15,
        Colors: samplesPerPixel(png.colourType),
        BitsPerComponent: png.bitDepth,
        Columns: png.width,
      },
    },
    png.data,
  );
}

/** Rows with the Paeth filter, which photographs deflate best with. */
function filterRows(samples: Uint8Array, rowLength: number, step: number): Uint8Array {
  const rows = samples.length / rowLength;
  const out = new Uint8Array(samples.length + rows);
  for (let row = 0; row < rows; row++) {
    const from = row * rowLength;
    const to = from + row;
    out[to] = 4;
    for (let i = 0; i < rowLength; i++) {
      const left = i >= step ? samples[from + i - step]! : 0;
      const up = row > 0 ? samples[from + i - rowLength]! : 0;
      const corner = row > 0 && i >= step ? samples[from + i - rowLength - step]! : 0;
      out[to + 1 + i] = samples[from + i]! - paeth(left, up, corner);
    }
  }
  return out;
}

/** Whole bytes as an image: palette indices as they are, others filtered. */
function embedSamples(file: PdfFile, png: PngChunks, samples: Uint8Array, more: Dictionary): PdfReference {
  const colours = samples.length / (png.width * png.height);
  const indexed = Array.isArray(more.ColorSpace);
  const dictionary = { ...imageDictionary(png.width, png.height, 8, 'DeviceGray'), ...more };
  if (indexed) return file.stream(dictionary, samples);
  const parameters = { Predictor: 15, Colors: colours, BitsPerComponent: 8, Columns: png.width };
  return file.stream(
    { ...dictionary, DecodeParms: parameters },
    filterRows(samples, png.width * colours, colours),
  );
}

/** Part of every pixel's samples. */
function pick(samples: Uint8Array, perPixel: number, from: number, count: number): Uint8Array {
  const pixels = samples.length / perPixel;
  const out = new Uint8Array(pixels * count);
  for (let i = 0; i < pixels; i++)
    for (let s = 0; s < count; s++) out[i * count + s] = samples[i * perPixel + from + s]!;
  return out;
}

/** Grey of fewer than 8 bits brought to the full range; other samples as they are. */
function spread(samples: Uint8Array, png: PngChunks): Uint8Array {
  if (png.colourType !== 0 || png.bitDepth >= 8) return samples;
  const top = (1 << png.bitDepth) - 1;
  return samples.map((value) => Math.round((value * 255) / top));
}

/** A byte of alpha for every pixel, or undefined where all is opaque. */
function alphaOf(png: PngChunks, samples: Uint8Array): Uint8Array | undefined {
  if (png.colourType === 4) return pick(samples, 2, 1, 1);
  if (png.colourType === 6) return pick(samples, 4, 3, 1);
  const key = png.transparency;
  if (!key) return undefined;
  if (png.colourType === 3) return samples.map((index) => key[index] ?? 255);
  const perPixel = samplesPerPixel(png.colourType);
  const wanted = Array.from({ length: perPixel }, (_, s) =>
    png.bitDepth === 16 ? key[s * 2]! : key[s * 2 + 1]!,
  );
  const alpha = new Uint8Array(samples.length / perPixel).fill(255);
  for (let i = 0; i < alpha.length; i++) {
    if (wanted.every((value, s) => samples[i * perPixel + s] === value)) alpha[i] = 0;
  }
  return alpha;
}

function embedPng(file: PdfFile, image: ImageData): PdfReference {
  const png = readPng(image.bytes);
  // Readers hold a colour key of 16 bits to samples of 8.
  const isMasked = png.transparency !== undefined && (png.colourType === 3 || png.bitDepth === 16);
  const hasAlpha = png.colourType >= 4 || isMasked;
  if (!png.interlaced && !hasAlpha) return passThrough(file, png);
  const samples = decodePng(png);
  const alpha = alphaOf(png, samples);
  const perPixel = samplesPerPixel(png.colourType);
  const colours = png.colourType >= 4 ? pick(samples, perPixel, 0, perPixel - 1) : spread(samples, png);
  return embedSamples(file, png, colours, {
    ColorSpace: pngColourSpace(file, png),
    SMask: alpha?.some((value) => value !== 255) ? embedSamples(file, png, alpha, {}) : undefined,
  });
}

/** Writes a picture as an image XObject, without its metadata; its orientation is for the one who draws it. */
export function embedImage(file: PdfFile, image: ImageData): PdfReference {
  return image.format === 'jpeg' ? embedJpeg(file, image) : embedPng(file, image);
}
