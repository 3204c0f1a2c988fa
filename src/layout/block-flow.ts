import type { Box } from './box.ts';
import { isAtFoot, isFloat, isPositioned } from './boxes/out-of-flow.ts';
import { layOutAmongFloats, type PlacedBlock, placeFloat } from './floats/float-blocks.ts';
import type { Constraints, Formatting, Laid } from './formatting.ts';
import { emptyFragment, type Fragment, unplaced } from './fragment.ts';
import { emptyStrut, joinStruts, type Strut, strutValue } from './margins.ts';
import { inlineStart } from './sizing.ts';

/** The children of a block container, placed in its content box, and the margins they let out. */
export interface Flow {
  readonly children: readonly Fragment[];
  /** Of the content, with margins that do not collapse through its end. */
  readonly height: number;
  readonly top: Strut;
  readonly bottom: Strut;
  /** No child separates the container's top margin from its bottom margin. */
  readonly empty: boolean;
}

/** Through which of a container's edges the margins of its children pass. */
export interface Open {
  readonly top: boolean;
  readonly bottom: boolean;
}

/** What is known of a flow while its boxes come. */
interface State {
  readonly children: Fragment[];
  /** Bottom border edge of the last box. */
  y: number;
  /** Margins that adjoin the next box. */
  pending: Strut;
  top: Strut;
  empty: boolean;
}

/** Places block-level boxes one below the other (CSS 2.2 §9.4.1); `inner.floats` is the place of the content box. */
export function flowBlocks(
  boxes: readonly Box[],
  inner: Constraints,
  open: Open,
  formatting: Formatting,
): Flow {
  const state: State = { children: [], y: 0, pending: emptyStrut, top: emptyStrut, empty: true };
  for (const box of boxes) {
    if (isAtFoot(box.style)) addAtFoot(box, state, inner, open);
    else if (isPositioned(box.style)) addPositioned(box, state, inner, open);
    else if (isFloat(box.style) && inner.floats) addFloat(box, state, inner, open, formatting);
    else addBlock(box, state, inner, open, formatting);
  }
  const { children, y, pending, top, empty } = state;
  if (empty && open.top) return { children, height: 0, top: pending, bottom: emptyStrut, empty };
  const height = open.bottom ? y : y + strutValue(pending);
  return { children, height, top, bottom: open.bottom ? pending : emptyStrut, empty };
}

/** The distance from the last border edge to that of a box whose own margin is `strut`. */
function marginAbove(state: State, open: Open, strut: Strut): number {
  return state.empty && open.top ? 0 : strutValue(joinStruts(state.pending, strut));
}

/** A float's top is where a box without margins would be (CSS 2.2 §8.3.1). */
function addFloat(box: Box, state: State, inner: Constraints, open: Open, formatting: Formatting): void {
  const y = state.y + marginAbove(state, open, emptyStrut);
  state.children.push(placeFloat(box, y, inner, formatting));
}

/** The place that a positioned box would have: the start of the content box, below what is above it. */
function addPositioned(box: Box, state: State, inner: Constraints, open: Open): void {
  const y = state.y + marginAbove(state, open, emptyStrut);
  const x = box.style.direction === 'rtl' ? inner.width : 0;
  state.children.push(unplaced(box, x, y, inner.page));
}

/** What goes to the foot of the page leaves its place, by which the page is known. */
function addAtFoot(box: Box, state: State, inner: Constraints, open: Open): void {
  const y = state.y + marginAbove(state, open, emptyStrut);
  state.children.push({ ...emptyFragment(box, inner.page), y, beside: 'at-foot' });
}

function addBlock(box: Box, state: State, inner: Constraints, open: Open, formatting: Formatting): void {
  const { laid, margin, x, cleared } = layOutChild(box, state, inner, open, formatting);
  const fragment = { ...laid.fragment, x, y: state.y + margin, marginTop: strutValue(laid.top) };
  state.children.push(fragment);
  if (laid.collapsesThrough && !cleared) {
    state.pending = joinStruts(joinStruts(state.pending, laid.top), laid.bottom);
    return;
  }
  if (state.empty && open.top) state.top = cleared ? state.pending : joinStruts(state.pending, laid.top);
  state.y += margin + fragment.height;
  state.pending = laid.bottom;
  state.empty = false;
}

function layOutChild(
  box: Box,
  state: State,
  inner: Constraints,
  open: Open,
  formatting: Formatting,
): PlacedBlock {
  const { floats } = inner;
  if (floats && (!floats.area.isEmpty || formatting.holdsFloats(box))) {
    const above = (strut: Strut): number => marginAbove(state, open, strut);
    return layOutAmongFloats(box, state.y, above, inner, formatting);
  }
  const laid = formatting.layOut(box, floats ? { ...inner, floats: undefined } : inner);
  const margin = marginAbove(state, open, laid.top);
  return { laid, margin, x: inlineOffset(laid, inner), cleared: false };
}

/** How far a laid out box is from the left edge of its containing block. */
export function inlineOffset(laid: Laid, inner: Constraints): number {
  const style = laid.fragment.box?.style;
  return style ? inlineStart(style, laid.margin, laid.fragment.width, inner) : laid.margin.left;
}
