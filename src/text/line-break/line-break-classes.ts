import { type BreakContext, isEastAsian } from './line-break-context.ts';
import { classNumbers } from './line-break-numbers.ts';
import { tailoredClass } from './line-break-strictness.ts';

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

const { AL, CM, ZWJ, SA, SAM, QUI, QUF, OP, CL, NU, HL, BK, CR, LF, NL, SP, ZW } = classNumbers;

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
  units.classes[i] = mark ? AL : tailoredClass(raw, point, context);
  units.dictionary[i] = raw === SA && context.wordBreak !== 'break-all' ? 1 : 0;
}

function takesMarks(value: number): boolean {
  return value !== BK && value !== CR && value !== LF && value !== NL && value !== SP && value !== ZW;
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
