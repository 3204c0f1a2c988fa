import type { ComputedStyle } from '../style/computed-style.ts';

/** Line breaking classes (UAX #14 table 1), with the classes that rules of later properties divide. */
export const classNumbers = {
  XX: 0,
  AI: 1,
  AL: 2,
  B2: 3,
  BA: 4,
  BB: 5,
  BK: 6,
  CB: 7,
  CJ: 8,
  CL: 9,
  CM: 10,
  CP: 11,
  CR: 12,
  EB: 13,
  EM: 14,
  EX: 15,
  GL: 16,
  H2: 17,
  H3: 18,
  HL: 19,
  HY: 20,
  ID: 21,
  IN: 22,
  IS: 23,
  JL: 24,
  JT: 25,
  JV: 26,
  LF: 27,
  NL: 28,
  NS: 29,
  NU: 30,
  OP: 31,
  PO: 32,
  PR: 33,
  QU: 34,
  RI: 35,
  SA: 36,
  SP: 37,
  SY: 38,
  WJ: 39,
  ZW: 40,
  ZWJ: 41,
  /** OP and CP of East Asian width, which LB30 leaves out. */
  OPW: 42,
  CPW: 43,
  /** An unassigned pictograph, which LB30b counts as a base. */
  IDP: 44,
  /** A mark among SA, which LB1 makes CM. */
  SAM: 45,
  /** Initial and final quotes (Pi and Pf), which LB15a and LB15b tell apart. */
  QUI: 46,
  QUF: 47,
} as const;

/** The language and the CSS that tailor line breaks. */
export interface BreakContext {
  /** BCP 47. */
  readonly language: string;
  readonly lineBreak: ComputedStyle['lineBreak'];
  readonly wordBreak: ComputedStyle['wordBreak'];
  /** No soft break between two characters that are both so marked. */
  readonly nowrap: boolean;
}

/**
 * A text as the rules see it: one unit a character with the marks that follow it (LB9), classes resolved (LB1).
 * The arrays are longer than `count`.
 */
export interface BreakUnits {
  readonly count: number;
  readonly classes: Uint8Array;
  /** UTF-16 offset where the unit starts. */
  readonly offsets: Uint32Array;
  /** Its base character. */
  readonly points: Uint32Array;
  /** 1 where the unit ends in U+200D. */
  readonly joins: Uint8Array;
  /** 1 where words are found by dictionary (Thai, Lao, Khmer, Myanmar …). */
  readonly dictionary: Uint8Array;
}

/** What to classify. */
export interface ClassRequest {
  readonly text: string;
  contextAt(offset: number): BreakContext;
  isTransparent?(offset: number): boolean;
}

const { XX, AI, AL, CM, ZWJ, SA, SAM, CJ, ID, IDP, NS, QUI, QUF, OP, CL, NU, HL, H2, H3, JL, JT, JV } =
  classNumbers;
const { BK, CR, LF, NL, SP, ZW } = classNumbers;

/** Chinese, Japanese and Korean have conventions of their own for quotes, dashes and small kana. */
export function isEastAsian(language: string): boolean {
  return /^(zh|ja|ko|yue|nan|wuu|hak|lzh|cmn)\b/i.test(language);
}

/** LB1, LB9 and LB10, and what CSS and the language change about classes. */
export function resolveClasses(request: ClassRequest, classOf: (codePoint: number) => number): BreakUnits {
  const { text } = request;
  const size = text.length;
  const units = {
    count: 0,
    classes: new Uint8Array(size),
    offsets: new Uint32Array(size),
    points: new Uint32Array(size),
    joins: new Uint8Array(size),
    dictionary: new Uint8Array(size),
  };
  for (let at = 0; at < size; ) {
    const point = text.codePointAt(at)!;
    const next = at + (point > 0xffff ? 2 : 1);
    if (!request.isTransparent?.(at)) append(units, at, point, classOf(point), request);
    at = next;
  }
  resolveQuotes(request, units);
  return units;
}

type Mutable = { -readonly [K in keyof BreakUnits]: BreakUnits[K] };

function append(units: Mutable, at: number, point: number, raw: number, request: ClassRequest): void {
  const last = units.count - 1;
  const mark = raw === CM || raw === SAM || raw === ZWJ;
  if (mark && last >= 0 && takesMarks(units.classes[last]!)) {
    units.joins[last] = raw === ZWJ ? 1 : 0;
    return;
  }
  const context = request.contextAt(at);
  const i = units.count++;
  units.offsets[i] = at;
  units.points[i] = point;
  units.joins[i] = raw === ZWJ ? 1 : 0;
  units.classes[i] = mark ? AL : tailored(resolved(raw, point, context), context);
  units.dictionary[i] = raw === SA && context.wordBreak === 'normal' ? 1 : 0;
}

function takesMarks(value: number): boolean {
  return value !== BK && value !== CR && value !== LF && value !== NL && value !== SP && value !== ZW;
}

/** LB1, with ambiguous characters wide in East Asian text. */
function resolved(raw: number, point: number, context: BreakContext): number {
  if (raw === XX || raw === SA) return AL;
  if (raw === AI) return isEastAsian(context.language) ? ID : AL;
  const free = context.lineBreak === 'normal' || context.lineBreak === 'loose';
  if (raw === CJ) return free ? ID : NS;
  // css-text-3 §5.3: loose text may start a line with an iteration mark.
  if (raw === NS && context.lineBreak === 'loose' && /[々〻ゝゞヽヾ]/.test(String.fromCodePoint(point)))
    return ID;
  return raw;
}

/** `word-break` (css-text-3 §5.2). */
function tailored(value: number, context: BreakContext): number {
  if (context.wordBreak === 'break-all' && (value === AL || value === HL || value === NU)) return ID;
  if (context.wordBreak !== 'keep-all') return value;
  const keeps: readonly number[] = [ID, IDP, H2, H3, JL, JT, JV, CJ];
  return keeps.includes(value) ? AL : value;
}

/**
 * In East Asian text curly quotes open and close like brackets (UAX #14 §6.1, LB19 tailored); elsewhere no line
 * breaks on either side of them. An apostrophe inside a Latin word stays one.
 */
function resolveQuotes(request: ClassRequest, units: Mutable): void {
  const letter = (i: number) => [AL, HL, NU].includes(units.classes[i] as 2) && i >= 0 && i < units.count;
  for (let i = 0; i < units.count; i++) {
    if (units.classes[i] !== QUI && units.classes[i] !== QUF) continue;
    const point = units.points[i]!;
    if (point < 0x2018 || point > 0x201d || !isEastAsian(request.contextAt(units.offsets[i]!).language))
      continue;
    if (point === 0x2019 && letter(i - 1) && letter(i + 1)) continue;
    if (point === 0x2018 || point === 0x201c) units.classes[i] = OP;
    if (point === 0x2019 || point === 0x201d) units.classes[i] = CL;
  }
}
