import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse } from 'parse5';
import type { MarkupElement, MarkupNode } from '../content/markup.ts';
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { type SourceFile, type Span, wholeSpan } from '../diagnostics/source.ts';
import type { RenderedTemplate } from '../template/rendered.ts';

type ParsedNode = DefaultTreeAdapterTypes.Node;
type ParsedElement = DefaultTreeAdapterTypes.Element;

/** From an offset in the HTML to where it was written. */
type Locate = (start: number, end: number) => Span;

interface Parsing {
  readonly locate: Locate;
  /** Takes the place of `<body-slot>`. */
  readonly body: readonly MarkupNode[];
  readonly diagnostics: Diagnostic[];
}

/** The element tree of a filled template, the document's body in its slot. Comments are gone. */
export function parseMarkup(rendered: RenderedTemplate, body: readonly MarkupNode[]): Outcome<MarkupElement> {
  const locate: Locate = (start) => originOf(rendered, start);
  return parseHtml(rendered.html, { locate, body, diagnostics: [] });
}

/** The element tree of an HTML file, every node at its own place. */
export function parseHtmlFile(source: SourceFile): Outcome<MarkupElement> {
  const locate: Locate = (start, end) => ({ source, start, end });
  return parseHtml(source.text, { locate, body: [], diagnostics: [] });
}

/** The origin that holds an offset: the last one that starts at or before it. */
function originOf(rendered: RenderedTemplate, offset: number): Span {
  const { origins } = rendered;
  let low = 0;
  let high = origins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (origins[middle]!.offset <= offset) low = middle;
    else high = middle - 1;
  }
  return origins[low]!.span;
}

/** Errors of the HTML standard that lose or move what was written; the rest are matters of style. */
const grave: ReadonlySet<string> = new Set([
  'duplicate-attribute',
  'eof-in-tag',
  'eof-in-comment',
  'missing-attribute-value',
  'unexpected-character-in-attribute-name',
  'unexpected-null-character',
  'end-tag-without-matching-open-element',
  'misplaced-start-tag-for-head-element',
]);

function parseHtml(text: string, parsing: Parsing): Outcome<MarkupElement> {
  const document = parse(text, {
    sourceCodeLocationInfo: true,
    scriptingEnabled: false,
    onParseError: (error) => {
      if (!grave.has(error.code)) return;
      const what = error.code.replace(/-/g, ' ');
      parsing.diagnostics.push(
        diagnose('html-invalid', what, parsing.locate(error.startOffset, error.endOffset)),
      );
    },
  });
  const root = document.childNodes.find(isElement);
  const fallback = parsing.locate(0, 0);
  const value = root ? elementOf(root, parsing, fallback) : emptyRoot(fallback);
  return { value, diagnostics: parsing.diagnostics };
}

function isElement(node: ParsedNode): node is ParsedElement {
  return defaultTreeAdapter.isElementNode(node);
}

function emptyRoot(span: Span): MarkupElement {
  return { type: 'element', tag: 'html', attributes: {}, children: [], span: wholeSpan(span.source) };
}

/** Elements that run code or show other documents: a page that is printed has no use for them. */
const refused: ReadonlySet<string> = new Set([
  'script',
  'iframe',
  'object',
  'embed',
  'applet',
  'frame',
  'frameset',
  'form',
  'audio',
  'video',
]);

function elementOf(node: ParsedElement, parsing: Parsing, parent: Span): MarkupElement {
  const location = node.sourceCodeLocation;
  const span = location ? parsing.locate(location.startOffset, location.endOffset) : parent;
  const attributes = attributesOf(node, parsing, span);
  return { type: 'element', tag: node.tagName, attributes, children: childrenOf(node, parsing, span), span };
}

function attributesOf(node: ParsedElement, parsing: Parsing, span: Span): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const { name, value } of node.attrs) {
    if (/^on/i.test(name)) {
      const message = `the attribute ${name} holds code, which is never run`;
      parsing.diagnostics.push(diagnose('html-invalid', message, span, 'delete it'));
    } else attributes[name] = value;
  }
  return attributes;
}

function childrenOf(node: ParsedElement, parsing: Parsing, span: Span): readonly MarkupNode[] {
  return node.childNodes.flatMap((child) => nodesOf(child, parsing, span));
}

function nodesOf(node: ParsedNode, parsing: Parsing, parent: Span): readonly MarkupNode[] {
  if (defaultTreeAdapter.isTextNode(node)) {
    const location = node.sourceCodeLocation;
    const span = location ? parsing.locate(location.startOffset, location.endOffset) : parent;
    return [{ type: 'text', text: node.value, span }];
  }
  if (!isElement(node)) return [];
  if (node.tagName === 'body-slot') return parsing.body;
  const element = elementOf(node, parsing, parent);
  if (node.tagName === 'template' || refused.has(node.tagName) || node.namespaceURI === html.NS.MATHML) {
    const message = `<${node.tagName}> is not supported`;
    parsing.diagnostics.push(
      diagnose('html-invalid', message, element.span, 'delete it, or write its text as paragraphs'),
    );
    return [];
  }
  return [element];
}
