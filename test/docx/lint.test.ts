import { beforeAll, describe, expect, it } from 'vitest';
import { docxParts } from '../../src/docx/write-docx.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { lint } from './lint/lint.ts';
import { leaflet } from './support/documents.ts';

type Edit = (xml: string) => string;

/** A class of faults, a part, and what is done to it. */
type Seed = readonly [fault: string, part: string, edit: Edit];

const body = 'word/document.xml';
const styles = 'word/styles.xml';
const numbers = 'word/numbering.xml';
const core = 'docProps/core.xml';

const put =
  (find: string | RegExp, text: string): Edit =>
  (xml) =>
    xml.replace(find, text);
/** A control with what follows its id among its properties. */
const control = (id: number, properties = '', content = '<w:r><w:t>x</w:t></w:r>'): string =>
  `<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:sdt><w:sdtPr><w:alias w:val="x"/><w:id w:val="${id}"/>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt></w:p>`;
const paragraph = (content: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>${content}</w:p>`;
const first = (text: string): Edit => put('<w:body>', `<w:body>${text}`);
const listed = (...items: readonly string[]): string => `<w:dropDownList>${items.join('')}</w:dropDownList>`;
const change = (attributes: string): string =>
  paragraph(`<w:ins ${attributes}><w:r><w:t>x</w:t></w:r></w:ins>`);

const seeds: readonly Seed[] = [
  ['not-well-formed', body, put('</w:body>', '')],
  ['not-well-formed', body, put('<w:body>', '<w:body>\ufffe')],
  ['text-astray', body, put('<w:body>', '<w:body>astray')],
  ['space-lost', body, first(paragraph('<w:r><w:t> x</w:t></w:r>'))],
  ['style-unknown', body, put('w:val="Lead"', 'w:val="Leed"')],
  ['style-unknown', body, put(/<w:rStyle w:val="Strong"\/>/, '<w:rStyle w:val="Lead"/>')],
  ['style-unknown', styles, put('<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Nromal"/>')],
  ['style-unknown', styles, put(/<w:next w:val="[^"]*"\/>/, '<w:next w:val="Nobody"/>')],
  [
    'style-cycle',
    styles,
    put(/(<w:name w:val="Lead"\/>)<w:basedOn w:val="[^"]*"\/>/, '$1<w:basedOn w:val="Lead"/>'),
  ],
  ['style-twice', styles, put('<w:name w:val="Lead"/>', '<w:name w:val="kicker"/>')],
  ['style-twice', styles, put('w:styleId="Lead"', 'w:styleId="Kicker"')],
  ['direct-formatting', body, put('<w:rPr>', '<w:rPr><w:sz w:val="20"/>')],
  [
    'direct-formatting',
    body,
    put('<w:pStyle w:val="Lead"/>', '<w:pStyle w:val="Lead"/><w:jc w:val="center"/>'),
  ],
  ['unstyled', body, put('<w:pPr><w:pStyle w:val="Lead"/></w:pPr>', '')],
  ['heading-jump', body, put('<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="Heading4"/>')],
  ['number-unknown', body, put(/<w:numId w:val="\d+"\/>/, '<w:numId w:val="99"/>')],
  ['number-unknown', styles, put(/<w:numId w:val="\d+"\/>/, '<w:numId w:val="99"/>')],
  ['number-unknown', numbers, put(/<w:abstractNumId w:val="\d+"\/>/, '<w:abstractNumId w:val="99"/>')],
  ['number-unlinked', numbers, put('<w:pStyle w:val="ListNumber"/>', '')],
  ['number-twice', numbers, put('w:abstractNumId="1"', 'w:abstractNumId="0"')],
  ['bookmark-unclosed', body, put(/<w:bookmarkEnd[^>]*>/, '')],
  [
    'bookmark-twice',
    body,
    put('<w:body>', '<w:body><w:bookmarkStart w:id="99" w:name="demands"/><w:bookmarkEnd w:id="99"/>'),
  ],
  ['bookmark-name', body, put('w:name="demands"', 'w:name="de mands"')],
  ['anchor-dead', body, put('w:anchor="demands"', 'w:anchor="nowhere"')],
  [
    'anchor-dead',
    body,
    first(paragraph('<w:fldSimple w:instr="REF nowhere \\r \\h"><w:r><w:t>1</w:t></w:r></w:fldSimple>')),
  ],
  ['link-empty', body, put(/(<w:hyperlink [^>]*>).*?(<\/w:hyperlink>)/, '$1$2')],
  ['field-unclosed', body, first(paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'))],
  ['footnote-unknown', body, put('<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="7"/>')],
  [
    'footnote-twice',
    body,
    put('<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="1"/><w:footnoteReference w:id="1"/>'),
  ],
  [
    'address-bad',
    'word/_rels/document.xml.rels',
    put(/Target="https:[^"]*"/, 'Target="https://exam ple.org"'),
  ],
  ['address-bad', 'word/_rels/document.xml.rels', put(/Target="https:[^"]*"/, 'Target="mailto:nobody"')],
  ['address-bad', 'word/_rels/document.xml.rels', put(/Target="https:[^"]*"/, 'Target="javascript:x"')],
  [
    'relationship-dead',
    'word/_rels/document.xml.rels',
    put('Target="media/image1.png"', 'Target="media/image9.png"'),
  ],
  ['relationship-dead', body, put(/r:embed="[^"]*"/, 'r:embed="rId99"')],
  ['relationship-twice', 'word/_rels/document.xml.rels', put('Id="rId2"', 'Id="rId1"')],
  ['part-unreached', 'word/_rels/document.xml.rels', put(/<Relationship [^>]*theme1\.xml"[^>]*>/, '')],
  ['type-unknown', '[Content_Types].xml', put(/<Override PartName="\/word\/styles\.xml"[^>]*>/, '')],
  ['type-twice', '[Content_Types].xml', put(/<Override PartName="\/word\/styles\.xml"[^>]*>/, '$&$&')],
  ['control-twice', body, first(control(1))],
  ['control-name', body, put(/<w:alias w:val="[^"]*"\/>/, '')],
  ['control-empty', body, first(control(99, '', '<w:r/>'))],
  [
    'list-value-twice',
    body,
    first(
      control(
        99,
        listed('<w:listItem w:displayText="a" w:value="1"/>', '<w:listItem w:displayText="b" w:value="1"/>'),
      ),
    ),
  ],
  ['store-unknown', body, first(control(99, '<w:dataBinding w:xpath="/a" w:storeItemID="{0A}"/>'))],
  [
    'placeholder-unknown',
    body,
    first(control(99, '<w:placeholder><w:docPart w:val="nowhere"/></w:placeholder>')),
  ],
  ['cell-empty', body, put(/(<w:tc>(?:<w:tcPr>.*?<\/w:tcPr>)?)<w:p>.*?<\/w:p>(<\/w:tc>)/, '$1$2')],
  ['cell-end', body, put('</w:tc>', '<w:sdt/></w:tc>')],
  ['grid-mismatch', body, put(/<w:gridCol [^>]*>/, '')],
  ['grid-mismatch', body, put(/<w:tcW [^>]*>/, '<w:tcW w:type="dxa" w:w="5"/>')],
  ['header-row', body, put('<w:tblHeader/>', '')],
  ['alt-missing', body, put(/descr="[^"]+"/, 'descr=""')],
  ['alt-missing', body, put(/descr="[^"]+"/, 'descr="march.jpg"')],
  ['drawing-floats', body, (xml) => xml.replaceAll('wp:inline', 'wp:anchor')],
  ['drawing-twice', body, (xml) => xml.replace(/<w:r>(?:(?!<w:r>).)*<w:drawing>.*?<\/w:r>/, '$&$&')],
  ['language-bad', body, put(/<w:lang [^>]*>/, '<w:lang w:val="english"/>')],
  ['language-bad', styles, put(/<w:lang w:val="[^"]*"/, '<w:lang w:val="en-XX"')],
  ['property-twice', core, put(/<dc:title>.*?<\/dc:title>/, '$&$&')],
  ['title-missing', core, put(/<dc:title>.*?<\/dc:title>/, '<dc:title> </dc:title>')],
  ['date-bad', core, put('2026-11-23T', '2026-02-31T')],
  ['date-bad', body, first(control(99, '<w:date w:fullDate="2026-11-23"/>'))],
  ['date-bad', body, first(change('w:id="1" w:author="x" w:date="today"'))],
  ['change-twice', body, first(change('w:id="1" w:author="x"').repeat(2))],
  ['change-author', body, first(change('w:id="1" w:author=""'))],
];

describe('the lint', () => {
  let files: ReadonlyMap<string, Uint8Array>;
  beforeAll(async () => {
    const host = createMemoryHost({ campaign: {} });
    files = (await docxParts(leaflet('en'), { host, date: '2026-11-23', loadImage: () => undefined })).value;
  });

  it('finds nothing in a leaflet', () => {
    expect(lint(files)).toEqual([]);
  });

  it.each(seeds)('finds %s in %s', (fault, part, edit) => {
    const text = Buffer.from(files.get(part)!).toString('utf8');
    const edited = edit(text);
    expect(edited).not.toBe(text);
    const found = lint(
      new Map([...files].map(([name, bytes]) => [name, name === part ? Buffer.from(edited) : bytes])),
    );
    expect(found.map((line) => line.split(':')[0])).toContain(fault);
  });

  it('finds types that do not come first', () => {
    expect(lint(new Map([...files].toReversed()))).toContain('part-order: [Content_Types].xml: is not first');
  });
});
