import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../src/layout/geometry.ts';
import { type Gradient, plainStroke, rectanglePath } from '../../src/layout/graphics.ts';
import type { DisplayItem, GroupItem, PathItem, StructureElement } from '../../src/layout/paged-document.ts';
import { writePdf } from '../../src/pdf/write-pdf.ts';
import { createFaces, notoSans } from './support/faces.ts';
import { makePng, picture } from './support/pictures.ts';
import { type PdfValue, type ReadPdf, readPdf } from './support/read-pdf.ts';
import { markedText, pagesOf } from './support/read-text.ts';
import { element, line, nowhere, paged } from './support/sample.ts';

const { open } = await createFaces();
const info = { author: '', subject: '', date: '2026-11-23' };
const black = { r: 0, g: 0, b: 0, a: 1 };
const red = { r: 1, g: 0, b: 0, a: 1 };

const text = (words: string, content: number | undefined, y = 100): readonly DisplayItem[] =>
  line(words, { faces: [open(notoSans)], x: 30, y, size: 10, content, language: 'en' }).items;

const group = (more: Partial<GroupItem>): GroupItem => {
  return { kind: 'group', transform: undefined, clip: undefined, opacity: 1, ...more };
};
const end: DisplayItem = { kind: 'end' };

const path = (more: Partial<PathItem>): PathItem => ({
  kind: 'path',
  content: undefined,
  path: rectanglePath(10, 20, 30, 40),
  fill: undefined,
  fillRule: 'nonzero',
  stroke: undefined,
  ...more,
});

const linear = (alpha = 1, transform?: Matrix): Gradient => ({
  kind: 'linear',
  from: { x: 10, y: 20 },
  to: { x: 40, y: 20 },
  stops: [
    { offset: 0.25, colour: black },
    { offset: 0.5, colour: red },
    { offset: 0.5, colour: black },
    { offset: 1, colour: { ...red, a: alpha } },
  ],
  transform,
});

async function written(items: readonly DisplayItem[], structure = element('Document', [])) {
  const pdf = readPdf(await writePdf(paged([items], structure), info));
  const [page] = pagesOf(pdf);
  const content = Buffer.from(pdf.stream(page!.get('Contents'))).toString('latin1');
  const resource = (kind: string, name: string): PdfValue => {
    const resources = pdf.dictionary(page!.get('Resources'));
    return pdf.get(pdf.dictionary(resources.get(kind)).get(name));
  };
  return { pdf, page: page!, content, resource };
}

describe('a path', () => {
  it('is filled by its rule, and the line drawn as it says', async () => {
    const stroke = {
      ...plainStroke(red, 2, [3, 1]),
      dashOffset: 0.5,
      cap: 'round',
      join: 'bevel',
      miterLimit: 4,
    } as const;
    const { content } = await written([path({ fill: black, fillRule: 'evenodd', stroke })]);
    expect(content).toBe(
      `/Artifact BMC\n1 0 0 RG\n2 w\n[3 1]0.5 d\n1 J\n2 j\n4 M\n10 575 m\n40 575 l\n40 535 l\n10 535 l\nh\nB*\nEMC\n`,
    );
  });

  it('lies over a filling that shows through', async () => {
    const { content } = await written([path({ fill: { ...red, a: 0.5 }, stroke: plainStroke(red, 1) })]);
    expect(content.match(/^(f|S|B)$/gm)).toEqual(['f', 'S']);
  });
});

