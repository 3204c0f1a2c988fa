import type { FlexItem } from './flex-item.ts';

/** The items of one flex line. */
export interface Line {
  readonly items: FlexItem[];
}

/** Collects items into lines (css-flexbox-1 §9.3); `available` is undefined for an indefinite main size. */
export function flexLines(
  items: readonly FlexItem[],
  available: number | undefined,
  gap: number,
  wrap: boolean,
): Line[] {
  if (!wrap || available === undefined) return items.length ? [{ items: [...items] }] : [];
  const lines: Line[] = [];
  let current: FlexItem[] = [];
  let used = 0;
  for (const item of items) {
    const outer = item.hypothetical + item.margins;
    if (current.length && used + gap + outer > available + 0.001) {
      lines.push({ items: current });
      current = [];
    }
    used = current.length ? used + gap + outer : outer;
    current.push(item);
  }
  if (current.length) lines.push({ items: current });
  return lines;
}

/** Resolves flexible lengths (css-flexbox-1 §9.7), writing each item's `size`. */
export function resolveMainSizes(line: Line, available: number | undefined, gap: number): void {
  for (const item of line.items) item.size = item.hypothetical;
  if (available === undefined) return;
  const space =
    available - gap * (line.items.length - 1) - line.items.reduce((sum, item) => sum + item.margins, 0);
  const growing = line.items.reduce((sum, item) => sum + item.hypothetical, 0) < space;
  const frozen = new Set<FlexItem>();
  for (const item of line.items) {
    const factor = growing ? item.grow : item.shrink;
    const inflexible =
      factor === 0 || (growing ? item.base > item.hypothetical : item.base < item.hypothetical);
    if (inflexible) frozen.add(item);
  }
  while (frozen.size < line.items.length) freezeRound(line, space, growing, frozen);
}

function freezeRound(line: Line, space: number, growing: boolean, frozen: Set<FlexItem>): void {
  const open = line.items.filter((item) => !frozen.has(item));
  const free = line.items.reduce((left, item) => left - (frozen.has(item) ? item.size : item.base), space);
  const factors = open.reduce((sum, item) => sum + (growing ? item.grow : item.shrink), 0);
  const weights = open.map((item) => (growing ? item.grow : item.shrink * (item.base - item.extra)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shared = factors < 1 ? free * factors : free;
  let violation = 0;
  const wanted = open.map((item, i) => {
    const raw = item.base + (total > 0 ? (shared * weights[i]!) / total : 0);
    item.size = item.clamp(raw);
    violation += item.size - raw;
    return raw;
  });
  open.forEach((item, i) => {
    const difference = item.size - wanted[i]!;
    const stuck = violation === 0 || (violation > 0 ? difference > 0 : difference < 0);
    if (Math.abs(violation) < 1e-9 || stuck) frozen.add(item);
  });
}
