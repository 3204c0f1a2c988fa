import { createMemoryHost } from '../../../src/host/memory-host.ts';
import type { Box } from '../../../src/layout/box.ts';
import type { LayoutContext } from '../../../src/layout/boxes/box-context.ts';
import { generateBoxes } from '../../../src/layout/boxes/generate-boxes.ts';
import { createLayoutContext } from '../../../src/layout/create-context.ts';
import type { Formatting } from '../../../src/layout/formatting.ts';
import type { Fragment } from '../../../src/layout/fragment.ts';
import { layOutPages } from '../../../src/layout/lay-out.ts';
import { createFormatting } from '../../../src/layout/lay-out-box.ts';
import { parseHtmlFile } from '../../../src/style/parse-markup.ts';
import { styleTree } from '../../../src/style/style-tree.ts';
import type { StyledTree } from '../../../src/style/styled-tree.ts';
import { createFontBook } from '../../../src/text/fonts/font-book.ts';
import { createFontStore } from '../../../src/text/fonts/font-store.ts';
import { loadShaper } from '../../../src/text/shaping/shaper.ts';
import { isFault } from './lay-out.ts';

const notoSans = '@expo-google-fonts/noto-sans';

/** Noto Sans at 16px on lines of 20px, on paper of 400px across without margins: whole px, as browsers like them. */
const prelude = `
@font-face { font-family: "Noto Sans"; src: url("npm:${notoSans}/400Regular/NotoSans_400Regular.ttf") }
@page { size: 400px 3000px; margin: 0 }
body { margin: 0; font: 16px/20px "Noto Sans" }
`;

/** A border box on a page, CSS px. */
export interface PlacedBox {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the boxes with an `id` are, one entry a fragment; throws on any finding. Pictures are 100 by 50 px. */
export async function placedBoxes(body: string, css = ''): Promise<Readonly<Record<string, PlacedBox[]>>> {
  const { tree, context } = await styled(body, css);
  const { pages } = layOutPages(tree, context);
  const faults = context.diagnostics.filter(isFault);
  if (faults.length > 0) throw new Error(faults.map((d) => d.message).join('\n'));
  const found: Record<string, PlacedBox[]> = {};
  pages.forEach(({ content }, page) => {
    if (content) gather(content, 0, 0, page, found);
  });
  return found;
}

/** The boxes of a page, before they are laid out. */
export async function boxesIn(body: string, css = ''): Promise<{ root: Box; formatting: Formatting }> {
  const { tree, context } = await styled(body, css);
  return {
    root: generateBoxes(tree.root, context).root,
    formatting: createFormatting(context, { width: 300, height: 2250 }),
  };
}

/** A page as layout takes it, with what layout needs; what is found goes into its context. */
export async function styled(
  body: string,
  css: string,
): Promise<{ tree: StyledTree; context: LayoutContext }> {
  const text = `<!DOCTYPE html><html lang="en"><head><title>t</title></head><body>${body}</body></html>`;
  const source = { name: 'page.html', root: 'campaign', path: 'page.html', text } as const;
  const host = createMemoryHost({
    campaign: {},
    packageRoots: { [notoSans]: `${process.cwd()}/node_modules/${notoSans}` },
  });
  const markup = parseHtmlFile(source);
  const sheet = { ...source, name: 'style.css', path: 'style.css', text: prelude + css };
  const tree = styleTree(host, markup.value, [sheet], { source, variables: {} });
  const picture = { width: 100, height: 50, orientation: 1 } as unknown as undefined;
  const fonts = createFontBook(host, tree.value.fontFaces, createFontStore(await loadShaper()));
  const found = [...markup.diagnostics, ...tree.diagnostics];
  return { tree: tree.value, context: createLayoutContext({ fonts, loadImage: () => picture }, found) };
}

/** The first fragment of each box as `x y width height`, rounded to a tenth of a px. */
export async function boxesOf(body: string, css = ''): Promise<Readonly<Record<string, string>>> {
  const found = await placedBoxes(body, css);
  const tenth = (value: number) => String(Math.round(value * 10) / 10 + 0);
  return Object.fromEntries(
    Object.entries(found).map(([id, [box]]) => [
      id,
      [box!.x, box!.y, box!.width, box!.height].map(tenth).join(' '),
    ]),
  );
}

function gather(
  fragment: Fragment,
  x: number,
  y: number,
  page: number,
  found: Record<string, PlacedBox[]>,
): void {
  const [left, top] = [x + fragment.x, y + fragment.y];
  if (fragment.kind === 'line') {
    for (const part of fragment.parts)
      if (part.kind === 'atom') gather(part.fragment, left, top, page, found);
    return;
  }
  const id = fragment.box?.element?.attributes.id;
  if (id !== undefined) {
    const [px, py, width, height] = [left, top, fragment.width, fragment.height].map((pt) => pt / 0.75);
    found[id] = [...(found[id] ?? []), { page, x: px!, y: py!, width: width!, height: height! }];
  }
  for (const child of fragment.children) gather(child, left, top, page, found);
}
