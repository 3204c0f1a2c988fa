import type { DisplayItem, Page } from '../../../src/layout/paged-document.ts';
import type { Sheets } from '../../../src/pdf/imposition/sheet.ts';

/** Pt of millimetres. */
export const mm = (value: number): number => (value * 72) / 25.4;

/** A page of a size in mm whose one drawing with a meaning stands so far from its edges. */
export function page(width: number, height: number, margin = 12): Page {
  const ground: DisplayItem = rect(undefined, 0, 0, width, height);
  const drawing = rect(1, margin, margin, width - 2 * margin, height - 2 * margin);
  return { width: mm(width), height: mm(height), bleed: 0, slug: 0, items: [ground, drawing] };
}

/** A filled rectangle; mm. */
export function rect(
  content: number | undefined,
  x: number,
  y: number,
  width: number,
  height: number,
): DisplayItem {
  const fill = { r: 0.7, g: 0, b: 0, a: 1 };
  return { kind: 'rect', content, x: mm(x), y: mm(y), width: mm(width), height: mm(height), fill };
}

/** What stands where, in mm to a tenth: sheets as lines of `page@x,y` with a scale that is not 1. */
export function describeSides({ sides }: Sheets): readonly string[] {
  return sides.map(({ width, height, pages }) => {
    const placed = pages.map(
      ({ page: number, x, y, scale }) =>
        `${number + 1}@${round(x)},${round(y)}${scale === 1 ? '' : `×${scale.toFixed(3)}`}`,
    );
    return `${round(width)}×${round(height)}: ${placed.join(' ')}`;
  });
}

/** What is shown of each page of a side: left, top, width, height in mm to a tenth. */
export function describeClips({ sides }: Sheets, side = 0): readonly string[] {
  return sides[side]!.pages.map(({ clip: { x, y, width, height } }) =>
    [x, y, width, height].map(round).join(' '),
  );
}

function round(value: number): number {
  const tenths = Math.round((value * 254) / 72) / 10;
  return tenths === 0 ? 0 : tenths;
}
