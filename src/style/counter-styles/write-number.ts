import type { CjkStyle, CounterSystem, WeightedSymbol } from './counter-style.ts';

/** A written number longer than this is an attack or a mistake; UTF-16 code units (css-counter-styles-3 §2 allows 60). */
const LONGEST = 200;

/** Whether a number below zero is written as its size with a sign around it (css-counter-styles-3 §3.2). */
export function usesSign(system: CounterSystem): boolean {
  return system.kind !== 'cyclic' && system.kind !== 'fixed';
}

/** The numbers a system can write when no range is given (css-counter-styles-3 §3.5). */
export function autoRange(system: CounterSystem): readonly [number, number] {
  switch (system.kind) {
    case 'alphabetic':
    case 'symbolic':
    case 'ethiopic':
      return [1, Infinity];
    case 'additive':
      return [0, Infinity];
    default:
      return [-Infinity, Infinity];
  }
}

/**
 * The symbols of a number, without sign and padding; undefined where the system has none for it. Systems with a sign
 * are given no number below zero.
 */
export function writeNumber(value: number, system: CounterSystem): string | undefined {
  switch (system.kind) {
    case 'cyclic':
      return system.symbols[modulo(value - 1, system.symbols.length)];
    case 'fixed':
      return system.symbols[value - system.first];
    case 'numeric':
      return numericNumber(value, system.symbols);
    case 'alphabetic':
      return alphabeticNumber(value, system.symbols);
    case 'symbolic':
      return symbolicNumber(value, system.symbols);
    case 'additive':
      return additiveNumber(value, system.symbols);
    case 'cjk':
      return cjkNumber(value, system.style);
    case 'ethiopic':
      return ethiopicNumber(value);
  }
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

function numericNumber(value: number, symbols: readonly string[]): string {
  let text = symbols[value % symbols.length]!;
  for (let rest = Math.floor(value / symbols.length); rest > 0; rest = Math.floor(rest / symbols.length)) {
    text = symbols[rest % symbols.length] + text;
  }
  return text;
}

/** Bijective: there is no letter for 0 (css-counter-styles-3 §3.1.5). */
function alphabeticNumber(value: number, symbols: readonly string[]): string | undefined {
  if (value < 1) return undefined;
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / symbols.length)) {
    text = symbols[(rest - 1) % symbols.length] + text;
  }
  return text;
}

function symbolicNumber(value: number, symbols: readonly string[]): string | undefined {
  if (value < 1) return undefined;
  return repeated(symbols[(value - 1) % symbols.length]!, Math.ceil(value / symbols.length));
}

function repeated(symbol: string, times: number): string | undefined {
  return times * symbol.length > LONGEST ? undefined : symbol.repeat(times);
}

function additiveNumber(value: number, symbols: readonly WeightedSymbol[]): string | undefined {
  if (value === 0) return symbols.find(([weight]) => weight === 0)?.[1];
  let text = '';
  let rest = value;
  for (const [weight, symbol] of symbols) {
    if (weight === 0 || weight > rest) continue;
    const part = repeated(symbol, Math.floor(rest / weight));
    if (part === undefined) return undefined;
    text += part;
    rest %= weight;
  }
  return rest === 0 ? text : undefined;
}

/** css-counter-styles-3 §7.1, extended by the myriad. */
function cjkNumber(value: number, style: CjkStyle): string {
  if (value === 0) return [...style.digits][0]!;
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  if (high === 0) return cjkGroup(low, style, true);
  const head = cjkGroup(high, style, true) + style.myriad;
  if (low === 0) return head;
  const gap = style.zeros && low < 1000 ? [...style.digits][0] : '';
  return head + style.groupSpace + gap + cjkGroup(low, style, false);
}

/** One group of four digits; `first` when nothing stands before it. */
function cjkGroup(value: number, style: CjkStyle, first: boolean): string {
  const digits = [...style.digits];
  const units = ['', ...style.units];
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    if (gap && style.zeros) text += digits[0];
    gap = false;
    text += (dropsOne(digit, place, value, style, first) ? '' : digits[digit]) + units[place]!;
  }
  return text;
}

function dropsOne(digit: number, place: number, value: number, style: CjkStyle, first: boolean): boolean {
  if (digit !== 1 || place === 0) return false;
  if (style.dropOne === 'units') return true;
  return style.dropOne === 'tens' && place === 1 && value < 20 && first;
}

/** Pairs of digits, each with a sign for its hundred or its myriad (css-counter-styles-3 §7.2). */
function ethiopicNumber(value: number): string {
  if (value === 1) return '፩';
  let text = '';
  for (let index = 0, rest = value; rest > 0; index++, rest = Math.floor(rest / 100)) {
    const group = rest % 100;
    const silent = group === 0 || (group === 1 && (rest < 100 || index % 2 === 1));
    const sign = index % 2 === 1 ? (group === 0 ? '' : '፻') : index > 0 ? '፼' : '';
    text = (silent ? '' : ethiopicPair(group)) + sign + text;
  }
  return text;
}

function ethiopicPair(group: number): string {
  const letter = (first: number, digit: number) =>
    digit === 0 ? '' : String.fromCodePoint(first + digit - 1);
  return letter(0x1372, Math.floor(group / 10)) + letter(0x1369, group % 10);
}
