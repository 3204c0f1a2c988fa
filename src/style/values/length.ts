import type { LengthPercentage } from '../computed-style.ts';
import type { Reader } from '../syntax/reader.ts';
import { peek, takeFunction, tryRead } from '../syntax/reader.ts';
import { MATH_FUNCTIONS, parseMath } from './calc.ts';
import type { ComputeContext, Specified } from './context.ts';
import { held, lengthOf } from './units.ts';

/** What a numeric property allows: a literal out of range is an error, a calculated one is clamped (css-values-4 §10.5). */
export interface Range {
  readonly negative: boolean;
}

const ZERO: LengthPercentage = { pt: 0, percent: 0 };

/** A fixed length as the pair that layout reads. */
export function fixed(pt: number): LengthPercentage {
  return pt === 0 ? ZERO : { pt, percent: 0 };
}

/** Takes a length, a percentage or a math function of both. Pt. */
export function takeLengthPercentage(
  reader: Reader,
  range: Range = { negative: true },
): Specified<LengthPercentage> | undefined {
  const next = peek(reader);
  if (next?.type === 'percentage') {
    if (next.value < 0 && !range.negative) return undefined;
    reader.index++;
    const value = { pt: 0, percent: held(next.value) };
    return () => value;
  }
  const length = tryRead(reader, (r) => takeLength(r, range));
  if (length) return (context) => fixed(length(context));
  return tryRead(reader, (r) => takeMath(r, range, true));
}

/** Takes a length without percentages. Pt. */
export function takeLength(reader: Reader, range: Range = { negative: true }): Specified<number> | undefined {
  const next = peek(reader);
  if (next?.type === 'function') {
    const value = tryRead(reader, (r) => takeMath(r, range, false));
    return value && ((context) => value(context).pt);
  }
  const value = literalLength(reader);
  if (!value || (!range.negative && value.number < 0)) return undefined;
  reader.index++;
  return value.length;
}

function literalLength(reader: Reader): { number: number; length: Specified<number> } | undefined {
  const next = peek(reader);
  if (next?.type === 'number') return next.value === 0 ? { number: 0, length: () => 0 } : undefined;
  if (next?.type !== 'dimension') return undefined;
  const length = lengthOf(next.value, next.unit);
  return length && { number: next.value, length };
}

function takeMath(
  reader: Reader,
  range: Range,
  percentages: boolean,
): Specified<LengthPercentage> | undefined {
  const math = takeFunction(reader, MATH_FUNCTIONS);
  const node = math && parseMath(math);
  if (node?.kind !== 'length' || (node.hasPercent && !percentages)) return undefined;
  if (range.negative) return (context) => tidy(node.evaluate(context));
  return (context) => clampPositive(tidy(node.evaluate(context)));
}

/** A mixed value can only be clamped by layout, when it knows the base. */
function clampPositive(value: LengthPercentage): LengthPercentage {
  if (value.limits) return value;
  if (value.percent === 0) return fixed(Math.max(0, value.pt));
  return value.pt === 0 ? { pt: 0, percent: Math.max(0, value.percent) } : value;
}

/** NaN and infinities cannot be laid out, nor what is out of range. */
function tidy(value: LengthPercentage): LengthPercentage {
  const linear = Number.isFinite(value.pt) && Number.isFinite(value.percent);
  if (!linear || !(value.limits ?? []).every(({ of }) => of.every(isTidy))) return ZERO;
  return isTidy(value) ? value : { ...value, pt: held(value.pt), percent: held(value.percent) };
}

function isTidy(value: LengthPercentage): boolean {
  const linear = held(value.pt) === value.pt && held(value.percent) === value.percent;
  return linear && (value.limits ?? []).every(({ of }) => of.every(isTidy));
}

/** Takes a number or a math function that gives one. */
export function takeNumber(reader: Reader, range: Range = { negative: true }): number | undefined {
  const next = peek(reader);
  if (next?.type === 'number') {
    if (next.value < 0 && !range.negative) return undefined;
    reader.index++;
    return next.value;
  }
  return tryRead(reader, (r) => {
    const math = takeFunction(r, MATH_FUNCTIONS);
    const node = math && parseMath(math);
    if (node?.kind !== 'number') return undefined;
    const value = node.evaluate(undefined as unknown as ComputeContext).pt;
    if (!Number.isFinite(value)) return undefined;
    return range.negative ? value : Math.max(0, value);
  });
}

/** Takes an integer; a calculated one is rounded. */
export function takeInteger(reader: Reader, least = Number.NEGATIVE_INFINITY): number | undefined {
  const next = peek(reader);
  if (next?.type === 'number' && (!next.integer || next.value < least)) return undefined;
  const value = takeNumber(reader);
  return value === undefined ? undefined : Math.max(least, Math.round(value));
}

/** Takes a percentage as a number of percent. */
export function takePercentage(reader: Reader, range: Range = { negative: true }): number | undefined {
  const next = peek(reader);
  if (next?.type !== 'percentage' || (next.value < 0 && !range.negative)) return undefined;
  reader.index++;
  return held(next.value);
}
