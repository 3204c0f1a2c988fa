import type { Outcome } from '../../../src/diagnostics/diagnostic.ts';
import type { SourceFile } from '../../../src/diagnostics/source.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import { layOut } from '../../../src/layout/lay-out.ts';
import type { DisplayItem, PagedDocument } from '../../../src/layout/paged-document.ts';
import { fillPages } from '../../../src/layout/pages/fill-pages.ts';
import { parseHtmlFile } from '../../../src/style/parse-markup.ts';
import { styleTree } from '../../../src/style/style-tree.ts';
import { createFontBook } from '../../../src/text/fonts/font-book.ts';
import { createFontStore } from '../../../src/text/fonts/font-store.ts';
import { loadShaper } from '../../../src/text/shaping/shaper.ts';
import { isFault } from './lay-out.ts';

const face =
  '@font-face { font-family: "Noto Sans"; src: url("npm:@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf") } html { font: 10pt/12pt "Noto Sans" }';

/** A page as it is printed: HTML and CSS, its rows filled, in Noto Sans. Throws on any finding but those of `expected`. */
export async function printed(html: string, css: string, expected: string[] = []): Promise<PagedDocument> {
  const { value, diagnostics } = await outcomeOf(html, css);
  const found = diagnostics.filter(isFault).map((d) => d.message);
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(found.join('\n'));
  return value;
}

/** A page as it is printed, with what is found. */
export async function outcomeOf(html: string, css: string): Promise<Outcome<PagedDocument>> {
  const names = ['@expo-google-fonts/noto-sans', '@expo-google-fonts/noto-sans-hk'];
  const roots = names.map((name) => [name, `${process.cwd()}/node_modules/${name}`] as const);
  const packageRoots = Object.fromEntries(roots);
  const host = createMemoryHost({ campaign: {}, packageRoots });
  const source: SourceFile = { name: 'page.html', root: 'campaign', path: 'page.html', text: html };
  const sheet: SourceFile = { name: 'style.css', root: 'campaign', path: 'style.css', text: face + css };
  const markup = parseHtmlFile(source);
  const tree = styleTree(host, markup.value, [sheet], { source, variables: {} });
  const store = createFontStore(await loadShaper());
  const resources = () => ({
    fonts: createFontBook(host, tree.value.fontFaces, store),
    loadImage: () => undefined,
    loadPicture: () => undefined,
  });
  const laid = layOut(fillPages(tree.value, resources()), resources());
  const diagnostics = [...markup.diagnostics, ...tree.diagnostics, ...laid.diagnostics];
  return { value: laid.value, diagnostics };
}

/** The words of each page, one a string; of what is read, or of what is repeated and other artifacts. */
export function wordsOf(document: PagedDocument, read: boolean): string[][] {
  return document.pages.map(({ items }) => items.filter(isText(read)).map((item) => item.text));
}

const isText =
  (read: boolean) =>
  (item: DisplayItem): item is Extract<DisplayItem, { kind: 'glyphs' }> =>
    item.kind === 'glyphs' && (item.content !== undefined) === read;
