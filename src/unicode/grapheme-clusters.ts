import { decodeTable, lazily } from './code-point-map.ts';
import { graphemeBreakTable } from './tables/grapheme-break.ts';

/** Grapheme_Cluster_Break (UAX #29 table 2), with Extended_Pictographic and the parts of conjuncts. */
const n = {
  Other: 0,
  CR: 1,
  LF: 2,
  Control: 3,
  Extend: 4,
  ZWJ: 5,
  Regional_Indicator: 6,
  Prepend: 7,
  SpacingMark: 8,
  L: 9,
  V: 10,
  T: 11,
  LV: 12,
  LVT: 13,
  ExtPict: 14,
  Consonant: 15,
  Linker: 16,
  NonJoiner: 17,
} as const;

const lookup = lazily(() => decodeTable(graphemeBreakTable, (name) => n[name as keyof typeof n]));

/**
 * Where the extended grapheme clusters of a text end (UAX #29 §3, with GB9c of Unicode 15.1, which holds the conjuncts of
 * Indic scripts together), as UTF-16 offsets in order, the text's end included.
 */
export function* clusterEnds(text: string): Generator<number> {
  if (text === '') return;
  const classOf = lookup();
  const state: ClusterState = { flags: 0, pictograph: false, conjunct: 0 };
  let before = -1;
  for (let at = 0; at < text.length; ) {
    const point = text.codePointAt(at)!;
    const own = isSyllable(point) ? n.LVT : classOf(point);
    if (own === n.Other && before === n.Other) {
      yield at; // Most of most texts; the state is as it was.
    } else {
      if (before >= 0 && !holds(before, own, state)) yield at;
      follow(state, own);
      before = own;
    }
    at += point > 0xffff ? 2 : 1;
  }
  yield text.length;
}

/** What the rules ask of the characters before the last one. */
interface ClusterState {
  /** Regional indicators in a row. */
  flags: number;
  /** The last characters are an Extended_Pictographic and Extend, perhaps with a ZWJ at the end. */
  pictograph: boolean;
  /** The last characters are a consonant and its extenders: 1, or 2 with a linker among them. */
  conjunct: 0 | 1 | 2;
}

/** A Hangul syllable with a final consonant; the table has all as LV. */
function isSyllable(point: number): boolean {
  return point >= 0xac00 && point <= 0xd7a3 && (point - 0xac00) % 28 !== 0;
}

function isExtender(value: number): boolean {
  return value === n.Extend || value === n.ZWJ || value === n.Linker || value === n.NonJoiner;
}

/** GB3 to GB13 for the boundary between two characters. */
function holds(a: number, b: number, state: ClusterState): boolean {
  if (a === n.CR && b === n.LF) return true; // GB3
  if (isControl(a) || isControl(b)) return false; // GB4, GB5
  if (joinsHangul(a, b)) return true; // GB6, GB7, GB8
  if (isExtender(b) || b === n.SpacingMark || a === n.Prepend) return true; // GB9, GB9a, GB9b
  if (b === n.Consonant && state.conjunct === 2) return true; // GB9c
  if (b === n.ExtPict && a === n.ZWJ && state.pictograph) return true; // GB11
  return b === n.Regional_Indicator && state.flags % 2 === 1; // GB12, GB13
}

function isControl(value: number): boolean {
  return value === n.CR || value === n.LF || value === n.Control;
}

function joinsHangul(a: number, b: number): boolean {
  if (a === n.L) return b === n.L || b === n.V || b === n.LV || b === n.LVT;
  if (a === n.LV || a === n.V) return b === n.V || b === n.T;
  return (a === n.LVT || a === n.T) && b === n.T;
}

function follow(state: ClusterState, own: number): void {
  state.flags = own === n.Regional_Indicator ? state.flags + 1 : 0;
  state.pictograph = own === n.ExtPict || (state.pictograph && isExtender(own));
  if (own === n.Consonant) state.conjunct = 1;
  else if (own === n.Linker && state.conjunct > 0) state.conjunct = 2;
  else if (!isExtender(own) || own === n.NonJoiner) state.conjunct = 0;
}
