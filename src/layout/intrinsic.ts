import type { ShapedParagraph } from '../text/paragraph.ts';
import type { Box, FlexBox, InlineRootBox, ReplacedBox, TableBox } from './box.ts';
import { isFloat, isFormattingRoot, isPositioned } from './boxes/out-of-flow.ts';
import type { Formatting, Intrinsic } from './formatting.ts';
import { emptyFragment } from './fragment.ts';
import { atomLayout } from './lines/atom-layout.ts';
import type { Atom, AtomLayout } from './lines/shape-inline.ts';
import { shapeInline } from './lines/shape-inline.ts';
import { replacedSize } from './replaced.ts';
import { clampWidth, definiteWidth, edgesOf, resolve } from './sizing.ts';
import { gridLimits } from './table/table-columns.ts';
import { turnedLimits } from './vertical/turned-box.ts';

/** Min-content and max-content widths of a border box (css-sizing-3 §4); percentages count as nothing. */
export function intrinsicWidth(box: Box, formatting: Formatting): Intrinsic {
  const edges = edgesOf(box.style, 0);
  const definite = percentFree(box) ? definiteWidth(box.style, 0, edges.horizontal) : undefined;
  const content = definite !== undefined ? { min: definite, max: definite } : contentLimits(box, formatting);
  const clamp = (width: number): number =>
    (hasPercentLimits(box) ? width : clampWidth(width, box.style, 0, edges.horizontal)) + edges.horizontal;
  return { min: clamp(content.min), max: clamp(content.max) };
}

function percentFree(box: Box): boolean {
  return typeof box.style.width === 'string' || box.style.width.percent === 0;
}

function hasPercentLimits(box: Box): boolean {
  const { minWidth, maxWidth } = box.style;
  return [minWidth, maxWidth].some((limit) => typeof limit !== 'string' && limit.percent !== 0);
}

function contentLimits(box: Box, formatting: Formatting): Intrinsic {
  switch (box.kind) {
    case 'inline-root':
      return inlineLimits(box, formatting);
    case 'block':
      return columnsOf(box, widest(box.children, formatting));
    case 'flex':
      return flexLimits(box, formatting);
    case 'table':
      return tableLimits(box, formatting);
    case 'replaced':
      return replacedLimits(box);
    case 'turned':
      return turnedLimits(box, formatting);
  }
}

function inlineLimits(box: InlineRootBox, formatting: Formatting): Intrinsic {
  const indent = box.style.textIndent.hanging ? 0 : Math.max(0, box.style.textIndent.pt);
  const { min, max } = box.content.some((part) => part.kind === 'atom')
    ? atomicLimits(box, formatting)
    : textLimits(box, formatting);
  let [least, most] = [min, max + indent];
  for (const content of box.content) {
    if (content.kind !== 'anchor' || !isFloat(content.box.style)) continue;
    const limits = outer(content.box, formatting);
    least = Math.max(least, limits.min);
    most += limits.max;
  }
  return { min: least, max: most };
}

function textLimits(box: InlineRootBox, formatting: Formatting): Intrinsic {
  const atoms = atomLayout(formatting, 'auto');
  const { paragraph } = shapeInline(box, Number.POSITIVE_INFINITY, atoms, formatting.context);
  return { min: paragraph.minContent, max: paragraph.maxContent };
}

/** Atoms are as wide as they must be for the one limit, and as wide as they like for the other. */
function atomicLimits(box: InlineRootBox, formatting: Formatting): Intrinsic {
  const shaped = (pick: keyof Intrinsic): ShapedParagraph => {
    const atoms: AtomLayout = { layOut: (atom) => limitAtom(atom, pick, formatting) };
    box.shaped.width = Number.NaN;
    return shapeInline(box, Number.POSITIVE_INFINITY, atoms, formatting.context).paragraph;
  };
  const limits = { min: shaped('min').minContent, max: shaped('max').maxContent };
  box.shaped.width = Number.NaN;
  return limits;
}

/** An atom of no height, as wide as one of its limits. */
function limitAtom(box: Box, pick: keyof Intrinsic, formatting: Formatting): Atom {
  const width = outer(box, formatting)[pick];
  return { fragment: emptyFragment(box, 'auto'), width, height: 0, margin: { top: 0, left: 0 } };
}

