import type { StyledElement, StyledNode, StyledText } from '../../style/styled-tree.ts';
import { transformText } from '../../text/transform/text-transform.ts';
import type { Box, Decoration, InlineContent, InlineContext } from '../box.ts';
import { type AnonymousStyle, anonymousPart, isBlank } from '../table/table-parts.ts';
import type { LayoutContext } from './box-context.ts';
import { isFootnote, isMoved, isOutOfFlow, isPageFloat } from './out-of-flow.ts';
import { appendStructure, placeFor, type StructurePlace, textOf } from './structure.ts';
import { applyWhiteSpace, type WhiteSpaceState } from './white-space.ts';

/** Where collected inline content goes; a block inside inline content ends the current run. */
export interface InlineSink {
  readonly context: LayoutContext;
  /** The structure place of the run, made at first use. */
  readonly place: StructurePlace;
  readonly space: WhiteSpaceState;
  readonly push: (content: InlineContent) => void;
  readonly block: (element: StyledElement, place: StructurePlace | undefined, inline: InlineContext) => void;
  readonly outOfFlow: (
    element: StyledElement,
    place: StructurePlace | undefined,
    inline: InlineContext,
  ) => void;
  readonly atom: (element: StyledElement, place: StructurePlace, inline: InlineContext) => Box;
  /** The style of an anonymous box. */
  readonly anonymous: AnonymousStyle;
}

const blockLevel = new Set(['block', 'flow-root', 'list-item', 'flex', 'table']);
const atomic = new Set(['inline-block', 'inline-flex', 'inline-table']);
const tablePart = /^table-/;

/** The inline context an element makes for its content. */
export function contextOf(element: StyledElement, parent: InlineContext | undefined): InlineContext {
  const own: Decoration[] = element.style.textDecorationLine.map((line) => ({
    line,
    decorator: element.style,
  }));
  const inherited = parent?.decorations ?? [];
  return {
    style: element.style,
    parent,
    element,
    decorations: own.length ? [...inherited, ...own] : inherited,
    link: parent?.link,
    isMoved: parent?.isMoved ?? false,
  };
}

/** The context of an element without a box of its own: what inherits from it does, and nothing is drawn or raised. */
function boxlessContext(element: StyledElement, parent: InlineContext): InlineContext {
  const zero = { pt: 0, percent: 0 };
  const none = { width: 0, style: 'none', colour: element.style.color } as const;
  const style = {
    ...element.style,
    margin: { top: zero, right: zero, bottom: zero, left: zero },
    padding: { top: zero, right: zero, bottom: zero, left: zero },
    border: { top: none, right: none, bottom: none, left: none },
    backgroundColor: { r: 0, g: 0, b: 0, a: 0 },
    verticalAlign: 'baseline',
  } as const;
  return { ...contextOf(element, parent), style };
}

/** Collects nodes in document order. `place` is undefined directly in the container: the sink's own is taken. */
export function collectInline(
  nodes: readonly StyledNode[],
  place: StructurePlace | undefined,
  inline: InlineContext,
  sink: InlineSink,
): void {
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!;
    if (node.type === 'text') collectText(node, place, inline, sink);
    else if (tablePart.test(node.style.display)) {
      const end = endOfParts(nodes, index);
      collectTableParts(nodes.slice(index, end), place, inline, sink);
      index = end - 1;
    } else collectElement(node, place, inline, sink);
  }
}

/** Where a run of table parts ends, white space between them included. */
function endOfParts(nodes: readonly StyledNode[], start: number): number {
  let end = start + 1;
  for (let index = end; index < nodes.length; index++) {
    const node = nodes[index]!;
    if (node.type === 'element' && tablePart.test(node.style.display)) end = index + 1;
    else if (!isBlank(node)) break;
  }
  return end;
}

/** Parts of a table that stand in none get an anonymous one (CSS 2.2 §17.2.1). */
function collectTableParts(
  parts: readonly StyledNode[],
  place: StructurePlace | undefined,
  inline: InlineContext,
  sink: InlineSink,
): void {
  const display = inline.parent ? 'inline-table' : 'table';
  const table = anonymousPart(inline.element!, display, parts, sink.anonymous);
  collectElement(table, place, inline, sink);
}

function collectText(
  node: StyledText,
  place: StructurePlace | undefined,
  inline: InlineContext,
  sink: InlineSink,
): void {
  const { afterSpace, lastCharacter } = sink.space;
  const collapsed = applyWhiteSpace(node.text, inline.style.whiteSpace, sink.space);
  const text = transformText(collapsed, inline.style, afterSpace ? '' : lastCharacter);
  if (text === '') return;
  const leaf = leafFor(place ?? sink.place, sink.context);
  sink.push({
    kind: 'text',
    item: { kind: 'text', text, style: inline.style, span: node.span },
    context: inline,
    leaf,
  });
}

