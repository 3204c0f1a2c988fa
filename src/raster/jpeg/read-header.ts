import { BrokenPicture } from '../broken-picture.ts';
import { exifOrientation } from '../exif.ts';
import type { ImageHeader } from '../header.ts';
import { jpegColours } from './colours.ts';
import { type Frame, readFrame } from './frame.ts';
import { readCoefficients } from './read-coefficients.ts';
import { isFrame, markers, segmentsOf, startsWith } from './segments.ts';

/** Reads the size of a JPEG from its frame header (ITU-T T.81 annex B); pixels are not decoded. */
export function readJpegHeader(bytes: Uint8Array): ImageHeader {
  let frame: Frame | undefined;
  let orientation = 1;
  try {
    for (const { marker, body } of segmentsOf(bytes)) {
      if (isFrame(marker)) frame = readFrame(marker, body);
      else if (marker === markers.app1 && startsWith(body, 'Exif\0\0'))
        orientation = exifOrientation(body.subarray(6));
      else if (marker === markers.scan) {
        if (!frame) return { problem: 'it has no frame header' };
        const { width, height } = frame;
        return { width, height, orientation, space: jpegColours(bytes).space };
      }
    }
    return { problem: 'it holds no pixels' };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

/**
 * What is wrong with the pixels of a JPEG whose header is sound; undefined where nothing is. Viewers draw what is missing
 * grey, so that it would be printed before it is seen.
 */
export function checkJpegPixels(bytes: Uint8Array): string | undefined {
  try {
    readCoefficients(bytes, false);
    return undefined;
  } catch (error) {
    return problemOf(error);
  }
}

function problemOf(error: unknown): string {
  if (error instanceof BrokenPicture) return error.message;
  throw error;
}
