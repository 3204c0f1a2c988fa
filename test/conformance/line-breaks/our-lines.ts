import { readTree } from '../../../src/build/render-file.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import { createLayoutContext } from '../../../src/layout/create-context.ts';
import type { Fragment } from '../../../src/layout/fragment.ts';
import { layOutPages } from '../../../src/layout/lay-out.ts';
import { createFontBook } from '../../../src/text/fonts/font-book.ts';
import { createFontStore } from '../../../src/text/fonts/font-store.ts';
import { loadShaper } from '../../../src/text/shaping/shaper.ts';

/** The UTF-16 offset at which each line of each paragraph begins, paragraphs being boxes of one text. */
export async function ourLines(root: string, html: string): Promise<readonly (readonly number[])[]> {
  const packages = [...html.matchAll(/npm:(@expo-google-fonts\/[^/]+)\//g)].map(([, name]) => name!);
  const packageRoots = Object.fromEntries(packages.map((name) => [name, `${root}/node_modules/${name}`]));
  const host = createMemoryHost({ campaign: { 'page.html': html }, packageRoots });
  const diagnostics: Diagnostic[] = [];
  const tree = readTree(host, 'page.html', diagnostics)!;
  const fonts = createFontBook(host, tree.fontFaces, createFontStore(await loadShaper()));
  const context = createLayoutContext({ fonts, loadImage: () => undefined }, diagnostics);
  const { pages } = layOutPages(tree, context);
  const faults = diagnostics.filter(({ code }) => code !== 'box-overflow');
  if (faults.length > 0) throw new Error(faults[0]!.message);
  const found: number[][] = [];
  for (const { content } of pages) if (content) gather(content, found);
  return found;
}

function gather(fragment: Fragment, found: number[][]): void {
  if (fragment.kind === 'line') found.at(-1)!.push(fragment.start.offset);
  else {
    if (fragment.box?.element?.tag === 'p') found.push([]);
    for (const child of fragment.children) gather(child, found);
  }
}
