import type { StyledElement, StyledNode } from '../style/styled-tree.ts';
import { type Collector, type Flow, lastParagraph } from './collector.ts';
import { paragraphProperties, runProperties } from './computed-properties.ts';
import { collectInlines } from './inlines.ts';
import type { ItemMarker } from './lists.ts';
import type { Inline, ParagraphBlock } from './model.ts';
import { outlineLevel } from './roles.ts';
import { innerWidth, type Scope } from './scope.ts';
import type { ParagraphProperties, RunProperties } from './style-properties.ts';
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
  /** A page break that is part of the element's style. */
  readonly breakBefore?: boolean;
}

/** The run properties of a paragraph of this element in this scope. */
export function paragraphRun(element: StyledElement, scope: Scope): RunProperties {
  return runProperties(element.style, scope.shade);
}

/** A difference in spacing that is worth a style of its own; less is rounding and collapsed margins. Twips. */
const noticeable = 60;

/** Puts a paragraph at the end of the flow, unless it has nothing in it. */
export function addParagraph(source: ParagraphSource, flow: Flow, collector: Collector): void {
  const { element, scope } = source;
  const run = paragraphRun(element, scope);
  const content = collectInlines(source.nodes, element, {
    collector,
    run,
    ground: scope.shade,
    measure: innerWidth(scope),
  });
  if (content.length === 0 && !source.keepEmpty && !source.marker) return;
  const extra = flow.pendingBefore > source.before + noticeable ? flow.pendingBefore : source.before;
  const properties: ParagraphProperties = {
    ...paragraphProperties(element.style),
    ...positionOf(source),
    before: extra,
    after: source.after,
    pageBreakBefore: source.breakBefore === true,
    shade: scope.shade,
    edges: scope.edges,
    outline: outlineLevel(element),
  };
  flow.blocks.push({
    kind: 'paragraph',
    role: source.role,
    properties: { paragraph: properties, run },
    item: source.marker?.item,
    pageBreak: flow.pendingBreak,
    language: element.style.language,
    anchors: flow.pendingAnchors,
    inlines: withLiteralMarker(source, content),
    section: scope.section,
  });
  flow.pendingBefore = 0;
  flow.pendingBreak = false;
  flow.pendingAnchors = [];
}

/** Room for a list's marker where the style sheet leaves none. Pt. */
const markerRoom = 18;

function positionOf(source: ParagraphSource): Partial<ParagraphProperties> {
  const { scope, marker, element } = source;
  const start = twips(scope.start);
  const end = twips(scope.end);
  if (!marker || (!marker.level && marker.literal === '')) return { start, end };
  const outer = scope.shade !== undefined || scope.inCell ? twips(scope.outerStart) : 0;
  const room = Math.max(0, start - outer);
  const hang = Math.min(twips(Math.max(markerRoom, element.style.fontSize * 1.6)), room || twips(markerRoom));
  const shifted = room === 0 ? start + hang : start;
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
