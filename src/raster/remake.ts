import { deflateSync } from 'node:zlib';
import { cleanRaster } from './clean-raster.ts';
import type { ColourProfile } from './colour-profile.ts';
import { convertColours } from './convert-colours.ts';
import { decodeJpeg } from './jpeg/decode-jpeg.ts';
import { encodeJpeg } from './jpeg/encode-jpeg.ts';
import { readFrame } from './jpeg/frame.ts';
import { isFrame, segmentsOf } from './jpeg/segments.ts';
import { type ColourSpace, coloursOf, type Pixels } from './pixels.ts';
import { readPng } from './png/chunks.ts';
import { filterRows } from './png/filter-rows.ts';
import { pixelsOfPng } from './png/pixels-of-png.ts';
import { writePng } from './png/write-png.ts';
import type { Extent } from './printed-pixels.ts';
import type { RasterFile } from './raster-file.ts';
import { shrink } from './shrink.ts';
import { toSrgb } from './to-srgb.ts';

/** How a picture is to become; what is not named stays. */
export interface Remaking {
  /** Pixels as it is stored, no more than it has. */
  readonly size?: Extent;
  readonly space?: Exclude<ColourSpace, 'cmyk'>;
  /** What its colours are by, which become sRGB's. */
  readonly profile?: ColourProfile;
}

/** Photographs at 300 dpi show no difference from here on. */
const jpegQuality = 88;

/**
 * Makes a picture anew, smaller or in other colours, in its own format; its orientation stays to be applied. One that would only
 * become smaller and takes as many bytes then is left as it was. The bytes are without metadata. Throws `BrokenPicture`.
 */
export function remake(file: RasterFile, { size, space, profile }: Remaking): RasterFile {
  const stored = file.format === 'png' ? pixelsOfPng(readPng(file.bytes)) : decodeJpeg(file.bytes);
  let pixels = profile ? toSrgb(stored, profile) : stored;
  if (size) pixels = shrink(pixels, size.width, size.height);
  const converted = space ? convertColours(pixels, space) : pixels;
  const bytes = file.format === 'png' ? encodePng(converted) : recodeJpeg(converted, file.bytes);
  const { width, height } = converted;
  const made = { ...file, width, height, space: converted.space, bytes };
  if (profile || converted !== pixels) return made;
  const kept = cleanRaster(file);
  return bytes.length < kept.length ? made : { ...file, bytes: kept };
}

/** Colour differences have as few samples as before. */
function recodeJpeg(pixels: Pixels, before: Uint8Array): Uint8Array {
  for (const { marker, body } of segmentsOf(before)) {
    if (!isFrame(marker)) continue;
    const { across, down } = readFrame(marker, body);
    return encodeJpeg(pixels, { quality: jpegQuality, isHalved: across * down > 1 });
  }
  throw new TypeError('A JPEG that was decoded has a frame');
}

function encodePng({ width, height, space, hasAlpha, samples }: Pixels): Uint8Array {
  const perPixel = coloursOf[space] + (hasAlpha ? 1 : 0);
  return writePng({
    width,
    height,
    bitDepth: 8,
    colourType: (space === 'rgb' ? 2 : 0) + (hasAlpha ? 4 : 0),
    interlaced: false,
    palette: undefined,
    transparency: undefined,
    data: deflateSync(filterRows(samples, width * perPixel, perPixel), { level: 9 }),
  });
}
