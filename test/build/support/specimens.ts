import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTree, renderHostFile } from '../../../src/build/render-file.ts';
import { fillTree, paginateTree } from '../../../src/build/render-tree.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import type { PagedDocument } from '../../../src/layout/paged-document.ts';
import { createFontStore, type FontStore } from '../../../src/text/fonts/font-store.ts';
import { loadShaper } from '../../../src/text/shaping/shaper.ts';

/** A page of each script, in `test/specimens/`. */
export const specimenNames: readonly string[] = readdirSync('test/specimens')
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.replace('.html', ''))
  .sort();

function createHost() {
  const fonts = '@expo-google-fonts';
  const names = readdirSync(join('node_modules', fonts)).map((name) => `${fonts}/${name}`);
  const packageRoots = Object.fromEntries(
    names.map((name) => [name, join(process.cwd(), 'node_modules', name)]),
  );
  const files = readdirSync('test/specimens').map(
    (name) => [name, readFileSync(join('test/specimens', name))] as const,
  );
  return createMemoryHost({ campaign: Object.fromEntries(files), toolRoot: process.cwd(), packageRoots });
}

const host = createHost();

/** Opened once a test file. */
let store: Promise<FontStore> | undefined;

/** A specimen laid out. Throws on any finding. */
export async function laidOutSpecimen(name: string): Promise<PagedDocument> {
  const found: Diagnostic[] = [];
  const tree = readTree(host, `${name}.html`, found);
  store ??= loadShaper().then(createFontStore);
  const context = { host, store: await store, date: '2026-11-23' };
  const pages = tree && paginateTree(fillTree(tree, context), context);
  const faults = [...found, ...(pages?.diagnostics ?? [])];
  if (!pages || faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
  return pages.document;
}

/** A specimen as PDF. Throws on any finding. */
export async function specimenPdf(name: string): Promise<Uint8Array> {
  const { value, diagnostics } = await renderHostFile(host, `${name}.html`, 'pdf');
  if (!value || diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}

/** The texts of a specimen's blocks in their order, white space collapsed. */
export function specimenBlocks(name: string): readonly string[] {
  const html = readFileSync(join('test/specimens', `${name}.html`), 'utf8');
  const body = html.slice(html.indexOf('<body>'));
  const blocks = [...body.matchAll(/<(h1|h2|p|li)\b[^>]*>(.*?)<\/\1>/gs)];
  return blocks.map(([, , text = '']) =>
    text
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}
