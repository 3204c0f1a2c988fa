import { describe, expect, it } from 'vitest';
import { artifactOf, checksums } from '../../src/pack/checksum.ts';
import { checkNames, nameFault } from '../../src/pack/file-name.ts';
import type { LanguageSection } from '../../src/pack/language-section.ts';
import { listedPaths, manifestText } from '../../src/pack/manifest.ts';
import { filesPage } from '../../src/pack/page-html.ts';
import { zipOf } from '../../src/pack/zip.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('output names', () => {
  it.each([
    'en/leaflets/long-hair.pdf',
    'manifest.json',
    'licences/expo-google-fonts-amiri.txt',
  ])('lets %s pass', (path) => {
    expect(nameFault(path)).toBeUndefined();
  });

  it.each([
    '../x',
    'a/../b',
    '/etc/x',
    'C:/x',
    'a\\b',
    'CON.txt',
    'a/nul',
    'com1',
    'a\u0000b',
    'a//b',
    'a.',
    'a /b',
    `${'\u4e2d'.repeat(84)}.pdf`,
    '',
  ])('refuses %j', (path) => {
    expect(nameFault(path)).toBeTypeOf('string');
  });

  it('finds names that are one file where case or normalization is folded', () => {
    const planned = ['README', 'readme', 'caf\u00e9', 'cafe\u0301', 'other'].map((path) => ({
      path,
      from: `${path}.md`,
    }));
    const found = checkNames(planned);
    expect(nameFault('en/a\u202eb.pdf')).toBeDefined();
    expect(nameFault('en/a\u009bb.pdf')).toBeDefined();
    expect(nameFault('en/\u0645\u06cc\u200c\u062e.pdf')).toBeUndefined();
    expect(found.map((d) => d.code)).toEqual(['name-collision', 'name-collision']);
    expect(found[0]!.message).toContain('"README" (from README.md) and "readme" (from readme.md)');
  });
});

describe('zip', () => {
  const files = [artifactOf('b.txt', bytes('two')), artifactOf('a/x.txt', bytes('one'))];

  it('has the same bytes whatever the order of the files', async () => {
    expect(await zipOf([...files].reverse())).toEqual(await zipOf(files));
  });

  it('refuses a name that leaves the archive', async () => {
    await expect(zipOf([artifactOf('../x', bytes(''))])).rejects.toThrow('leaves the pack');
  });
});

describe('manifest', () => {
  const origin = {
    document: 'leaflets/a',
    kind: 'leaflet',
    locale: 'en',
    format: 'pdf',
    edition: 'reading',
    paper: undefined,
    pages: 2,
    sourceHash: 'ab',
    review: 'source',
  } as const;
  const files = [artifactOf('z.zip', bytes('z')), artifactOf('en/leaflets/a.pdf', bytes('a'), origin)];

  it('lists files by path with what they were made from', () => {
    const text = manifestText({ id: 'c', version: '1.0.0', date: '2026-01-02' }, files);
    expect(JSON.parse(text)).toEqual({
      campaign: 'c',
      version: '1.0.0',
      date: '2026-01-02',
      files: [
        {
          path: 'en/leaflets/a.pdf',
          sha256: files[1]!.sha256,
          bytes: 1,
          document: 'leaflets/a',
          kind: 'leaflet',
          locale: 'en',
          format: 'pdf',
          edition: 'reading',
          pages: 2,
          'source-sha256': 'ab',
          review: 'source',
        },
        { path: 'z.zip', sha256: files[0]!.sha256, bytes: 1 },
      ],
    });
    expect(listedPaths(text)).toEqual(['en/leaflets/a.pdf', 'z.zip']);
  });

  it.each([
    '',
    '{',
    '[]',
    '{"files": 3}',
    '{"files": [{"path": 3}, null]}',
  ])('reads no paths from %j', (text) => {
    expect(listedPaths(text)).toEqual([]);
  });

  it('writes checksums that sha256sum reads', () => {
    expect(checksums(files)).toBe(`${files[1]!.sha256}  en/leaflets/a.pdf\n${files[0]!.sha256}  z.zip\n`);
  });
});

