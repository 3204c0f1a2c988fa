import type { Leaf, LeafUnit, LeafWrapper } from '../../content/importing/leaves.ts';
import type { ReadMarks } from '../../docx/reading/model.ts';
import type { ImportToken } from './paragraph-text.ts';
import { hasSameMarks, plainMarks } from './write-tokens.ts';

/** What stood at one place of a paragraph and what stands there now; tokens of before from `from` up to `to`. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly come: readonly ImportToken[];
}

/** A paragraph as it was, with the units of its leaf that each token is made of. */
export interface PlacedTokens {
  readonly leaf: Leaf;
  readonly tokens: readonly ImportToken[];
  /** None for what the template adds. */
  readonly units: readonly (readonly LeafUnit[])[];
  /** Marks all of whose text goes. */
  readonly dead: ReadonlySet<LeafWrapper>;
}

/** Where new text goes, and the marks that are around it there. */
export interface InsertionPoint {
  readonly at: number;
  readonly base: ReadMarks;
}

/** The place of what comes in: that of what goes, or beside a neighbour that is marked as it is, or outside of all marks that end there. */
export function insertionPoint(hunk: Hunk, placed: PlacedTokens): InsertionPoint {
  const first = placed.units.slice(hunk.from, hunk.to).flat()[0];
  return first ? placeOfGone(first, placed) : placeBetween(hunk, placed);
}

function placeOfGone(first: LeafUnit, { tokens, units, dead }: PlacedTokens): InsertionPoint {
  const outer = first.wrappers.findIndex((wrapper) => dead.has(wrapper));
  if (outer >= 0)
    return { at: first.wrappers[outer]!.start, base: marksAround(first.wrappers.slice(0, outer)) };
  return { at: first.start, base: marksOf(tokens[units.findIndex((each) => each.includes(first))]!, first) };
}

function placeBetween({ from, to, come }: Hunk, { leaf, tokens, units }: PlacedTokens): InsertionPoint {
  const before = units.slice(0, from).findLastIndex((each) => each.length > 0);
  const behind = units.findIndex((each, i) => i >= to && each.length > 0);
  const [previous, next] = [units[before]?.at(-1), units[behind]?.[0]];
  const wanted = come.find(({ text, atom }) => !atom && text.trim() !== '') ?? come[0]!;
  if (previous && hasSameMarks(marksOf(tokens[before]!, previous), wanted)) {
    return { at: previous.end, base: marksOf(wanted, previous) };
  }
  if (next && hasSameMarks(marksOf(tokens[behind]!, next), wanted)) {
    return { at: next.start, base: marksOf(wanted, next) };
  }
  if (previous) {
    const shared = previous.wrappers.filter((wrapper) => next?.wrappers.includes(wrapper));
    const outer = previous.wrappers.find((wrapper) => !shared.includes(wrapper));
    return { at: outer ? outer.end : previous.end, base: marksAround(shared) };
  }
  return { at: next ? (next.wrappers[0]?.start ?? next.start) : leaf.start, base: plainMarks };
}

/** The marks of a token; of what stands in no wrapper there are none, whatever its style makes of it. */
function marksOf({ isStrong, isEmphasis, isCode, href }: ReadMarks, { wrappers }: LeafUnit): ReadMarks {
  return wrappers.length === 0 ? plainMarks : { isStrong, isEmphasis, isCode, href };
}

function marksAround(wrappers: readonly LeafWrapper[]): ReadMarks {
  return {
    isStrong: wrappers.some(({ isStrong }) => isStrong),
    isEmphasis: wrappers.some(({ isEmphasis }) => isEmphasis),
    isCode: wrappers.some(({ isCode }) => isCode),
    href: wrappers.findLast(({ href }) => href !== undefined)?.href,
  };
}
