import type { ImageData } from '../content/image.ts';
import { cleanRaster } from '../raster/clean-raster.ts';
import { foreignProfile } from '../raster/foreign-profile.ts';
import { type Extent, neededPixels } from '../raster/printed-pixels.ts';
import type { Remaking } from '../raster/remake.ts';

/** Files of pictures by key, as they go into the package. */
export type PictureFiles = ReadonlyMap<string, Uint8Array>;

/** The pictures of a document, and how large each is printed. */
export interface PrintedImages {
  /** `size` in pt, upright. */
  add(image: ImageData, size: Extent): void;
  /** A picture that the document makes for itself, and that stays as it is. */
  addFile(key: string, bytes: Uint8Array): void;
  readonly images: ReadonlyMap<string, PrintedImage>;
  readonly files: PictureFiles;
}

interface PrintedImage {
  readonly image: ImageData;
  /** Where it is largest. */
  readonly size: Extent;
}

/** An empty list. */
export function printedImages(): PrintedImages {
  const images = new Map<string, PrintedImage>();
  const files = new Map<string, Uint8Array>();
  return {
    images,
    files,
    add(image, { width, height }) {
      const known = images.get(image.key)?.size ?? { width: 0, height: 0 };
      const size = { width: Math.max(known.width, width), height: Math.max(known.height, height) };
      images.set(image.key, { image, size });
    },
    addFile: (key, bytes) => void files.set(key, bytes),
  };
}

/** Each picture once, without metadata, in sRGB or grey, of no more than 300 dpi where it is largest. */
export async function pictureFiles({ images, files }: PrintedImages): Promise<PictureFiles> {
  const made = new Map(files);
  for (const [key, { image, size }] of images) made.set(key, await fileOf(image, size));
  return made;
}

/** The decoders are loaded only for what has to be made anew. */
async function fileOf(image: ImageData, size: Extent): Promise<Uint8Array> {
  const needed = neededPixels(image, size);
  const profile = foreignProfile(image);
  const remaking: Remaking = {
    ...(profile && { profile }),
    ...(needed && { size: needed }),
    ...(image.space === 'cmyk' && { space: 'rgb' }),
  };
  if (Object.keys(remaking).length === 0) return cleanRaster(image);
  const { remake } = await import('../raster/remake.ts');
  return remake(image, remaking).bytes;
}