describe('a gradient', () => {
  it('is a pattern whose shading goes from stop to stop, and jumps where two are at one place', async () => {
    const { content, resource, pdf } = await written([path({ fill: linear() })]);
    expect(content).toContain('/Pattern cs\n/P1 scn\n10 575 m');
    const pattern = pdf.dictionary(resource('Pattern', 'P1'));
    expect(pattern.get('Matrix')).toEqual([1, 0, 0, -1, 0, 595]);
    const shading = pdf.dictionary(pattern.get('Shading'));
    expect(shading.get('ShadingType')).toBe(2);
    expect(shading.get('Coords')).toEqual([10, 20, 40, 20]);
    const ramp = pdf.dictionary(shading.get('Function'));
    expect(ramp.get('Bounds')).toEqual([0.25, 0.5]);
    const ends = (ramp.get('Functions') as PdfValue[]).map((f) => {
      const part = pdf.dictionary(f);
      return [part.get('C0'), part.get('C1')];
    });
    const dark = [0, 0, 0];
    const bright = [1, 0, 0];
    expect(ends).toEqual([
      [dark, dark],
      [dark, bright],
      [dark, bright],
    ]);
  });

  it('between circles can be the paint of a line, and goes with its groups', async () => {
    const radial: Gradient = {
      kind: 'radial',
      from: { x: 5, y: 5, radius: 0 },
      to: { x: 6, y: 6, radius: 3 },
      stops: [{ offset: 0, colour: red }],
      transform: [2, 0, 0, 1, 0, 0],
    };
    const items = [group({ transform: [1, 0, 0, 1, 7, 9] }), path({ stroke: plainStroke(radial, 1) }), end];
    const { content, resource, pdf } = await written(items);
    expect(content).toContain('1 0 0 1 7 -9 cm\n');
    expect(content).toContain('/Pattern CS\n/P1 SCN\n');
    const pattern = pdf.dictionary(resource('Pattern', 'P1'));
    expect(pattern.get('Matrix')).toEqual([2, 0, 0, -1, 7, 586]);
    expect(pdf.dictionary(pattern.get('Shading')).get('Coords')).toEqual([5, 5, 0, 6, 6, 3]);
  });

  it('that shows through is drawn behind a mask of its alpha', async () => {
    const { content, resource, pdf } = await written([path({ fill: linear(0) }), path({ fill: black })]);
    expect(content).toMatch(/q\n\/M1 gs\n\/Pattern cs\n\/P\d scn\n[^Q]*f\nQ\n10 575 m/);
    const mask = pdf.dictionary(pdf.dictionary(resource('ExtGState', 'M1')).get('SMask'));
    const form = pdf.dictionary(mask.get('G'));
    expect(form.get('BBox')).toEqual([10, 535, 40, 575]);
    const [pattern] = [...pdf.dictionary(pdf.dictionary(form.get('Resources')).get('Pattern')).values()];
    const shading = pdf.dictionary(pdf.dictionary(pattern).get('Shading'));
    expect(shading.get('ColorSpace')).toBe('/DeviceGray');
  });

  it('is written once for all paths that lie alike', async () => {
    const { pdf } = await written([path({ fill: linear() }), path({ fill: linear(), fillRule: 'evenodd' })]);
    const patterns = [...pdf.objects.values()].filter(
      ({ value }) => value instanceof Map && value.get('Type') === '/Pattern',
    );
    expect(patterns).toHaveLength(1);
  });
});

