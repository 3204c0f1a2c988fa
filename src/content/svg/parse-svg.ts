import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { checkText } from '../../diagnostics/check-text.ts';
import { type Diagnostic, diagnose, type Outcome } from '../../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../../diagnostics/source.ts';
import type { MarkupElement, MarkupNode } from '../markup.ts';
import { checkSheetText } from './sheet-text.ts';
import { judgeSvgElement } from './svg-elements.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';
const prefixes: Readonly<Record<string, string>> = {
  'http://www.w3.org/1999/xlink': '',
  'http://www.w3.org/XML/1998/namespace': 'xml:',
};

/** Elements deeper than this are an error: later stages walk the tree by recursion. */
export const maxSvgDepth = 100;
/** Most elements of a drawing, those that `use` repeats among them. */
export const maxSvgElements = 50_000;

interface OpenElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: MarkupNode[];
  readonly span: Span;
}

/** Stops the parser where the drawing cannot be read any further. */
class Stop extends Error {
  readonly diagnostic: Diagnostic;

  constructor(message: string, span: Span, hint?: string) {
    super(message);
    this.diagnostic = diagnose('svg-invalid', message, span, hint);
  }
}

/**
 * Parses a drawing (SVG 2, XML 1.0 with namespaces) to the elements that are drawn: tags in lower case, `xlink:href`
 * as `href`. Comments, metadata, and what editors keep for themselves are gone. Nothing is fetched and no entity
 * declared: an internal DTD, XML that is not well-formed, code and references to outside are errors, `svg-invalid`;
 * what is left out of the drawing is a warning, `svg-unsupported`. Undefined where there is nothing to draw.
 */
export function parseSvg(source: SourceFile): Outcome<MarkupElement | undefined> {
  const reading = new SvgReading(source);
  const diagnostics: Diagnostic[] = [...checkText(source)];
  try {
    reading.run();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { value: undefined, diagnostics: [...diagnostics, ...reading.diagnostics, error.diagnostic] };
  }
  return { value: reading.root, diagnostics: [...diagnostics, ...reading.diagnostics] };
}

/** One run of the parser over a text. */
class SvgReading {
  readonly diagnostics: Diagnostic[] = [];
  root: MarkupElement | undefined;
  private readonly parser = new SaxesParser({ xmlns: true });
  private readonly open: OpenElement[] = [];
  private readonly source: SourceFile;
  /** Depth inside an element that is left out; 0 outside. */
  private skipped = 0;
  private count = 0;
  /** Where the last tag, comment or the like ended: a text begins there. */
  private end = 0;
  private start = 0;

  constructor(source: SourceFile) {
    this.source = source;
  }

  run(): void {
    const { parser } = this;
    parser.on('error', (error) => {
      const message = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
      throw new Stop(`the drawing is no well-formed XML: ${message}`, this.spanHere());
    });
    parser.on('doctype', (text) => {
      if (text.includes('[')) this.refuseEntities();
      this.end = parser.position;
    });
    parser.on('processinginstruction', ({ target }) => {
      if (target === 'xml-stylesheet') this.refuseSheet();
      this.end = parser.position;
    });
    parser.on('comment', () => {
      this.end = parser.position;
    });
    parser.on('opentagstart', () => {
      this.start = this.source.text.lastIndexOf('<', parser.position - 1);
    });
    parser.on('opentag', (tag) => this.enter(tag));
    parser.on('closetag', () => this.leave());
    parser.on('text', (text) => this.text(text, this.end, parser.position - 1));
    parser.on('cdata', (text) => this.text(text, parser.position - 3 - text.length, parser.position - 3));
    parser.write(this.source.text).close();
  }

  private enter(node: SaxesTagNS): void {
    const span = { source: this.source, start: this.start, end: this.parser.position };
    this.end = this.parser.position;
    this.count++;
    if (this.count > maxSvgElements)
      throw new Stop(`the drawing has more than ${maxSvgElements} elements`, span);
    if (this.skipped > 0 || !this.judge(node, span)) this.skipped++;
    if (this.skipped + this.open.length > maxSvgDepth) {
      throw new Stop(`the drawing's elements are nested deeper than ${maxSvgDepth}`, span);
    }
  }

  /** Opens an element that is kept; false for one that is left out with all it holds. */
  private judge(node: SaxesTagNS, span: Span): boolean {
    const parent = this.open.at(-1);
    if (!parent) this.checkRoot(node, span);
    if (node.uri !== svgNamespace) return false;
    const element = { tag: node.local.toLowerCase(), attributes: attributesOf(node), span };
    const verdict = judgeSvgElement(element, parent?.tag);
    this.diagnostics.push(...verdict.diagnostics);
    if (verdict.kept) this.open.push({ ...element, children: [] });
    return verdict.kept;
  }

  private checkRoot({ local, uri }: SaxesTagNS, span: Span): void {
    if (local === 'svg' && uri === svgNamespace) return;
    if (local !== 'svg') throw new Stop(`the root is <${local}>, not <svg>`, span);
    throw new Stop('<svg> lacks its namespace', span, `Write <svg xmlns="${svgNamespace}" …>`);
  }

  private leave(): void {
    this.end = this.parser.position;
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    const { children, ...closed } = this.open.pop()!;
    const element: MarkupElement = { type: 'element', ...closed, children };
    if (element.tag === 'style') this.diagnostics.push(...checkSheetText(element));
    const parent = this.open.at(-1);
    if (parent) parent.children.push(element);
    else this.root = element;
  }

  private text(text: string, start: number, end: number): void {
    this.end = this.parser.position;
    if (this.skipped > 0) return;
    this.open.at(-1)?.children.push({ type: 'text', text, span: { source: this.source, start, end } });
  }

  private refuseEntities(): never {
    const hint = 'Save the drawing as plain SVG, or delete the part in brackets and what refers to it';
    throw new Stop('the DOCTYPE declares entities, which are not read', this.spanHere(), hint);
  }

  private refuseSheet(): never {
    const hint = 'Put its rules into a <style> of the drawing';
    throw new Stop('the drawing names a style sheet outside of it', this.spanHere(), hint);
  }

  /** From the last thing that was whole to where the parser stands. */
  private spanHere(): Span {
    const end = Math.min(this.parser.position, this.source.text.length);
    return { source: this.source, start: Math.max(0, end - 1), end };
  }
}

function attributesOf(node: SaxesTagNS): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const attribute of Object.values(node.attributes)) {
    const name = nameOf(attribute);
    // `href` is the present name and wins over `xlink:href` (SVG 2 §linking).
    if (name !== undefined && !(attribute.prefix === 'xlink' && 'href' in attributes)) {
      attributes[name] = attribute.value;
    }
  }
  return attributes;
}

/** The name that later stages know an attribute by; undefined for what belongs to editors. */
function nameOf({ uri, local, prefix }: SaxesAttributeNS): string | undefined {
  if (uri === '') return local;
  const known = prefixes[uri];
  if (known === undefined || prefix === 'xmlns') return undefined;
  if (known === '') return local === 'href' ? 'href' : undefined;
  return local === 'lang' ? 'lang' : known + local;
}
