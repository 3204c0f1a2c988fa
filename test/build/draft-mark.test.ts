import { describe, expect, it } from 'vitest';
import type { PagedDocument } from '../../src/layout/paged-document.ts';
import { parseXml } from '../docx/support/package.ts';
import { paragraphTexts } from '../docx/support/read.ts';
import { open } from './support/documents.ts';

const campaign =
  'id: c\nversion: 1.0.0\ndate: 2026-11-23\ntitle: C\nsource-locale: en\nlocales: [en, zh-Hant, ar]\nregions: { zh-Hant: HK }\n';
const front = (more: string) => `---\ntitle: T\nsummary: S\n${more}---\n\n`;
const clauses = ['notes', 'believes', 'resolves'].map((name) => `:::${name}\n1. A.\n:::\n`).join('\n');
const kinds = {
  leaflets: ['', 'One.\n\n## Two\n\nThree.\n'],
  resolutions: ['', clauses],
  petitions: ['to: them\npages: 2\n', 'We demand.\n'],
} as const;

const marks = { en: 'Draft – not for distribution', 'zh-Hant': '草稿，請勿派發', ar: 'مسودة – ليست للتوزيع' };
type Language = keyof typeof marks;

function documents(imprint: string, review = 'reviewed') {
  const files: Record<string, string> = { 'campaign.yaml': campaign + imprint };
  for (const tag of Object.keys(marks)) {
    for (const [folder, [more, body]] of Object.entries(kinds)) {
      files[`${folder}/d/${tag}.md`] = front(more + (tag === 'en' ? '' : `review: ${review}\n`)) + body;
    }
  }
  return open(files);
}

const isMarked = (document: PagedDocument, mark: string): boolean[] =>
  document.pages.map(({ items }) =>
    items
      .map((item) => (item.kind === 'glyphs' && item.content === undefined ? item.text : ''))
      .join('')
      .replaceAll(' ', '')
      .includes(mark.replaceAll(' ', '')),
  );

const cases = Object.keys(kinds).flatMap((folder) =>
  (Object.keys(marks) as Language[]).map((tag) => [folder, tag] as const),
);

describe.each(['gb', 'de'])('a campaign that lacks what %s requires', (country) => {
  it('is told so once', async () => {
    const { found } = await documents(`imprint: { country: ${country} }\n`);
    expect(found.map(({ code }) => code)).toEqual(['imprint-incomplete']);
  });
});

describe('a draft', () => {
  it.each(cases)('is marked on every page of %s in %s', async (folder, tag) => {
    const { make } = await documents('imprint: { country: gb }\n');
    const { pages, parts } = make(`${folder}/d`, tag);
    expect(pages.pages.length).toBeGreaterThan(folder === 'resolutions' ? 0 : 1);
    expect(isMarked(pages, marks[tag])).not.toContain(false);
    const files = await parts();
    const headers = [...files.keys()].filter((name) => /^word\/header\d+\.xml$/.test(name));
    expect(headers.length).toBeGreaterThan(0);
    for (const name of headers) {
      const text = paragraphTexts(parseXml(new TextDecoder().decode(files.get(name)!))).join('');
      expect(text).toContain(marks[tag]);
    }
  });
});

describe('a cover, which has no margin', () => {
  const sections = ['one', 'two', 'three', 'four'].map((name) => `## ${name}\n\nText.\n`).join('\n');

  it.each(['folded-leaflets', 'booklets'])('shows the mark in %s too', async (folder) => {
    const files = { [`${folder}/d/en.md`]: front('') + sections };
    const { make } = await open({ 'campaign.yaml': `${campaign}imprint: { country: gb }\n`, ...files });
    const [cover] = make(`${folder}/d`, 'en').pages.pages;
    const mark = cover!.items.filter((item) => item.kind === 'glyphs' && item.content === undefined);
    expect(mark.map((item) => item.kind === 'glyphs' && item.text).join('')).toBe(marks.en);
    for (const item of mark)
      expect(item).toMatchObject({ y: expect.toSatisfy((y: number) => y > 9 && y < 40) });
  });
});

describe('a campaign that lacks nothing', () => {
  it.each(Object.keys(kinds))('marks no page of its %s, nor an empty header', async (folder) => {
    const { make, found } = await documents('imprint: { country: fr, printer: "P, 1 rue X" }\n');
    expect(found).toEqual([]);
    const { pages, parts } = make(`${folder}/d`, 'en');
    expect(isMarked(pages, marks.en)).not.toContain(true);
    const headers = [...(await parts()).keys()].filter((name) => /^word\/header\d/.test(name));
    expect(headers).toHaveLength(folder === 'petitions' ? 2 : 0);
  });

  it('marks no translation that waits for its review', async () => {
    const { make } = await documents('', 'draft');
    expect(isMarked(make('leaflets/d', 'ar').pages, marks.ar)).not.toContain(true);
  });
});

describe('the imprint line', () => {
  const line = async (imprint: string, tag: Language = 'en', folder = 'leaflets') => {
    const { make } = await documents(`${imprint}\n`);
    const words = make(`${folder}/d`, tag).pages.pages.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'glyphs' && item.size < 8 ? [item.text] : [])),
    );
    return words.join('');
  };

  it('names what is written, each with its label', async () => {
    expect(
      await line('imprint: { country: in, printer: "P, 1 Road", publisher: "Q, 2 Road", responsible: R }'),
    ).toBe('Printed by: P, 1 Road · Published by: Q, 2 Road · Responsible for the content: R');
  });

  it('names once who prints and publishes', async () => {
    expect(await line('imprint: { printer: "P, 1 Road", publisher: "P, 1 Road" }')).toBe(
      'Printed and published by: P, 1 Road',
    );
  });

  it('names the organisation where campaign.yaml has no imprint', async () => {
    expect(await line('organisation: { name: The Union, postal-address: 1 Road }')).toBe(
      'Printed and published by: The Union, 1 Road',
    );
  });

  it.each(Object.keys(kinds))('stands in %s', async (folder) => {
    const imprint =
      'imprint: { country: at, media-owner: M, producer: P, place-of-publication: Wien, place-of-production: Graz, note: Not to be thrown away. }';
    expect(await line(imprint, 'en', folder)).toContain(
      'Media owner: M · Produced by: P · Place of publication: Wien · Place of production: Graz · Not to be thrown away.',
    );
  });

  it('stands nowhere where nobody is named', async () => {
    expect(await line('')).toBe('');
  });
});