/** The widest of block-level boxes; floats that follow each other stand side by side, and beside a formatting root. */
function widest(boxes: readonly Box[], formatting: Formatting): Intrinsic {
  let min = 0;
  let max = 0;
  let floats = { left: 0, right: 0 };
  for (const box of boxes) {
    if (isPositioned(box.style)) continue;
    const limits = outer(box, formatting);
    const { clear } = box.style;
    if (clear === 'left' || clear === 'both') floats = { ...floats, left: 0 };
    if (clear === 'right' || clear === 'both') floats = { ...floats, right: 0 };
    min = Math.max(min, limits.min);
    if (isFloat(box.style)) {
      const side = box.style.float === 'right' ? 'right' : 'left';
      floats = { ...floats, [side]: floats[side] + limits.max };
      max = Math.max(max, floats.left + floats.right);
      continue;
    }
    max = Math.max(max, limits.max + (isFormattingRoot(box) ? floats.left + floats.right : 0));
    floats = { left: 0, right: 0 };
  }
  return { min, max };
}

function outer(box: Box, formatting: Formatting): Intrinsic {
  const { margin } = edgesOf(box.style, 0);
  const limits = formatting.intrinsic(box);
  return { min: limits.min + margin.left + margin.right, max: limits.max + margin.left + margin.right };
}

function columnsOf(box: Box, limits: Intrinsic): Intrinsic {
  const count = box.style.columnCount;
  if (count === 'auto' || count === 1) return limits;
  const gap = box.style.columnGap === 'normal' ? box.style.fontSize : box.style.columnGap.pt;
  return { min: limits.min, max: limits.max * count + gap * (count - 1) };
}

/** What a flex container's items ask for (css-flexbox-1 §9.9.1); a column's as if on one line. */
function flexLimits(box: FlexBox, formatting: Formatting): Intrinsic {
  if (box.style.flexDirection.startsWith('column')) return widest(box.children, formatting);
  const gap = box.style.columnGap === 'normal' ? 0 : resolve(box.style.columnGap, 0);
  const children = box.children.filter((child) => !isPositioned(child.style));
  const gaps = gap * Math.max(0, children.length - 1);
  const items = children.map((child) => flexItemLimits(child, formatting));
  const sum = (pick: (limits: Intrinsic) => number): number =>
    items.reduce((total, limits) => total + pick(limits), gaps);
  const min =
    box.style.flexWrap === 'nowrap' ? sum((l) => l.min) : items.reduce((m, l) => Math.max(m, l.min), 0);
  return { min, max: sum((l) => l.max) };
}

/** An item's part, held by its flex base size where it cannot grow beyond or shrink below that. */
function flexItemLimits(box: Box, formatting: Formatting): Intrinsic {
  const limits = outer(box, formatting);
  const { flexBasis, flexGrow, flexShrink, boxSizing, minWidth } = box.style;
  if (typeof flexBasis === 'string' || flexBasis.percent !== 0) return limits;
  const { margin, horizontal } = edgesOf(box.style, 0);
  const size = boxSizing === 'border-box' ? Math.max(flexBasis.pt, horizontal) : flexBasis.pt + horizontal;
  const base = size + margin.left + margin.right;
  const least = minWidth === 'auto' ? limits.min : 0;
  const held = (width: number): number => {
    const above = flexGrow > 0 ? width : Math.min(width, base);
    return Math.max(flexShrink > 0 ? above : Math.max(above, base), least);
  };
  return { min: held(limits.min), max: held(limits.max) };
}

function tableLimits(box: TableBox, formatting: Formatting): Intrinsic {
  const grid = gridLimits(box, formatting);
  const captions = box.captions.reduce((most, caption) => Math.max(most, outer(caption, formatting).min), 0);
  const least = captions - edgesOf(box.style, 0).horizontal;
  return { min: Math.max(grid.min, least), max: Math.max(grid.max, least) };
}

/** Percentages make a replaced box compressible: it may come down to nothing (css-sizing-3 §5.2.2). */
function replacedLimits(box: ReplacedBox): Intrinsic {
  const { width, minWidth, maxWidth } = box.style;
  const isPercent = (size: typeof width | typeof maxWidth): boolean =>
    typeof size !== 'string' && size.percent !== 0;
  const style = {
    ...box.style,
    width: isPercent(width) ? 'auto' : width,
    minWidth: isPercent(minWidth) ? 'auto' : minWidth,
    maxWidth: isPercent(maxWidth) ? 'none' : maxWidth,
  } as const;
  const size = replacedSize({ ...box, style }, edgesOf(style, 0), 0, undefined).width;
  return { min: isPercent(width) || isPercent(maxWidth) ? 0 : size, max: size };
}
