import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { checkText } from '../diagnostics/check-text.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { hostDiagnostic } from '../host/explain.ts';
import type { Host } from '../host/host.ts';
import { createNodeHost } from '../host/node-host.ts';
import { parseHtmlFile } from '../style/parse-markup.ts';
import { styleTree } from '../style/style-tree.ts';
import type { StyledTree } from '../style/styled-tree.ts';
import { createFontStore } from '../text/fonts/font-store.ts';
import { measureFonts } from '../text/fonts/measure-fonts.ts';
import { loadForTree } from '../text/hyphenation/load-for-tree.ts';
import { loadShaper } from '../text/shaping/shaper.ts';
import { pageSheets } from './page-sheets.ts';
import { fillTree, paginateTree, type RenderContext, writeDocxOf, writePdfOf } from './render-tree.ts';
import type { SessionPlaces } from './session.ts';
import { attempt } from './write-error.ts';

/**
 * Renders one HTML file of the places' root; the bytes written: undefined where errors kept them from it. Throws
 * WriteError.
 */
export async function renderFile(
  places: SessionPlaces,
  file: string,
  output: string,
  format: 'pdf' | 'docx',
): Promise<Outcome<Uint8Array | undefined>> {
  const { sourceDateEpoch, ...roots } = places;
  const host = createNodeHost({ ...roots, environment: { sourceDateEpoch } });
  const rendered = await renderHostFile(host, file, format);
  if (rendered.value) writeWhole(output, rendered.value);
  return rendered;
}

/** The bytes of one HTML file of the host's campaign folder; undefined where there are errors. */
export async function renderHostFile(
  host: Host,
  file: string,
  format: 'pdf' | 'docx',
): Promise<Outcome<Uint8Array | undefined>> {
  const diagnostics: Diagnostic[] = [];
  const tree = readTree(host, file, diagnostics);
  if (!tree || hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const store = createFontStore(await loadShaper());
  try {
    const date = dayOf(host.environment.sourceDateEpoch);
    const context: RenderContext = { host, store, date, pictures: new Map() };
    diagnostics.push(...(await loadForTree(tree, store.hyphenation)));
    const bytes = await bytesOf(fillTree(tree, context), format, context, diagnostics);
    return { value: hasErrors(diagnostics) ? undefined : bytes, diagnostics };
  } finally {
    store.close();
  }
}

/** The styled tree of one HTML file of the campaign's folder; undefined where it cannot be read. */
export function readTree(host: Host, file: string, diagnostics: Diagnostic[]): StyledTree | undefined {
  let source: SourceFile;
  try {
    source = host.campaign.readText(file);
  } catch (error) {
    diagnostics.push(hostDiagnostic(error));
    return undefined;
  }
  const markup = parseHtmlFile(source);
  diagnostics.push(...checkText(source), ...markup.diagnostics);
  const sheets = pageSheets(host, source, markup.value, diagnostics);
  const tree = styleTree(host, markup.value, sheets, {
    source,
    variables: {},
    measureFonts: (faces) => measureFonts(host, faces),
  });
  diagnostics.push(...tree.diagnostics);
  return tree.value;
}

async function bytesOf(
  tree: StyledTree,
  format: 'pdf' | 'docx',
  context: RenderContext,
  diagnostics: Diagnostic[],
): Promise<Uint8Array> {
  if (format === 'docx') {
    const docx = await writeDocxOf(tree, context);
    diagnostics.push(...docx.diagnostics);
    return docx.value;
  }
  const pages = paginateTree(tree, context);
  diagnostics.push(...pages.diagnostics);
  if (hasErrors(diagnostics)) return new Uint8Array();
  return writePdfOf(pages, { author: '', subject: '', date: context.date });
}

function dayOf(epoch: number | undefined): string | undefined {
  return epoch === undefined ? undefined : new Date(epoch * 1000).toISOString().slice(0, 10);
}

function writeWhole(output: string, bytes: Uint8Array): void {
  const part = `${output}.part`;
  attempt(output, () => {
    try {
      writeFileSync(part, bytes);
      renameSync(part, output);
    } finally {
      rmSync(part, { force: true });
    }
  });
}
