import { describe, expect, it } from 'vitest';
import type { Press } from '../../src/campaign/edition.ts';
import { plainStroke, rectanglePath } from '../../src/layout/graphics.ts';
import type { DisplayItem } from '../../src/layout/paged-document.ts';
import { pressPages } from '../../src/pdf/editions/press.ts';
import { writePress } from '../../src/pdf/write-press.ts';
import type { Colour } from '../../src/style/computed-style.ts';
import { createFaces, notoSans } from './support/faces.ts';
import { makePng, picture } from './support/pictures.ts';
import { readPdf } from './support/read-pdf.ts';
import { pagesOf } from './support/read-text.ts';
import { element, line, nowhere, paged } from './support/sample.ts';

const { open } = await createFaces();
const info = { author: '', subject: '', date: '2026-11-23' };
const bleed = (3 * 72) / 25.4;
const red: Colour = { r: 0.69, g: 0.07, b: 0.1, a: 1 };
const ink: Colour = { r: 0.1, g: 0.1, b: 0.1, a: 1 };

const text = (colour: Colour): readonly DisplayItem[] =>
  line('Free', { faces: [open(notoSans)], x: 40, y: 300, size: 12, content: 1, language: 'en' }).items.map(
    (item) => (item.kind === 'glyphs' ? { ...item, colour } : item),
  );
const ground: DisplayItem = {
  kind: 'rect',
  content: undefined,
  x: 0,
  y: 0,
  width: 420,
  height: 200,
  fill: red,
};
const fading: DisplayItem = {
  kind: 'path',
  content: undefined,
  path: rectanglePath(50, 400, 100, 100),
  fillRule: 'nonzero',
  stroke: plainStroke({ r: 0.4, g: 0.4, b: 0.4, a: 1 }, 1),
  fill: {
    kind: 'linear',
    from: { x: 50, y: 400 },
    to: { x: 150, y: 400 },
    transform: undefined,
    stops: [
      { offset: 0, colour: red },
      { offset: 1, colour: { r: 1, g: 1, b: 1, a: 1 } },
    ],
  },
};

async function print(colours: Press['colours'], ...items: readonly DisplayItem[]) {
  const document = paged([items], element('Document', [element('P', [1])]));
  const { value, diagnostics } = pressPages(document, { colours, bleed });
  const bytes = await writePress(value.document, value.inks, info);
  const pdf = readPdf(bytes);
  const page = pagesOf(pdf)[0]!;
  const content = Buffer.from(pdf.stream(page.get('Contents'))).toString('latin1');
  const colourOperators = [...new Set(content.match(/^.* (?:g|G|rg|RG|k|K)$/gm))];
  return { pdf, page, content, colourOperators, diagnostics, bytes };
}

describe('pages for a print shop', () => {
  it('have their boxes inside each other, and grounds that reach into the bleed', async () => {
    const { page, content } = await print('cmyk', ground);
    expect(page.get('MediaBox')).toEqual([0, 0, 473.008, 648.008]);
    expect(page.get('BleedBox')).toEqual([18, 18, 455.008, 630.008]);
    expect(page.get('TrimBox')).toEqual([26.504, 26.504, 446.504, 621.504]);
    expect(page.has('ArtBox')).toBe(false);
    expect(content).toContain('18 421.504 437.008 208.504 re');
  });

  it('are in process inks: greys in black alone, black text whole, coloured ones without it', async () => {
    const { colourOperators, page, pdf } = await print('cmyk', ground, ...text(ink), fading);
    expect(colourOperators).toEqual([
      '0 0.899 0.855 0.31 k',
      '0 0 0 1 k',
      '0 0 0 0.6 K',
      // The marks are on every plate.
      '1 1 1 1 K',
    ]);
    const spaces = [...pdf.objects.values()].flatMap(({ value }) =>
      value instanceof Map && value.has('ShadingType') ? [value.get('ColorSpace')] : [],
    );
    expect(spaces).toEqual(['/DeviceCMYK']);
    expect(pdf.dictionary(page.get('Group')).get('CS')).toBe('/DeviceCMYK');
  });

  it('keep the inks that a style names, but no rich black in text', async () => {
    const violet: Colour = { r: 0.5, g: 0, b: 0.5, a: 1, cmyk: [0.4, 1, 0, 0.1] };
    const rich: Colour = { r: 0, g: 0, b: 0, a: 1, cmyk: [0.6, 0.5, 0.4, 1] };
    const { colourOperators } = await print('cmyk', ...text(violet), ...text(rich));
    expect(colourOperators.slice(0, 2)).toEqual(['0.4 1 0 0.1 k', '0 0 0 1 k']);
  });

  it('are in black ink alone where the press has no other', async () => {
    const { colourOperators, pdf } = await print('grey', ground, ...text(ink), fading);
    expect(colourOperators.filter((operator) => !/^[\d.]+ [gG]$/.test(operator))).toEqual([]);
    expect(colourOperators).toContain('0.345 g');
    const all = [...pdf.objects.values()].map(({ value }) =>
      value instanceof Map ? value.get('ColorSpace') : undefined,
    );
    expect(all.filter((space) => space !== undefined)).toEqual(['/DeviceGray']);
  });

  it('say of each picture that its colours stay', async () => {
    const png = makePng({ width: 1, height: 1, bitDepth: 8, colourType: 2, rows: Buffer.from([0, 9, 9, 9]) });
    const image = { ...ground, kind: 'image', image: picture(png, 'png', 1, 1), span: nowhere } as const;
    const { diagnostics } = await print('cmyk', image);
    expect(diagnostics.map(({ code }) => code)).toEqual(['picture-colours']);
  });

  it('are not tagged, and the same bytes each time', async () => {
    const { content, pdf, bytes } = await print('cmyk', ground, ...text(ink));
    expect(content).not.toMatch(/BDC|BMC/);
    expect(pdf.dictionary(pdf.trailer.get('Root')).has('StructTreeRoot')).toBe(false);
    expect((await print('cmyk', ground, ...text(ink))).bytes).toEqual(bytes);
  });
});
