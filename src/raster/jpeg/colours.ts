import { BrokenPicture } from '../broken-picture.ts';
import type { ColourSpace } from '../pixels.ts';
import { readFrame } from './frame.ts';
import { isFrame, markers, segmentsOf, startsWith } from './segments.ts';

/** What the components of a JPEG are. */
export interface JpegColours {
  readonly space: ColourSpace;
  /** Colours are luminance and differences: YCbCr, or YCCK. */
  readonly isTransformed: boolean;
  /** 0 is full ink. */
  readonly isInverted: boolean;
}

/**
 * What the components of a JPEG are: by Adobe's marker (Adobe TN 5116), else by JFIF's, else by the names of the
 * components, as libjpeg has it. Throws {@link BrokenPicture} for what has no frame.
 */
export function jpegColours(bytes: Uint8Array): JpegColours {
  let isJfif = false;
  let adobe: number | undefined;
  for (const { marker, body } of segmentsOf(bytes)) {
    if (marker === markers.app0 && startsWith(body, 'JFIF\0')) isJfif = true;
    else if (marker === markers.app14 && startsWith(body, 'Adobe') && body.length >= 12) adobe = body[11]!;
    else if (isFrame(marker)) {
      const { components } = readFrame(marker, body);
      if (components.length === 1) return { space: 'grey', isTransformed: false, isInverted: false };
      if (components.length === 4)
        return { space: 'cmyk', isTransformed: adobe === 2, isInverted: adobe !== undefined };
      const names = String.fromCharCode(...components.map(({ id }) => id));
      const isTransformed = adobe === undefined ? isJfif || names !== 'RGB' : adobe !== 0;
      return { space: 'rgb', isTransformed, isInverted: false };
    }
  }
  throw new BrokenPicture('it has no frame header');
}
