import { describe, expect, it } from 'vitest';
import { artifactOf, checksums } from '../../src/pack/checksum.ts';
import { checkNames, nameFault } from '../../src/pack/file-name.ts';
import { listedPaths, manifestText } from '../../src/pack/manifest.ts';
import { startHere } from '../../src/pack/start-here.ts';
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

describe('START-HERE', () => {
  const own = (text: string) => ({ text, language: 'ar', direction: 'rtl' }) as const;
  const section = {
    language: 'ar',
    direction: 'rtl',
    title: 'عنوان',
    paragraphs: [own('a < b')],
    draftNote: { text: 'not reviewed', language: 'en', direction: 'ltr' },
    printLabel: own('Print:'),
    guide: { label: own('How'), path: 'ar/printing.pdf' },
    documents: [
      {
        title: 'Free “Long Hair” & all',
        summary: 'S',
        draft: true,
        files: [
          { label: own('PDF'), path: 'ar/leaflets/long hair.pdf', isPrint: false },
          { label: own('Two'), path: 'ar/leaflets/long hair--home-print-a4.pdf', isPrint: true },
        ],
      },
    ],
  } as const;

  it('says everything in each language, escaped, with its direction', () => {
    const html = startHere('T', [section, { ...section, language: 'en', direction: 'ltr', documents: [] }]);
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('<p>a &lt; b</p>\n<p><a href="ar/printing.pdf">How</a></p>');
    expect(html).toContain('<h2>Free “Long Hair” &amp; all</h2>');
    expect(html).toContain(
      'href="ar/leaflets/long%20hair.pdf" aria-label="PDF – Free “Long Hair” &amp; all"',
    );
    expect(html).not.toMatch(/https?:/);
    const [, main, print] = /class="files">(.*?)<\/p>\s*<p class="print">(.*?)<\/p>/s.exec(html)!;
    expect(main).not.toContain('home-print');
    expect(print).toContain('<strong>Print:</strong> <a href="ar/leaflets/long%20hair--home-print-a4.pdf"');
  });

  it('marks a text that the language lacks with its own', () => {
    const html = startHere('T', [section]);
    expect(html).toContain('<p class="draft" lang="en" dir="ltr">not reviewed</p>');
  });
});
