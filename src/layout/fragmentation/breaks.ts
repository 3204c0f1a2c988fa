import type { Break } from '../../style/computed-style.ts';
import { type BoxFragment, type Cutting, type Fragment, isInFlow } from '../fragment.ts';

const forced = new Set<Break>(['page', 'column', 'left', 'right', 'recto', 'verso']);

/** True for a break that must be taken. */
export function isForced(value: Break): boolean {
  return forced.has(value);
}

/** Break values that meet at one place: a forced one wins, then any avoid (css-break-3 §3.1). The later forced wins. */
export function joinBreaks(a: Break, b: Break): Break {
  if (isForced(b)) return b;
  if (isForced(a)) return a;
  if (a !== 'auto') return a;
  return b;
}

/** The value between two siblings. */
export function breakBetween(above: Fragment, below: Fragment): Break {
  const after = above.kind === 'box' ? above.breakAfter : 'auto';
  const before = below.kind === 'box' ? below.breakBefore : 'auto';
  if (above.kind === 'box' && below.kind === 'box' && above.endPage !== below.startPage) {
    return joinBreaks('page', joinBreaks(after, before));
  }
  return joinBreaks(after, before);
}

/** Values that first and last children hand up to their container. */
export function propagatedBreaks(
  own: { readonly breakBefore: Break; readonly breakAfter: Break; readonly page: string },
  children: readonly Fragment[],
): Pick<BoxFragment, 'breakBefore' | 'breakAfter' | 'startPage' | 'endPage' | 'forces'> {
  const first = children.find(isInFlow);
  const last = children.findLast(isInFlow);
  const firstBox = first?.kind === 'box' ? first : undefined;
  const lastBox = last?.kind === 'box' ? last : undefined;
  return {
    breakBefore: firstBox ? joinBreaks(own.breakBefore, firstBox.breakBefore) : own.breakBefore,
    breakAfter: lastBox ? joinBreaks(lastBox.breakAfter, own.breakAfter) : own.breakAfter,
    startPage: firstBox?.startPage ?? own.page,
    endPage: lastBox?.endPage ?? own.page,
    forces: forcesInside(children),
  };
}

/** True where a break between the children of a fragment, or inside one of them, must be taken. */
export function forcesInside(children: readonly Fragment[], cutting: Cutting = 'flow'): boolean {
  if (cutting === 'parallel') return children.some((child) => child.kind === 'box' && child.forces);
  let above: BoxFragment | undefined;
  for (const child of children) {
    if (child.kind === 'line' || child.beside !== undefined) continue;
    if (child.forces || (above && isForced(breakBetween(above, child)))) return true;
    above = child;
  }
  return false;
}
