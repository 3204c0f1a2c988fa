import type { Span } from '../../diagnostics/source.ts';
import type { PseudoName, StyledElement, StyledNode } from '../../style/styled-tree.ts';
import type { ContentId, StructureElement, StructureType } from '../paged-document.ts';
import { isFootnote } from './out-of-flow.ts';

/** A structure element while the tree is built; it becomes a StructureElement as it is. */
export interface StructureNode extends StructureElement {
  type: StructureType;
  children: (StructureNode | ContentId)[];
  language: string | undefined;
  alt: string | undefined;
  scope: StructureElement['scope'];
  listNumbering: StructureElement['listNumbering'];
  columnSpan: number;
  rowSpan: number;
  box: StructureElement['box'];
}

/** Where content goes: its structure element, and the language that is in force there. `undefined`: an artifact. */
export interface StructurePlace {
  readonly node: StructureNode | undefined;
  readonly language: string;
}

/** A new structure element, appended to its parent. */
export function appendStructure(
  type: StructureType,
  parent: StructureNode | undefined,
  span: Span,
): StructureNode {
  const node: StructureNode = {
    type,
    children: [],
    language: undefined,
    alt: undefined,
    scope: undefined,
    columnSpan: 1,
    rowSpan: 1,
    listNumbering: undefined,
    box: undefined,
    span,
  };
  parent?.children.push(node);
  return node;
}

const typeOfTag: Readonly<Record<string, StructureType>> = {
  h1: 'H1',
  h2: 'H2',
  h3: 'H3',
  h4: 'H4',
  h5: 'H5',
  h6: 'H6',
  p: 'P',
  dt: 'P',
  dd: 'P',
  figcaption: 'Caption',
  caption: 'Caption',
  pre: 'P',
  address: 'P',
  ul: 'L',
  ol: 'L',
  li: 'LI',
  section: 'Sect',
  article: 'Art',
  blockquote: 'BlockQuote',
  q: 'Quote',
  table: 'Table',
  thead: 'THead',
  tbody: 'TBody',
  tfoot: 'TFoot',
  tr: 'TR',
  th: 'TH',
  td: 'TD',
  img: 'Figure',
  svg: 'Figure',
  'qr-code': 'Figure',
  input: 'Form',
  a: 'Link',
};

/** Elements that hold blocks: text directly inside them gets a P of its own. */
const grouping: ReadonlySet<StructureType> = new Set(['Document', 'Sect', 'Art', 'Div', 'BlockQuote']);

/** True when text must not stand directly inside (ISO 32000-1 §14.8.4.2). */
export function isGrouping(type: StructureType): boolean {
  return grouping.has(type);
}

const numberingOf: Readonly<Record<string, StructureElement['listNumbering']>> = {
  disc: 'Disc',
  circle: 'Circle',
  square: 'Square',
  decimal: 'Decimal',
  'decimal-leading-zero': 'Decimal',
  'lower-roman': 'LowerRoman',
  'upper-roman': 'UpperRoman',
  'lower-alpha': 'LowerAlpha',
  'upper-alpha': 'UpperAlpha',
  'lower-latin': 'LowerAlpha',
  'upper-latin': 'UpperAlpha',
  none: 'None',
};

/**
 * The place for an element's content, with a structure element of its own where its tag or a change of language
 * asks for one; other elements are transparent.
 */
export function placeFor(element: StyledElement, parent: StructurePlace): StructurePlace {
  if (!parent.node || element.attributes['aria-hidden'] === 'true') return { ...parent, node: undefined };
  const language = element.style.language;
  const changed = language !== parent.language;
  const type = element.pseudo ? pseudoTypes[element.pseudo] : structureTypeOf(element, changed);
  if (!type) return parent;
  const node = appendStructure(type, parent.node, element.span);
  if (changed) node.language = language;
  describe(node, element);
  return { node, language };
}

/** The number of a note is its label (ISO 32000-1 §14.8.4.4.1). */
const pseudoTypes: Partial<Record<PseudoName, StructureType>> = { 'footnote-marker': 'Lbl' };

function structureTypeOf(element: StyledElement, languageChanged: boolean): StructureType | undefined {
  const type = typeOfTag[element.tag];
  if (element.tag === 'a' && !element.attributes.href) return languageChanged ? 'Span' : undefined;
  if (element.tag === 'img' && element.attributes.alt === '') return undefined;
  if (type) return type;
  if (!languageChanged || element.tag === 'html' || element.tag === 'body') return undefined;
  return element.style.display === 'inline' ? 'Span' : 'Div';
}

/** The `scope` of a `th` (HTML §4.9.10). A group of columns is what such a cell spans. */
const scopes: Readonly<Record<string, StructureElement['scope']>> = {
  row: 'Row',
  col: 'Column',
  colgroup: 'Column',
  rowgroup: 'RowGroup',
};

function describe(node: StructureNode, element: StyledElement): void {
  const attributes = element.attributes;
  if (node.type === 'Figure') node.alt = attributes.alt ?? attributes['aria-label'] ?? '';
  if (node.type === 'L')
    node.listNumbering =
      numberingOf[element.style.listStyleType] ?? (element.tag === 'ol' ? 'Decimal' : 'Disc');
  if (node.type !== 'TH' && node.type !== 'TD') return;
  node.columnSpan = spanCount(attributes.colspan);
  node.rowSpan = spanCount(attributes.rowspan);
  if (node.type === 'TH') node.scope = scopes[attributes.scope?.trim().toLowerCase() ?? ''];
}

/** A colspan or rowspan as HTML reads it: 1 unless a whole number from 1 to 1000. */
export function spanCount(value: string | undefined): number {
  const number = Number.parseInt(value ?? '1', 10);
  return number >= 1 && number <= 1000 ? number : 1;
}

/** Removes leaves that were not drawn and elements left empty, in place, so that links keep their objects. */
export function pruneStructure(node: StructureNode, drawn: ReadonlySet<ContentId>): void {
  const kept = node.children.filter((child) => {
    if (typeof child === 'number') return drawn.has(child);
    pruneStructure(child, drawn);
    return child.children.length > 0 || child.type === 'TD' || child.type === 'TH';
  });
  // A list that was added to has room for many more: a copy has none.
  node.children = kept.slice();
}

/** The text of a subtree, white space collapsed; of a drawing, its name. A footnote is no part of the text around it. */
export function textOf(nodes: readonly StyledNode[]): string {
  const parts: string[] = [];
  const walk = (node: StyledNode): void => {
    if (node.type === 'text') parts.push(node.text);
    else if (isFootnote(node.style)) return;
    else if (node.tag === 'br') parts.push(' ');
    else if (node.tag === 'svg') parts.push(node.attributes['aria-label'] ?? '');
    else node.children.forEach(walk);
  };
  nodes.forEach(walk);
  return parts
    .join('')
    .replace(/[ \t\n\r\f]+/g, ' ')
    .trim();
}