function leafFor(place: StructurePlace, context: LayoutContext): number | undefined {
  if (!place.node) return undefined;
  const leaf = context.nextContent++;
  place.node.children.push(leaf);
  return leaf;
}

function collectElement(
  element: StyledElement,
  place: StructurePlace | undefined,
  inline: InlineContext,
  sink: InlineSink,
): void {
  const display = element.style.display;
  if (display === 'none') return;
  if (element.tag === 'br' && !element.pseudo) return forcedBreak(element, inline, sink);
  if (display === 'contents')
    return collectInline(element.children, place, boxlessContext(element, inline), sink);
  if (isFootnote(element.style)) return collectFootnote(element, place ?? sink.place, inline, sink);
  if (isPageFloat(element.style)) {
    sink.context.footnotes++;
    return sink.outOfFlow(element, place, inline);
  }
  if (isOutOfFlow(element.style)) return sink.outOfFlow(element, place, inline);
  if (blockLevel.has(display)) {
    return sink.block(element, place, blockContextOf(element, inline));
  }
  if (atomic.has(display) || isReplaced(element)) return collectAtom(element, place, inline, sink);
  collectInlineBox(element, place ?? sink.place, inline, sink);
}

/** The call stays in the text; the note is read behind it, and stands at the foot of the page (ISO 32000-1 §14.8.4.4.1). */
function collectFootnote(
  element: StyledElement,
  parent: StructurePlace,
  inline: InlineContext,
  sink: InlineSink,
): void {
  const { call } = element;
  const within = (type: 'Reference' | 'Note', span: StyledElement['span']): StructurePlace =>
    parent.node ? { ...parent, node: appendStructure(type, parent.node, span) } : parent;
  if (call) collectCall(element, call, within('Reference', call.span), inline, sink);
  sink.outOfFlow(element, within('Note', element.span), { ...inline, decorations: [], link: undefined });
  sink.context.footnotes++;
}

/** A note that can be named is jumped to from its number, unless a link holds the call. */
function collectCall(
  note: StyledElement,
  call: StyledElement,
  place: StructurePlace,
  inline: InlineContext,
  sink: InlineSink,
): void {
  const { id } = note.attributes;
  if (!id || inline.link || !place.node) return collectInlineBox(call, place, inline, sink);
  const node = appendStructure('Link', place.node, call.span);
  const link = { href: `#${id}`, contents: textOf(call.children), element: node };
  collectInlineBox(call, { ...place, node }, { ...inline, link }, sink);
}

const replacedTags: ReadonlySet<string> = new Set(['img', 'svg', 'qr-code', 'input']);

/** Whether an element shows something that is no text of the document: a picture, a code, a blank. */
export function isReplaced(element: StyledElement): boolean {
  return !element.pseudo && replacedTags.has(element.tag);
}

function forcedBreak(element: StyledElement, inline: InlineContext, sink: InlineSink): void {
  sink.space.afterSpace = true;
  const item = { kind: 'text', text: '\n', style: inline.style, span: element.span } as const;
  sink.push({ kind: 'text', item, context: inline, leaf: undefined, clear: element.style.clear });
}

function collectAtom(
  element: StyledElement,
  place: StructurePlace | undefined,
  inline: InlineContext,
  sink: InlineSink,
): void {
  sink.space.afterSpace = false;
  sink.space.lastCharacter = '';
  const context = contextOf(element, inline);
  // The atom as a whole is an area of a link around it; its lines are none.
  const own = { ...context, parent: undefined, decorations: [], link: undefined };
  const box = sink.atom(element, place ?? sink.place, own);
  sink.push({ kind: 'atom', box, context });
}

function collectInlineBox(
  element: StyledElement,
  parent: StructurePlace,
  inline: InlineContext,
  sink: InlineSink,
): void {
  const place = placeFor(element, parent);
  const base = linkedContext(element, place, contextOf(element, inline));
  const context = { ...base, isMoved: base.isMoved || isMoved(element.style) };
  sink.push({ kind: 'edge', side: 'start', context });
  collectInline(element.children, place, context, sink);
  sink.push({ kind: 'edge', side: 'end', context });
}

/** The context of an element's content where the element is a link: its lines get annotations, whatever box holds them. */
export function linkedContext(
  element: StyledElement,
  place: StructurePlace,
  context: InlineContext,
): InlineContext {
  const href = element.tag === 'a' ? element.attributes.href : undefined;
  if (!href || !place.node) return context;
  return { ...context, link: { href, contents: textOf(element.children), element: place.node } };
}

/** The context of a block: boxes of outer inline elements are not drawn in it; their decorations and links are. */
export function blockContextOf(element: StyledElement, parent: InlineContext): InlineContext {
  return { ...contextOf(element, parent), parent: undefined, isMoved: false };
}
