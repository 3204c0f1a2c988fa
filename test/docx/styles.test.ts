import { beforeAll, describe, expect, it } from 'vitest';
import { walkXml, type XmlElement } from '../../src/docx/xml.ts';
import { leaflet } from './support/documents.ts';
import { attributeOf, type Read, readParts, styleNamed } from './support/read.ts';

const styles = 'word/styles.xml';

/** The attributes of the first descendant of a name. */
function attributesOf(element: XmlElement, name: string): Readonly<Record<string, string>> | undefined {
  return [...walkXml(element)].find((e) => e.name === name)?.attributes;
}

describe('the styles of a document', () => {
  let document: Read;
  beforeAll(async () => {
    document = await readParts(leaflet('en'));
  });

  it('are there for every role, whether the text has it or not', () => {
    const names = document.all(styles, 'w:style').map((style) => attributeOf(style, 'w:name'));
    expect(names).toEqual(
      expect.arrayContaining([
        ...['Title', 'Body Text', 'Lead', 'Callout', 'Quote', 'caption', 'Table Text', 'Table Header'],
        ...[1, 2, 3, 4, 5, 6].map((level) => `heading ${level}`),
        ...['Clause 1', 'Clause 2', 'Clause 3', 'List Bullet', 'List Bullet 2', 'List Bullet 3'],
        ...['List Number', 'List Number 2', 'List Number 3', 'header', 'footer', 'footnote text'],
        ...['footnote reference', 'Placeholder Text', 'Strong', 'Emphasis', 'Hyperlink', 'Campaign Table'],
      ]),
    );
  });

  it('are based on one another, and go on with what comes next', () => {
    const chain = (name: string): readonly string[] => {
      const base = attributeOf(styleNamed(document, name), 'w:basedOn');
      const style = document.all(styles, 'w:style').find((s) => s.attributes['w:styleId'] === base);
      const next = style && attributeOf(style, 'w:name');
      return next === undefined ? [name] : [name, ...chain(next)];
    };
    expect(chain('List Bullet 3')).toEqual(['List Bullet 3', 'List Bullet', 'Body Text', 'Normal']);
    expect(chain('Callout Heading 3')).toEqual(['Callout Heading 3', 'heading 3', 'Normal']);
    expect(chain('Table Header')).toEqual(['Table Header', 'Table Text', 'Normal']);
    const next = (name: string) => attributeOf(styleNamed(document, name), 'w:next');
    expect(['Kicker', 'Title', 'heading 2', 'Lead', 'Table Header', 'Clause 1'].map(next)).toEqual([
      'Title',
      'Lead',
      'BodyText',
      'BodyText',
      'TableText',
      undefined,
    ]);
  });

  it('have their outline levels, the ones that the text lacks too', () => {
    const levels = ['Title', 'heading 1', 'heading 2', 'heading 6', 'Callout Heading 3'].map((name) =>
      attributeOf(styleNamed(document, name), 'w:outlineLvl'),
    );
    // The last has its base's.
    expect(levels).toEqual(['0', '0', '1', '5', undefined]);
  });

  it('are all that the pane shows, with those to lay out with hidden', () => {
    const [latent] = document.all(styles, 'w:latentStyles');
    expect(latent!.attributes).toMatchObject({ 'w:defSemiHidden': '1', 'w:defUnhideWhenUsed': '1' });
    const shown = document.all(styles, 'w:lsdException').map(({ attributes }) => attributes['w:name']);
    expect(shown).toEqual(expect.arrayContaining(['heading 1', 'List Bullet 2', 'footnote text']));
    expect(attributesOf(styleNamed(document, 'Spacer'), 'w:semiHidden')).toEqual({});
    expect(attributesOf(styleNamed(document, 'Body Text'), 'w:qFormat')).toEqual({});
    expect(attributesOf(styleNamed(document, 'Callout Heading 3'), 'w:qFormat')).toBeUndefined();
  });

  it('give a table its header row', () => {
    const table = styleNamed(document, 'Campaign Table');
    const row = [...walkXml(table)].find((e) => e.name === 'w:tblStylePr')!;
    expect(row.attributes).toEqual({ 'w:type': 'firstRow' });
    expect([...walkXml(row)].map(({ name }) => name)).toEqual(
      expect.arrayContaining(['w:tblHeader', 'w:tcBorders', 'w:bottom']),
    );
  });
});

describe('the theme', () => {
  const themeFonts = (document: Read) =>
    ['a:latin', 'a:ea', 'a:cs'].map((name) =>
      document.all('word/theme/theme1.xml', name).map(({ attributes }) => attributes.typeface),
    );

  it('holds the document’s colours, and styles refer to them', async () => {
    const document = await readParts(leaflet('en'));
    const scheme = document.all('word/theme/theme1.xml', 'a:clrScheme')[0]!;
    const colours = Object.fromEntries(
      scheme.children.flatMap((child) =>
        typeof child === 'string' ? [] : [[child.name, attributesOf(child, 'a:srgbClr')!.val]],
      ),
    );
    expect(colours).toMatchObject({
      'a:dk1': '000000',
      'a:lt1': 'FFFFFF',
      'a:lt2': 'F9ECED',
      'a:accent1': 'B01119',
    });
    const kicker = styleNamed(document, 'Kicker');
    expect(attributesOf(kicker, 'w:color')).toEqual({ 'w:val': 'FFFFFF', 'w:themeColor': 'background1' });
    expect(attributesOf(kicker, 'w:shd')).toMatchObject({ 'w:fill': 'B01119', 'w:themeFill': 'accent1' });
    const callout = styleNamed(document, 'Callout');
    expect(attributesOf(callout, 'w:shd')).toMatchObject({ 'w:themeFill': 'background2' });
    expect(attributesOf(callout, 'w:left')).toMatchObject({ 'w:color': 'B01119', 'w:themeColor': 'accent1' });
  });

  it('has fonts that come with Word, those of headings apart', async () => {
    const document = await readParts(leaflet('en'));
    expect(themeFonts(document)).toEqual([
      ['Arial Narrow', 'Calibri'],
      ['Microsoft JhengHei', 'Microsoft JhengHei'],
      ['Arial', 'Arial'],
    ]);
    expect(attributesOf(styleNamed(document, 'Title'), 'w:rFonts')).toMatchObject({
      'w:ascii': 'Arial Narrow',
      'w:asciiTheme': 'majorHAnsi',
      'w:cstheme': 'majorBidi',
    });
    expect(attributesOf(document.all(styles, 'w:docDefaults')[0]!, 'w:rFonts')).toMatchObject({
      'w:ascii': 'Calibri',
      'w:asciiTheme': 'minorHAnsi',
      'w:eastAsiaTheme': 'minorEastAsia',
    });
  });

  it('has the open fonts of the PDF where a campaign asks for them', async () => {
    const chinese = await readParts(leaflet('zh-Hant-HK'), { fonts: 'open' });
    expect(themeFonts(chinese)[1]).toEqual(['Fira Sans Extra Condensed', 'Noto Sans']);
    const english = await readParts(leaflet('en'), { fonts: 'open' });
    expect(themeFonts(english)).toEqual([
      ['Fira Sans Extra Condensed', 'Noto Sans'],
      ['Noto Sans HK', 'Noto Sans HK'],
      ['Amiri', 'Amiri'],
    ]);
  });
});