describe('a page of files', () => {
  const own = (text: string) => ({ text, language: 'ar', direction: 'rtl' }) as const;
  const foreign = { text: 'not reviewed', language: 'en', direction: 'ltr' } as const;
  const file = (label: string, path: string) => ({ label: own(label), path, size: '3 KB' });
  const document = (review: 'draft' | 'reviewed') =>
    ({
      title: 'Free “Long Hair” & all',
      summary: 'S',
      review,
      files: [
        { ...file('PDF', 'ar/leaflets/long hair.pdf'), isPrint: false },
        { ...file('Two', 'ar/leaflets/long hair--home-print-a4.pdf'), isPrint: true },
      ],
    }) as const;
  const section: LanguageSection = {
    language: 'ar',
    direction: 'rtl',
    title: 'عنوان',
    paragraphs: [own('a < b')],
    draftNote: foreign,
    reviewedNote: own('reviewed'),
    printLabel: own('Print:'),
    guide: file('How', 'ar/printing.pdf'),
    archive: undefined,
    groups: [{ label: own('Leaflets'), documents: [document('draft')] }],
  };
  const empty: LanguageSection = { ...section, language: 'en', direction: 'ltr', groups: [] };
  const page = (...sections: readonly LanguageSection[]) =>
    filesPage({ title: 'T', accent: '#b01119', languagesLabel: own('Languages'), sections });

  it('says everything in each language, escaped, with its direction', () => {
    const html = page(section, empty);
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('<p>a &lt; b</p>');
    expect(html).toContain('<a href="ar/printing.pdf">How</a> <span class="size">3 KB</span>');
    expect(html).toContain('<h4 class="title">Free “Long Hair” &amp; all</h4>');
    expect(html).toContain(
      'href="ar/leaflets/long%20hair.pdf" aria-label="PDF – Free “Long Hair” &amp; all, 3 KB"',
    );
    expect(html).toContain('<nav aria-label="Languages">');
    expect(html).toContain('<li><a href="#en" lang="en" dir="ltr">English</a></li>');
    const [, main, print] = /class="files">(.*?)<\/p>\s*<p class="print">(.*?)<\/p>/s.exec(html)!;
    expect(main).not.toContain('home-print');
    expect(print).toMatch(/^<strong>Print:<\/strong> .*href="ar\/leaflets\/long%20hair--home-print-a4.pdf"/);
  });

  it('fetches nothing and runs nothing', () => {
    expect(page(section, empty)).not.toMatch(/https?:|<script|<link|<img|url\(|@import/);
  });

  it('has its headings in steps of one, with one language or several', () => {
    const levels = (html: string) => [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels(page(section))).toEqual([1, 2, 3]);
    expect(levels(page(section, empty))).toEqual([1, 2, 3, 4, 2]);
  });

  it('marks a text that the language lacks with its own', () => {
    expect(page(section)).toContain('<p class="note" lang="en" dir="ltr">not reviewed</p>');
  });

  it('says once what is true of all documents, and else of each', () => {
    const documents = [document('draft'), document('reviewed'), document('draft')];
    const notes = (own: readonly ReturnType<typeof document>[]) => {
      const html = page({ ...section, groups: [{ label: foreign, documents: own }] });
      return [...html.matchAll(/class="note"[^>]*>([^<]+)/g)].map(([, text]) => text);
    };
    expect(notes(documents)).toEqual(['not reviewed', 'reviewed', 'not reviewed']);
    expect(notes([documents[0]!, documents[2]!])).toEqual(['not reviewed']);
  });

  it('offers the zips, and what the files are checked by', () => {
    const html = filesPage({
      title: 'T',
      accent: '#b01119',
      languagesLabel: undefined,
      sections: [{ ...section, archive: file('All', 'c-1-ar.zip') }],
      whole: file('Everything', 'c-1.zip'),
      checks: { label: own('Check:'), paths: ['SHA256SUMS'] },
    });
    expect(html.match(/<p class="archive"><a href="[^"]+/g)).toEqual([
      '<p class="archive"><a href="c-1.zip',
      '<p class="archive"><a href="c-1-ar.zip',
    ]);
    // One span, so that a line does not end within it.
    expect(html.match(/<span class="size">3 KB ZIP</g)).toHaveLength(2);
    expect(html).toContain('<footer>\n<p class="wide"><span>Check:</span> <a href="SHA256SUMS">');
  });
});
