import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5';
import type { MarkupElement, MarkupNode } from '../content/markup.ts';
import { expandUses } from '../content/svg/expand-uses.ts';
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../diagnostics/source.ts';
import type { RenderedTemplate } from '../template/rendered.ts';
import { parseDocument } from './html-parser.ts';
import {
  attributeDiagnostics,
  maximumDepth,
  parseErrorDiagnostic,
  refusal,
  slotDiagnostic,
  tagDiagnostic,
} from './markup-checks.ts';
import { filePlaces, type Places, templatePlaces } from './markup-places.ts';
import { drawingAttributes, drawingVerdict, isDrawing, namedDrawing } from './svg-markup.ts';

type ParsedNode = DefaultTreeAdapterTypes.Node;
type ParsedElement = DefaultTreeAdapterTypes.Element;

interface Parsing {
  /** The HTML. */
  readonly text: string;
  readonly places: Places;
  /** Takes the place of `<body-slot>`; undefined for an HTML file, which has no slot. */
  readonly body: readonly MarkupNode[] | undefined;
  readonly diagnostics: Diagnostic[];
  hasDrawing: boolean;
}

/** Where the walk is. */
interface Parent {
  readonly span: Span;
  /** Tags from the root down. */
  readonly ancestors: readonly string[];
}

/** The element tree of a filled template, the document's body in its slot. Comments are gone. */
export function parseMarkup(rendered: RenderedTemplate, body: readonly MarkupNode[]): Outcome<MarkupElement> {
  return parseHtml({ text: rendered.html, places: templatePlaces(rendered), body });
}

/** The element tree of an HTML file, every node at its own place. */
export function parseHtmlFile(source: SourceFile): Outcome<MarkupElement> {
  return parseHtml({ text: source.text, places: filePlaces(source), body: undefined });
}

function parseHtml(input: Pick<Parsing, 'text' | 'places' | 'body'>): Outcome<MarkupElement> {
  const parsing: Parsing = { ...input, diagnostics: [], hasDrawing: false };
  const { text, places, diagnostics } = parsing;
  const document = parseDocument(text, {
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
  const tree = root ? elementOf(root, parsing, top) : empty;
  if (!parsing.hasDrawing) return { value: tree, diagnostics };
  const expanded = expandUses(tree);
  return { value: expanded.value, diagnostics: [...diagnostics, ...expanded.diagnostics] };
}

function elementOf(node: ParsedElement, parsing: Parsing, parent: Parent): MarkupElement {
  const span = spanOf(node, parsing, parent);
  const drawing = isDrawing(node);
  const found = [
    tagDiagnostic(node, startTagOf(node, parsing), span),
    ...(drawing ? [] : attributeDiagnostics(node, span)),
  ];
  parsing.diagnostics.push(...found.filter((d) => d !== undefined));
  parsing.hasDrawing ||= drawing;
  const attributes = drawing ? drawingAttributes(node) : attributesOf(node);
  const tag = drawing ? node.tagName.toLowerCase() : node.tagName;
  const inner: Parent = { span, ancestors: [...parent.ancestors, tag] };
  const children = node.childNodes.flatMap((child) => nodesOf(child, parsing, inner));
  const element: MarkupElement = { type: 'element', tag, attributes, children, span };
  return drawing ? namedDrawing(element) : element;
}

/** Of elements that have none, which most are. */
const noAttributes: MarkupElement['attributes'] = Object.freeze({});

function attributesOf({ attrs }: ParsedElement): MarkupElement['attributes'] {
  if (attrs.length === 0) return noAttributes;
  return Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
}

function startTagOf({ sourceCodeLocation: location }: ParsedElement, { text }: Parsing): string {
  return location?.startTag ? text.slice(location.startTag.startOffset, location.startTag.endOffset) : '';
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
  if (refused) parsing.diagnostics.push(refused);
  const drawn = isDrawing(node) ? drawingVerdict(node, span, parent.ancestors.at(-1)) : undefined;
  if (drawn) parsing.diagnostics.push(...drawn.diagnostics);
  return refused || drawn?.kept === false ? [] : [elementOf(node, parsing, parent)];
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
