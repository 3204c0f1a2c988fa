import { describe, expect, it } from 'vitest';
import { plainStroke, rectanglePath } from '../../src/layout/graphics.ts';
import type { DisplayItem, PagedDocument, StructureElement } from '../../src/layout/paged-document.ts';
import { writePdf } from '../../src/pdf/write-pdf.ts';
import { sampleJpeg } from '../raster/support/sample-jpeg.ts';
import { amiri, createFaces, notoSans, notoSansHk } from './support/faces.ts';
import { makePng, picture } from './support/pictures.ts';
import { printStructure } from './support/print-structure.ts';
import { type PdfValue, readPdf, textOf } from './support/read-pdf.ts';
import { pagesOf } from './support/read-text.ts';
import { element, line, nowhere, paged } from './support/sample.ts';

const { open } = await createFaces();
const info = { author: 'Branch & <Co>', subject: 'Why "we" march', date: '2026-11-23' };
const black = { r: 0, g: 0, b: 0, a: 1 };

/** Lines of text one under the other, as the leaves 1, 2, 3 … or as artifacts. */
function stack(
  lines: readonly (readonly [text: string, content: number | undefined, x?: number])[],
): DisplayItem[] {
  const faces = [notoSans, amiri, notoSansHk].map(open);
  return lines.flatMap(([text, content, x = 30], index) => {
    const rtl = /^\p{Script=Arabic}/u.test(text);
    const options = { faces, x, y: 40 + index * 18, size: 11, content, language: 'en', rtl };
    return line(text, options).items;
  });
}

/** A document with one of everything that a structure tree can hold. */
function everything(): PagedDocument {
  const link = element('Link', [4]);
  const inner = element('Link', [16]);
  const png = makePng({ width: 1, height: 1, bitDepth: 8, colourType: 0, rows: Buffer.from([0, 9]) });
  const cell = (type: 'TH' | 'TD', id: number, more: Partial<StructureElement> = {}) =>
    element(type, [id], more);
  const structure = element('Document', [
    element('H1', [1]),
    element('P', [2, element('Span', [3], { language: 'zh-Hant-HK' }), link, 5]),
    element('P', [6, element('Reference', [inner])], { language: 'ar' }),
    element('P', [7], { language: 'ar' }),
    element('L', [element('LI', [element('Lbl', [8]), element('LBody', [9])])], { listNumbering: 'Decimal' }),
    element('Table', [
      element('THead', [element('TR', [cell('TH', 10, { scope: 'Column', columnSpan: 3 })])]),
      element('TBody', [
        element('TR', [cell('TH', 11, { scope: 'Row' }), cell('TD', 12), element('TD', [])]),
      ]),
    ]),
    element('Figure', [13], { alt: 'A “map”', box: { page: 0, x: 30, y: 300, width: 60, height: 40 } }),
    element('Figure', [14], { alt: 'QR code', box: { page: 0, x: 100, y: 300, width: 20, height: 10 } }),
    element('P', [15]),
    element('Note', [element('P', [17])]),
    element('Form', [18], { alt: 'Branch' }),
    element('Div', []),
  ]);
  const first = stack([
    ['Freedom now', 1],
    ['Read ', 2],
    ['長毛', 3],
    ['our page', 4],
    [' and act.', 5],
    ['الحرية', 6],
    ['النص العربي', 7],
    ['1.', 8],
    ['One clause', 9],
    ['Head', 10],
    ['Row', 11],
    ['Cell', 12],
    ['This sentence begins here ', 15],
    ['٢', 16],
    ['Page 1', undefined],
  ]);
  const area = { x: 30, y: 80, width: 60, height: 14 };
  const modules = [0, 2, 4].map((x): DisplayItem => {
    return { kind: 'rect', content: 14, x: 100 + x, y: 300, width: 2, height: 2, fill: black };
  });
  const second = stack([
    ['and ends there.', 15],
    ['A note', 17],
    ['Page 2', undefined],
  ]);
  const blank: DisplayItem = {
    kind: 'path',
    content: 18,
    path: [
      ['M', 10, 90],
      ['L', 50, 90],
    ],
    fill: undefined,
    fillRule: 'nonzero',
    stroke: plainStroke({ ...black, a: 0.5 }, 0.5, [1, 2]),
  };
  return paged(
    [
      [
        {
          kind: 'group',
          transform: undefined,
          clip: { path: rectanglePath(0, 0, 420, 595), fillRule: 'nonzero' },
          opacity: 1,
        },
        {
          kind: 'rect',
          content: undefined,
          x: 0,
          y: 0,
          width: 420,
          height: 20,
          fill: { r: 0.7, g: 0, b: 0.1, a: 1 },
        },
        { kind: 'end' },
        ...first,
        { kind: 'link', element: link, href: 'https://例え.example/ä?q=1', contents: 'our page', ...area },
        { kind: 'link', element: inner, href: '#note', contents: 'note 2', ...area },
        {
          kind: 'image',
          content: 13,
          image: picture(png, 'png', 1, 1),
          span: nowhere,
          x: 30,
          y: 300,
          width: 60,
          height: 40,
        },
        ...modules,
      ],
      [...second, blank],
    ],
    structure,
    {
      outline: [
        { title: 'Freedom now', level: 1, destination: { page: 0, x: 0, y: 30 } },
        { title: 'A “part”', level: 3, destination: { page: 0, x: 0, y: 200 } },
        { title: 'Next', level: 2, destination: { page: 1, x: 0, y: 10 } },
      ],
      destinations: {
        note: { page: 1, x: 30, y: 50 },
        附註: { page: 0, x: 30, y: 60 },
        a: { page: 0, x: 0, y: 0 },
      },
    },
  );
}

