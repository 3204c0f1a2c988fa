import { describe, expect, it } from 'vitest';
import type { Press } from '../../src/campaign/edition.ts';
import { plainStroke, rectanglePath } from '../../src/layout/graphics.ts';
import type { DisplayItem, Page } from '../../src/layout/paged-document.ts';
import { screenInks } from '../../src/pdf/content/inks.ts';
import { pressPages, pressPictures } from '../../src/pdf/editions/press.ts';
import type { PlacedSpot } from '../../src/pdf/editions/press-inks.ts';
import { writePress } from '../../src/pdf/write-press.ts';
import type { Colour } from '../../src/style/computed-style.ts';
import { createFaces, notoSans } from './support/faces.ts';
import { makePng, picture } from './support/pictures.ts';
import { type PdfValue, readPdf } from './support/read-pdf.ts';
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
  return printWith({ colours, spots: [] }, items);
}

async function printWith(
  { colours, spots }: { readonly colours: Press['colours']; readonly spots: readonly PlacedSpot[] },
  items: readonly DisplayItem[],
) {
  const document = paged([items], element('Document', [element('P', [1])]));
  const press = { colours, spots: spots.map((spot) => spot.ink), bleed };
  const made = pressPages(document, { press, spots, fold: undefined })!;
  const diagnostics = pressPictures(document, press);
  const bytes = await writePress(made.document, made.inks, info);
  const pdf = readPdf(bytes);
  const page = pagesOf(pdf)[0]!;
  const content = Buffer.from(pdf.stream(page.get('Contents'))).toString('latin1');
  const colourOperators = [...new Set(content.match(/^.* (?:g|G|rg|RG|k|K|cs|CS|scn|SCN)$/gm))];
  return { pdf, page, content, colourOperators, diagnostics, bytes };
}

/** The colour spaces that a page's operators name: what kind, which inks, and in which space they are shown. */
function spacesOf(pdf: Awaited<ReturnType<typeof print>>['pdf'], page: Map<string, PdfValue>) {
  const resources = pdf.dictionary(page.get('Resources'));
  return Object.fromEntries(
    [...pdf.dictionary(resources.get('ColorSpace'))].map(([name, value]) => [
      name,
      (pdf.get(value) as readonly unknown[]).slice(0, 3),
    ]),
  );
}

/** Runs a calculator function of numbers, `index`, `mul`, `add`, `roll` and `pop`. */
function calculate(code: string, operands: readonly number[]): readonly number[] {
  const stack = [...operands];
  const take = () => stack.pop()!;
  const run: Readonly<Record<string, () => void>> = {
    index: () => stack.push(stack.at(-1 - take())!),
    mul: () => stack.push(take() * take()),
    add: () => stack.push(take() + take()),
    pop: () => void take(),
    roll: () => {
      const [by, count] = [take(), take()];
      const part = stack.splice(-count);
      stack.push(...part.slice(-by), ...part.slice(0, -by));
    },
  };
  for (const word of code.replace(/[{}]/g, '').trim().split(/\s+/))
    run[word] ? run[word]() : stack.push(Number(word));
  return stack;
}

