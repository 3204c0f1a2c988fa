/** What the samples of a pixel are: one of grey, three of sRGB, four of ink (255 is full). */
export type ColourSpace = 'grey' | 'rgb' | 'cmyk';

/** A decoded picture: samples of 8 bits, row by row, each pixel's colours and then its alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly space: ColourSpace;
  /** Whether each pixel ends with an alpha sample, by which its colours are not multiplied. */
  readonly hasAlpha: boolean;
  readonly samples: Uint8Array;
}

/** How many samples a pixel's colour has. */
export const coloursOf: Readonly<Record<ColourSpace, number>> = { grey: 1, rgb: 3, cmyk: 4 };