describe('a written PDF', async () => {
  const bytes = await writePdf(everything(), info);
  const pdf = readPdf(bytes);
  const catalogue = pdf.dictionary(pdf.trailer.get('Root'));
  const pages = pagesOf(pdf);

  it('has the logical structure of the document', async () => {
    await expect(printStructure(pdf)).toMatchFileSnapshot('../golden/pdf/structure.txt');
  });

  it('leads from every mark and link back to its element', () => {
    const tree = pdf.dictionary(catalogue.get('StructTreeRoot'));
    const numbers = pdf.dictionary(tree.get('ParentTree')).get('Nums') as PdfValue[];
    const entries = new Map<number, PdfValue>();
    for (let i = 0; i < numbers.length; i += 2) entries.set(numbers[i] as number, numbers[i + 1]!);
    for (const page of pages) {
      const owners = pdf.get(entries.get(page.get('StructParents') as number)) as PdfValue[];
      const content = Buffer.from(pdf.stream(page.get('Contents'))).toString('latin1');
      const marks = [...content.matchAll(/\/(\w+) <<\/MCID (\d+)>> BDC/g)];
      expect(owners).toHaveLength(marks.length);
      for (const [, tag, mcid] of marks) {
        const owner = pdf.dictionary(owners[Number(mcid)]);
        const spoken = owner.get('S') === '/Span' && owner.has('ActualText');
        if (!spoken) expect(owner.get('S')).toBe(`/${tag}`);
      }
      for (const reference of (page.get('Annots') ?? []) as PdfValue[]) {
        const annotation = pdf.dictionary(reference);
        const owner = pdf.dictionary(entries.get(annotation.get('StructParent') as number));
        expect(owner.get('S')).toBe('/Link');
      }
    }
    expect(tree.get('ParentTreeNextKey')).toBe(4);
  });

  it('draws everything inside marked content, and closes what it opens', () => {
    for (const page of pages) {
      const content = Buffer.from(pdf.stream(page.get('Contents'))).toString('latin1');
      let marked = 0;
      let saved = 0;
      for (const [operator] of content.matchAll(/(?<=^|\s|\))(BDC|BMC|EMC|q|Q|Tj|TJ|f|S|B|Do)(?=\s)/g)) {
        if (operator === 'BDC' || operator === 'BMC') marked++;
        else if (operator === 'EMC') marked--;
        else if (operator === 'q') saved++;
        else if (operator === 'Q') saved--;
        else expect(marked, operator).toBe(1);
      }
      expect([marked, saved]).toEqual([0, 0]);
    }
  });

  it('sets the lines of a paragraph in one text object, and what looks the same on a line in one operator', async () => {
    const options = { faces: [open(notoSans)], x: 30, y: 40, size: 10, content: 1, language: 'en' };
    const [words] = line('Stand with', options).items;
    const rest = { ...line(' them', { ...options, x: 80 }).items[0]!, line: words!.line };
    const red = { ...line('now', { ...options, y: 55.5 }).items[0]!, colour: { r: 1, g: 0, b: 0, a: 1 } };
    const tree = element('Document', [element('P', [1])]);
    const two = readPdf(await writePdf(paged([[words!, rest, red]], tree), info));
    const content = Buffer.from(two.stream(pagesOf(two)[0]!.get('Contents'))).toString('latin1');
    const operators = content.match(/(?<=^|[\s\])])(?:-?[\d.]+ -?[\d.]+ Td|BT|TJ|Tj|rg|ET|EMC)(?=\s)/g);
    expect(operators).toEqual(['BT', '30 555 Td', 'TJ', 'rg', '0 -15.5 Td', 'TJ', 'ET', 'EMC']);
  });

  it('draws the modules of a code as one path', () => {
    const content = Buffer.from(pdf.stream(pages[0]!.get('Contents'))).toString('latin1');
    expect(content).toContain('100 293 2 2 re\n102 293 2 2 re\n104 293 2 2 re\nf');
  });

  it('says what it is, without saying where it was made', () => {
    const information = pdf.dictionary(pdf.trailer.get('Info'));
    const said = Object.fromEntries([...information].map(([key, value]) => [key, textOf(pdf.get(value))]));
    expect(said).toEqual({
      Title: 'A “test” & <more>',
      Author: 'Branch & <Co>',
      Subject: 'Why "we" march',
      Creator: 'campaign-pack',
      Producer: 'campaign-pack',
      CreationDate: 'D:20261123000000Z',
      ModDate: 'D:20261123000000Z',
    });
    const xmp = Buffer.from(pdf.stream(catalogue.get('Metadata'))).toString('utf8');
    expect(xmp).toContain('<rdf:li xml:lang="x-default">A “test” &amp; &lt;more&gt;</rdf:li>');
    expect(xmp).toContain('<xmp:CreateDate>2026-11-23T00:00:00Z</xmp:CreateDate>');
    expect(xmp).toContain('<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>');
    expect(textOf(catalogue.get('Lang'))).toBe('en');
    expect((pdf.dictionary(catalogue.get('MarkInfo')) as Map<string, PdfValue>).get('Marked')).toBe(true);
    expect(pdf.dictionary(catalogue.get('ViewerPreferences')).get('DisplayDocTitle')).toBe(true);
  });

  it('has bookmarks nested by level', () => {
    const print = (reference: PdfValue | undefined, depth: number): string[] => {
      if (reference === undefined) return [];
      const item = pdf.dictionary(reference);
      const [, , x, y] = item.get('Dest') as PdfValue[];
      return [
        `${'  '.repeat(depth)}${textOf(item.get('Title'))} ${x},${y}`,
        ...print(item.get('First'), depth + 1),
        ...print(item.get('Next'), depth),
      ];
    };
    const outlines = pdf.dictionary(catalogue.get('Outlines'));
    expect(outlines.get('Count')).toBe(3);
    expect(print(outlines.get('First'), 0)).toEqual([
      'Freedom now 0,565',
      '  A “part” 0,395',
      '  Next 0,585',
    ]);
  });

  it('sorts named destinations by their bytes', () => {
    const names = pdf
      .dictionary(pdf.dictionary(catalogue.get('Names')).get('Dests'))
      .get('Names') as PdfValue[];
    expect(names.filter((_, index) => index % 2 === 0).map(textOf)).toEqual(['a', 'note', '附註']);
  });

  it('is the same bytes every time', async () => {
    expect(Buffer.from(await writePdf(everything(), info)).equals(Buffer.from(bytes))).toBe(true);
  });

  it('has another identifier where only a word differs', async () => {
    const other = await writePdf({ ...everything(), outline: [] }, { ...info, subject: 'Other' });
    const idOf = (file: Uint8Array) => textOf((readPdf(file).trailer.get('ID') as PdfValue[])[0]);
    expect(idOf(other)).not.toBe(idOf(bytes));
    expect(idOf(bytes)).toHaveLength(16);
  });

  it('embeds a face once, whatever sizes it is drawn at', () => {
    const isFont = (value: PdfValue) => value instanceof Map && value.get('Subtype') === '/Type0';
    const fonts = [...pdf.objects.values()].filter(({ value }) => isFont(value));
    const names = fonts.map(({ value }) => (value as Map<string, PdfValue>).get('BaseFont') as string);
    expect(names.map((name) => name.replace(/^\/[A-Z]{6}/, ''))).toEqual([
      ...['+NotoSans-Regular', '+NotoSansHK-Regular', '+Amiri-Regular'],
    ]);
  });
});

