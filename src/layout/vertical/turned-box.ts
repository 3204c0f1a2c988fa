import type { ComputedStyle } from '../../style/computed-style.ts';
import type { StyledElement } from '../../style/styled-tree.ts';
import type { Box, TurnedBox } from '../box.ts';
import { initialPlacement } from '../boxes/anonymous-style.ts';
import { type Constraints, closedBox, type Formatting, type Intrinsic, type Laid } from '../formatting.ts';
import { type BoxFragment, emptyFragment } from '../fragment.ts';
import { placeAbsolute } from '../place-positioned.ts';
import { clampHeight, clampWidth, definiteHeight, definiteWidth, type Edges, edgesOf } from '../sizing.ts';
import { physicalStyle, turnStyle } from './turn-style.ts';

/** The box of an element whose lines run another way than those around it; `outer` is its style as these see it. */
export function turnedBox(
  element: StyledElement,
  outer: ComputedStyle,
  make: (own: StyledElement) => Box,
): TurnedBox {
  const inner = make({ ...element, style: innerStyle(element.style) });
  return { kind: 'turned', style: outer, span: element.span, element, marker: undefined, inner };
}

/** What the outer box does is not done again by the inner one. */
function innerStyle(style: ComputedStyle): ComputedStyle {
  return {
    ...style,
    ...initialPlacement,
    display: style.display === 'table-cell' ? 'block' : style.display,
  };
}

/**
 * Lays out an orthogonal flow (css-writing-modes-4 §7.3): what is high outside is the length of a line inside. Its lines
 * are as long as its height says, or as its content is, up to the room there is. It is never cut.
 */
export function layOutTurned(box: TurnedBox, c: Constraints, formatting: Formatting): Laid {
  const edges = edgesOf(box.style, c.width);
  const across =
    c.borderWidth ?? definiteBorder(definiteWidth(box.style, c.width, edges.horizontal), edges.horizontal);
  const inner = withPadding(box, edges);
  const length = c.borderHeight ?? lineLength(box, inner, edges, c, formatting);
  const laid = layOutInner(inner, length, across, c.page, formatting);
  const width = across ?? laid.height;
  const clamped =
    c.borderWidth ??
    clampWidth(width - edges.horizontal, box.style, c.width, edges.horizontal) + edges.horizontal;
  const content = clamped === laid.height ? laid : layOutInner(inner, length, clamped, c.page, formatting);
  const fragment: BoxFragment = {
    ...emptyFragment(box, c.page),
    width: clamped,
    height: length,
    before: edges.border.top + edges.padding.top,
    after: edges.border.bottom + edges.padding.bottom,
    turned: content,
  };
  return closedBox(fragment, edges.margin);
}

/** How wide an orthogonal flow is where nothing says so: what its lines take up at the length that they get. */
export function turnedLimits(box: TurnedBox, formatting: Formatting): Intrinsic {
  const edges = edgesOf(box.style, 0);
  const { width } = layOutTurned(box, { width: 0, height: undefined, page: 'auto' }, formatting).fragment;
  return { min: width - edges.horizontal, max: width - edges.horizontal };
}

function definiteBorder(content: number | undefined, extra: number): number | undefined {
  return content === undefined ? undefined : content + extra;
}

/** The border box of the flow along its lines, which are fit to their content (css-writing-modes-4 §7.3.1). */
function lineLength(
  box: TurnedBox,
  inner: Box,
  edges: Edges,
  c: Constraints,
  formatting: Formatting,
): number {
  const fixed = definiteHeight(box.style, c.height, edges.vertical);
  const room = c.height ?? roomOf(box, formatting);
  const { min, max } = formatting.intrinsic(inner);
  const fitting = Math.min(Math.max(min, room - edges.margin.top - edges.margin.bottom), max);
  const content = fixed ?? fitting - edges.vertical;
  return clampHeight(content, box.style, c.height, edges.vertical) + edges.vertical;
}

/** Of the page, where no box around is of a height of its own. */
function roomOf({ style }: TurnedBox, { area }: Formatting): number {
  return style.writingMode === 'horizontal-tb' ? area.height : area.width;
}

/** The padding inside is what it is outside: a percentage is of the box around. */
function withPadding({ style, inner }: TurnedBox, { padding }: Edges): Box {
  if (Object.values(style.padding).every(({ percent }) => percent === 0)) return inner;
  const fixed = (pt: number) => ({ pt, percent: 0 });
  const { top, right, bottom, left } = padding;
  const used = { top: fixed(top), right: fixed(right), bottom: fixed(bottom), left: fixed(left) };
  const turned = turnStyle(physicalStyle({ ...style, padding: used }), inner.style.writingMode);
  return { ...inner, style: { ...inner.style, padding: turned.padding } };
}

/** The flow inside; border box sizes along its lines and across them, the latter its content's where undefined. */
function layOutInner(
  inner: Box,
  length: number,
  across: number | undefined,
  page: string,
  formatting: Formatting,
): BoxFragment {
  const decided = { borderWidth: length, ...(across !== undefined && { borderHeight: across }) };
  const constraints = { width: length, height: across, independent: true, page, ...decided };
  const { fragment } = formatting.measure(inner, constraints);
  if (!formatting.holdsPositioned(inner)) return fragment;
  const { border } = edgesOf(inner.style, length);
  const within = {
    x: border.left,
    y: border.top,
    width: fragment.width - border.left - border.right,
    height: fragment.height - border.top - border.bottom,
    direction: inner.style.direction,
  };
  return placeAbsolute(fragment, within, formatting);
}
