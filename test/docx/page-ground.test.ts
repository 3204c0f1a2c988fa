import { describe, expect, it } from 'vitest';
import { collectDocument } from '../../src/docx/collect-document.ts';
import type { Block, ParagraphBlock } from '../../src/docx/model.ts';
import { docxParts } from '../../src/docx/write-docx.ts';
import { walkXml, type XmlElement } from '../../src/docx/xml.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { styled } from '../layout/support/html.ts';
import { parseXml } from './support/package.ts';

const page = '@page { size: 400px 800px; margin: 40px } @page cover { margin: 0 } ';
const cover =
  '.cover { page: cover; box-sizing: border-box; height: 800px; padding: 40px; background: #b01119; color: white }';
const covered = '<div class=cover><p>Kicker<div><h1>Title</h1><p>Lead</div></div><h2>After</h2><p>Text';

async function blocksOf(body: string, css: string, height?: number): Promise<readonly Block[]> {
  const { tree } = await styled(body, page + css);
  const none = {
    loadImage: () => undefined,
    placeDrawing: undefined,
    printed: { add: () => {}, addFile: () => {}, images: new Map(), files: new Map() },
    diagnostics: [],
  };
  const measures = { columns: () => undefined, height: () => height! };
  return collectDocument(tree, none, 'office', height === undefined ? undefined : measures).blocks;
}

const textOf = ({ inlines }: ParagraphBlock) =>
  inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');

/** Fill and height of the ground by the text of each block. */
const groundsOf = (blocks: readonly Block[]) =>
  Object.fromEntries(
    blocks.map((block) => [
      block.kind === 'table' ? 'table' : textOf(block),
      block.section.ground && `${block.section.ground.fill} ${block.section.ground.height}`,
    ]),
  );

describe('the ground of a page', () => {
  it('is that of a block of its height that reaches into its corners', async () => {
    const grounds = groundsOf(await blocksOf(covered, cover));
    expect(grounds).toEqual({
      Kicker: 'B01119 600',
      Title: 'B01119 600',
      Lead: 'B01119 600',
      After: undefined,
      Text: undefined,
    });
  });

  it('is a box behind all that stands on it, up to the next page', async () => {
    const behind =
      'h2 { break-before: page } .tinted { position: relative } .tinted::before { content: ""; position: absolute; z-index: -1; top: -40px; left: -40px; width: 400px; height: 800px; background: #fdd }';
    const body = '<h2>One</h2><p>a<h2 class=tinted>Two</h2><p>b<ul><li>c</ul><h2>Three</h2><p>d';
    const blocks = await blocksOf(body, behind);
    const grounds = groundsOf(blocks);
    const tinted = Object.keys(grounds).filter((text) => grounds[text] === 'FFDDDD 600');
    expect(tinted).toEqual(['Two', 'b', 'c']);
    expect(Object.keys(grounds)).toHaveLength(7);
    const breaks = blocks.map(
      (block) => block.kind === 'paragraph' && block.properties.paragraph.pageBreakBefore,
    );
    expect(breaks).toEqual([true, false, true, false, false, true, false]);
  });

  it('is none for a block that ends before an edge, or follows others', async () => {
    const filled = 'div { height: 400px; margin: -40px -40px 0; background: #b01119 }';
    const grounds = async (body: string, css: string) => Object.values(groundsOf(await blocksOf(body, css)));
    expect(await grounds('<div><p>a</div><p>b', filled)).toEqual(['B01119 300', 'B01119 300']);
    expect(await grounds('<div><p>a</div><p>b', `${filled} div { margin-top: 0 }`)).toEqual([
      undefined,
      undefined,
    ]);
    expect(await grounds('<div><p>a</div><p>b', `${filled} div { margin-right: 0 }`)).toEqual([
      undefined,
      undefined,
    ]);
    expect(await grounds('<p>b<div><p>a</div>', filled)).toEqual([undefined, undefined]);
  });

  it('lets the text go on below a block that fills a part of the page', async () => {
    const filled = 'div { height: 400px; margin: -40px -40px 0; padding: 60px 40px 0; background: #b01119 }';
    const [table] = await blocksOf('<div><p>a</div><p>b', filled);
    // 460px of the box, less the margin of 40px that no row reaches into.
    expect(table?.kind === 'table' && table.rows[0]?.height).toBe(420 * 0.75 * 20);
    expect(table?.kind === 'table' && table.look.padding).toEqual({ top: 300, bottom: 0, start: 0, end: 0 });
  });

  it('is a shape in the header of that page alone', async () => {
    const { tree } = await styled(covered, page + cover);
    const host = createMemoryHost({ campaign: {} });
    const { value } = await docxParts(tree, { host, date: undefined, loadImage: () => undefined });
    const read = (name: string) => [...walkXml(parseXml(new TextDecoder().decode(value.get(name))))];
    const headers = [...value.keys()].filter((name) => /^word\/header\d+\.xml$/.test(name));
    const filled = headers.filter((name) => read(name).some((element) => element.name === 'a:srgbClr'));
    expect(filled).toHaveLength(1);
    const extent = read(filled[0]!).find(({ name }) => name === 'wp:extent');
    expect(extent?.attributes).toEqual({ cx: String(300 * 12_700), cy: String(600 * 12_700) });
    const sections = read('word/document.xml').filter(({ name }) => name === 'w:sectPr');
    const has = (section: XmlElement, name: string) =>
      [...walkXml(section)].some((child) => child.name === name);
    expect(sections.map((section) => has(section, 'w:titlePg'))).toEqual([true, false]);
  });
});

describe('a block that is higher than its content', () => {
  const spaces = (blocks: readonly Block[]) =>
    blocks.map((block) => (block.kind === 'paragraph' ? block.properties.paragraph.before : undefined));
  const column = `${cover} .cover { display: flex; flex-direction: column; justify-content: space-between } p, h1, h2 { margin: 0 }`;

  it('keeps its children apart by what is free, less a reserve', async () => {
    // 600pt, less 200 and 15 % of them; the padding stands above.
    const blocks = await blocksOf(covered, column, 200);
    expect(spaces(blocks)).toEqual([600, 370 * 20, 0, 0, 0]);
  });

  it('lets its content stand at its end', async () => {
    const blocks = await blocksOf(covered, column.replace('space-between', 'flex-end'), 200);
    expect(spaces(blocks)).toEqual([600 + 370 * 20, 0, 0, 0, 0]);
  });

  it('stays as it is where its content fills it, or nothing measures', async () => {
    expect(spaces(await blocksOf(covered, column, 590))).toEqual([600, 0, 0, 0, 0]);
    expect(spaces(await blocksOf(covered, column))).toEqual([600, 0, 0, 0, 0]);
  });
});

it('keeps the sections of a document together, whatever the sizes of its text', async () => {
  const body = '<div class=n><h2>a</h2><p>b<small>c</small></div>';
  const blocks = await blocksOf(body, '.n > * { page: narrow } @page narrow { size: 300px 800px }');
  expect(new Set(blocks.map(({ section }) => JSON.stringify(section))).size).toBe(1);
});

it('breaks no page by hand where a section starts one', async () => {
  const css = '.back { page: back; break-before: page } @page back { size: 300px 800px }';
  const { tree } = await styled('<p>a<div class=back><p>b</div>', css);
  const host = createMemoryHost({ campaign: {} });
  const { value } = await docxParts(tree, { host, date: undefined, loadImage: () => undefined });
  const document = new TextDecoder().decode(value.get('word/document.xml'));
  expect(document).toContain('<w:type w:val="nextPage"/>');
  expect(document).not.toContain('pageBreakBefore');
});
