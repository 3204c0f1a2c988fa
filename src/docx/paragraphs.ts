import type { Span } from '../diagnostics/source.ts';
import type { StyledElement, StyledNode } from '../style/styled-tree.ts';
import { firstStrong } from '../unicode/bidi/bidi-class.ts';
import { type Collector, type Flow, lastParagraph } from './collector.ts';
import { paragraphProperties, runProperties } from './computed-properties.ts';
import { collectInlines } from './inlines.ts';
import type { ItemMarker } from './lists.ts';
import type { Inline, ParagraphBlock } from './model.ts';
import { outlineLevel } from './roles.ts';
import { innerWidth, isRuled, ruleEdges, type Scope } from './scope.ts';
import type { EdgeSet, ParagraphProperties, RunProperties } from './style-properties.ts';
import { twips } from './units.ts';

/** What a paragraph is made from. */
export interface ParagraphSource {
  /** The element whose style it has. */
  readonly element: StyledElement;
  readonly nodes: readonly StyledNode[];
  readonly scope: Scope;
  readonly role: string;
  /** Its own space above and below in twips; what containers add is in the flow. */
  readonly before: number;
  readonly after: number;
  readonly marker?: ItemMarker;
  /** Kept though it is empty: a ruled line. */
  readonly keepEmpty?: boolean;
  /** The element is a container, whose rules above and below are no concern of each paragraph. */
  readonly contained?: boolean;
  /** A page break that is part of the element's style. */
  readonly breakBefore?: boolean;
}

/** The run properties of a paragraph of this element in this scope. */
export function paragraphRun(element: StyledElement, scope: Scope, collector: Collector): RunProperties {
  return runProperties(element.style, scope.shade, collector.fonts);
}

/** Under `unicode-bidi: plaintext` a paragraph runs in the direction of its first strong character, lines in it with it. */
function inOwnDirection({ element, nodes }: ParagraphSource): StyledElement {
  const { style } = element;
  if (style.unicodeBidi !== 'plaintext') return element;
  const direction = firstStrong(textOf(nodes)) ?? 'ltr';
  return direction === style.direction ? element : { ...element, style: { ...style, direction } };
}

function textOf(nodes: readonly StyledNode[]): string {
  return nodes.map((node) => (node.type === 'text' ? node.text : textOf(node.children))).join('');
}

/** A difference in spacing that is worth a style of its own; less is rounding and collapsed margins. Twips. */
const noticeable = 60;

/** Puts a paragraph at the end of the flow, unless it has nothing in it. */
export function addParagraph(source: ParagraphSource, flow: Flow, collector: Collector): void {
  const { scope } = source;
  const element = inOwnDirection(source);
  const run = paragraphRun(element, scope, collector);
  const content = collectInlines(source.nodes, element, {
    collector,
    run,
    language: element.style.language,
    ground: scope.shade,
    measure: innerWidth(scope),
  });
  if (content.length === 0 && !source.keepEmpty && !source.marker) return;
  const extra = flow.pendingBefore > source.before + noticeable ? flow.pendingBefore : source.before;
  const properties: ParagraphProperties = {
    ...paragraphProperties(element.style),
    ...positionOf(source),
    before: extra,
    after: Math.max(0, source.after - twips(source.marker?.height ?? 0)),
    pageBreakBefore: source.breakBefore === true,
    shade: scope.shade,
    edges: isRuled(element.style) && !source.contained ? { ...scope.edges, ...rules(source) } : scope.edges,
    outline: outlineLevel(element, source.role),
  };
  flow.blocks.push({
    kind: 'paragraph',
    role: source.role,
    box: scope.box,
    properties: { paragraph: properties, run },
    item: source.marker?.item,
    pageBreak: flow.pendingBreak,
    language: element.style.language,
    anchors: flow.pendingAnchors,
    inlines: withLiteralMarker(source, content),
    spans: spansOf(source.nodes),
    section: scope.section,
  });
  flow.pendingBefore = 0;
  flow.pendingBreak = false;
  flow.pendingAnchors = [];
}

function spansOf(nodes: readonly StyledNode[]): readonly Span[] {
  return nodes.flatMap((node) => (node.type === 'text' ? [node.span] : spansOf(node.children)));
}

function rules({ element, scope }: ParagraphSource): Partial<EdgeSet> {
  const { top, bottom } = ruleEdges(element.style, innerWidth(scope), scope.shade);
  return { ...(top && { top }), ...(bottom && { bottom }) };
}

/** Gives a container's rules to its first and its last paragraph. */
export function ruleOff(element: StyledElement, scope: Scope, flow: Flow, from: number): void {
  if (!isRuled(element.style)) return;
  const { top, bottom } = ruleEdges(element.style, innerWidth(scope), scope.shade);
  const first = flow.blocks[from];
  if (top && first?.kind === 'paragraph') setEdges(first, { top });
  const last = lastParagraph(flow);
  if (bottom && last && flow.blocks.length > from) setEdges(last, { bottom });
}

function setEdges(block: ParagraphBlock, edges: Partial<EdgeSet>): void {
  const { paragraph, run } = block.properties;
  block.properties = { paragraph: { ...paragraph, edges: { ...paragraph.edges, ...edges } }, run };
}

/** How wide a marker may turn out, against what is reckoned: in condensed faces. */
const narrowest = 0.75;
/** Room for a list's marker where the style sheet leaves none. Pt. */
const markerRoom = 18;

function positionOf(source: ParagraphSource): Partial<ParagraphProperties> {
  const { scope, marker, element } = source;
  const start = twips(scope.start);
  const end = twips(scope.end);
  if (!marker || (!marker.level && marker.literal === '')) return { start, end };
  const boxed = scope.shade !== undefined;
  const room = Math.max(0, start - (boxed ? twips(scope.boxStart) : 0));
  const { fontSize } = element.style;
  const wanted = twips(Math.max(markerRoom, fontSize * 1.6, marker.width + fontSize * 0.4));
  // In a box the marker stands where its other paragraphs start.
  const hang = boxed && scope.listDepth <= 1 && room >= wanted ? room : wanted;
  // As in the PDF, it stands outside of the text area only where the list's padding has no room for it.
  const fits = start >= twips(marker.width * narrowest);
  const outside = !boxed && !scope.inCell && !fits && start - hang >= -twips(markerRoom * 2);
  // A marker may hang in the page's margin, but not out of a box or cell.
  const shifted = room >= hang || outside ? start : start - room + hang;
  const tabs = marker.level ? [] : [{ at: shifted, kind: 'start' as const }];
  return { start: shifted, end, first: -hang, list: marker.level, tabs };
}

function withLiteralMarker(source: ParagraphSource, content: readonly Inline[]): readonly Inline[] {
  const literal = source.marker?.literal ?? '';
  if (literal === '') return content;
  const { language, direction } = source.element.style;
  return [
    { kind: 'text', text: literal, format: { style: undefined, language, direction } },
    { kind: 'tab' },
    ...content,
  ];
}

/** Lets the space that a container leaves below itself take part in the last paragraph's. */
export function spaceAfter(flow: Flow, from: number, after: number): void {
  if (flow.blocks.length === from || after === 0) return;
  const last = lastParagraph(flow);
  if (!last) {
    flow.pendingBefore = Math.max(flow.pendingBefore, after);
    return;
  }
  if (after <= last.properties.paragraph.after + noticeable) return;
  setAfter(last, after);
}

function setAfter(block: ParagraphBlock, after: number): void {
  const { paragraph, run } = block.properties;
  block.properties = { paragraph: { ...paragraph, after }, run };
}
