import { describe, expect, it } from 'vitest';
import type { MarginBox } from '../../src/style/rules.ts';
import { initialStyle } from '../layout/support/tree.ts';
import { attributeOf, paragraphTexts, readParts, styleNamed } from './support/read.ts';
import { h, type Make, page, pt, rgb, sides } from './support/tree.ts';

const body = 'word/document.xml';

describe('blanks', () => {
  const blank = (attributes: Readonly<Record<string, string>>): Make => h('input', { attributes });

  it('are content controls with a name, a label and a line to write on', async () => {
    const document = await readParts(
      page('en', {}, h('p', {}, 'Branch ', blank({ name: 'b', 'aria-label': 'Branch' }))),
    );
    const [control] = document.all(body, 'w:sdt');
    expect(attributeOf(control!, 'w:alias')).toBe('Branch');
    expect(attributeOf(control!, 'w:tag')).toBe('b');
    expect(document.all(body, 'w:text')).toEqual([]);
    expect(paragraphTexts(document.part(body))[0]).toMatch(/^Branch _{10,}$/);
  });

  it('show a label that stands nowhere beside them', async () => {
    const document = await readParts(
      page('en', {}, h('p', {}, blank({ name: 'b', 'aria-label': 'Branch' }))),
    );
    expect(paragraphTexts(document.part(body))[0]).toMatch(/^Branch _+$/);
  });
});

describe('pictures', () => {
  it('of QR codes have their text, a quiet zone and the size that was asked', async () => {
    const code = h('qr-code', {
      style: { width: pt(72) },
      attributes: { value: 'https://a.b', 'aria-label': 'Page' },
    });
    const document = await readParts(page('en', {}, h('p', {}, code)));
    const [extent] = document.all(body, 'wp:extent');
    expect(extent!.attributes).toEqual({ cx: '914400', cy: '914400' });
    expect(document.all(body, 'wp:docPr')[0]!.attributes.descr).toBe('Page');
    expect(document.names).toContain('word/media/image1.png');
  });

  it('that cannot be loaded leave their text', async () => {
    const image = h('img', { attributes: { src: 'x.png', alt: 'A march' } });
    const document = await readParts(page('en', {}, h('p', {}, image)));
    expect(paragraphTexts(document.part(body))).toEqual(['A march']);
  });
});

describe('links', () => {
  it('lead to the address in its normal form', async () => {
    const link = h('a', { attributes: { href: 'https://example.org/ä b?c=d&e' } }, 'page');
    const document = await readParts(page('en', {}, h('p', {}, link)));
    const relations = document.all('word/_rels/document.xml.rels', 'Relationship');
    const targets = relations
      .filter((r) => r.attributes.TargetMode === 'External')
      .map((r) => r.attributes.Target);
    expect(targets).toEqual(['https://example.org/%C3%A4%20b?c=d&e']);
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    '//x',
    'ms-msdt:x',
    '#nowhere',
  ])('with %s are text', async (href) => {
    const document = await readParts(page('en', {}, h('p', {}, h('a', { attributes: { href } }, 'page'))));
    expect(document.all(body, 'w:hyperlink')).toEqual([]);
    expect(paragraphTexts(document.part(body))).toEqual(['page']);
  });
});

describe('styles', () => {
  it('tell two looks of a role apart, the plain one first', async () => {
    const tint = { backgroundColor: rgb(240, 240, 240), docxStyle: 'Callout' };
    const boxed = h('div', { style: tint }, h('h3', {}, 'in'));
    const document = await readParts(page('en', {}, boxed, h('h3', {}, 'out')));
    const used = document.all(body, 'w:pStyle').map((style) => style.attributes['w:val']);
    expect(used).toEqual(['CalloutHeading3', 'Heading3']);
    expect(attributeOf(styleNamed(document, 'Callout Heading 3'), 'w:basedOn')).toBe('Heading3');
    expect(attributeOf(styleNamed(document, 'Callout Heading 3'), 'w:shd')).toBe('clear');
    expect(attributeOf(styleNamed(document, 'heading 3'), 'w:outlineLvl')).toBe('2');
  });

  it('keep white text on its ground, and text on paper legible', async () => {
    const ground = { backgroundColor: rgb(176, 17, 25), color: rgb(255, 255, 255) };
    const document = await readParts(page('en', {}, h('div', { style: ground }, h('h2', {}, 'white'))));
    const style = styleNamed(document, 'heading 2 (2)');
    expect(attributeOf(style, 'w:color')).toBe('FFFFFF');
    expect(attributeOf(styleNamed(document, 'heading 2'), 'w:color')).not.toBe('FFFFFF');
  });

  it('take a bold back directly, for in a style it would switch on', async () => {
    const plain = h('span', { style: { fontWeight: 400 } }, 'plain');
    const document = await readParts(page('en', {}, h('h2', {}, 'bold ', plain)));
    const [run] = document.all(body, 'w:rPr');
    expect(run!.children.map((c) => (typeof c === 'string' ? c : c.name))).toContain('w:b');
    expect(attributeOf(run!, 'w:b')).toBe('false');
  });
});

