import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planBuild } from '../../src/build/plan.ts';
import { printingGuides } from '../../src/build/printing-guide.ts';
import { fillTree, paginateTree } from '../../src/build/render-tree.ts';
import { runJob } from '../../src/build/run-job.ts';
import { sessionOn } from '../../src/build/session.ts';
import { markupOf, styleMarkup } from '../../src/build/styled-document.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { readPdf } from '../pdf/support/read-pdf.ts';
import { markedText, pagesOf } from '../pdf/support/read-text.ts';

const fonts = join(process.cwd(), 'node_modules/@expo-google-fonts');
const packageRoots = Object.fromEntries(
  readdirSync(fonts).map((name) => [`@expo-google-fonts/${name}`, join(fonts, name)]),
);
const campaign = (papers: string) =>
  readFileSync('content/campaign.yaml', 'utf8').replace('papers: [a4]', `papers: [${papers}]`);
const document = (id: string, locale: string) => readFileSync(`content/${id}/${locale}.md`, 'utf8');

/** Makes editions of a document of the sample campaign; each file's sizes of pages in pt, and what was found. */
async function make(
  id: string,
  locale: string,
  papers: string,
  editions: readonly string[] | undefined,
  own: Readonly<Record<string, string>> = {},
) {
  const files = {
    ...own,
    'campaign.yaml': campaign(papers),
    ...Object.fromEntries(['en', locale].map((tag) => [`${id}/${tag}.md`, document(id, tag)])),
  };
  const host = createMemoryHost({ campaign: files, toolRoot: process.cwd(), packageRoots });
  const session = sessionOn(host).value!;
  const filter = { documents: undefined, locales: [locale], formats: ['pdf'] as const, editions };
  const found: Diagnostic[] = [];
  const made = new Map<string, { readonly sizes: readonly string[]; readonly tagged: boolean }>();
  for (const job of planBuild(session.campaign, session.files, filter).value.jobs) {
    const { artifacts, diagnostics } = await runJob(job, session, true);
    found.push(...diagnostics.filter(({ code }) => code !== 'translation-draft'));
    for (const { path, bytes } of artifacts) {
      if (!path.endsWith('.pdf')) continue;
      const pdf = readPdf(bytes);
      const sizes = pagesOf(pdf).map((page) =>
        (page.get('MediaBox') as number[]).slice(2).map(Math.round).join('×'),
      );
      const tagged = pdf.dictionary(pdf.trailer.get('Root')).has('StructTreeRoot');
      made.set(path.replace(/^.*\/[\w-]+?(--|\.pdf)/, '$1'), { sizes, tagged });
    }
  }
  session.close();
  return { made, found };
}

const leaflet = 'leaflets/long-hair';

describe('editions of a leaflet', () => {
  it('are of its two pages, and only the ones to read are tagged', async () => {
    const { made, found } = await make(leaflet, 'en', 'a4', undefined);
    expect(found.map(({ message }) => message)).toEqual([]);
    expect(Object.fromEntries(made)).toEqual({
      '.pdf': { sizes: ['420×595', '420×595'], tagged: true },
      '--home-print-a4.pdf': { sizes: ['842×595', '842×595'], tagged: false },
      '--low-ink-a4.pdf': { sizes: ['842×595', '842×595'], tagged: false },
      '--print-shop.pdf': { sizes: ['473×648', '473×648'], tagged: false },
      '--large-print.pdf': { sizes: ['595×842', '595×842'], tagged: true },
    });
  });

  it.each(['en', 'es', 'zh-Hant', 'zh-Hans', 'ar'])('go on letter paper as well: %s', async (locale) => {
    const { made, found } = await make(leaflet, locale, 'a4, letter', [
      'reading-letter',
      'home-print',
      'large-print-letter',
    ]);
    expect(found.map(({ message }) => message)).toEqual([]);
    expect([...made].map(([name, { sizes }]) => `${name} ${sizes.join(' ')}`)).toEqual([
      '--home-print-a4.pdf 842×595 842×595',
      '--reading-letter.pdf 396×612 396×612',
      '--home-print-letter.pdf 792×612 792×612',
      expect.stringMatching(/^--large-print-letter\.pdf (612×792 ?){2,4}$/),
    ]);
  });
});

describe('editions on folded paper', () => {
  const [wide, narrow] = ['283×595', '275×595'];

  it('are of six panels, of which two are narrow, on one sheet; for a shop with bleed and marks', async () => {
    const { made, found } = await make('folded-leaflets/silenced-not-defeated', 'ar', 'a4', undefined);
    expect(found.map(({ message }) => message)).toEqual([]);
    const sizes = Object.fromEntries([...made].map(([name, { sizes: own }]) => [name, own]));
    expect(sizes).toMatchObject({
      '.pdf': [wide, wide, wide, narrow, narrow, wide],
      '--tri-fold-a4.pdf': ['842×595', '842×595'],
      '--low-ink-a4.pdf': ['842×595', '842×595'],
      '--print-shop-a4.pdf': ['895×648', '895×648'],
    });
  });

  it('are of eight pages on two sheets that are stapled; for a shop one by one', async () => {
    const { made, found } = await make('booklets/movers-briefing', 'ar', 'a4', [
      'reading',
      'booklet',
      'print-shop',
    ]);
    expect(found.map(({ message }) => message)).toEqual([]);
    const sizes = [...made].map(([name, { sizes: own }]) => [name, own.length, ...new Set(own)]);
    expect(sizes).toEqual([
      ['.pdf', 8, '420×595'],
      ['--booklet-a4.pdf', 4, '842×595'],
      ['--print-shop.pdf', 8, '473×648'],
    ]);
  });
});

