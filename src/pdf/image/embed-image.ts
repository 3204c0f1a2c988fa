import type { ImageData } from '../../content/image.ts';
import { cleanJpeg } from '../../raster/jpeg/clean-jpeg.ts';
import { jpegColours } from '../../raster/jpeg/colours.ts';
import type { ColourSpace } from '../../raster/pixels.ts';
import { type PngChunks, readPng, samplesPerPixel } from '../../raster/png/chunks.ts';
import { decodePng } from '../../raster/png/decode-png.ts';
import { filterRows } from '../../raster/png/filter-rows.ts';
import { alphaOf, spread } from '../../raster/png/pixels-of-png.ts';
import type { PdfFile } from '../pdf-file.ts';
import type { Dictionary, PdfReference } from '../pdf-object.ts';

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

const spaces: Readonly<Record<ColourSpace, string>> = {
  grey: 'DeviceGray',
  rgb: 'DeviceRGB',
  cmyk: 'DeviceCMYK',
};

function embedJpeg(file: PdfFile, { width, height, bytes }: ImageData): PdfReference {
  const { space, isInverted, isTransformed } = jpegColours(bytes);
  // What a reader takes for granted where Adobe's marker says nothing (ISO 32000-1 table 13).
  const isUsual = isTransformed === (space === 'rgb') || space === 'grey';
  return file.stream(
    {
      ...imageDictionary(width, height, 8, spaces[space]),
      Decode: isInverted ? [1, 0, 1, 0, 1, 0, 1, 0] : undefined,
      Filter: 'DCTDecode',
      DecodeParms: isUsual ? undefined : { ColorTransform: isTransformed ? 1 : 0 },
    },
    cleanJpeg(bytes),
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

/** The samples that are colours, without alpha. */
function coloursOnly(samples: Uint8Array, perPixel: number): Uint8Array {
  const count = perPixel - 1;
  const pixels = samples.length / perPixel;
  const out = new Uint8Array(pixels * count);
  for (let i = 0; i < pixels; i++)
    for (let s = 0; s < count; s++) out[i * count + s] = samples[i * perPixel + s]!;
  return out;
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
  const colours = png.colourType >= 4 ? coloursOnly(samples, perPixel) : spread(samples, png);
  return embedSamples(file, png, colours, {
    ColorSpace: pngColourSpace(file, png),
    SMask: alpha && embedSamples(file, png, alpha, {}),
  });
}

/** Writes a picture as an image XObject, without its metadata; its orientation is for the one who draws it. */
export function embedImage(file: PdfFile, image: ImageData): PdfReference {
  return image.format === 'jpeg' ? embedJpeg(file, image) : embedPng(file, image);
}