describe('pages', () => {
  const box = (name: MarginBox['name'], content: MarginBox['content']): MarginBox => ({
    name,
    content,
    style: initialStyle,
    span: { source: { name: 't', root: 'campaign', path: 't', text: '' }, start: 0, end: 0 },
  });

  it('have a footer with named strings, page numbers and their count', async () => {
    const rule = {
      boxes: [
        box('bottom-left', [
          { kind: 'string', name: 'campaign', which: 'first' },
          { kind: 'text', text: ' · 1.0' },
        ]),
        box('bottom-right', [
          { kind: 'counter', name: 'page', counterStyle: 'decimal' },
          { kind: 'text', text: ' / ' },
          { kind: 'counter', name: 'pages', counterStyle: 'decimal' },
        ]),
      ],
    };
    const text = h('p', { style: { stringSet: { campaign: 'Solidarity' } } }, 'x');
    const document = await readParts(page('en', { rule }, text));
    const footer = document.part('word/footer1.xml');
    expect(paragraphTexts(footer)).toEqual(['Solidarity · 1.0\t / ']);
    const fields = document.all('word/footer1.xml', 'w:instrText').map((field) => field.children.join(''));
    expect(fields).toEqual(['PAGE', 'NUMPAGES']);
  });

  it('have the size and margins of their rule', async () => {
    const document = await readParts(page('en', {}, h('p', {}, 'x')));
    expect(document.all(body, 'w:pgSz')[0]!.attributes).toMatchObject({ 'w:w': '8391', 'w:h': '11906' });
    expect(document.all(body, 'w:pgMar')[0]!.attributes).toMatchObject({ 'w:top': '720', 'w:left': '720' });
  });

  it('have no margin below nothing, which Word does not take', async () => {
    const document = await readParts(
      page('en', { rule: { marginTop: -20, marginLeft: -20 } }, h('p', {}, 'x')),
    );
    expect(document.all(body, 'w:pgMar')[0]!.attributes).toMatchObject({ 'w:top': '0', 'w:left': '0' });
  });

  it('of columns are sections that go on on the same page', async () => {
    const columns = h(
      'div',
      { style: { columnCount: 2, columnGap: pt(12) } },
      h('p', {}, 'a'),
      h('p', {}, 'b'),
    );
    const document = await readParts(page('en', {}, h('p', {}, 'before'), columns, h('p', {}, 'after')));
    const sections = document.all(body, 'w:sectPr');
    expect(sections.map((section) => attributeOf(section, 'w:type'))).toEqual([
      undefined,
      'continuous',
      'continuous',
    ]);
    expect(document.all(body, 'w:cols').map((c) => c.attributes['w:num'])).toContain('2');
  });

  it('break where a heading or a container says so', async () => {
    const forced = { style: { breakBefore: 'page' as const } };
    const tree = page('en', {}, h('p', {}, 'a'), h('h2', forced, 'b'), h('div', forced, h('p', {}, 'c')));
    const document = await readParts(tree);
    expect(attributeOf(styleNamed(document, 'heading 2'), 'w:basedOn')).toBe('Normal');
    const names = styleNamed(document, 'heading 2').children.flatMap((c) =>
      typeof c === 'string' ? [] : c.children,
    );
    expect(names.map((c) => (typeof c === 'string' ? c : c.name))).toContain('w:pageBreakBefore');
    expect(document.all(body, 'w:pageBreakBefore')).toHaveLength(1);
  });
});

describe('tables', () => {
  it('repeat their header row and keep rows whole', async () => {
    const row = (tag: string, ...cells: string[]) => h('tr', {}, ...cells.map((text) => h(tag, {}, text)));
    const table = h('table', {}, h('thead', {}, row('th', 'a', 'b')), h('tbody', {}, row('td', '1', '2')));
    const document = await readParts(page('en', {}, table));
    expect(document.all(body, 'w:tblHeader')).toHaveLength(1);
    expect(document.all(body, 'w:tblLook')[0]!.attributes['w:firstRow']).toBe('true');
    expect(document.all(body, 'w:cantSplit')).toHaveLength(2);
  });

  it('span columns and rows', async () => {
    const cell = (text: string, attributes = {}) => h('td', { attributes }, text);
    const table = h(
      'table',
      {},
      h('tr', {}, cell('a', { rowspan: '2' }), cell('b', { colspan: '2' })),
      h('tr', {}, cell('c'), cell('d')),
    );
    const document = await readParts(page('en', {}, table));
    expect(document.all(body, 'w:gridCol')).toHaveLength(3);
    expect(document.all(body, 'w:gridSpan').map((s) => s.attributes['w:val'])).toEqual(['2']);
    expect(document.all(body, 'w:vMerge').map((s) => s.attributes['w:val'])).toEqual(['restart', 'continue']);
  });

  it('that touch stay two', async () => {
    const table = h('table', {}, h('tr', {}, h('td', {}, 'x')));
    const document = await readParts(page('en', {}, table, table));
    const names = document.part(body).children.flatMap((c) => (typeof c === 'string' ? [] : c.children));
    expect(names.map((c) => (typeof c === 'string' ? c : c.name))).toEqual([
      'w:tbl',
      'w:p',
      'w:tbl',
      'w:p',
      'w:sectPr',
    ]);
  });

  it('hold what stands side by side in a row', async () => {
    const row = { style: { display: 'flex' as const, columnGap: pt(10), padding: sides(pt(0)) } };
    const code = h('qr-code', { attributes: { value: 'x', 'aria-label': 'Code' } });
    const document = await readParts(page('en', {}, h('div', row, h('div', {}, 'contact'), code)));
    expect(document.all(body, 'w:tc')).toHaveLength(2);
    expect(document.all(body, 'w:tblStyle')[0]!.attributes['w:val']).toBe('LayoutTable');
  });

  it('leave room beside gaps that would take all of it', async () => {
    const row = { style: { display: 'flex' as const, columnGap: pt(5000) } };
    const document = await readParts(page('en', {}, h('div', row, h('div', {}, 'a'), h('div', {}, 'b'))));
    const widths = document.all(body, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
    expect(widths).toHaveLength(2);
    for (const width of widths) expect(width).toBeGreaterThan(0);
  });
});
