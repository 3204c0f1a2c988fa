import type { ImageSize } from './header.ts';

/** A picture's file with what its header says. */
export interface RasterFile extends ImageSize {
  readonly format: 'png' | 'jpeg';
  readonly bytes: Uint8Array;
}
