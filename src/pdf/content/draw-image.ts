import type { ImageItem } from '../../layout/paged-document.ts';
import { decimals } from './numbers.ts';
import type { PagePlace } from './page-place.ts';

/**
 * The matrices that set a picture upright by its EXIF orientation (TIFF 6.0, tag 274) in the unit square of
 * ISO 32000-1 §8.9.5: a, b, c, d, e, f.
 */
const upright: readonly (readonly [number, number, number, number, number, number])[] = [
  [1, 0, 0, 1, 0, 0],
  [-1, 0, 0, 1, 1, 0],
  [-1, 0, 0, -1, 1, 1],
  [1, 0, 0, -1, 0, 1],
  [0, -1, -1, 0, 1, 1],
  [0, -1, 1, 0, 0, 1],
  [0, 1, 1, 0, 0, 0],
  [0, 1, -1, 0, 1, 0],
];

/** Draws a picture into its box, turned as its orientation says. The name is that of the XObject. */
export function drawImage(item: ImageItem, name: string, place: PagePlace): string {
  const [a, b, c, d, e, f] = upright[item.image.orientation - 1] ?? upright[0]!;
  const { width, height } = item;
  const left = place.x(item.x);
  const bottom = place.y(item.y + height);
  const matrix = decimals(
    a * width,
    b * height,
    c * width,
    d * height,
    left + e * width,
    bottom + f * height,
  );
  return `q\n${matrix} cm\n/${name} Do\nQ\n`;
}
