import { bracketOf, bidiClass as n } from './bidi-class.ts';
import type { IsolatingRun } from './isolating-runs.ts';

/** How many brackets may be open at once (BD16). */
const maxOpen = 63;

/** The direction that a class stands for among neutrals, numbers being right-to-left; undefined for neutrals. */
function directionOf(value: number): number | undefined {
  if (value === n.L) return n.L;
  return value === n.R || value === n.EN || value === n.AN ? n.R : undefined;
}

/** N0: both brackets of a pair take one direction. `original` are the classes before rule W1, for marks on brackets. */
export function resolveBrackets(
  text: string,
  classes: Uint8Array,
  original: Uint8Array,
  run: IsolatingRun,
): void {
  const { offsets } = run;
  const own = run.level % 2;
  for (const [open, close] of bracketPairs(text, classes, offsets)) {
    const inside = strongInside(classes, offsets, open, close, own);
    if (inside === undefined) continue;
    const direction = inside !== own && strongBefore(classes, run, open) === inside ? inside : own;
    for (const i of [open, close]) {
      classes[offsets[i]!] = direction;
      for (let k = i + 1; k < offsets.length && original[offsets[k]!] === n.NSM; k++)
        classes[offsets[k]!] = direction;
    }
  }
}

/** The pairs of brackets, as indexes into the offsets, in the order of the opening ones (BD16). */
function bracketPairs(
  text: string,
  classes: Uint8Array,
  offsets: readonly number[],
): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  const open: { readonly pair: number; readonly index: number }[] = [];
  for (let i = 0; i < offsets.length; i++) {
    const at = offsets[i]!;
    const bracket = classes[at] === n.ON ? bracketOf(text.charCodeAt(at)) : undefined;
    if (bracket?.opens) {
      if (open.length === maxOpen) break;
      open.push({ pair: bracket.pair, index: i });
    } else if (bracket) {
      const found = open.findLastIndex(({ pair }) => pair === bracket.pair);
      if (found < 0) continue;
      pairs.push([open[found]!.index, i]);
      open.length = found;
    }
  }
  return pairs.sort(([a], [b]) => a - b);
}

/** The run's own direction where that is met between the brackets, else the other one if that is. */
function strongInside(
  classes: Uint8Array,
  offsets: readonly number[],
  open: number,
  close: number,
  own: number,
): number | undefined {
  let found: number | undefined;
  for (let i = open + 1; i < close; i++) {
    const direction = directionOf(classes[offsets[i]!]!);
    if (direction === own) return own;
    found ??= direction;
  }
  return found;
}

function strongBefore(classes: Uint8Array, { offsets, before }: IsolatingRun, open: number): number {
  for (let i = open - 1; i >= 0; i--) {
    const direction = directionOf(classes[offsets[i]!]!);
    if (direction !== undefined) return direction;
  }
  return before;
}

/** N1 and N2: neutrals between two of one direction take it, others the direction of the embedding. */
export function resolveNeutrals(classes: Uint8Array, run: IsolatingRun): void {
  const { offsets } = run;
  let previous = run.before;
  for (let i = 0; i < offsets.length; ) {
    const direction = directionOf(classes[offsets[i]!]!);
    if (direction !== undefined) {
      previous = direction;
      i++;
      continue;
    }
    let end = i + 1;
    let next: number | undefined;
    for (; end < offsets.length; end++) {
      next = directionOf(classes[offsets[end]!]!);
      if (next !== undefined) break;
    }
    const taken = (next ?? run.after) === previous ? previous : run.level % 2;
    for (; i < end; i++) classes[offsets[i]!] = taken;
  }
}
