import type { Box, InlineContext, InlineRootBox } from './box.ts';
import { containsPositioned } from './boxes/out-of-flow.ts';
import type { Formatting } from './formatting.ts';
import type { BoxFragment, Fragment, LineFragment, LinePart } from './fragment.ts';
import type { Rectangle } from './geometry.ts';
import { type ContainingBlock, layOutPositioned, type StaticPlace } from './position-box.ts';
import { edgesOf } from './sizing.ts';

/** A positioned box, and where it would stand in the flow. */
export interface Found extends StaticPlace {
  readonly box: Box;
}

/** A strip whose positioned boxes have their places. */
export interface PlacedStrip {
  readonly fragment: BoxFragment;
  /** Those that belong to every page (`position: fixed`); static places from the strip's top left corner. */
  readonly fixed: readonly Found[];
}

/** What is being looked through: where found boxes go. */
interface Search {
  readonly formatting: Formatting;
  /** Undefined where the boxes of every page are left for later. */
  readonly fixed: Found[] | undefined;
  /** What has its place on an earlier page. */
  readonly placed: ReadonlySet<Box>;
  /** Rows that are repeated stand among the children of their table too. */
  readonly seen: Map<Fragment, Fragment>;
}

/** Where a fragment's border box is: in the fragment that contains positioned boxes, and in the strip. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly stripX: number;
  readonly stripY: number;
  /** Boxes that go to the containing fragment. */
  readonly found: Found[];
}

/**
 * Gives the positioned boxes of a strip that is laid out their places (css-position-3 §3.5): each becomes a child of the
 * fragment of its containing block, so that it goes to the page where that is. `initial` is the containing block of those
 * without a positioned ancestor, in the coordinates of the strip; those of `placed` have their places on earlier pages.
 */
export function placePositioned(
  strip: BoxFragment,
  initial: ContainingBlock,
  placed: ReadonlySet<Box>,
  formatting: Formatting,
): PlacedStrip {
  const fixed: Found[] = [];
  return { fragment: placedStrip(strip, initial, { formatting, fixed, placed, seen: new Map() }), fixed };
}

function placedStrip(strip: BoxFragment, initial: ContainingBlock, search: Search): BoxFragment {
  const found: Found[] = [];
  const place = { x: 0, y: 0, stripX: 0, stripY: 0, found };
  const contains = strip.box && containsPositioned(strip.box.style);
  const walked = contains ? container(strip, strip.box, place, search) : inside(strip, place, search);
  if (found.length === 0) return walked;
  const boxes = found.map((one) => placed(one, initial, 0, 0, search));
  return { ...walked, positioned: [...walked.positioned, ...boxes] };
}

const none: ReadonlySet<Box> = new Set();

/** The same for a part of a strip that is cut by itself: boxes of every page keep their marks. */
export function placeAbsolute(
  part: BoxFragment,
  initial: ContainingBlock,
  formatting: Formatting,
): BoxFragment {
  return placedStrip(part, initial, { formatting, fixed: undefined, placed: none, seen: new Map() });
}

/** Lays out a box that belongs to every page, in the area of one. */
export function layOutFixed(found: Found, area: ContainingBlock, formatting: Formatting): BoxFragment {
  return placed(found, area, 0, 0, { formatting, fixed: [], placed: none, seen: new Map() });
}

/** A found box laid out, with those inside it. */
function placed(
  found: Found,
  within: ContainingBlock,
  stripX: number,
  stripY: number,
  search: Search,
): BoxFragment {
  const fragment = layOutPositioned(found.box, within, found, search.formatting);
  return walk(fragment, { x: 0, y: 0, stripX, stripY, found: [] }, search);
}

/** A fragment at its place in its parent; `place` is the parent's. */
function walk(fragment: BoxFragment, place: Place, search: Search): BoxFragment {
  const known = search.seen.get(fragment);
  if (known) return known as BoxFragment;
  const own: Place = {
    x: place.x + fragment.x,
    y: place.y + fragment.y,
    stripX: place.stripX + fragment.x,
    stripY: place.stripY + fragment.y,
    found: place.found,
  };
  const walked =
    fragment.box && containsPositioned(fragment.box.style)
      ? container(fragment, fragment.box, own, search)
      : inside(fragment, own, search);
  search.seen.set(fragment, walked);
  return walked;
}

/** A fragment that is the containing block of what is found in it. */
function container(fragment: BoxFragment, box: Box, own: Place, search: Search): BoxFragment {
  const found: Found[] = [];
  const walked = inside(fragment, { ...own, x: 0, y: 0, found }, search);
  if (found.length === 0) return walked;
  const within = paddingBox(box, fragment);
  const boxes = found.map((one) => placed(one, within, own.stripX, own.stripY, search));
  return { ...walked, positioned: [...walked.positioned, ...boxes] };
}