describe('pages for a print shop', () => {
  it('have their boxes inside each other, and grounds that reach into the bleed', async () => {
    const { page, content } = await print('cmyk', ground);
    expect(page.get('MediaBox')).toEqual([0, 0, 473.008, 648.008]);
    expect(page.get('BleedBox')).toEqual([18, 18, 455.008, 630.008]);
    expect(page.get('TrimBox')).toEqual([26.504, 26.504, 446.504, 621.504]);
    // Nothing on it means anything: the art is the page.
    expect(page.get('ArtBox')).toEqual([26.504, 26.504, 446.504, 621.504]);
    expect(content).toContain('18 421.504 437.008 208.504 re');
  });

  it('are in process inks: greys in black alone, black text whole, coloured ones without it', async () => {
    const { colourOperators, page, pdf } = await print('cmyk', ground, ...text(ink), fading);
    expect(colourOperators).toEqual([
      '0 0.899 0.855 0.31 k',
      '0 0 0 1 k',
      '/Pattern cs',
      '/P1 scn',
      '0 0 0 0.6 K',
      // The marks are on every plate.
      '/C1 CS',
      '1 SCN',
    ]);
    expect(spacesOf(pdf, page)).toEqual({ C1: ['/Separation', '/All', '/DeviceCMYK'] });
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
    const { colourOperators, page, pdf } = await print('grey', ground, ...text(ink), fading);
    expect(colourOperators.filter((operator) => !/^[\d.]+ [gG]$/.test(operator))).toEqual([
      '/Pattern cs',
      '/P1 scn',
    ]);
    // Else what shows through would be separated into four inks.
    expect(pdf.dictionary(page.get('Group')).get('CS')).toBe('/DeviceCMYK');
    // The marks as well.
    expect(colourOperators.at(-1)).toBe('0 G');
    expect(colourOperators).toContain('0.345 g');
    const all = [...pdf.objects.values()].map(({ value }) =>
      value instanceof Map ? value.get('ColorSpace') : undefined,
    );
    expect(all.filter((space) => space !== undefined)).toEqual(['/DeviceGray']);
  });

  describe('with a spot ink', () => {
    const spot: PlacedSpot = {
      colour: red,
      ink: { of: 'accent', name: 'PANTONE 485 C', cmyk: [0, 0.95, 1, 0], span: nowhere },
    };
    const tint: Colour = { r: 0.9752, g: 0.9256, b: 0.928, a: 1 };
    const blue: Colour = { r: 0, g: 0, b: 0.5, a: 1 };
    const ramp = (from: Colour, to: Colour): DisplayItem => ({
      ...(fading as Extract<DisplayItem, { kind: 'path' }>),
      fill: {
        kind: 'linear',
        from: { x: 50, y: 400 },
        to: { x: 150, y: 400 },
        transform: undefined,
        stops: [
          { offset: 0, colour: from },
          { offset: 1, colour: to },
        ],
      },
    });
    const separation = ['/Separation', '/PANTONE#20485#20C', '/DeviceCMYK'];

    it('have the colour and its tints on its plate, and all else in the inks of the press', async () => {
      const items = [ground, ...text(tint), ...text(ink), ...text(blue)];
      const { colourOperators, page, pdf } = await printWith({ colours: 'cmyk', spots: [spot] }, items);
      expect(colourOperators).toEqual([
        '/C1 cs',
        '1 scn',
        '0.08 scn',
        '0 0 0 1 k',
        '1 1 0 0.5 k',
        '/C2 CS',
        '1 SCN',
      ]);
      expect(spacesOf(pdf, page)).toEqual({ C1: separation, C2: ['/Separation', '/All', '/DeviceCMYK'] });
    });

    it('have nothing but black beside it where the press has black alone', async () => {
      const items = [ground, ...text(blue), ...text({ r: 1, g: 1, b: 1, a: 1 })];
      const { colourOperators, page, pdf } = await printWith({ colours: 'grey', spots: [spot] }, items);
      expect(colourOperators).toEqual(['/C1 cs', '1 scn', '0 g', '1 g', '/C2 CS', '1 1 SCN']);
      expect(spacesOf(pdf, page).C2!.slice(0, 2)).toEqual(['/DeviceN', ['/Black', '/PANTONE#20485#20C']]);
    });

    it('mix colours of several inks in a space of all plates, and fade to paper in one', async () => {
      const white = { r: 1, g: 1, b: 1, a: 1 };
      const items = [ramp(red, white), ramp(red, { r: 0, g: 0, b: 0, a: 1 })];
      const { pdf } = await printWith({ colours: 'grey', spots: [spot] }, items);
      const shadings = [...pdf.objects.values()].flatMap(({ value }) =>
        value instanceof Map && value.has('ShadingType') ? [value] : [],
      );
      const parts = shadings.map((shading) => {
        const ramped = pdf.dictionary(shading.get('Function'));
        return [(shading.get('ColorSpace') as PdfValue[]).slice(0, 2), ramped.get('C0'), ramped.get('C1')];
      });
      expect(parts).toEqual([
        [separation.slice(0, 2), [1], [0]],
        [
          ['/DeviceN', ['/Black', '/PANTONE#20485#20C']],
          [0, 1],
          [1, 0],
        ],
      ]);
      const space = shadings[1]!.get('ColorSpace') as PdfValue[];
      const sums = Buffer.from(pdf.stream(space[3])).toString('latin1');
      expect(calculate(sums, [0.25, 0.5])).toEqual([0, 0.475, 0.5, 0.25]);
      const colorants = pdf.dictionary((space[4] as Map<string, PdfValue>).get('Colorants'));
      expect([...colorants.keys()]).toEqual(['PANTONE#20485#20C']);
    });
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

describe('a sheet that a print shop folds into three', () => {
  const mm = (value: number) => (value * 72) / 25.4;
  const panel = (width: number): Page => ({
    width: mm(width),
    height: mm(210),
    bleed: 0,
    slug: 0,
    items: [
      { kind: 'rect', content: undefined, x: 0, y: 0, width: mm(width), height: mm(210), fill: red },
      { kind: 'rect', content: 1, x: mm(10), y: mm(10), width: mm(77), height: mm(190), fill: ink },
    ],
  });
  const press = { colours: 'cmyk', spots: [], bleed } as const;
  const fold = (direction: 'ltr' | 'rtl', widths: readonly number[]) => {
    const document = {
      ...paged([], element('Document', [element('P', [1])])),
      direction,
      pages: widths.map(panel),
    };
    return pressPages(document, { press, spots: [], fold: 'a4' })?.document;
  };
  const six = [100, 100, 100, 97, 97, 100];

  it('has both sides as pages with bleed, and dashed marks at its folds outside of it', async () => {
    const document = fold('ltr', six)!;
    const pdf = readPdf(await writePress(document, screenInks, info));
    const around = 18 + bleed;
    const round = (value: number) => Math.round(value * 1000) / 1000;
    for (const page of pagesOf(pdf)) {
      const box = (inset: number) =>
        [inset, inset, mm(297) + 2 * around - inset, mm(210) + 2 * around - inset].map(round);
      expect(page.get('MediaBox')).toEqual(box(0));
      expect(page.get('BleedBox')).toEqual(box(18));
      expect(page.get('TrimBox')).toEqual(box(around));
    }
    const art = [10, 10, 287, 200].map((value) => round(mm(value) + around));
    expect(pagesOf(pdf)[1]!.get('ArtBox')).toEqual(art);
    const folds = document.pages.map(({ items }) =>
      items.flatMap((item) =>
        item.kind === 'path' && item.stroke?.dash.length
          ? [item.path.map((part) => part.slice(1).map((at) => Math.round(Number(at) * 10) / 10))]
          : [],
      ),
    );
    const at = (x: number) => {
      const [near, far] = [bleed + 3, bleed + 17].map((value) => Math.round(value * 10) / 10);
      const [left, foot] = [Math.round(mm(x) * 10) / 10, mm(210)];
      const under = [near, far].map((value) => Math.round((foot + value!) * 10) / 10);
      return [
        [
          [left, -far!],
          [left, -near!],
        ],
        [
          [left, under[0]],
          [left, under[1]],
        ],
      ];
    };
    expect(folds).toEqual([
      [...at(97), ...at(197)],
      [...at(100), ...at(200)],
    ]);
  });

  it('has each page up to its folds, and beyond the edges of the sheet', () => {
    const clips = fold('ltr', six)!.pages.map(({ items }) =>
      items.flatMap((item) => {
        if (item.kind !== 'group') return [];
        const xs = item.clip!.path.flatMap((part) => (part[0] === 'Z' ? [] : [part[1] + item.transform![4]]));
        return [[Math.min(...xs), Math.max(...xs)].map((x) => Math.round((x * 254) / 72) / 10)];
      }),
    );
    expect(clips).toEqual([
      [
        [-3, 97],
        [97, 197],
        [197, 300],
      ],
      [
        [-3, 100],
        [100, 200],
        [200, 300],
      ],
    ]);
  });

  it('cannot be of pages that the narrow panel does not hold, nor of more than six', () => {
    expect(fold('rtl', six)).toBeDefined();
    expect(fold('ltr', [...six, 97])).toBeUndefined();
    expect(fold('ltr', [110, 100])).toBeUndefined();
  });
});
