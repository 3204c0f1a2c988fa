import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/docx/reading/read-docx.ts';
import { main, p, packed, r, read, shown } from '../support/word-package.ts';

const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const link = (instruction: string) =>
  `${mark('begin')}<w:r><w:instrText> HYPERLINK ${instruction} </w:instrText></w:r>${mark('separate')}`;

describe('a field', () => {
  it('goes on over paragraphs', async () => {
    const first = p(`${r('See ')}${link('"https://example.org/b"')}${r('this')}`);
    const { blocks } = await read(first + p(`${r('page')}${mark('end')}${r(' now')}`) + p(r('here')));
    expect(shown(blocks)).toEqual([
      'Normal: See this(https://example.org/b)',
      'Normal: page(https://example.org/b) now',
      'Normal: here',
    ]);
  });

  it('hides no text where its instruction does not end', async () => {
    const broken = `${mark('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>`;
    const { blocks } = await read(p(`${r('a')}${broken}`) + p(r('b')));
    expect(shown(blocks)).toEqual(['Normal: a', 'Normal: b']);
  });

  it('has its address in one piece or two, with switches in any order', async () => {
    const addressOf = async (instruction: string) =>
      shown((await read(p(link(instruction) + r('x') + mark('end')))).blocks)[0]?.slice('Normal: x'.length);
    expect(await addressOf('"https://example.org/b" \\l "part" \\o "A tip"')).toBe(
      '(https://example.org/b#part)',
    );
    expect(await addressOf('\\o "A tip" \\t \\l "part"')).toBe('(#part)');
    expect(await addressOf('\\n https://example.org/b')).toBe('(https://example.org/b)');
  });
});

describe('what Word writes', () => {
  it('is an address in two halves', async () => {
    const { blocks } = await read(p(`<w:hyperlink r:id="l" w:anchor="part">${r('there')}</w:hyperlink>`));
    expect(shown(blocks)).toEqual(['Normal: there(https://example.org/a#part)']);
  });

  it('is an emoji with an alternative for older programs', async () => {
    const emoji =
      '<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:other/></mc:Choice><mc:Fallback><w:t>😊</w:t></mc:Fallback></mc:AlternateContent></w:r>';
    const { blocks, leftOut } = await read(p(r('Hello ') + emoji));
    expect(shown(blocks)).toEqual(['Normal: Hello 😊']);
    expect(leftOut).toEqual([]);
  });

  it('is a text box twice, which is told of once', async () => {
    const box = `<w:txbxContent>${p(r('boxed'))}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>`;
    for (const body of [p(`<w:r>${both}</w:r>`), p(both)]) {
      const { blocks, leftOut } = await read(body);
      expect(shown(blocks)).toEqual(['Normal: ']);
      expect(leftOut).toEqual([{ what: 'text box', count: 1 }]);
    }
  });

  it('is told of where no text stands for it', async () => {
    const symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>';
    const ruby = `<w:r><w:ruby><w:rt>${r('かんじ')}</w:rt><w:rubyBase>${r('漢字')}</w:rubyBase></w:ruby></w:r>`;
    const { blocks, leftOut } = await read(`${p(symbol + ruby)}<w:altChunk r:id="l"/>`);
    expect(shown(blocks)).toEqual(['Normal: 漢字']);
    expect(leftOut.map(({ what }) => what)).toEqual(['symbol', 'ruby text', 'embedded document']);
  });

  it('is comments, which are counted', async () => {
    const comments = `<w:comments xmlns:w="${main}"><w:comment w:id="0">${p(r('Why?'))}</w:comment><w:comment w:id="1"/></w:comments>`;
    const relationships = `<Relationships><Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>`;
    const commented = `<w:commentRangeStart w:id="0"/>${r('said')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`;
    const bytes = await packed(p(commented), {
      'word/comments.xml': comments,
      'word/_rels/document.xml.rels': relationships,
    });
    const { blocks, leftOut } = await readDocx(bytes);
    expect(shown(blocks)).toEqual(['Normal: said']);
    expect(leftOut).toEqual([{ what: 'comment', count: 2 }]);
  });

  it('is paragraphs that become one as the end between them is deleted', async () => {
    const deleted = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>';
    const { blocks } = await read(`<w:p>${deleted}${r('One, ')}</w:p>${p(r('two'), 'H')}${p(r('three'))}`);
    expect(shown(blocks)).toEqual(['heading 2: One, two', 'Normal: three']);
    const last = await read(`<w:p>${deleted}${r('alone')}</w:p>`);
    expect(shown(last.blocks)).toEqual(['Normal: alone']);
  });
});

describe('what Google Docs writes', () => {
  it('is controls of its own around everything, which are no blanks', async () => {
    const control = (content: string, id: number) =>
      `<w:sdt><w:sdtPr><w:tag w:val="goog_rdk_${id}"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const inner = control(r('Open ') + control(r('doors', '<w:b w:val="1"/>'), 2), 1);
    const { origin, blocks } = await read(control(p(inner), 0));
    expect(shown(blocks)).toEqual(['Normal: Open **doors**']);
    expect(origin).toBeUndefined();
  });
});

describe('lists', () => {
  const level = (at: number, format: string) => `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/></w:lvl>`;
  const numbering = `<w:numbering xmlns:w="${main}">
<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Bullets"/>${level(0, 'bullet')}${level(1, 'decimal')}</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Bullets"/></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/>${level(0, 'lowerRoman')}</w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
  const styles = `<w:styles xmlns:w="${main}"><w:style w:type="paragraph" w:styleId="Item"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`;
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relationships = `<Relationships><Relationship Id="n" Type="${type}/numbering" Target="numbering.xml"/><Relationship Id="s" Type="${type}/styles" Target="styles.xml"/></Relationships>`;
  const item = (properties: string, style = '') =>
    `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${properties && `<w:numPr>${properties}</w:numPr>`}</w:pPr>${r('x')}</w:p>`;
  const listed = async (...paragraphs: readonly string[]) => {
    const more = {
      'word/numbering.xml': numbering,
      'word/styles.xml': styles,
      'word/_rels/document.xml.rels': relationships,
    };
    return shown((await readDocx(await packed(paragraphs.join(''), more))).blocks);
  };

  it('have levels of their own, those of a list style and those that override others', async () => {
    expect(
      await listed(
        item('<w:ilvl w:val="0"/><w:numId w:val="1"/>'),
        item('<w:ilvl w:val="0"/><w:numId w:val="2"/>'),
        item('<w:ilvl w:val="1"/><w:numId w:val="3"/>'),
      ),
    ).toEqual(['- Normal: x', '1. Normal: x', '  1. Normal: x']);
  });

  it('come with a style, deeper or not at all by the paragraph', async () => {
    expect(
      await listed(
        item('', 'Item'),
        item('<w:ilvl w:val="1"/>', 'Item'),
        item('<w:ilvl w:val="0"/><w:numId w:val="0"/>', 'Item'),
      ),
    ).toEqual(['- List Bullet: x', '  1. List Bullet: x', 'List Bullet: x']);
  });
});