function paddingBox(box: Box, { width, height }: BoxFragment): ContainingBlock {
  const { border } = edgesOf(box.style, width);
  return {
    x: border.left,
    y: border.top,
    width: width - border.left - border.right,
    height: height - border.top - border.bottom,
    direction: box.style.direction,
  };
}

/** The fragment without marks of positioned boxes, which are noted; the same object where there are none. */
function inside(fragment: BoxFragment, own: Place, search: Search): BoxFragment {
  let changed = false;
  const children: Fragment[] = [];
  const positioned: BoxFragment[] = [];
  for (const child of fragment.children) {
    if (child.kind === 'box' && child.beside === 'unplaced') {
      const leaves = noted(fragment, child, own, positioned, search);
      changed ||= leaves;
      if (!leaves) children.push(child);
      continue;
    }
    const walked = child.kind === 'line' ? inLine(child, own, search) : walk(child, own, search);
    changed ||= walked !== child;
    children.push(walked);
  }
  for (const child of fragment.positioned) {
    const walked = walk(child, own, search);
    changed ||= walked !== child;
    positioned.push(walked);
  }
  if (!changed) return fragment;
  const rows = (repeated: readonly BoxFragment[]): readonly BoxFragment[] =>
    repeated.map((row) => walk(row, own, search));
  const { header, footer } = fragment;
  return { ...fragment, children, positioned, header: rows(header), footer: rows(footer) };
}

/** Notes a marked box where it belongs, or places it in the inline box that contains it; false where the mark stays. */
function noted(
  parent: BoxFragment,
  mark: BoxFragment,
  own: Place,
  positioned: BoxFragment[],
  search: Search,
): boolean {
  const box = mark.box!;
  if (box.style.position === 'fixed') {
    search.fixed?.push({ box, x: own.stripX + mark.x, y: own.stripY + mark.y, hold: mark.hold });
    return search.fixed !== undefined;
  }
  const inline = parent.box?.kind === 'inline-root' ? inlineContainer(parent.box, box) : undefined;
  const within = inline && inlineRectangle(inline, parent);
  if (within) {
    const containing = { ...within, direction: inline.style.direction };
    positioned.push(placed({ box, x: mark.x, y: mark.y }, containing, own.stripX, own.stripY, search));
  } else own.found.push({ box, x: own.x + mark.x, y: own.y + mark.y, hold: mark.hold });
  return true;
}

function inLine(line: LineFragment, own: Place, search: Search): LineFragment {
  let changed = false;
  const [x, y] = [own.x + line.x, own.y + line.y];
  const place = { ...own, x, y, stripX: own.stripX + line.x, stripY: own.stripY + line.y };
  const parts = line.parts.map((part): LinePart => {
    if (part.kind !== 'atom' || part.fragment.kind === 'line') return part;
    const fragment = walk(part.fragment, place, search);
    changed ||= fragment !== part.fragment;
    return { ...part, fragment };
  });
  return changed ? { ...line, parts } : line;
}

/** The inline box that contains a positioned box met in a paragraph. */
function inlineContainer(root: InlineRootBox, box: Box): InlineContext | undefined {
  const anchor = root.content.find((content) => content.kind === 'anchor' && content.box === box);
  for (let c = anchor?.context; c?.isMoved; c = c.parent) {
    if (c.parent && containsPositioned(c.style)) return c;
  }
  return undefined;
}

/** From the start of an inline box on its first line to its end on the last, in the coordinates of its block. */
function inlineRectangle(context: InlineContext, block: BoxFragment): Rectangle | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of block.children) {
    if (line.kind !== 'line') continue;
    for (const part of line.parts) {
      if (!belongsTo(part.context, context)) continue;
      const area = partArea(part, line);
      left = Math.min(left, line.x + area.x);
      right = Math.max(right, line.x + area.x + area.width);
      top = Math.min(top, line.y + area.y);
      bottom = Math.max(bottom, line.y + area.y + area.height);
    }
  }
  return left === Infinity ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

function belongsTo(context: InlineContext, ancestor: InlineContext): boolean {
  for (let c: InlineContext | undefined = context; c; c = c.parent) if (c === ancestor) return true;
  return false;
}

/** What a part of a line takes up, from the line's top left corner. */
function partArea(part: LinePart, line: LineFragment): Rectangle {
  if (part.kind === 'atom') return part.fragment;
  if (part.kind === 'inline-box') return part;
  const { face, size, width } = part.run;
  const top = line.baseline - part.rise - face.ascent * size;
  return { x: part.x, y: top, width, height: (face.ascent + face.descent) * size };
}
