import { describe, expect, it } from 'vitest';
import { plainStroke, rectanglePath } from '../../../src/layout/graphics.ts';
import type { DisplayItem, PathItem, RectItem } from '../../../src/layout/paged-document.ts';
import { lowInk } from '../../../src/pdf/editions/low-ink.ts';
import { createFaces, notoSans } from '../support/faces.ts';
import { element, line, paged } from '../support/sample.ts';

const { open } = await createFaces();
const red = { r: 0.69, g: 0.07, b: 0.1, a: 1 };
const white = { r: 1, g: 1, b: 1, a: 1 };
const black = { r: 0, g: 0, b: 0, a: 1 };

const rect = (fill: typeof red, width: number, height: number, content?: number): RectItem => ({
  kind: 'rect',
  content,
  x: 20,
  y: 20,
  width,
  height,
  fill,
});
const text = (colour: typeof red): readonly DisplayItem[] =>
  line('Free', { faces: [open(notoSans)], x: 40, y: 60, size: 12, content: 1, language: 'en' }).items.map(
    (item) => (item.kind === 'glyphs' ? { ...item, colour } : item),
  );
const made = (...items: readonly DisplayItem[]) =>
  lowInk(paged([items], element('Document', [element('P', [1, 2])]))).pages[0]!.items;
/** Shape, fill and stroke of each item; greys as one number. */
const described = (...items: readonly DisplayItem[]) =>
  made(...items).map((item) => {
    const shade = ({ r, g, b }: typeof red) => (r === g && g === b ? r : 'colour');
    if (item.kind === 'glyphs') return `text ${shade(item.colour)}`;
    if (item.kind === 'rect') return `rect ${shade(item.fill)}`;
    if (item.kind !== 'path') return item.kind;
    const paint = (value: PathItem['fill']) => (value && 'r' in value ? shade(value) : 'none');
    return `path ${paint(item.fill)} ${paint(item.stroke?.paint)}`;
  });

describe('with little ink', () => {
  it('areas are framed and what was white on them is black', () => {
    expect(described(rect(red, 200, 100), ...text(white))).toEqual(['path none 0.55', 'text 0']);
  });

  it('text and rules are as light as their colours were, but dark enough to read', () => {
    expect(described(rect(red, 200, 3), ...text(red), ...text({ r: 0.9, g: 0.6, b: 0, a: 1 }))).toEqual([
      'rect 0.345',
      'text 0.345',
      'text 0',
    ]);
  });

  it('what means something keeps its area, and what stands on it its lightness', () => {
    expect(described(rect(red, 200, 100, 2), ...text(white))).toEqual(['rect 0.345', 'text 1']);
  });

  it('drawings that were light on a dark ground are dark', () => {
    const star: PathItem = {
      kind: 'path',
      content: 2,
      path: rectanglePath(40, 40, 20, 20),
      fill: white,
      fillRule: 'nonzero',
      stroke: plainStroke(white, 1),
    };
    expect(described(rect(red, 200, 100), star)).toEqual(['path none 0.55', 'path 0 0']);
    expect(described(star)).toEqual(['path 1 1']);
  });

  it('the modules of a code stay black and white grounds white', () => {
    expect(described(rect(white, 90, 90), rect(black, 4, 4, 2))).toEqual(['rect 1', 'rect 0']);
  });

  it('a ground as large as the page is left out', () => {
    expect(described({ ...rect(red, 420, 595), x: 0, y: 0 }, ...text(white))).toEqual(['text 0']);
  });

  it('no page has another item less', () => {
    const items = [rect(red, 200, 100), ...text(red), rect(black, 5, 5)];
    expect(made(...items)).toHaveLength(items.length);
  });
});
