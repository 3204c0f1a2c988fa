import { describe, expect, it } from 'vitest';
import { leaflet } from './support/documents.ts';
import { pretty } from './support/package.ts';
import { bytesOf, paragraphTexts, read, readParts } from './support/read.ts';
import { h, page } from './support/tree.ts';

const languages = ['en', 'zh-Hant-HK', 'ar'] as const;

describe('writeDocx', () => {
  it.each(languages)('writes the parts of a leaflet in %s', async (language) => {
    const document = await readParts(leaflet(language));
    for (const part of ['document', 'styles', 'numbering', 'footnotes']) {
      const text = pretty(document.part(`word/${part}.xml`));
      await expect(text).toMatchFileSnapshot(`../golden/docx/leaflet-${language}-${part}.txt`);
    }
  });

  it('gives the same bytes again, whatever was written before', async () => {
    const first = await bytesOf(leaflet('ar'));
    await bytesOf(leaflet('en'));
    expect(Buffer.from(await bytesOf(leaflet('ar'))).equals(Buffer.from(first))).toBe(true);
  });

  it('says nothing of who wrote it, and only the campaign’s date', async () => {
    const document = await read(leaflet('en'));
    expect(pretty(document.part('docProps/core.xml'))).toMatchInlineSnapshot(`
      "cp:coreProperties
        dc:title "Free “Long Hair”!"
        dc:language "en"
        dcterms:created xsi:type="dcterms:W3CDTF" "2026-11-23T00:00:00Z"
        dcterms:modified xsi:type="dcterms:W3CDTF" "2026-11-23T00:00:00Z"
      "
    `);
    expect(pretty(document.part('docProps/app.xml'))).toMatchInlineSnapshot(`
      "Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
        DocSecurity "0"
      "
    `);
    expect(document.names).toMatchInlineSnapshot(`
      [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footnotes.xml",
        "word/glossary/_rels/document.xml.rels",
        "word/glossary/document.xml",
        "word/glossary/styles.xml",
        "word/media/image1.png",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
      ]
    `);
  });

  it('says which document of a campaign it is, and which source it was made from', async () => {
    const origin = {
      document: 'resolutions/free-long-hair',
      locale: 'zh-Hant',
      kind: 'resolution',
      source: '3f9a',
    };
    const document = await readParts(page('en', {}, h('p', {}, 'text')), { origin });
    expect(pretty(document.part('docProps/custom.xml'))).toMatchInlineSnapshot(`
      "Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
        property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="campaign-pack document"
          vt:lpwstr "resolutions/free-long-hair"
        property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="campaign-pack locale"
          vt:lpwstr "zh-Hant"
        property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="4" name="campaign-pack kind"
          vt:lpwstr "resolution"
        property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="5" name="campaign-pack source"
          vt:lpwstr "3f9a"
      "
    `);
    const types = document.all('[Content_Types].xml', 'Override').map((type) => type.attributes.PartName);
    expect(types).toContain('/docProps/custom.xml');
    const targets = document.all('_rels/.rels', 'Relationship').map((relation) => relation.attributes.Target);
    expect(targets).toEqual([
      'word/document.xml',
      'docProps/core.xml',
      'docProps/app.xml',
      'docProps/custom.xml',
    ]);
  });

  it('keeps what XML cannot hold out of the text, and the rest as it is', async () => {
    const strange = 'a\u0000\ufffeb {list1-0} <w:t> ]]> &amp; \ud800 \u{1f600} {rId{x.png}}';
    const document = await readParts(page('en', {}, h('p', {}, strange)));
    expect(paragraphTexts(document.part('word/document.xml'))).toEqual([
      'ab {list1-0} <w:t> ]]> &amp; \ufffd \u{1f600} {rId{x.png}}',
    ]);
  });
});
