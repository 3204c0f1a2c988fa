import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/docx/reading/read-docx.ts';
import { p, packed, r, read, shown, utf8, zipOf } from '../support/word-package.ts';

describe('a paragraph', () => {
  it('is one text however an editor has cut its runs', async () => {
    const cut = `${r('Free ')}<w:proofErr w:type="spellStart"/>${r('Long', '<w:lang w:val="en-GB"/>')}<w:bookmarkStart w:id="0" w:name="x"/><w:smartTag>${r(' Hair')}</w:smartTag>`;
    const { blocks } = await read(p(cut));
    expect(blocks).toMatchObject([{ style: 'Normal', inlines: [{ kind: 'text', text: 'Free Long Hair' }] }]);
  });

  it('is marked by styles and by hand, but not by what its own style does already', async () => {
    const marked = `${r('a ')}${r('b', '<w:rStyle w:val="S"/>')}${r(' c', '<w:i/>')}${r(' d', '<w:b w:val="0"/>')}`;
    const { blocks } = await read(p(marked) + p(r('e', '<w:b/>'), 'H'));
    expect(shown(blocks)).toEqual(['Normal: a **b*** c* d', 'heading 2: e']);
  });

  it('is both strong and slanted in the style of what is', async () => {
    const both = r('a', '<w:rStyle w:val="S2"/>');
    const { blocks } = await read(p(both));
    expect(blocks).toMatchObject([{ inlines: [{ text: 'a', isStrong: true, isEmphasis: true }] }]);
  });

  it('has links as elements and as fields', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const instruction = '<w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r>';
    const field = `${mark('begin')}${instruction}${mark('separate')}${r('two')}${mark('end')}`;
    const { blocks } = await read(
      p(
        `<w:hyperlink r:id="l">${r('one')}</w:hyperlink>${r(' ')}${field}<w:hyperlink w:anchor="c">${r('three')}</w:hyperlink>`,
      ),
    );
    expect(shown(blocks)).toEqual(['Normal: one(https://example.org/a) two(https://example.org/b)three(#c)']);
  });

  it('has blanks as controls, filled in or not, and as the lines that are left of them', async () => {
    const control = (text: string, more = '') =>
      `<w:sdt><w:sdtPr><w:tag w:val="branch"/>${more}</w:sdtPr><w:sdtContent>${r(text)}</w:sdtContent></w:sdt>`;
    const { blocks } = await read(
      p(`${r('Branch ')}${control('____', '<w:showingPlcHdr/>')}`) +
        p(control('Leeds')) +
        p(r('Date _____ x')),
    );
    expect(shown(blocks)).toEqual([
      'Normal: Branch {branch:}',
      'Normal: {branch:Leeds}',
      'Normal: Date {:} x',
    ]);
  });

  it('has notes, whose texts are read with their ids', async () => {
    const { blocks, notes } = await read(p(`${r('So')}<w:r><w:footnoteReference w:id="7"/></w:r>`));
    expect(shown(blocks)).toEqual(['Normal: So[^7]']);
    expect([...notes.keys()]).toEqual(['7']);
    expect(shown(notes.get('7')!)).toEqual(['Normal: A note.']);
  });
});

describe('a document', () => {
  it('is read in the strict namespaces, too', async () => {
    const { blocks } = await read(p(r('strict')), 'http://purl.oclc.org/ooxml/wordprocessingml/main');
    expect(shown(blocks)).toEqual(['Normal: strict']);
  });

  it('has its tables row by row, and what is grouped in order', async () => {
    const cell = (text: string) => `<w:tc>${p(r(text))}</w:tc>`;
    const grouped = `<w:sdt><w:sdtContent>${p(r('a'))}</w:sdtContent></w:sdt>`;
    const { blocks } = await read(`${grouped}<w:tbl><w:tr>${cell('b')}${cell('c')}</w:tr></w:tbl>`);
    expect(shown(blocks)).toEqual(['Normal: a', 'Normal: b | Normal: c']);
  });

  it('tells of passages that are struck through or highlighted by hand', async () => {
    const look = (marks: string) => `<w:r><w:rPr>${marks}</w:rPr><w:t>word</w:t></w:r>`;
    const off = '<w:strike w:val="0"/><w:highlight w:val="none"/>';
    const { leftOut } = await read(
      p(look('<w:strike/>') + look('<w:highlight w:val="yellow"/>') + look(off)),
    );
    expect(leftOut).toEqual([
      { what: 'struck passage', count: 1 },
      { what: 'highlighted passage', count: 1 },
    ]);
  });

  it('has changes read as accepted, and tells of them and all else that it leaves out', async () => {
    const gone = '<w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del>';
    const math = 'http://schemas.openxmlformats.org/officeDocument/2006/math';
    const { blocks, leftOut } = await read(
      p(`<w:ins w:id="1">${r('new')}</w:ins>${gone}<m:oMath xmlns:m="${math}"/>`),
    );
    expect(shown(blocks)).toEqual(['Normal: new']);
    expect(leftOut).toEqual([
      { what: 'tracked change', count: 2 },
      { what: 'equation', count: 1 },
    ]);
  });
});

describe('a file that is no Word document', () => {
  const refused = async (bytes: Uint8Array): Promise<string> => {
    try {
      await readDocx(bytes);
    } catch (error) {
      return (error as Error).message;
    }
    throw new Error('it was read');
  };
  it('is told apart by what is wrong with it', async () => {
    expect(await refused(utf8('hello'))).toBe('it is no zip archive');
    expect(await refused(await zipOf({ 'a.xml': '<a/>' }))).toBe('it is no Word document');
    expect(await refused(await packed('<w:p>'))).toBe('its word/document.xml is no well-formed XML');
    const entity = { 'word/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' };
    expect(await refused(await packed('', entity))).toBe('its word/styles.xml declares a document type');
    expect(await refused(await packed('<w:p>'.repeat(500)))).toContain('is nested too deeply');
    const bytes = await packed(p(r('whole')));
    expect(await refused(bytes.subarray(0, bytes.length - 30))).toBe('it is no zip archive');
  });

  it('is refused where it would unpack to more than any document has', async () => {
    const bomb = await packed('', { 'word/styles.xml': ' '.repeat(10_000_000) });
    expect(await refused(bomb)).toBe('it unpacks to more than any document has');
  });

  it('is refused where two files have one name, or a checksum is wrong', async () => {
    const twice = await zipOf({ 'word/document.xml': '<a/>', 'WORD/document.xml': '<b/>' });
    expect(await refused(twice)).toBe('two of its files are named word/document.xml');
    const bytes = Buffer.from(await zipOf({ 'a.xml': '<a>text</a>' }));
    const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt32LE(1, directory + 16);
    expect(await refused(bytes)).toBe('it is damaged: a checksum in it is wrong');
  });
});
