import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { walkXml, type XmlElement } from '../../src/docx/xml.ts';
import type { PagedDocument, StructureElement } from '../../src/layout/paged-document.ts';
import { parseXml, pretty } from '../docx/support/package.ts';
import { paragraphTexts } from '../docx/support/read.ts';
import { wordsOf } from '../layout/support/filled.ts';
import { describeStructure } from '../layout/support/lay-out.ts';
import { open } from './support/documents.ts';

const campaign =
  'id: c\nversion: 1.0.0\ndate: 2026-11-23\ntitle: { en: Campaign, zh-Hant: 運動, ar: حملة }\nsource-locale: en\nlocales: [en, zh-Hant, ar]\nregions: { zh-Hant: HK }\nurl: https://example.org/c\norganisation: { name: The Union }\n';
const file = (title: string, to: string, text: string, more = '') =>
  `---\ntitle: ${title}\nsummary: S\nto: ${to}\n${more}---\n\n${text}\n`;

const texts = {
  en: file('Free them all!', 'the government', 'We demand:\n\n1. Freedom.\n2. Rights.'),
  'zh-Hant': file('釋放所有人！', '政府', '我們要求：\n\n1. 自由。\n2. 權利。'),
  ar: file('الحرية للجميع!', 'الحكومة', 'نطالب بما يلي:\n\n1. الحرية.\n2. الحقوق.'),
};
type Language = keyof typeof texts;
const languages = Object.keys(texts) as Language[];

/** Front matter of its own for each language, and an override of the paper. */
function petition(more = '', size = '') {
  const css = readFileSync('templates/petition/style.css', 'utf8');
  return open({
    'campaign.yaml': campaign,
    ...Object.fromEntries(
      Object.entries(texts).map(([tag, text]) => [
        `petitions/p/${tag}.md`,
        text.replace('summary: S\n', `summary: S\n${more}${tag === 'en' ? '' : 'review: reviewed\n'}`),
      ]),
    ),
    ...(size && {
      'templates/petition/style.css': css.replace('size: A4', `size: ${size}`) + columnsFor(size),
    }),
  });
}

/** A5 is too narrow for the columns of A4: their texts would run off the paper. */
function columnsFor(size: string): string {
  const widths = { town: 20, contact: 26, signature: 22, 'opt-in': 14 };
  if (size !== 'A5') return '';
  return [
    ...Object.entries(widths).map(([name, width]) => `th.${name} { width: ${width}mm; }`),
    '.return input { width: 60mm; }',
  ].join('\n');
}

const mm = 72 / 25.4;

/** Rules of the table of signatures: their y by page, from that below the column heads down. One has a part a column. */
function rules({ pages }: PagedDocument): number[][] {
  return pages.map(({ items }) => {
    const parts = new Map<number, number>();
    for (const item of items) {
      if (item.kind !== 'rect' || item.height > 1.5 || item.width < 12) continue;
      const y = Math.round((item.y + item.height / 2) * 10) / 10;
      parts.set(y, (parts.get(y) ?? 0) + 1);
    }
    return [...parts].flatMap(([y, count]) => (count >= 6 ? [y] : [])).sort((a, b) => a - b);
  });
}

/** The heights of a page's rows in mm. */
const steps = (ys: readonly number[]) => ys.slice(1).map((y, i) => (y - ys[i]!) / mm);

/** All the words of a page, read and repeated. */
function words(pages: PagedDocument, page: number): string {
  return [...wordsOf(pages, true)[page]!, ...wordsOf(pages, false)[page]!].join(' ').replace(/\s+/g, ' ');
}

function count(element: StructureElement, type: string): number {
  return describeStructure(element).filter((line) => line.trim().split(' ')[0] === type).length;
}

const expected: Readonly<Record<Language, readonly string[]>> = {
  en: ['Free them', 'the government', 'Freedom.', 'Signature', 'destroy', 'Return this sheet', 'The Union'],
  'zh-Hant': ['釋放所有人', '政府', '自由', '簽名', '銷毀', '請把表格交回', 'The Union'],
  ar: ['للجميع', 'الحكومة', 'الحرية.', 'التوقيع', 'نتلف', 'تُعاد', 'The Union'],
};

