import type { Matrix } from '../geometry.ts';
import type { ImageItem } from '../paged-document.ts';

/** How large a picture is printed, by what the groups around it do to it; pt along its own sides. */
export function printedSize(
  { width, height }: ImageItem,
  transform: Matrix | undefined,
): { readonly width: number; readonly height: number } {
  const [a, b, c, d] = transform ?? [1, 0, 0, 1];
  return { width: width * Math.hypot(a, b), height: height * Math.hypot(c, d) };
}
