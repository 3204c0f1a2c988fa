import type { MarkupElement, MarkupNode } from '../../../src/content/markup.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import type { SourceFile } from '../../../src/diagnostics/source.ts';
import type { Host } from '../../../src/host/host.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import { styleTree } from '../../../src/style/style-tree.ts';
import type { StyledElement, StyledNode, StyledTree } from '../../../src/style/styled-tree.ts';

/** A source for elements made by hand. */
export const page: SourceFile = { name: 'page.html', root: 'campaign', path: 'page.html', text: '<page>' };

/** An element; strings become text nodes. */
export function el(
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (MarkupNode | string)[]
): MarkupElement {
  const span = { source: page, start: 0, end: page.text.length };
  const nodes = children.map(
    (child): MarkupNode => (typeof child === 'string' ? { type: 'text', text: child, span } : child),
  );
  return { type: 'element', tag, attributes, children: nodes, span };
}

/** A style sheet. */
export function sheet(text: string, path = 'style.css'): SourceFile {
  return { name: path, root: 'campaign', path, text };
}

export interface Styled {
  readonly tree: StyledTree;
  readonly diagnostics: readonly Diagnostic[];
}

/** Styles a tree whatever is found. */
export function styleAny(
  root: MarkupElement,
  css: string | readonly SourceFile[],
  variables: Readonly<Record<string, string>> = {},
  host: Host = createMemoryHost({ campaign: {} }),
): Styled {
  const sheets = typeof css === 'string' ? [sheet(css)] : css;
  const { value, diagnostics } = styleTree(host, root, sheets, { source: page, variables });
  return { tree: value, diagnostics };
}

/** Styles a tree; fails when anything is found. */
export function style(
  root: MarkupElement,
  css: string,
  variables?: Readonly<Record<string, string>>,
): StyledTree {
  const { tree, diagnostics } = styleAny(root, css, variables);
  if (diagnostics.length > 0) throw new Error(diagnostics.map((d) => d.message).join('\n'));
  return tree;
}

/** The style of `<p id="x">` in `<html><body>` under a sheet. */
export function styleOf(
  css: string,
  attributes: Readonly<Record<string, string>> = {},
): StyledElement['style'] {
  return find(style(document(el('p', { id: 'x', ...attributes })), css).root, 'p').style;
}

/** `<html><body>` around elements. */
export function document(...children: readonly (MarkupNode | string)[]): MarkupElement {
  return el('html', { lang: 'en' }, el('body', {}, ...children));
}

/** The first element with a tag, or with `#id`. */
export function find(root: StyledElement, name: string): StyledElement {
  const found = all(root).find((e) =>
    name.startsWith('#') ? e.attributes.id === name.slice(1) : e.tag === name,
  );
  if (!found) throw new Error(`no ${name}`);
  return found;
}

/** Every element that is no pseudo-element, in document order. */
export function all(root: StyledElement): readonly StyledElement[] {
  const below = root.children.flatMap((child) => (child.type === 'element' ? all(child) : []));
  return root.pseudo ? [] : [root, ...below];
}

/** The text below a node, generated boxes included; markers in brackets. */
export function text(node: StyledNode): string {
  if (node.type === 'text') return node.text;
  const marker = node.marker ? `[${text(node.marker)}]` : '';
  return marker + node.children.map(text).join('');
}

/** What a diagnostic points at. */
export function pointed(diagnostic: Diagnostic | undefined): string | undefined {
  const span = diagnostic?.span;
  return span?.source.text.slice(span.start, span.end);
}
