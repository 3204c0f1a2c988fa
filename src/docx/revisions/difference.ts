/** One step from an old sequence to a new one; both are indices. */
export type Step =
  | { readonly kind: 'same'; readonly before: number; readonly after: number }
  | { readonly kind: 'deleted'; readonly before: number }
  | { readonly kind: 'inserted'; readonly after: number };

/**
 * The shortest way from one sequence of keys to another (Myers, “An O(ND) difference algorithm”, 1986), what goes before what
 * comes in. Undefined where it takes more than `most` steps.
 */
export function difference(
  before: readonly string[],
  after: readonly string[],
  most: number,
): readonly Step[] | undefined {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++;
  const middle = shortest(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
    most,
  );
  if (!middle) return undefined;
  const same = (count: number, a: number, b: number) =>
    Array.from({ length: count }, (_, i): Step => ({ kind: 'same', before: a + i, after: b + i }));
  return [
    ...same(head, 0, 0),
    ...deletionsFirst(middle.map((step) => shifted(step, head))),
    ...same(tail, before.length - tail, after.length - tail),
  ];
}

function shifted(step: Step, by: number): Step {
  switch (step.kind) {
    case 'same':
      return { ...step, before: step.before + by, after: step.after + by };
    case 'deleted':
      return { ...step, before: step.before + by };
    case 'inserted':
      return { ...step, after: step.after + by };
  }
}

/** The furthest that each diagonal is reached, kept for each number of steps, and the way back through them. */
function shortest(a: readonly string[], b: readonly string[], most: number): readonly Step[] | undefined {
  const trace: Int32Array[] = [];
  let furthest = new Int32Array(2).fill(0);
  for (let steps = 0; steps <= Math.min(most, a.length + b.length); steps++) {
    const next = new Int32Array(2 * steps + 1);
    for (let k = -steps; k <= steps; k += 2) {
      const x = steps === 0 ? 0 : startOf(k, steps, furthest);
      next[k + steps] = slide(a, b, x, x - k);
      if (next[k + steps]! >= a.length && next[k + steps]! - k >= b.length)
        return wayBack([...trace, next], a.length, b.length);
    }
    trace.push(next);
    furthest = next;
  }
  return undefined;
}

/** Where diagonal k is entered with so many steps: by an insertion from k + 1, or a deletion from k − 1. */
function startOf(k: number, steps: number, last: Int32Array): number {
  const at = (diagonal: number) => last[diagonal + steps - 1]!;
  return k === -steps || (k !== steps && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
}

function slide(a: readonly string[], b: readonly string[], from: number, fromB: number): number {
  let [x, y] = [from, fromB];
  while (x < a.length && y < b.length && a[x] === b[y]) {
    x++;
    y++;
  }
  return x;
}

function wayBack(trace: readonly Int32Array[], endA: number, endB: number): readonly Step[] {
  const back: Step[] = [];
  let [x, y] = [endA, endB];
  for (let steps = trace.length - 1; steps >= 0; steps--) {
    const start = steps === 0 ? 0 : startOf(x - y, steps, trace[steps - 1]!);
    const startY = start - (x - y);
    while (x > start && y > startY) back.push({ kind: 'same', before: --x, after: --y });
    if (steps === 0) break;
    const last = trace[steps - 1]!;
    const k = x - y;
    const isInsertion = k === -steps || (k !== steps && last[k + steps - 2]! < last[k + steps]!);
    back.push(isInsertion ? { kind: 'inserted', after: --y } : { kind: 'deleted', before: --x });
  }
  return back.reverse();
}

/** Within each stretch without anything the same. */
function deletionsFirst(steps: readonly Step[]): readonly Step[] {
  const result: Step[] = [];
  let waiting: Step[] = [];
  for (const step of steps) {
    if (step.kind === 'inserted') waiting.push(step);
    else {
      if (step.kind === 'same') {
        result.push(...waiting);
        waiting = [];
      }
      result.push(step);
    }
  }
  return [...result, ...waiting];
}
