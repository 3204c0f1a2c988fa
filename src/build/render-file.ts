import { renameSync, rmSync, writeFileSync } from 'node:fs';
import type { MarkupElement } from '../content/markup.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { hostDiagnostic } from '../host/explain.ts';
import type { Host } from '../host/host.ts';
import { createNodeHost } from '../host/node-host.ts';
import { parseHtmlFile } from '../style/parse-markup.ts';
import { styleTree } from '../style/style-tree.ts';
import type { StyledTree } from '../style/styled-tree.ts';
import { createFontStore } from '../text/font-store.ts';
import { loadShaper } from '../text/shaper.ts';
import { paginateTree, type RenderContext, writeDocxOf, writePdfOf } from './render-tree.ts';
import type { SessionPlaces } from './session.ts';
import { WriteError } from './write-error.ts';

/** Renders one HTML file of the places' root; what was found. Nothing is written where there are errors. */
export async function renderFile(
  places: SessionPlaces,
  file: string,
  output: string,
  format: 'pdf' | 'docx',
): Promise<readonly Diagnostic[]> {
  const { sourceDateEpoch, ...roots } = places;
  const host = createNodeHost({ ...roots, environment: { sourceDateEpoch } });
  const diagnostics: Diagnostic[] = [];
  const tree = readTree(host, file, diagnostics);
  if (!tree || hasErrors(diagnostics)) return diagnostics;
  const store = createFontStore(await loadShaper());
  try {
    const context: RenderContext = { host, store, date: dayOf(sourceDateEpoch) };
    const bytes = await bytesOf(tree, format, context, diagnostics);
    if (!hasErrors(diagnostics)) writeWhole(output, bytes);
    return diagnostics;
  } finally {
    store.close();
  }
}

function readTree(host: Host, file: string, diagnostics: Diagnostic[]): StyledTree | undefined {
  let source: SourceFile;
  try {
    source = host.campaign.readText(file);
  } catch (error) {
    diagnostics.push(hostDiagnostic(error));
    return undefined;
  }
  const markup = parseHtmlFile(source);
  diagnostics.push(...markup.diagnostics);
  const sheets = sheetsOf(host, source, markup.value, diagnostics);
  const tree = styleTree(host, markup.value, sheets, { source, variables: {} });
  diagnostics.push(...tree.diagnostics);
  return tree.value;
}

/** `<style>` and `<link rel=stylesheet>` in document order; a `<style>` keeps its places in the HTML file. */
function sheetsOf(
  host: Host,
  source: SourceFile,
  root: MarkupElement,
  diagnostics: Diagnostic[],
): SourceFile[] {
  const sheets: SourceFile[] = [];
  const folder = source.path.includes('/') ? source.path.slice(0, source.path.lastIndexOf('/') + 1) : '';
  const walk = (element: MarkupElement): void => {
    if (element.tag === 'style') sheets.push(embeddedSheet(source, element));
    const { rel, href } = element.attributes;
    if (element.tag === 'link' && rel?.toLowerCase() === 'stylesheet' && href) {
      try {
        sheets.push(host.campaign.readText(folder + href));
      } catch (error) {
        diagnostics.push(hostDiagnostic(error, element.span));
      }
    }
    for (const child of element.children) if (child.type === 'element') walk(child);
  };
  walk(root);
  return sheets;
}

/** The sheet's text where it stands, everything before it blanked, so that lines and columns are the file's. */
function embeddedSheet(source: SourceFile, element: MarkupElement): SourceFile {
  const first = element.children[0];
  const text = first?.type === 'text' ? first.text : '';
  const start = first?.span.start ?? 0;
  const before = source.text.slice(0, start).replace(/[^\r\n]/g, ' ');
  return { ...source, text: before + text };
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
  try {
    writeFileSync(part, bytes);
    renameSync(part, output);
  } catch {
    rmSync(part, { force: true });
    throw new WriteError('failed', output, 'cannot be written');
  }
}
