import type { DrawingData } from '../content/image.ts';
import type { MarkupElement } from '../content/markup.ts';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { Host } from '../host/host.ts';
import type { StyleCache } from './at-rules/compile-sheets.ts';
import { embeddedSheet } from './embedded-sheet.ts';
import { styleTree } from './style-tree.ts';
import type { StyledDrawing } from './styled-tree.ts';

/**
 * Computes every style of a drawing by its attributes and its own `<style>` sheets (SVG 2 §6). Most drawings have no
 * sheets, and share what a cache holds.
 */
export function styleDrawing(host: Host, { root }: DrawingData, cache?: StyleCache): Outcome<StyledDrawing> {
  const { source } = root.span;
  const { value, diagnostics } = styleTree(host, root, sheetsOf(root), {
    source,
    variables: {},
    ...(cache && { cache }),
  });
  return { value: { format: 'svg', root: value.root }, diagnostics };
}

function sheetsOf(root: MarkupElement): readonly SourceFile[] {
  const sheets: SourceFile[] = [];
  const walk = (element: MarkupElement): void => {
    if (element.tag === 'style') sheets.push(embeddedSheet(element));
    for (const child of element.children) if (child.type === 'element') walk(child);
  };
  walk(root);
  return sheets;
}