describe('an edition in a spot ink', () => {
  it('is an error at the name of a colour that the style has not', async () => {
    const path = 'templates/leaflet/editions.yaml';
    const ink = '{ name: HKS 13, cmyk: [0, 95, 100, 0] }';
    const own = { [path]: `duo: { press: { colours: grey, spot: { acent: ${ink} } } }` };
    const { found } = await make(leaflet, 'en', 'a4', ['duo'], own);
    expect(found.map(({ code, message, hint, span }) => [code, message, hint, span?.start])).toEqual([
      [
        'edition-impossible',
        'the style has no colour acent to print in HKS 13',
        expect.stringContaining('accent'),
        39,
      ],
    ]);
  });
});

describe('the printing guide', () => {
  it('is a page for each language that says how to turn, cut and set', async () => {
    const id = 'leaflets/long-hair';
    const host = createMemoryHost({
      campaign: { 'campaign.yaml': campaign('a4'), [`${id}/en.md`]: document(id, 'en') },
      toolRoot: process.cwd(),
      packageRoots,
    });
    const session = sessionOn(host).value!;
    const guideOf = async (editions: readonly string[], write = true) => {
      const filter = { documents: undefined, locales: ['en'], formats: undefined, editions };
      const [job] = planBuild(session.campaign, session.files, filter).value.jobs;
      return printingGuides(session, [await runJob(job!, session, write)], write);
    };
    const { value, diagnostics } = await guideOf(['reading', 'home-print', 'print-shop']);
    expect(diagnostics).toEqual([]);
    expect(value.map(({ path }) => path)).toEqual(['en/printing.pdf']);
    const pdf = readPdf(value[0]!.bytes);
    expect(pagesOf(pdf)).toHaveLength(1);
    const text = [...markedText(pdf, pagesOf(pdf)[0]!).values()].join('');
    expect(text).toContain('actual size');
    expect(text).toContain('flip on short edge');
    expect(text).toContain('cut along the dashed lines');
    expect(text).toContain('bleed and crop marks');
    expect(text).not.toContain('staple');
    expect((await guideOf(['reading'])).value).toEqual([]);
    session.close();
  });

  it('is checked without being written, and calls an edition without a term by its name', async () => {
    const id = 'leaflets/long-hair';
    const host = createMemoryHost({
      campaign: {
        'campaign.yaml': campaign('a4'),
        [`${id}/en.md`]: document(id, 'en'),
        'templates/guide/printing.css': 'h2::before { content: "~"; wobble: 3 }',
        'templates/leaflet/editions.yaml': 'half: { ink: low }',
      },
      toolRoot: process.cwd(),
      packageRoots,
    });
    const session = sessionOn(host).value!;
    const filter = { documents: undefined, locales: ['en'], formats: undefined, editions: ['half'] };
    const [job] = planBuild(session.campaign, session.files, filter).value.jobs;
    const guides = [];
    for (const write of [false, true]) {
      const result = await runJob(job!, session, write);
      guides.push(await printingGuides(session, [result], write));
    }
    session.close();
    const [checked, built] = guides;
    expect(checked!.diagnostics.map(({ code }) => code)).toEqual(['css-unsupported']);
    expect(checked!.diagnostics).toEqual(built!.diagnostics);
    expect(checked!.value).toEqual([]);
    const pdf = readPdf(built!.value[0]!.bytes);
    expect([...markedText(pdf, pagesOf(pdf)[0]!).values()].join('')).toContain('half');
  });
});

describe('large print', () => {
  it.each([
    'resolutions/solidarity-political-prisoners',
    leaflet,
  ])('has no text below 16 pt: %s', async (id) => {
    const host = createMemoryHost({
      campaign: { 'campaign.yaml': campaign('a4'), [`${id}/en.md`]: document(id, 'en') },
      toolRoot: process.cwd(),
      packageRoots,
    });
    const session = sessionOn(host).value!;
    const file = session.files.find((candidate) => candidate.id === id)!;
    const found: Diagnostic[] = [];
    const { root, ...markup } = markupOf(file, session.document(file).value!, session, found);
    const tree = styleMarkup({ root: root!, ...markup }, session, { paper: 'a4', text: 'large' }).value;
    const context = { host, store: await session.fonts(), date: undefined };
    const { pages } = paginateTree(fillTree(tree, context), context).document;
    const sizes = pages.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'glyphs' ? [item.size] : [])),
    );
    session.close();
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
  });
});
