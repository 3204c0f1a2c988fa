import type { Diagnostic, Outcome } from '../../../src/diagnostics/diagnostic.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import { layOut } from '../../../src/layout/lay-out.ts';
import type { PagedDocument, StructureElement } from '../../../src/layout/paged-document.ts';
import type { StyledTree } from '../../../src/style/styled-tree.ts';
import { createFontBook } from '../../../src/text/fonts/font-book.ts';
import { createFontStore } from '../../../src/text/fonts/font-store.ts';
import { loadShaper } from '../../../src/text/shaping/shaper.ts';

const packages = ['noto-sans', 'amiri', 'noto-sans-hk'].map((name) => `@expo-google-fonts/${name}`);

/** Lays a tree out with the installed faces; throws on any finding. */
export async function laidOut(tree: StyledTree): Promise<PagedDocument> {
  const laid = await outcomeOf(tree);
  const faults = laid.diagnostics.filter(isFault);
  if (faults.length) throw new Error(faults.map((d) => d.message).join('\n'));
  return laid.value;
}

/** Anything that a test of something else did not mean: boxes are often made too small on purpose, and one face serves. */
export function isFault({ code }: Diagnostic): boolean {
  return code !== 'box-overflow' && code !== 'font-synthesis';
}

/** Lays a tree out, with what is found. */
export async function outcomeOf(tree: StyledTree): Promise<Outcome<PagedDocument>> {
  const packageRoots = Object.fromEntries(
    packages.map((name) => [name, `${process.cwd()}/node_modules/${name}`]),
  );
  const host = createMemoryHost({ campaign: {}, packageRoots });
  const store = createFontStore(await loadShaper());
  const fonts = createFontBook(host, tree.fontFaces, store);
  return layOut(tree, { fonts, loadImage: () => undefined, loadPicture: () => undefined });
}

/** One line an item: what a person can review. */
export function describeItems(document: PagedDocument): string[][] {
  const n = (value: number) => String(Math.round(value * 100) / 100);
  return document.pages.map((page) =>
    page.items.map((item) => {
      if (item.kind === 'glyphs') {
        const turn = item.turn ? ` ${item.turn}` : '';
        return `text ${n(item.x)},${n(item.y)} ${JSON.stringify(item.text)}${turn}`;
      }
      if (item.kind === 'rect') return `rect ${n(item.x)},${n(item.y)} ${n(item.width)}×${n(item.height)}`;
      if (item.kind === 'link')
        return `link ${n(item.x)},${n(item.y)} ${n(item.width)}×${n(item.height)} ${item.href}`;
      if (item.kind === 'field')
        return `field ${n(item.x)},${n(item.y)} ${n(item.width)}×${n(item.height)} ${item.field.name}`;
      return item.kind;
    }),
  );
}

/** The structure as indented types, leaves as `#`. */
export function describeStructure(element: StructureElement, depth = 0): string[] {
  const own = `${'  '.repeat(depth)}${element.type}${element.children.some((c) => typeof c === 'number') ? ' #' : ''}`;
  return [
    own,
    ...element.children.flatMap((child) =>
      typeof child === 'number' ? [] : describeStructure(child, depth + 1),
    ),
  ];
}
