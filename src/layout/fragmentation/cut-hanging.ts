import { type BoxFragment, type Fragment, reachOf } from '../fragment.ts';
import { slack } from './choose-break.ts';
import { type Carried, type Rest, raised, whole } from './rest.ts';

/** Cuts a rest; the cutting stage supplies it. No head where nothing of it fits. */
export type CutPart = (
  rest: Rest,
  room: number,
) => { readonly head: BoxFragment | undefined; readonly rest: Rest | undefined };

/** What stays on a page, and what goes on to the next. */
export interface Kept {
  readonly children: readonly Fragment[];
  readonly carried: readonly Carried[];
}

/** Where a page ends for what stands beside the flow, and for cells that span rows, which end with a row; pt. */
export interface HangingLimits {
  readonly floats: number;
  readonly cells: number;
  /** Where the first of the rest starts, on this page and on the next: what is wholly below keeps its distance. */
  readonly from: number;
  readonly to: number;
}

/** Takes what hangs over the end of a page out of children that are placed: floats, and cells that span rows. */
export function keepAbove(children: readonly Fragment[], limits: HangingLimits, cut: CutPart): Kept {
  if (!children.some((child) => reachOf([child]) > limitOf(child, limits) + slack))
    return { children, carried: [] };
  const kept: Fragment[] = [];
  const carried: Carried[] = [];
  for (const child of children) {
    if (child.kind === 'line' || reachOf([child]) <= limitOf(child, limits) + slack) kept.push(child);
    else if (isHanging(child)) hang(child, limits, cut, kept, carried);
    else {
      const inner = keepAbove(child.children, movedBy(limits, child.y), cut);
      kept.push({ ...child, children: inner.children });
      carried.push(...inner.carried.map((part) => ({ ...part, x: part.x + child.x })));
    }
  }
  return { children: kept, carried };
}

function limitOf(child: Fragment, limits: HangingLimits): number {
  return child.kind === 'box' && child.spansRows ? limits.cells : limits.floats;
}

function isHanging(child: BoxFragment): boolean {
  return child.beside === 'float' || child.spansRows;
}

function movedBy(limits: HangingLimits, y: number): HangingLimits {
  return {
    ...limits,
    floats: limits.floats - y,
    cells: limits.cells - y,
    from: limits.from - y,
  };
}

function hang(
  child: BoxFragment,
  limits: HangingLimits,
  cut: CutPart,
  kept: Fragment[],
  carried: Carried[],
): void {
  const place = { x: child.x, y: limits.to + Math.max(0, child.y - limits.from) };
  const parts = cut(whole(raised({ ...child, y: 0 })), limitOf(child, limits) - child.y);
  // What has been put off and starts this page would not fit on the next one either.
  const stays = !parts.head && child.y <= slack && (child.box?.continued || child.box?.deferred);
  if (parts.head || stays) kept.push({ ...(parts.head ?? child), x: child.x, y: child.y });
  if (parts.rest && !stays)
    carried.push({ ...place, y: parts.rest.continued ? limits.to : place.y, rest: parts.rest });
}