describe('the claim of PDF/UA', () => {
  const claims = async (document: PagedDocument) => {
    const pdf = readPdf(await writePdf(document, info));
    const catalogue = pdf.dictionary(pdf.trailer.get('Root'));
    return Buffer.from(pdf.stream(catalogue.get('Metadata')))
      .toString('utf8')
      .includes('<pdfuaid:part>1<');
  };
  const shown = (...children: readonly StructureElement[]) => paged([[]], element('Document', children));

  it('is made for a document that keeps to it', async () => {
    expect(await claims(everything())).toBe(true);
    expect(
      await claims(shown(element('H1', []), element('H2', []), element('H3', []), element('H2', []))),
    ).toBe(true);
  });

  it('is not made where the author left something out', async () => {
    const row = (...spans: readonly number[]) =>
      element(
        'TR',
        spans.map((columnSpan) => element('TD', [], { columnSpan })),
      );
    expect(await claims({ ...everything(), title: ' ' })).toBe(false);
    expect(await claims(shown(element('H1', []), element('H3', [])))).toBe(false);
    expect(await claims(shown(element('H2', [])))).toBe(false);
    expect(await claims(shown(element('Figure', [])))).toBe(false);
    expect(await claims(shown(element('Table', [row(1, 2), row(1, 1)])))).toBe(false);
    expect(await claims(shown(element('Table', [row(1, 2), row(1, 1, 1)])))).toBe(true);
  });
});

