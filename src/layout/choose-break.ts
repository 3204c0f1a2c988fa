import type { Break } from '../style/computed-style.ts';
import { breakBetween, isForced } from './breaks.ts';
import { type BoxFragment, bottomOf } from './fragment.ts';

/** What is being filled: forced column breaks count only in columns. */
export type FragmentainerType = 'page' | 'column';

/** Where to cut: before child `index`, or inside it; `at` for parts that are cut by height alone. */
export interface Cut {
  readonly index: number;
  readonly inner: Cut | undefined;
  readonly at: number | undefined;
  readonly forced: Break;
}

/** A place to break. */
export interface Choice {
  readonly cut: Cut;
  /** 0 is free; higher ranks break more rules (css-break-3 §4.4). */
  readonly rank: number;
}

const ranks = { lines: 1, inside: 2, between: 4 } as const;

/** Room for rounding, pt. */
export const slack = 0.01;

/** The forced break that a cut takes. */
export function forcedOf(cut: Cut): Break {
  return cut.inner ? forcedOf(cut.inner) : cut.forced;
}

/** The last of the best places to break inside a fragment whose first `available` pt are to be filled; `inherited` is the rank of its ancestors. */
export function choose(
  fragment: BoxFragment,
  available: number,
  type: FragmentainerType,
  inherited: number,
): Choice | undefined {
  switch (fragment.cutting) {
    case 'flow':
    case 'rows':
      return chooseBetween(fragment, available - footerHeight(fragment), type, inherited);
    case 'parallel':
      return chooseAcross(fragment, available, inherited + ranks.inside);
    case 'columns':
      return chooseAcross(fragment, available, inherited);
    case 'none':
      return undefined;
  }
}

function chooseBetween(
  fragment: BoxFragment,
  available: number,
  type: FragmentainerType,
  inherited: number,
): Choice | undefined {
  const rank = inherited + (avoidsInside(fragment, type) ? ranks.inside : 0);
  let best: Choice | undefined;
  const consider = (choice: Choice): void => {
    if (!best || choice.rank <= best.rank) best = choice;
  };
  for (let index = 0; index < fragment.children.length; index++) {
    const child = fragment.children[index]!;
    if (index > 0 && !isAfterRepeated(fragment, index)) {
      const value = breakBetween(fragment.children[index - 1]!, child);
      const cut: Cut = {
        index,
        inner: undefined,
        at: undefined,
        forced: forces(value, type) ? value : 'auto',
      };
      if (cut.forced !== 'auto') return { cut, rank: 0 };
      consider({ cut, rank: rank + rankBetween(fragment, index, value, type) });
    }
    const inner = child.kind === 'box' ? choose(child, available - child.y, type, rank) : undefined;
    if (inner && isForced(forcedOf(inner.cut))) return within(index, inner);
    if (bottomOf(child) <= available + slack) continue;
    if (inner) consider(within(index, inner));
    break;
  }
  return best;
}

/** A page that held nothing but a repeated header would bring the content no further. */
function isAfterRepeated(fragment: BoxFragment, index: number): boolean {
  return fragment.cutting === 'rows' && !fragment.ends.top && index <= fragment.header.length;
}

function within(index: number, inner: Choice): Choice {
  return { cut: { index, inner: inner.cut, at: undefined, forced: 'auto' }, rank: inner.rank };
}

function chooseAcross(fragment: BoxFragment, available: number, rank: number): Choice | undefined {
  if (fragment.height <= available + slack) return undefined;
  if (available - fragment.before < leastUseful(fragment)) return undefined;
  return { cut: { index: 0, inner: undefined, at: available, forced: 'auto' }, rank };
}

/** Two lines: less is not worth starting a column or a row for. */
function leastUseful(fragment: BoxFragment): number {
  return (fragment.box?.style.fontSize ?? 12) * 2.4;
}

function forces(value: Break, type: FragmentainerType): boolean {
  return isForced(value) && (value !== 'column' || type === 'column');
}

function avoidsInside(fragment: BoxFragment, type: FragmentainerType): boolean {
  const value = fragment.box?.style.breakInside ?? 'auto';
  return value === 'avoid' || value === `avoid-${type}`;
}

function rankBetween(fragment: BoxFragment, index: number, value: Break, type: FragmentainerType): number {
  const avoided = value === 'avoid' || value === `avoid-${type}`;
  const header = fragment.cutting === 'rows' && index <= fragment.header.length && fragment.ends.top;
  return (avoided || header ? ranks.between : 0) + (breaksLines(fragment, index) ? ranks.lines : 0);
}

function breaksLines(fragment: BoxFragment, index: number): boolean {
  if (fragment.children[index]?.kind !== 'line' || !fragment.box) return false;
  const { orphans, widows } = fragment.box.style;
  return index < orphans || fragment.children.length - index < widows;
}

/** Where nothing may break: the first place that comes after what must overflow, so that there is progress. */
export function firstCut(fragment: BoxFragment, available: number): Cut | undefined {
  if (fragment.cutting === 'none') return undefined;
  if (fragment.cutting !== 'flow' && fragment.cutting !== 'rows') {
    return available > 0 && fragment.height > available
      ? { index: 0, inner: undefined, at: available, forced: 'auto' }
      : undefined;
  }
  const lead = fragment.cutting === 'rows' ? fragment.header.length : 0;
  const first = fragment.children[lead];
  const inner = first?.kind === 'box' ? firstCut(first, available - first.y) : undefined;
  if (inner) return { index: lead, inner, at: undefined, forced: 'auto' };
  return fragment.children.length > lead + 1
    ? { index: lead + 1, inner: undefined, at: undefined, forced: 'auto' }
    : undefined;
}

function footerHeight(fragment: BoxFragment): number {
  return fragment.footer.reduce((sum, row) => sum + row.height, 0);
}
