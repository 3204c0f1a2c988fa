import type { ImageData } from '../../content/image.ts';
import type { PagedDocument } from '../../layout/paged-document.ts';
import { placedItems } from '../../layout/paint/placed-items.ts';
import { printedSize } from '../../layout/paint/printed-size.ts';
import { foreignProfile } from '../../raster/foreign-profile.ts';
import { type Extent, neededPixels } from '../../raster/printed-pixels.ts';
import type { Remaking } from '../../raster/remake.ts';

/**
 * The pages with pictures in sRGB or grey, of no more than 300 dpi where they are printed largest; inks stay inks. What is decoded for it is let go
 * again; where there is nothing to do, no decoder is loaded.
 */
export async function fitImages(document: PagedDocument): Promise<PagedDocument> {
  const largest = new Map<string, Extent>();
  const images = new Map<string, ImageData>();
  for (const { items } of document.pages) {
    for (const { item, transform } of placedItems(items)) {
      if (item.kind !== 'image') continue;
      const { width, height } = printedSize(item, transform);
      const known = largest.get(item.image.key) ?? { width: 0, height: 0 };
      images.set(item.image.key, item.image);
      largest.set(item.image.key, {
        width: Math.max(known.width, width),
        height: Math.max(known.height, height),
      });
    }
  }
  return remakeImages(document, images.values(), (image) => {
    const size = neededPixels(image, largest.get(image.key)!);
    const profile = foreignProfile(image);
    return size || profile ? { ...(size && { size }), ...(profile && { profile }) } : undefined;
  });
}

/** The pages with pictures in the colours of screens, or in greys; those that are grey stay as they are. */
export async function convertImages(document: PagedDocument, space: 'rgb' | 'grey'): Promise<PagedDocument> {
  const images = new Map<string, ImageData>();
  for (const { items } of document.pages) {
    for (const item of items) if (item.kind === 'image') images.set(item.image.key, item.image);
  }
  return remakeImages(document, images.values(), (image) =>
    image.space === space || image.space === 'grey' ? undefined : { space },
  );
}

/** Makes those pictures anew for which `how` gives anything. */
async function remakeImages(
  document: PagedDocument,
  images: Iterable<ImageData>,
  how: (image: ImageData) => Remaking | undefined,
): Promise<PagedDocument> {
  const remade = new Map<string, ImageData>();
  for (const image of images) {
    const remaking = how(image);
    if (!remaking) continue;
    const { remake } = await import('../../raster/remake.ts');
    const { size, space = '', profile } = remaking;
    const key = `${image.key} ${size ? `${size.width}x${size.height}` : ''} ${space} ${profile ? 'srgb' : ''}`;
    remade.set(image.key, { ...image, ...remake(image, remaking), key });
  }
  if (remade.size === 0) return document;
  const pages = document.pages.map((page) => ({
    ...page,
    items: page.items.map((item) => {
      const image = item.kind === 'image' && remade.get(item.image.key);
      return image ? { ...item, image } : item;
    }),
  }));
  return { ...document, pages };
}