describe('the claim of PDF/A', () => {
  const level = async (document: PagedDocument) => {
    const pdf = readPdf(await writePdf(document, info));
    const catalogue = pdf.dictionary(pdf.trailer.get('Root'));
    const packet = Buffer.from(pdf.stream(catalogue.get('Metadata'))).toString('utf8');
    return /<pdfaid:part>2<\/pdfaid:part>\n<pdfaid:conformance>(.)</.exec(packet)?.[1];
  };

  it('is level A for a document that is accessible, and U for another', async () => {
    expect(await level(everything())).toBe('A');
    expect(await level({ ...everything(), title: ' ' })).toBe('U');
  });

  it('stands though a picture comes in the colours of a press', async () => {
    const image = picture(sampleJpeg('inks'), 'jpeg', 20, 12, 'cmyk');
    const place = { x: 0, y: 0, width: 9, height: 9 };
    const item = { kind: 'image', content: undefined, image, span: nowhere, ...place } as const;
    expect(await level(paged([[item]], element('Document', [])))).toBe('A');
  });

  it('goes with a profile for its colours', async () => {
    const pdf = readPdf(await writePdf(everything(), info));
    const [intent] = pdf.dictionary(pdf.trailer.get('Root')).get('OutputIntents') as Map<string, PdfValue>[];
    expect(intent!.get('S')).toBe('/GTS_PDFA1');
    const profile = Buffer.from(pdf.stream(intent!.get('DestOutputProfile')));
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
    // Red's place, as the tag table has it: X of sRGB's primary, seen in D50.
    const entry = profile.indexOf('rXYZ');
    const at = profile.readUInt32BE(entry + 4);
    expect(profile.readInt32BE(at + 8) / 65536).toBeCloseTo(0.4361, 4);
  });
});

describe('a document with nothing in it', () => {
  it('is dated when no one says', async () => {
    const pdf = readPdf(
      await writePdf(paged([[]], element('Document', [])), { author: '', subject: '', date: undefined }),
    );
    const information = pdf.dictionary(pdf.trailer.get('Info'));
    expect(textOf(pdf.get(information.get('CreationDate')))).toBe('D:19800101000000Z');
    expect(information.has('Author')).toBe(false);
  });

  it('shows the bleed around its trim', async () => {
    const document = paged([[]], element('Document', []));
    const bled = { ...document, pages: document.pages.map((page) => ({ ...page, bleed: 9 })) };
    const [page] = pagesOf(readPdf(await writePdf(bled, info)));
    expect(page!.get('MediaBox')).toEqual([0, 0, 438, 613]);
    expect(page!.get('TrimBox')).toEqual([9, 9, 429, 604]);
  });
});

describe('a document that contradicts itself', () => {
  it('is refused when text belongs to no element', async () => {
    const document = paged([stack([['lost', 7]])], element('Document', [element('P', [1])]));
    await expect(writePdf(document, info)).rejects.toThrow(
      'Marked content 7 belongs to no structure element',
    );
  });
});