describe('a group', () => {
  it('is turned, then cut, in operators that nest', async () => {
    const clip = { path: rectanglePath(0, 0, 20, 20), fillRule: 'evenodd' } as const;
    const items = [group({ transform: [0, 1, -1, 0, 50, 60], clip }), ...text('Side', 1), end];
    const { content } = await written(items, element('Document', [element('P', [1])]));
    expect(content).toMatch(
      /^q\n0 -1 1 0 -545 535 cm\n0 595 m\n20 595 l\n20 575 l\n0 575 l\nh\nW\* n\n\/P <<\/MCID 0>> BDC\n/,
    );
    expect(content).toMatch(/EMC\nQ\n$/);
  });

  it('that is flattened to nothing shows nothing', async () => {
    const { content } = await written([
      group({ transform: [0, 0, 0, 1, 0, 0] }),
      group({ opacity: 0.5 }),
      path({ fill: red }),
      end,
      end,
      path({ fill: black }),
    ]);
    expect(content).not.toContain('1 0 0 rg');
    expect(content).toContain('f\n');
  });

  const structure: StructureElement = element('Document', [element('H1', [1]), element('P', [2, 3])]);
  const faint = [
    ...text('Title', 1, 50),
    ...text('Before ', 2, 70),
    group({ opacity: 0.3 }),
    path({ fill: red }),
    ...text('Inside', 3, 90),
    end,
    ...text(' after.', 2, 110),
  ];

  it('made transparent is a form with marks of its own', async () => {
    const { content, resource, pdf, page } = await written(faint, structure);
    expect(content).toContain('EMC\nq\n/A30 gs\n/X1 Do\nQ\n');
    const form = pdf.dictionary(resource('XObject', 'X1'));
    expect(pdf.dictionary(form.get('Group')).get('S')).toBe('/Transparency');
    const inside = Buffer.from(pdf.stream(formReference(pdf, page, 'X1'))).toString('latin1');
    expect(inside).toContain('/Artifact BMC\n1 0 0 rg\n');
    expect(inside).toContain('/P <</MCID 0>> BDC\n');
  });

  it('keeps its text in the structure, in order', async () => {
    const { pdf, page } = await written(faint, structure);
    const catalogue = pdf.dictionary(pdf.trailer.get('Root'));
    const tree = pdf.dictionary(catalogue.get('StructTreeRoot'));
    const top = pdf.dictionary(tree.get('K'));
    const paragraph = pdf.dictionary((top.get('K') as PdfValue[])[1]);
    const kids = paragraph.get('K') as PdfValue[];
    const form = formReference(pdf, page, 'X1');
    const marks = kids.map((kid) => (typeof kid === 'number' ? kid : pdf.dictionary(kid)));
    expect(marks[0]).toBe(1);
    expect(marks[1]).toBe(2);
    const inForm = marks[2] as Map<string, PdfValue>;
    expect(inForm.get('Type')).toBe('/MCR');
    expect(inForm.get('Stm')).toEqual(form);
    expect(inForm.get('MCID')).toBe(0);
    const numbers = pdf.dictionary(tree.get('ParentTree')).get('Nums') as PdfValue[];
    const key = pdf.dictionary(form).get('StructParents');
    expect(key).toBe(1);
    const owners = pdf.get(numbers[numbers.indexOf(key as number) + 1]) as PdfValue[];
    expect(pdf.dictionary(owners[0])).toBe(paragraph);
    expect(tree.get('ParentTreeNextKey')).toBe(2);
    expect(markedText(pdf, pdf.dictionary(form), form).get(0)).toBe('Inside');
  });
});

function formReference(pdf: ReadPdf, page: Map<string, PdfValue>, name: string): PdfValue {
  const resources = pdf.dictionary(page.get('Resources'));
  return pdf.dictionary(resources.get('XObject')).get(name)!;
}

describe('a link in a group', () => {
  it('is where its text is drawn, with its corners where it stands askew', async () => {
    const link = element('Link', [1]);
    const area = { x: 30, y: 90, width: 20, height: 12 };
    const item = { kind: 'link', element: link, href: 'https://a.example', contents: 'a', ...area } as const;
    const items = [group({ transform: [0, 1, -1, 0, 200, 0] }), ...text('Here', 1), item, end];
    const { page, pdf } = await written(items, element('Document', [element('P', [link])]));
    const annotation = pdf.dictionary((page.get('Annots') as PdfValue[])[0]);
    expect(annotation.get('Rect')).toEqual([98, 545, 110, 565]);
    expect(annotation.get('QuadPoints')).toEqual([98, 565, 98, 545, 110, 545, 110, 565]);
  });
});

describe('a picture', () => {
  it('is as opaque as it is, whatever was drawn before it', async () => {
    const png = makePng({ width: 1, height: 1, bitDepth: 8, colourType: 0, rows: Buffer.from([0, 9]) });
    const place = { x: 0, y: 0, width: 9, height: 9 };
    const image: DisplayItem = {
      kind: 'image',
      content: undefined,
      image: picture(png, 'png', 1, 1),
      span: nowhere,
      ...place,
    };
    const { content } = await written([path({ fill: { ...red, a: 0.2 } }), image]);
    expect(content).toContain('/A100 gs\nq\n9 0 0 9 0 586 cm\n/I1 Do\n');
  });
});
