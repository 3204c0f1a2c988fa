import type { LeftOut } from './model.ts';

/** Counts what is not read. */
export interface LeavingOut {
  count(what: LeftOut['what']): void;
  /** Each kind once, in order of appearance. */
  all(): readonly LeftOut[];
}

/** Nothing left out yet. */
export function createLeavingOut(): LeavingOut {
  const counts = new Map<LeftOut['what'], number>();
  return {
    count: (what) => void counts.set(what, (counts.get(what) ?? 0) + 1),
    all: () => [...counts].map(([what, count]) => ({ what, count })),
  };
}
