import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import { isVertical } from '../../style/flow.ts';
import type { Box } from '../box.ts';
import { type BoxFragment, bottomOf, type Fragment, type LineFragment, type LinePart } from '../fragment.ts';
import { cutsContent } from '../overflow.ts';
import { edgesOf } from '../sizing.ts';

/** How far a box may stand out before it is told: rounding, and side bearings of glyphs. Pt. */
const tolerance = 1;

/** The content box that children are held by; in the coordinates of the fragment, pt. */
interface Holder {
  readonly box: Box | undefined;
  readonly left: number;
  readonly right: number;
  /** Where the height of the box ends; undefined where it is as high as its content. */
  readonly bottom: number | undefined;
  /** Where to tell of what has no element of its own. */
  readonly span: Span;
}

/** What stands out most at each place: how far, and how that is said. */
export type OverflowCheck = Map<Span, { readonly over: number; readonly message: string }>;

/**
 * Boxes that are wider than the box that holds them, or than the page's area, and content that does not fit into a box
 * of fixed height: once for each rule that sets the size, or else for each element. What is positioned, or pulled out by
 * a negative margin, is meant so. `width` is that of the page's area; pt. What is found goes into `check`.
 */
export function checkOverflow(strip: BoxFragment, width: number, span: Span, check: OverflowCheck): void {
  const area = { box: undefined, left: -strip.x, right: width - strip.x, bottom: undefined, span };
  checkChild({ ...strip, x: 0, y: 0 }, area, check);
}

/** The findings, one a place. */
export function overflowDiagnostics(check: OverflowCheck): Diagnostic[] {
  return [...check].map(([place, { message }]) => diagnose('box-overflow', message, place, hint));
}

function checkChild(child: Fragment, holder: Holder, check: OverflowCheck): void {
  if (child.kind === 'line') {
    if (minds(holder)) checkLine(child, holder, check);
    return;
  }
  if (child.beside !== 'unplaced' && child.beside !== 'at-foot' && minds(holder))
    checkBox(child, holder, check);
  const inner = holderOf(child, holder);
  if (child.turned) checkTurned(child, child.turned, inner, check);
  for (const part of child.children) checkChild(part, inner, check);
  for (const part of child.positioned)
    for (const own of part.children) checkChild(own, holderOf(part, inner), check);
}

/** What is in an orthogonal flow, on its own lines: these follow each other across, up to the width that is set outside. */
function checkTurned(outer: BoxFragment, inner: BoxFragment, holder: Holder, check: OverflowCheck): void {
  const own = holderOf(inner, { ...holder, left: 0, right: inner.width });
  const isFixed = outer.box !== undefined && typeof outer.box.style.width !== 'string';
  const held = { ...own, bottom: isFixed ? inner.height - inner.after : undefined };
  for (const part of inner.children) checkChild(part, held, check);
}

/** The content box of a fragment; an anonymous one in a flex line or a row of columns is held by what is around it. */
function holderOf(fragment: BoxFragment, outer: Holder): Holder {
  const { box, x, y } = fragment;
  if (!box) {
    const bottom = outer.bottom === undefined ? undefined : outer.bottom - y;
    return { ...outer, left: outer.left - x, right: outer.right - x, bottom };
  }
  const edges = edgesOf(box.style, outer.right - outer.left);
  const isFixed = typeof box.style.height !== 'string' && fragment.ends.top && fragment.ends.bottom;
  return {
    box,
    left: edges.border.left + edges.padding.left,
    right: fragment.width - edges.border.right - edges.padding.right,
    bottom: isFixed && box.kind !== 'table' ? fragment.height - fragment.after : undefined,
    span: box.element ? box.span : outer.span,
  };
}

/** Rows and cells are placed by their table; what a box cuts off is told of where text is lost. */
function minds({ box }: Holder): boolean {
  return !box || !(box.kind === 'table' || box.style.display.startsWith('table-row') || cutsContent(box));
}

function checkBox(child: BoxFragment, holder: Holder, check: OverflowCheck): void {
  const { box } = child;
  if (!box) return;
  const { margin, origins } = box.style;
  const isPulled = (side: 'left' | 'right'): boolean => isNegative(margin[side]);
  const over = Math.max(
    isPulled('left') ? 0 : holder.left - child.x,
    isPulled('right') || isPulled('left') ? 0 : child.x + child.width - holder.right,
  );
  const span = origins.width ?? origins.minWidth ?? (box.element ? box.span : holder.span);
  tell(check, span, over, `a box is ${points(over)} ${wider(box)} than what holds it`);
  if (holder.bottom === undefined || isNegative(margin.top) || isNegative(margin.bottom)) return;
  tellBelow(check, holder, bottomOf(child) - holder.bottom);
}

function checkLine(line: LineFragment, holder: Holder, check: OverflowCheck): void {
  let [left, right] = [0, line.width];
  for (const part of line.parts) {
    if (part.kind === 'inline-box' || part.context.isMoved || isBullet(part)) continue;
    if (part.kind === 'text' && (part.run.hangs || part.run.text.trim() === '')) continue;
    const x = part.kind === 'atom' ? part.fragment.x : part.x;
    const width = part.kind === 'atom' ? part.fragment.width : part.run.width;
    left = Math.min(left, x);
    right = Math.max(right, x + width);
  }
  const over = Math.max(-left, right - line.width);
  if (!isIndented(holder)) {
    const message = `a line is ${points(over)} ${wider(holder.box)} than the box that holds it`;
    tell(check, holder.span, over, message);
  }
  if (holder.bottom !== undefined) tellBelow(check, holder, bottomOf(line) - holder.bottom);
}

/** What is free around the ink of a bullet stands out of its room. */
function isBullet({ context: { element } }: LinePart): boolean {
  return element?.pseudo === 'marker';
}

/** A hanging indent, or inline boxes moved by negative margins, let a line out on purpose. */
function isIndented({ box }: Holder): boolean {
  return box !== undefined && isNegative(box.style.textIndent);
}

function isNegative(length: { readonly pt: number; readonly percent: number } | 'auto'): boolean {
  return length !== 'auto' && (length.pt < 0 || length.percent < 0);
}

function tellBelow(check: OverflowCheck, holder: Holder, below: number): void {
  const span = holder.box?.style.origins.height ?? holder.span;
  const where = isTurned(holder.box) ? 'beyond' : 'below';
  tell(check, span, below, `content stands ${points(below)} ${where} the end of its box`);
}

/** Along vertical lines what is too wide is too high. */
function wider(box: Box | undefined): string {
  return isTurned(box) ? 'higher' : 'wider';
}

function isTurned(box: Box | undefined): boolean {
  return box !== undefined && isVertical(box.style.writingMode);
}

function tell(check: OverflowCheck, span: Span, over: number, message: string): void {
  if (over > Math.max(tolerance, check.get(span)?.over ?? 0)) check.set(span, { over, message });
}

const hint = 'Make it smaller, or give it more room';

function points(length: number): string {
  return `${Math.round(length * 10) / 10} pt`;
}
