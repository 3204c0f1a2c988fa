import type { MarkupElement } from '../content/markup.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { hostDiagnostic } from '../host/explain.ts';
import type { Host } from '../host/host.ts';
import { embeddedSheet } from '../style/embedded-sheet.ts';

/**
 * The style sheets of an HTML file: `<style>` and `<link rel=stylesheet>` in document order. Where none declares a
 * face, those of the tool's base.css are offered first.
 */
export function pageSheets(
  host: Host,
  source: SourceFile,
  root: MarkupElement,
  diagnostics: Diagnostic[],
): readonly SourceFile[] {
  const sheets: SourceFile[] = [];
  const folder = source.path.slice(0, source.path.lastIndexOf('/') + 1);
  const walk = (element: MarkupElement): void => {
    const sheet =
      element.tag === 'style' ? embeddedSheet(element) : linked(host, folder, element, diagnostics);
    if (sheet) sheets.push(sheet);
    for (const child of element.children) if (child.type === 'element') walk(child);
  };
  walk(root);
  if (sheets.some((sheet) => /@font-face\b/i.test(sheet.text))) return sheets;
  return [facesOf(host.tool.readText('templates/base.css')), ...sheets];
}

function linked(
  host: Host,
  folder: string,
  element: MarkupElement,
  diagnostics: Diagnostic[],
): SourceFile | undefined {
  const { rel, href } = element.attributes;
  if (element.tag !== 'link' || !rel?.toLowerCase().split(/\s+/).includes('stylesheet') || !href)
    return undefined;
  try {
    return host.campaign.readText(folder + href);
  } catch (error) {
    diagnostics.push(hostDiagnostic(error, element.span));
    return undefined;
  }
}

/** What is said of some media or pages alone. */
const conditional = /@(?:media|supports|page)\b[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g;

/**
 * Of base.css, its `@font-face` rules and what it says of the root alone (which faces a language has), with no
 * specificity, so that every rule of the page wins.
 */
function facesOf(base: SourceFile): SourceFile {
  const text = base.text.replace(/\/\*[\s\S]*?\*\//g, '').replace(conditional, '');
  const rules = [...text.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selector = '', body = '']) => {
    if (selector.trim() === '@font-face') return [`@font-face {${body}}`];
    const onlyRoot = selector.split(',').every((part) => /^\s*:root(:lang\([\w-]+\))?\s*$/.test(part));
    return onlyRoot ? [`:where(${selector.trim()}) {${body}}`] : [];
  });
  return { ...base, text: rules.join('\n') };
}
