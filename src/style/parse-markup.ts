import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import type { MarkupElement, MarkupNode } from '../content/markup.ts';
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../diagnostics/source.ts';
import type { RenderedTemplate } from '../template/rendered.ts';
import {
  attributeDiagnostics,
  maximumDepth,
  parseErrorDiagnostic,
  refusal,
  slotDiagnostic,
  tagDiagnostic,
} from './markup-checks.ts';
import { filePlaces, type Places, templatePlaces } from './markup-places.ts';

type ParsedNode = DefaultTreeAdapterTypes.Node;
type ParsedElement = DefaultTreeAdapterTypes.Element;

interface Parsing {
  readonly places: Places;
  /** Takes the place of `<body-slot>`; undefined for an HTML file, which has no slot. */
  readonly body: readonly MarkupNode[] | undefined;
  readonly diagnostics: Diagnostic[];
}

/** Where the walk is. */
interface Parent {
  readonly span: Span;
  /** Tags from the root down. */
  readonly ancestors: readonly string[];
}

/** The element tree of a filled template, the document's body in its slot. Comments are gone. */
export function parseMarkup(rendered: RenderedTemplate, body: readonly MarkupNode[]): Outcome<MarkupElement> {
  return parseHtml(rendered.html, { places: templatePlaces(rendered), body, diagnostics: [] });
}

/** The element tree of an HTML file, every node at its own place. */
export function parseHtmlFile(source: SourceFile): Outcome<MarkupElement> {
  return parseHtml(source.text, { places: filePlaces(source), body: undefined, diagnostics: [] });
}

function parseHtml(text: string, parsing: Parsing): Outcome<MarkupElement> {
  const { places, diagnostics } = parsing;
  const document = parse(text, {
    sourceCodeLocationInfo: true,
    scriptingEnabled: false,
    onParseError: ({ code, startOffset, endOffset }) => {
      const found = parseErrorDiagnostic(code, places.locate(startOffset, endOffset));
      if (found) diagnostics.push(found);
    },
  });
  const top: Parent = { span: places.locate(0, 0), ancestors: [] };
  const root = document.childNodes.find(defaultTreeAdapter.isElementNode);
  const empty: MarkupElement = { type: 'element', tag: 'html', attributes: {}, children: [], span: top.span };
  return { value: root ? elementOf(root, parsing, top) : empty, diagnostics };
}

function elementOf(node: ParsedElement, parsing: Parsing, parent: Parent): MarkupElement {
  const span = spanOf(node, parsing, parent);
  const found = [tagDiagnostic(node, span), ...attributeDiagnostics(node, span)];
  parsing.diagnostics.push(...found.filter((d) => d !== undefined));
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  const inner: Parent = { span, ancestors: [...parent.ancestors, node.tagName] };
  const children = node.childNodes.flatMap((child) => nodesOf(child, parsing, inner));
  return { type: 'element', tag: node.tagName, attributes, children, span };
}

// The start tag says where an element was written; one that HTML adds by itself takes its parent's place.
function spanOf({ sourceCodeLocation: location }: ParsedElement, { places }: Parsing, parent: Parent): Span {
  if (!location) return parent.span;
  const { startOffset, endOffset } = location.startTag ?? location;
  return places.locate(startOffset, endOffset);
}

function nodesOf(node: ParsedNode, parsing: Parsing, parent: Parent): readonly MarkupNode[] {
  if (defaultTreeAdapter.isTextNode(node)) {
    const location = node.sourceCodeLocation;
    if (location) return parsing.places.texts(node.value, location.startOffset, location.endOffset);
    return [{ type: 'text', text: node.value, span: parent.span }];
  }
  if (!defaultTreeAdapter.isElementNode(node)) return [];
  const span = spanOf(node, parsing, parent);
  if (node.tagName === 'body-slot' && parsing.body) return slotted(parsing.body, parsing, span, parent);
  const refused = refusal(node, span, parsing.body !== undefined) ?? tooDeep(parent, span);
  if (!refused) return [elementOf(node, parsing, parent)];
  parsing.diagnostics.push(refused);
  return [];
}

function slotted(body: readonly MarkupNode[], { diagnostics }: Parsing, span: Span, parent: Parent) {
  const misplaced = slotDiagnostic(parent.ancestors, span);
  if (misplaced) diagnostics.push(misplaced);
  return body;
}

function tooDeep({ ancestors }: Parent, span: Span): Diagnostic | undefined {
  if (ancestors.length < maximumDepth) return undefined;
  return diagnose('html-invalid', `elements are nested deeper than ${maximumDepth}`, span);
}
