import type { MarkupElement } from './markup.ts';

/** A picture that was checked by its header; the bytes are the file's, metadata and all, until a writer cleans them. */
export interface ImageData {
  /** Hex SHA-256 of `bytes`: equal pictures are embedded once. */
  readonly key: string;
  readonly format: 'png' | 'jpeg';
  /** Pixels, before `orientation`. */
  readonly width: number;
  readonly height: number;
  /** EXIF orientation 1 to 8; 1 where there is none. */
  readonly orientation: number;
  readonly bytes: Uint8Array;
}

/** A picture's pixels, set upright. */
export function pixelsOf(image: ImageData): { readonly width: number; readonly height: number } {
  return image.orientation >= 5 ? { width: image.height, height: image.width } : image;
}

/** A drawing (SVG) that was parsed and checked: its elements, those that editors keep for themselves left out. */
export interface DrawingData {
  readonly format: 'svg';
  readonly root: MarkupElement;
}

/** What an `<img>` can show. */
export type PictureData = ImageData | DrawingData;
