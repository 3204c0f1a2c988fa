import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import { printResolution, uprightPixels } from '../../raster/printed-pixels.ts';
import type { Matrix } from '../geometry.ts';
import type { ImageItem, Page } from '../paged-document.ts';
import { placedItems } from '../paint/placed-items.ts';
import { printedSize } from '../paint/printed-size.ts';

const pointsPerInch = 72;
const millimetresPerPoint = 25.4 / pointsPerInch;

/** A picture as large as it is printed; pt. */
interface PrintedPicture {
  readonly item: ImageItem;
  readonly width: number;
  readonly height: number;
  /** Along the side on which its pixels are fewest an inch. */
  readonly resolution: number;
}

/** Pictures that are printed below 300 dpi, once for each place that asks for one, where it is largest. */
export function checkResolution(pages: readonly Page[]): Diagnostic[] {
  const coarsest = new Map<Span, PrintedPicture>();
  for (const { items } of pages) {
    for (const { item, transform } of placedItems(items)) {
      if (item.kind !== 'image' || item.width <= 0 || item.height <= 0) continue;
      const printed = printedPicture(item, transform);
      const known = coarsest.get(item.span);
      // Half a dot is rounding: a picture of 300 dpi by its file is one.
      if (printed.resolution > printResolution - 0.5 || (known && known.resolution <= printed.resolution))
        continue;
      coarsest.set(item.span, printed);
    }
  }
  return [...coarsest].map(([span, printed]) => tell(span, printed));
}

function printedPicture(item: ImageItem, transform: Matrix | undefined): PrintedPicture {
  const { width, height } = printedSize(item, transform);
  const pixels = uprightPixels(item.image);
  const resolution = Math.min(pixels.width / width, pixels.height / height) * pointsPerInch;
  return { item, width, height, resolution };
}

function tell(span: Span, { item, width, height, resolution }: PrintedPicture): Diagnostic {
  const { width: across, height: down } = uprightPixels(item.image);
  const size = [width, height].map((side) => Math.round(side * millimetresPerPoint)).join(' × ');
  const wanted = [width, height]
    .map((side) => Math.ceil((side / pointsPerInch) * printResolution))
    .join(' × ');
  const message = `the picture is printed at ${Math.floor(resolution)} dpi: ${across} × ${down} pixels on ${size} mm`;
  return diagnose(
    'image-resolution',
    message,
    span,
    `Use one of ${wanted} pixels (${printResolution} dpi), or print it smaller`,
  );
}
