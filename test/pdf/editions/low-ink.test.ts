import { describe, expect, it } from 'vitest';
import { plainStroke, rectanglePath } from '../../../src/layout/graphics.ts';
import type { DisplayItem, PathItem, RectItem } from '../../../src/layout/paged-document.ts';
import { lowInk } from '../../../src/pdf/editions/low-ink.ts';
import { readPng } from '../../../src/raster/png/chunks.ts';
import { decodePng } from '../../../src/raster/png/decode-png.ts';
import { createFaces, notoSans } from '../support/faces.ts';
import { makePng, picture } from '../support/pictures.ts';
import { element, line, nowhere, paged } from '../support/sample.ts';

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
const made = async (...items: readonly DisplayItem[]) =>
  (await lowInk(paged([items], element('Document', [element('P', [1, 2])])))).pages[0]!.items;
/** Shape, fill and stroke of each item; greys as one number. */
const described = async (...items: readonly DisplayItem[]) =>
  (await made(...items)).map((item) => {
    const shade = ({ r, g, b }: typeof red) => (r === g && g === b ? r : 'colour');
    if (item.kind === 'glyphs') return `text ${shade(item.colour)}`;
    if (item.kind === 'rect') return `rect ${shade(item.fill)}`;
    if (item.kind !== 'path') return item.kind;
    const paint = (value: PathItem['fill']) => (value && 'r' in value ? shade(value) : 'none');
    return `path ${paint(item.fill)} ${paint(item.stroke?.paint)}`;
  });

describe('with little ink', () => {
  it('areas are framed and what was white on them is black', async () => {
    expect(await described(rect(red, 200, 100), ...text(white))).toEqual(['path none 0.55', 'text 0']);
  });

  it('text and rules are as light as their colours were, but dark enough to read', async () => {
    expect(await described(rect(red, 200, 3), ...text(red), ...text({ r: 0.9, g: 0.6, b: 0, a: 1 }))).toEqual(
      ['rect 0.345', 'text 0.345', 'text 0'],
    );
  });

  it('what means something keeps its area, and what stands on it its lightness', async () => {
    expect(await described(rect(red, 200, 100, 2), ...text(white))).toEqual(['rect 0.345', 'text 1']);
  });

  it('drawings that were light on a dark ground are dark', async () => {
    const star: PathItem = {
      kind: 'path',
      content: 2,
      path: rectanglePath(40, 40, 20, 20),
      fill: white,
      fillRule: 'nonzero',
      stroke: plainStroke(white, 1),
    };
    expect(await described(rect(red, 200, 100), star)).toEqual(['path none 0.55', 'path 0 0']);
    expect(await described(star)).toEqual(['path 1 1']);
  });

  it('the modules of a code stay black and white grounds white', async () => {
    expect(await described(rect(white, 90, 90), rect(black, 4, 4, 2))).toEqual(['rect 1', 'rect 0']);
  });

  it('a ground as large as the page is left out', async () => {
    expect(await described({ ...rect(red, 420, 595), x: 0, y: 0 }, ...text(white))).toEqual(['text 0']);
  });

  it('a picture is grey, as light as it was', async () => {
    const png = makePng({
      width: 1,
      height: 1,
      bitDepth: 8,
      colourType: 2,
      rows: Buffer.from([0, 176, 18, 26]),
    });
    const image = picture(png, 'png', 1, 1);
    const [drawn] = await made({ ...rect(red, 200, 100, 2), kind: 'image', image, span: nowhere });
    if (drawn?.kind !== 'image') throw new Error('The picture is gone');
    expect(drawn.image.space).toBe('grey');
    const grey = readPng(drawn.image.bytes);
    expect([grey.colourType, ...decodePng(grey)]).toEqual([0, 88]);
  });

  it('no page has another item less', async () => {
    const items = [rect(red, 200, 100), ...text(red), rect(black, 5, 5)];
    expect(await made(...items)).toHaveLength(items.length);
  });
});
