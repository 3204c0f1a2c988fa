import type { CjkStyle, CounterStyle, CounterSystem } from './counter-style-data.ts';
import { COUNTER_STYLES } from './counter-style-data.ts';

/** The predefined counter styles that are known (css-counter-styles-3 §6 and §7), less `none`. */
export const PREDEFINED_COUNTER_STYLES: readonly string[] = Object.keys(COUNTER_STYLES);

/** Past this a repeating or written-out number would be absurd; decimal serves. */
const LARGEST = 1_000_000;

/**
 * A counter's value in a counter style: `decimal`, `upper-roman`, `trad-chinese-informal` … A value that the style
 * cannot write, and an unknown style, come out in decimal, as css-counter-styles-3 §2 falls back. A quoted string
 * is itself; `none` is empty. Neither prefix nor suffix is added.
 */
export function formatCounter(value: number, style: string): string {
  const text = quotedText(style);
  if (text !== undefined) return text;
  if (style === 'none') return '';
  const found = styleOf(style);
  return (found && Math.abs(value) < LARGEST && writeNumber(value, found)) || String(value);
}

/** What follows a list item's number in its marker: `. `, or `、` in Chinese; a space after a bullet. */
export function markerSuffix(style: string): string {
  if (quotedText(style) !== undefined || style === 'none') return '';
  return styleOf(style)?.suffix ?? '. ';
}

function styleOf(name: string): CounterStyle | undefined {
  return Object.hasOwn(COUNTER_STYLES, name) ? COUNTER_STYLES[name]!() : undefined;
}

/** The text of a `list-style-type` string, which the cascade keeps in JSON's quotes. */
function quotedText(style: string): string | undefined {
  if (!style.startsWith('"')) return undefined;
  try {
    return String(JSON.parse(style));
  } catch {
    return undefined;
  }
}

function writeNumber(value: number, style: CounterStyle): string | undefined {
  const { system } = style;
  if (system.kind === 'cyclic') return system.symbols[0];
  const digits = writeMagnitude(Math.abs(value), system);
  if (digits === undefined) return undefined;
  if (system.kind === 'cjk') return (value < 0 ? system.style.negative : '') + digits;
  if (value < 0) return system.kind === 'numeric' ? `-${padded(digits, style, 1)}` : undefined;
  return padded(digits, style, 0);
}

function padded(digits: string, style: CounterStyle, used: number): string {
  return digits.padStart((style.pad ?? 0) - used, '0');
}

function writeMagnitude(value: number, system: CounterSystem): string | undefined {
  switch (system.kind) {
    case 'cyclic':
      return system.symbols[0];
    case 'numeric':
      return [...String(value)].map((digit) => system.symbols[Number(digit)]).join('');
    case 'alphabetic':
      return alphabeticNumber(value, system.symbols);
    case 'additive':
      return additiveNumber(value, system.symbols, system.most);
    case 'cjk':
      return value <= 99_999_999 ? cjkNumber(value, system.style) : undefined;
  }
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

function additiveNumber(
  value: number,
  symbols: readonly (readonly [number, string])[],
  most: number,
): string | undefined {
  if (value < 1 || value > most) return undefined;
  let text = '';
  let rest = value;
  for (const [weight, symbol] of symbols) {
    const times = Math.floor(rest / weight);
    text += symbol.repeat(times);
    rest -= times * weight;
  }
  return text;
}

/** css-counter-styles-3 §7.1, extended by the myriad so that years and large counts are written too. */
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
