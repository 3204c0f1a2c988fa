import type { ColourSpace } from './pixels.ts';

/** What the header of a picture says. */
export interface ImageSize {
  /** Pixels, before `orientation`. */
  readonly width: number;
  readonly height: number;
  /** EXIF orientation 1 to 8; 1 where there is none. */
  readonly orientation: number;
  /** What its pixels are made of. */
  readonly space: ColourSpace;
}

/** The header of a picture; `problem` where the file is not whole. */
export type ImageHeader = ImageSize | { readonly problem: string };
