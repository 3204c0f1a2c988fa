import type { RasterFile } from '../raster/raster-file.ts';
import type { MarkupElement } from './markup.ts';

/** A picture that was checked by its header; the bytes are the file's, metadata and all, until a writer cleans them. */
export interface ImageData extends RasterFile {
  /** Hex SHA-256 of `bytes`: equal pictures are embedded once. */
  readonly key: string;
}

/** A drawing (SVG) that was parsed and checked: its elements, those that editors keep for themselves left out. */
export interface DrawingData {
  readonly format: 'svg';
  readonly root: MarkupElement;
}

/** What an `<img>` can show. */
export type PictureData = ImageData | DrawingData;