describe.each(languages)('a petition in %s', (tag) => {
  it.each(
    tag === 'en' ? ['A4', 'letter', 'A5'] : ['A4', 'letter'],
  )('fills a sheet of %s with rows of 9 to 10 mm', async (size) => {
    const { make } = await petition('', size);
    const { pages } = make('petitions/p', tag);
    expect(pages.pages).toHaveLength(1);
    const heights = steps(rules(pages)[0]!);
    expect(heights.length).toBeGreaterThan(size === 'A5' ? 4 : 12);
    for (const height of heights) {
      expect(height).toBeGreaterThan(8.9);
      expect(height).toBeLessThan(size === 'A5' ? 11 : 10);
    }
    // Nothing is left over: the last line of text ends where the page's margin begins.
    const { height, items } = pages.pages[0]!;
    const lowest = Math.max(...items.map((item) => (item.kind === 'glyphs' ? item.y : 0)));
    expect(height - lowest).toBeGreaterThan(12 * mm);
    expect(height - lowest).toBeLessThan(14 * mm);
  });

  it('has demand, column heads and what happens to the details on each of its sheets', async () => {
    const { make } = await petition('pages: 3\n');
    const { pages } = make('petitions/p', tag);
    expect(pages.pages).toHaveLength(3);
    const found = rules(pages).map((ys) => ys.length);
    expect(new Set(found).size).toBe(1);
    const plain = (text: string) => text.replaceAll(' ', '');
    for (const page of [0, 1, 2]) {
      for (const word of expected[tag]) expect(plain(words(pages, page))).toContain(plain(word));
    }
  });

  it('is read once: one heading, one table with its heads, a row for each that is printed', async () => {
    const { make } = await petition('pages: 2\n');
    const { pages } = make('petitions/p', tag);
    const rows = rules(pages).reduce((sum, ys) => sum + ys.length - 1, 0);
    const of = (type: string) => count(pages.structure, type);
    expect([of('H1'), of('Table'), of('THead'), of('TH')]).toEqual([1, 1, 1, 6]);
    expect([of('TR'), of('TD')]).toEqual([rows + 1, rows * 6]);
  });

  it('is a Word document of as many rows, one a sheet kept back, with the same parts', async () => {
    const { make } = await petition('pages: 2\n');
    const { pages, parts } = make('petitions/p', tag);
    const rows = rules(pages).reduce((sum, ys) => sum + ys.length - 1, 0);
    const files = await parts();
    const part = (name: string) => parseXml(new TextDecoder().decode(files.get(name)!));
    const table = [...walkXml(part('word/document.xml'))].filter((e) => e.name === 'w:tbl').at(-1)!;
    const written = table.children.filter((c): c is XmlElement => typeof c !== 'string' && c.name === 'w:tr');
    expect(written).toHaveLength(rows + 1 - 2);
    expect([...walkXml(written[0]!)].some((e) => e.name === 'w:tblHeader')).toBe(true);
    const plain = (name: string) => paragraphTexts(part(name)).join('').replaceAll(' ', '');
    const [title, , , , destroy] = expected[tag].map((text) => text.replaceAll(' ', ''));
    expect(plain('word/document.xml')).toContain(title);
    const headers = [...files.keys()].filter((name) => /header\d/.test(name)).map(plain);
    const footers = [...files.keys()].filter((name) => /footer\d/.test(name)).map(plain);
    expect(headers.filter((text) => text.includes(title!))).toHaveLength(1);
    expect(footers.filter((text) => text.includes(destroy!))).toHaveLength(2);
  });
});

describe('a petition', () => {
  it('uses the organisation’s own words where it has some', async () => {
    const own = 'data: We burn the sheets.\nopt-in: Write to me\nreturn-to: "The Hall, 1 Road"\n';
    const { make } = await petition(own);
    const text = words(make('petitions/p', 'en').pages, 0);
    for (const part of ['We burn the sheets.', 'Write to me', 'The Hall, 1 Road'])
      expect(text).toContain(part);
    expect(text).not.toContain('destroy');
    expect(text).not.toContain('Keep me');
  });

  it('makes the parts that are on file', async () => {
    const { make } = await petition();
    const files = await make('petitions/p', 'en').parts();
    for (const name of ['document', 'header1', 'header2', 'footer1', 'footer2']) {
      const text = pretty(parseXml(new TextDecoder().decode(files.get(`word/${name}.xml`)!)));
      await expect(text).toMatchFileSnapshot(`../golden/docx/petition-en-${name}.txt`);
    }
  });

  it('takes a number of sheets that can be printed, and no other', async () => {
    const { session } = await petition('pages: 2.5\n');
    const english = session.files.find((file) => file.locale.tag === 'en')!;
    const { diagnostics } = session.document(english);
    expect(diagnostics.map(({ message }) => message)).toEqual(['pages must be a whole number from 1 to 100']);
  });

  it('needs to say whom it is addressed to', async () => {
    const { session } = await open({
      'campaign.yaml': campaign,
      'petitions/p/en.md': '---\ntitle: T\nsummary: S\n---\n\nText.\n',
    });
    const { diagnostics } = session.document(session.files[0]!);
    expect(diagnostics.map(({ code }) => code)).toContain('key-missing');
  });
});
