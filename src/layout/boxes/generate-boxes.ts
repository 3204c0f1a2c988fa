import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { StyledElement, StyledNode } from '../../style/styled-tree.ts';
import type { Box, FlexBox, InlineContent, InlineContext, InlineRootBox } from '../box.ts';
import { type BoxMaker, generateTable } from '../table/generate-table.ts';
import { turnedBox } from '../vertical/turned-box.ts';
import type { LayoutContext } from './box-context.ts';
import { markerWithBullet } from './bullet.ts';
import { replacedBox } from './generate-replaced.ts';
import {
  blockContextOf,
  collectInline,
  contextOf,
  type InlineSink,
  linkedContext,
} from './inline-content.ts';
import {
  appendStructure,
  isGrouping,
  placeFor,
  type StructureNode,
  type StructurePlace,
} from './structure.ts';
import { initialWhiteSpace } from './white-space.ts';

/** What the box tree of a document is: the root's box, and the structure that was made along with it. */
export interface GeneratedBoxes {
  readonly root: Box;
  readonly structure: StructureNode;
}

/** Generates boxes for the styled tree and the logical structure beside them, in one walk in document order. */
export function generateBoxes(root: StyledElement, context: LayoutContext): GeneratedBoxes {
  context.root = root;
  const structure = appendStructure('Document', undefined, root.span);
  const place: StructurePlace = { node: structure, language: root.style.language };
  return { root: generateBox(root, place, contextOf(root, undefined), context), structure };
}

/** The principal box of a block-level, flex, table or replaced element. */
function generateBox(
  element: StyledElement,
  parent: StructurePlace,
  outer: InlineContext,
  context: LayoutContext,
): Box {
  reportPosition(element, context);
  reportFilling(element, context);
  reportFloat(element, context);
  return turnedOr(element, (own) => principalBox(own, parent, outer, context));
}

/** What `make` makes of an element, or a box around it where its lines run another way than those around it. */
function turnedOr(element: StyledElement, make: (own: StyledElement) => Box): Box {
  return element.outerStyle ? turnedBox(element, element.outerStyle, make) : make(element);
}

function principalBox(
  element: StyledElement,
  parent: StructurePlace,
  outer: InlineContext,
  context: LayoutContext,
): Box {
  const replaced = replacedBox(element, parent, outer, context);
  if (replaced) return replaced;
  const place = placeFor(element, parent);
  const inline = linkedContext(element, place, outer);
  const { display } = element.style;
  if (display === 'table' || display === 'inline-table') {
    return generateTable(element, place, inline, makerFor(context));
  }
  if (display === 'flex' || display === 'inline-flex') return flexBox(element, place, inline, context);
  return containerBox(element, place, inline, context);
}

/** Nothing scrolls on paper. */
function reportPosition(element: StyledElement, context: LayoutContext): void {
  const { position, origins } = element.style;
  if (position !== 'sticky') return;
  const message = 'position: sticky is not supported; the box is laid out as relative';
  context.diagnostics.push(diagnose('css-unsupported', message, origins.position ?? element.span));
}

/** Rows are boxes of their table; what comes here is none. */
function reportFilling(element: StyledElement, context: LayoutContext): void {
  const { fillPages, origins } = element.style;
  if (fillPages === 0) return;
  const message = '-fill-pages is for rows of tables; the element is printed once';
  context.diagnostics.push(diagnose('css-unsupported', message, origins.fillPages ?? element.span));
}

/** A float at the end of the block axis is one of the page's; in its containing block there is none (css-page-floats-3 §3). */
function reportFloat(element: StyledElement, context: LayoutContext): void {
  const { float, floatReference, origins } = element.style;
  if (float !== 'block-end' || floatReference === 'page') return;
  const message = 'float: block-end is for float-reference: page; the box stays in the flow';
  context.diagnostics.push(diagnose('css-unsupported', message, origins.float ?? element.span));
}

function makerFor(context: LayoutContext): BoxMaker {
  return {
    box: (element, parent, inline) => generateBox(element, parent, inline, context),
    container: (element, place, inline) =>
      turnedOr(element, (own) => containerBox(own, place, { ...inline, style: own.style }, context)),
    styles: context.styles,
  };
}

/** A block container: with block children, or an inline formatting context. */
function containerBox(
  element: StyledElement,
  place: StructurePlace,
  inline: InlineContext,
  context: LayoutContext,
): Box {
  const item = listItemParts(element, place, context);
  const children = generateChildren(element.children, item.place, inline, context, item.prefix);
  const base = { style: element.style, span: element.span, element, marker: item.marker };
  const only = children[0];
  if (children.length === 1 && only?.kind === 'inline-root' && !only.element) {
    return { ...only, ...base };
  }
  return { ...base, kind: 'block', children };
}

