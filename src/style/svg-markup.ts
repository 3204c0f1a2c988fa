import { type DefaultTreeAdapterTypes, html } from 'parse5';
import type { MarkupElement } from '../content/markup.ts';
import { judgeSvgElement, type SvgVerdict } from '../content/svg/svg-elements.ts';
import type { Span } from '../diagnostics/source.ts';

type ParsedElement = DefaultTreeAdapterTypes.Element;

/** Whether an element is part of a drawing that stands in the HTML itself. */
export function isDrawing(element: ParsedElement): boolean {
  return element.namespaceURI === html.NS.SVG;
}

/** The attributes of a drawing's element by the names that a drawing's own file gives them. */
export function drawingAttributes({ attrs }: ParsedElement): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const { name, prefix, value } of attrs) {
    if (prefix === 'xml' && name !== 'lang') attributes[`xml:${name}`] = value;
    // `href` is the present name and wins over `xlink:href` (SVG 2 §linking).
    else if (prefix !== 'xlink' || !('href' in attributes)) attributes[name] = value;
  }
  return attributes;
}

/** Whether an element of a drawing is drawn, and what is wrong with it. `parent` is the tag that holds it. */
export function drawingVerdict(node: ParsedElement, span: Span, parent: string | undefined): SvgVerdict {
  const tag = node.tagName.toLowerCase();
  const verdict = judgeSvgElement({ tag, attributes: drawingAttributes(node), span }, parent);
  // Its words are the drawing's name for those who do not see it.
  return tag === 'title' ? { ...verdict, kept: true } : verdict;
}

/** The element with its `<title>` as its `aria-label`, where it has no other: what a picture's `alt` is. */
export function namedDrawing(element: MarkupElement): MarkupElement {
  const titles = element.children.filter(isTitle);
  if (titles.length === 0) return element;
  const children = element.children.filter((child) => !isTitle(child));
  const name = titles[0]!.children.map((child) => (child.type === 'text' ? child.text : '')).join('');
  const label = element.attributes['aria-label'] ?? name.replace(/\s+/g, ' ').trim();
  return { ...element, children, attributes: { ...element.attributes, 'aria-label': label } };
}

function isTitle(node: MarkupElement['children'][number]): node is MarkupElement {
  return node.type === 'element' && node.tag === 'title';
}
