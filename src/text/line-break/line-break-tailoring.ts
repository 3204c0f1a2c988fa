import { clusterEnds } from '../../unicode/grapheme-clusters.ts';
import type { BreakUnits, ClassRequest } from './line-break-classes.ts';
import { type BreakContext, isChineseOrJapanese } from './line-break-context.ts';
import { classNumbers } from './line-break-numbers.ts';
import { isKept } from './line-break-strictness.ts';
import { isUnit } from './measuring-units.ts';
import { segmentEnds } from './segment-text.ts';

const { NU, SP, IN, ID } = classNumbers;

/** What may not start a line in Chinese and Japanese, beyond what UAX #14 forbids: signs that connect (CLReq §3.1.3). */
const noStart = '—―～·‧';

/** Two of these are a dash of two ems, which may begin a line, and are not parted. */
const dash = '—―';

/** Hyphens that a line of loose text may begin with after an ideograph (css-text-3 §5.3). */
const looseHyphens = '‐–';

/** Counters that Chinese and Japanese dates, times and amounts end in. */
const counter = /[年月日號号時时點点分秒元人個个歲岁回円万萬億亿%]/u;

/** The languages whose dictionaries find words, by the first character of their script. */
const dictionaries: readonly (readonly [number, number, string])[] = [
  [0x0e00, 0x0e7f, 'th'],
  [0x0e80, 0x0eff, 'lo'],
  [0x1000, 0x109f, 'my'],
  [0x1780, 0x17ff, 'km'],
];

/** Changes the breaks that UAX #14 leaves to language and CSS (css-text-3 §5). */
export function tailorBreaks(
  request: ClassRequest,
  units: BreakUnits,
  breaks: Uint8Array,
  wordsOf: (language: string) => Intl.Segmenter,
): void {
  breakDictionaryWords(request.text, units, breaks, wordsOf);
  let clusters: Uint8Array | undefined;
  let after = request.contextAt(units.offsets[0]!);
  for (let i = 1; i < units.count; i++) {
    const before = after;
    after = request.contextAt(units.offsets[i]!);
    if (breaks[i] === 2) continue;
    if (before.nowrap && after.nowrap) breaks[i] = 0;
    else if (after.lineBreak === 'anywhere' && before.lineBreak === 'anywhere') {
      clusters ??= clusterStarts(request.text);
      breaks[i] = units.classes[i] !== SP && clusters[units.offsets[i]!] ? 1 : 0;
    } else if (breaks[i] === 1) {
      if (holds(request.text, units, i, after)) breaks[i] = 0;
    } else if (after.lineBreak === 'loose' && isLoose(units, i)) breaks[i] = 1;
  }
}

/** 1 where a grapheme cluster begins: `line-break: anywhere` parts all of them, and none of their characters. */
function clusterStarts(text: string): Uint8Array {
  const result = new Uint8Array(text.length + 1);
  for (const end of clusterEnds(text)) result[end] = 1;
  return result;
}

/** Whether a break that UAX #14 allows before unit `i` would part what belongs together. */
function holds(text: string, units: BreakUnits, i: number, context: BreakContext): boolean {
  const a = units.points[i - 1]!;
  const b = units.points[i]!;
  const afterDigit = (k: number) => k > 0 && units.classes[k - 1] === NU;
  // https://example.org: the address goes with its scheme.
  if (a === 0x2f && i > 1 && units.points[i - 2] === 0x2f) return true;
  // A range: 08:00–20:00.
  if (a === 0x2013 && units.classes[i] === NU && afterDigit(i - 1)) return true;
  if (units.classes[i - 1] === SP) {
    return a === 0x20 && afterDigit(i - 1) && isUnit(text, units.offsets[i]!);
  }
  if (context.wordBreak === 'keep-all' && keepsWhole(units, i)) return true;
  const next = String.fromCodePoint(b);
  if (dash.includes(next) && units.points[i + 1] === b) return false;
  if (!noStart.includes(next) && !(afterDigit(i) && counter.test(next))) return false;
  const byRules = context.lineBreak === 'normal' || context.lineBreak === 'loose';
  return !byRules && isChineseOrJapanese(context.language);
}

/** css-text-3 §5.2: no break between letters or numbers, but for those that a dictionary finds. */
function keepsWhole({ classes, dictionary }: BreakUnits, i: number): boolean {
  const found = dictionary[i - 1] === 1 && dictionary[i] === 1;
  return !found && isKept(classes[i - 1]!) && isKept(classes[i]!);
}

/** Whether loose text may be broken before unit `i` although UAX #14 forbids it (css-text-3 §5.3). */
function isLoose({ classes, points }: BreakUnits, i: number): boolean {
  if (classes[i] === IN) return classes[i - 1] === IN;
  return classes[i - 1] === ID && looseHyphens.includes(String.fromCodePoint(points[i]!));
}

/** Words of scripts without spaces; a repetition or abbreviation mark stays with its word. */
function breakDictionaryWords(
  text: string,
  units: BreakUnits,
  breaks: Uint8Array,
  wordsOf: (language: string) => Intl.Segmenter,
): void {
  const { count, offsets, points, dictionary } = units;
  for (let start = 0; start < count; start++) {
    if (!dictionary[start]) continue;
    let end = start + 1;
    while (end < count && dictionary[end]) end++;
    const from = offsets[start]!;
    const to = end < count ? offsets[end]! : text.length;
    const language = dictionaries.find(([low, high]) => points[start]! >= low && points[start]! <= high)?.[2];
    const starts = new Set<number>();
    for (const end of segmentEnds(text.slice(from, to), wordsOf(language ?? 'th'), 4)) starts.add(from + end);
    for (let i = start + 1; i < end; i++) {
      if (starts.has(offsets[i]!) && !/[\u0e2f\u0e46\u0eaf\u0ec6\u17d7]/.test(text[offsets[i]!]!))
        breaks[i] = 1;
    }
    start = end - 1;
  }
}