/** Children of a container as block-level boxes, runs of inline content in anonymous ones (CSS 2.2 §9.2.1.1). */
function generateChildren(
  nodes: readonly StyledNode[],
  place: StructurePlace,
  inline: InlineContext,
  context: LayoutContext,
  prefix: readonly InlineContent[] = [],
): readonly Box[] {
  const boxes: Box[] = [];
  let run: InlineContent[] = [...prefix];
  let runPlace: StructurePlace | undefined;
  let space = initialWhiteSpace();
  const flush = (): void => {
    if (run.some(isVisible)) boxes.push(anonymousRoot(run, inline, context));
    else boxes.push(...run.flatMap((content) => (content.kind === 'anchor' ? [content.box] : [])));
    run = [];
    runPlace = undefined;
    space = initialWhiteSpace();
  };
  const sink: InlineSink = {
    context,
    get place() {
      runPlace ??= paragraphPlace(place, inline);
      return runPlace;
    },
    get space() {
      return space;
    },
    push: (content) => run.push(content),
    block: (element, blockPlace, blockInline) => {
      flush();
      boxes.push(generateBox(element, blockPlace ?? place, blockInline, context));
    },
    outOfFlow: (element, own, outer) => {
      const box = generateBox(element, own ?? place, blockContextOf(element, outer), context);
      run.push({ kind: 'anchor', box, context: outer });
    },
    atom: (element, atomPlace, atomInline) => generateBox(element, atomPlace, atomInline, context),
    anonymous: context.styles.anonymous,
  };
  collectInline(nodes, undefined, inline, sink);
  flush();
  return boxes;
}

/** Text directly in a grouping element gets a P, made when the first of it comes. */
function paragraphPlace(place: StructurePlace, inline: InlineContext): StructurePlace {
  if (!place.node || !isGrouping(place.node.type)) return place;
  const span = inline.element?.span ?? place.node.span;
  return { ...place, node: appendStructure('P', place.node, span) };
}

function isVisible(content: InlineContent): boolean {
  if (content.kind === 'anchor') return false;
  return content.kind !== 'text' || /[^ \t\f\r]/.test(content.item.text);
}

function anonymousRoot(
  content: readonly InlineContent[],
  inline: InlineContext,
  context: LayoutContext,
): InlineRootBox {
  const style = inline.style;
  const span = inline.element!.span;
  return {
    kind: 'inline-root',
    style: context.styles.anonymous(style),
    span,
    element: undefined,
    marker: undefined,
    content: trimmed(content),
    shaped: { paragraph: undefined, width: Number.NaN },
  };
}

/** Collapsible space at the end of the context goes (css-text-3 §4.1.2). */
function trimmed(content: readonly InlineContent[]): readonly InlineContent[] {
  const result = [...content];
  for (let i = result.length - 1; i >= 0; i--) {
    const last = result[i]!;
    if (last.kind === 'edge' || last.kind === 'anchor') continue;
    if (last.kind === 'atom' || last.context.style.whiteSpace.startsWith('pre')) break;
    const text = last.item.text.replace(/ +$/, '');
    result[i] = { ...last, item: { ...last.item, text } };
    if (text !== '') break;
  }
  return result.filter((part) => part.kind !== 'text' || part.item.text !== '');
}

interface ListItemParts {
  readonly place: StructurePlace;
  readonly marker: InlineRootBox | undefined;
  readonly prefix: readonly InlineContent[];
}

/** LI gets Lbl and LBody; an outside marker is a box of its own, an inside one starts the content. */
function listItemParts(element: StyledElement, place: StructurePlace, context: LayoutContext): ListItemParts {
  const isItem = place.node?.type === 'LI' && place.node.span === element.span;
  const marker = element.marker && markerWithBullet(element.marker, element, context.fonts, context.styles);
  const label = marker && isItem ? appendStructure('Lbl', place.node, marker.span) : place.node;
  const body = isItem ? { ...place, node: appendStructure('LBody', place.node, element.span) } : place;
  if (!marker) return { place: body, marker: undefined, prefix: [] };
  const inline = contextOf(marker, undefined);
  const labelPlace = { ...place, node: label };
  const boxes = generateChildren(marker.children, labelPlace, inline, context);
  const root = boxes.find((box) => box.kind === 'inline-root');
  const inside = element.style.listStylePosition === 'inside';
  return { place: body, marker: inside ? undefined : root, prefix: inside && root ? root.content : [] };
}

function flexBox(
  element: StyledElement,
  place: StructurePlace,
  inline: InlineContext,
  context: LayoutContext,
): FlexBox {
  const children = generateChildren(element.children, place, inline, context);
  return { kind: 'flex', style: element.style, span: element.span, element, marker: undefined, children };
}
