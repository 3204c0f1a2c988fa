import { type Flow, flowBlocks, inlineOffset, type Open } from './block-flow.ts';
import type { BlockBox, Box, InlineRootBox } from './box.ts';
import { isFormattingRoot } from './boxes/out-of-flow.ts';
import { createFloatArea, type FloatPlace } from './floats/float-area.ts';
import { isClearOfFloats, layOutLinesAmongFloats } from './floats/float-lines.ts';
import type { Constraints, Formatting, Laid } from './formatting.ts';
import { type BoxFragment, emptyFragment, reachOf } from './fragment.ts';
import { propagatedBreaks } from './fragmentation/breaks.ts';
import { type ColumnLayout, layOutColumns, type StripFlow } from './fragmentation/columns.ts';
import { cutColumn } from './fragmentation/cut.ts';
import { atomLayout } from './lines/atom-layout.ts';
import { layOutLines } from './lines/inline.ts';
import { placedMarker } from './lines/list-marker.ts';
import { emptyStrut, joinStruts, strutOf } from './margins.ts';
import { placeAbsolute } from './place-positioned.ts';
import { clampHeight, definiteHeight, type Edges, edgesOf, inlineStart } from './sizing.ts';
import { usedBorderWidth } from './used-width.ts';

/** Lays out a block container (CSS 2.2 §9.4.1 and §10). */
export function layOutBlock(box: BlockBox | InlineRootBox, c: Constraints, formatting: Formatting): Laid {
  const style = box.style;
  const edges = edgesOf(style, c.width);
  const borderWidth = usedBorderWidth(box, edges, c, formatting);
  const contentWidth = Math.max(0, borderWidth - edges.horizontal);
  const fixed =
    c.borderHeight !== undefined
      ? c.borderHeight - edges.vertical
      : definiteHeight(style, c.height, edges.vertical);
  const page = style.page === 'auto' ? c.page : style.page;
  const floats = floatPlace(box, c, edges, borderWidth, formatting);
  const inner: Constraints = { width: contentWidth, height: fixed, direction: style.direction, page, floats };
  const open = {
    top: letsOut(box, c, edges, 'top'),
    bottom: letsOut(box, c, edges, 'bottom') && fixed === undefined,
  };
  const columns = isMultiColumn(box) ? layOutColumns(box, inner, columnLayout(formatting)) : undefined;
  const flow = columns ?? flowOf(box, inner, open, formatting);
  const marker =
    box.marker &&
    placedMarker(
      box.marker,
      flow.children,
      { width: contentWidth, direction: style.direction, amongFloats: floats !== undefined },
      formatting,
    );
  const natural = Math.max(
    flow.height,
    marker && flow.children.length === 0 ? marker.height : 0,
    isRoot(box, c) && floats ? floats.area.bottom : 0,
  );
  const height =
    c.borderHeight !== undefined
      ? Math.max(fixed ?? 0, 0)
      : clampHeight(fixed ?? natural, style, c.height, edges.vertical);
  const left = edges.border.left + edges.padding.left;
  const before = edges.border.top + edges.padding.top;
  const after = edges.border.bottom + edges.padding.bottom;
  const children = flow.children.map((child) => ({ ...child, x: child.x + left, y: child.y + before }));
  const fragment: BoxFragment = {
    ...emptyFragment(box, c.page),
    width: borderWidth,
    height: height + edges.vertical,
    children,
    reach: reachOf(children),
    cutting: 'flow',
    sized: c.borderHeight !== undefined || height > natural + rounding || fixed !== undefined,
    before,
    after,
    marker: marker && { ...marker, x: marker.x + left, y: marker.y + before },
    ...propagatedBreaks(
      { breakBefore: style.breakBefore, breakAfter: style.breakAfter, page },
      flow.children,
    ),
  };
  const through = flow.empty && height === 0 && edges.vertical === 0 && open.top && !marker;
  return {
    fragment,
    top: joinStruts(strutOf(edges.margin.top), flow.top),
    bottom: joinStruts(strutOf(edges.margin.bottom), height > flow.height ? emptyStrut : flow.bottom),
    collapsesThrough: through,
    margin: edges.margin,
  };
}

const sealed = { top: false, bottom: false };

/** Below this, a height that is more than the content's is rounding. Pt. */
const rounding = 0.01;

function columnLayout(formatting: Formatting): ColumnLayout {
  return {
    strip: (box, inner) => flowOfColumns(box, inner, formatting),
    spanner: (box, inner) => {
      const laid = formatting.layOut(box, { ...inner, independent: true });
      return { laid, fragment: { ...laid.fragment, x: inlineOffset(laid, inner) } };
    },
    cut: cutColumn,
  };
}

/** True where the margins of the first or last child pass through the container's own edge. */
function letsOut(box: Box, c: Constraints, edges: Edges, side: 'top' | 'bottom'): boolean {
  return !isRoot(box, c) && edges.border[side] + edges.padding[side] === 0;
}

/** Whether the content is a formatting context of its own: margins and floats stay inside. */
function isRoot(box: Box, c: Constraints): boolean {
  return c.independent || c.borderWidth !== undefined || isFormattingRoot(box);
}

/** The float area of the content, and where the content box is in it; undefined where there are no floats. */
function floatPlace(
  box: Box,
  c: Constraints,
  edges: Edges,
  borderWidth: number,
  formatting: Formatting,
): FloatPlace | undefined {
  if (isRoot(box, c)) return formatting.holdsFloats(box) ? newPlace() : undefined;
  if (!c.floats) return undefined;
  const x = inlineStart(box.style, edges.margin, borderWidth, c);
  return {
    area: c.floats.area,
    x: c.floats.x + x + edges.border.left + edges.padding.left,
    y: c.floats.y + edges.border.top + edges.padding.top,
  };
}

function newPlace(): FloatPlace {
  return { area: createFloatArea(), x: 0, y: 0 };
}

function isMultiColumn(box: Box): boolean {
  return box.style.columnCount !== 'auto' || box.style.columnWidth !== 'auto';
}

function flowOf(box: BlockBox | InlineRootBox, inner: Constraints, open: Open, formatting: Formatting): Flow {
  if (box.kind === 'block') return flowBlocks(box.children, inner, open, formatting);
  const atoms = atomLayout(formatting, inner.page, inner.height);
  const lines = isClearOfFloats(box, inner, formatting)
    ? layOutLines(box, inner.width, atoms, formatting.context)
    : layOutLinesAmongFloats(box, inner, atoms, formatting);
  const empty = !lines.children.some((child) => child.kind === 'line');
  return { ...lines, top: emptyStrut, bottom: emptyStrut, empty };
}

/** The strip that columns are cut from holds its floats, and positioned boxes that have no nearer containing block. */
function flowOfColumns(box: BlockBox | InlineRootBox, inner: Constraints, formatting: Formatting): StripFlow {
  const floats = formatting.holdsFloats(box) ? newPlace() : undefined;
  const flow = flowOf(box, { ...inner, floats }, sealed, formatting);
  const height = floats ? Math.max(flow.height, floats.area.bottom) : flow.height;
  if (!formatting.holdsPositioned(box)) return { ...flow, height };
  const strip = {
    ...emptyFragment(undefined, inner.page),
    width: inner.width,
    height,
    children: flow.children,
  };
  const initial = { x: 0, y: 0, width: inner.width, height, direction: box.style.direction };
  const { children, positioned } = placeAbsolute(strip, initial, formatting);
  return { ...flow, height, children, positioned };
}
