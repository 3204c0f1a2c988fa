import { bidiClass as n, startsEmbedding, startsIsolate } from './bidi-class.ts';

/** max_depth (UAX #9 BD2). */
const maxDepth = 125;

/** An entry of the directional status stack (X1). */
interface Status {
  readonly level: number;
  /** The class that everything takes under an override. */
  readonly override: number | undefined;
  readonly isolate: boolean;
}

/** The least odd level above another, or the least even one. */
function nextLevel(level: number, odd: boolean): number {
  return odd ? (level + 1) | 1 : (level + 2) & ~1;
}

/** In the list of matches: an isolate initiator that no PDI matches. */
export const unmatched = -2;

/** The matching PDI of each isolate initiator, by offset from the start (BD9); `unmatched` without, -1 for all others. */
export function matchIsolates(classes: Uint8Array, start: number, end: number): Int32Array {
  const matches = new Int32Array(end - start).fill(-1);
  const open: number[] = [];
  for (let at = start; at < end; at++) {
    if (startsIsolate(classes[at]!)) {
      matches[at - start] = unmatched;
      open.push(at);
    } else if (classes[at] === n.PDI && open.length > 0) matches[open.pop()! - start] = at;
  }
  return matches;
}

/** The level that the first strong character of a stretch gives (P2, P3), those in isolates left out; `none` without. */
export function firstStrongLevel(classes: Uint8Array, start: number, end: number, none: number): number {
  let depth = 0;
  for (let at = start; at < end; at++) {
    const own = classes[at]!;
    if (startsIsolate(own)) depth++;
    else if (own === n.PDI) {
      if (depth > 0) depth--;
    } else if (depth === 0) {
      if (own === n.L) return 0;
      if (own === n.R || own === n.AL) return 1;
    }
  }
  return none;
}

/**
 * Rules X1 to X8 for one paragraph: writes the level that explicit controls give each character, and the class that an
 * override gives it.
 */
export function explicitLevels(
  classes: Uint8Array,
  levels: Uint8Array,
  start: number,
  end: number,
  base: number,
  matches: Int32Array,
): void {
  const stack: Status[] = [{ level: base, override: undefined, isolate: false }];
  let overflowIsolates = 0;
  let overflowEmbeddings = 0;
  let validIsolates = 0;
  const push = (odd: boolean, override: number | undefined, isolate: boolean): void => {
    const level = nextLevel(stack.at(-1)!.level, odd);
    if (level <= maxDepth && overflowIsolates === 0 && overflowEmbeddings === 0) {
      if (isolate) validIsolates++;
      stack.push({ level, override, isolate });
    } else if (isolate) overflowIsolates++;
    else if (overflowIsolates === 0) overflowEmbeddings++;
  };
  const popIsolate = (): void => {
    if (overflowIsolates > 0) overflowIsolates--;
    else if (validIsolates > 0) {
      overflowEmbeddings = 0;
      while (!stack.at(-1)!.isolate) stack.pop();
      stack.pop();
      validIsolates--;
    }
  };
  const popEmbedding = (): void => {
    if (overflowIsolates > 0) return;
    if (overflowEmbeddings > 0) overflowEmbeddings--;
    else if (!stack.at(-1)!.isolate && stack.length > 1) stack.pop();
  };
  for (let at = start; at < end; at++) {
    const own = classes[at]!;
    if (own === n.PDI)
      popIsolate(); // X6a
    else if (own === n.PDF) popEmbedding(); // X7
    const { level, override } = stack.at(-1)!;
    levels[at] = own === n.B ? base : level; // X8
    if (startsEmbedding(own)) {
      const odd = own === n.RLE || own === n.RLO; // X2 to X5
      push(odd, own === n.RLO ? n.R : own === n.LRO ? n.L : undefined, false);
      continue;
    }
    if (override !== undefined && own !== n.BN && own !== n.B && own !== n.PDF) classes[at] = override; // X6
    if (!startsIsolate(own)) continue;
    const match = matches[at - start]!;
    const odd =
      own === n.RLI || (own === n.FSI && firstStrongLevel(classes, at + 1, match < 0 ? end : match, 0) === 1);
    push(odd, undefined, true); // X5a to X5c
  }
}
