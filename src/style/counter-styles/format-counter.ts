import type { CounterStyle } from './counter-style.ts';
import type { CounterStyles } from './counter-styles.ts';
import { autoRange, usesSign, writeNumber } from './write-number.ts';

/**
 * A counter's value in a counter style: `decimal`, `upper-roman`, `trad-chinese-informal` … A value that the style
 * cannot write goes to its fallback, one of an unknown style to decimal (css-counter-styles-3 §2). A quoted string
 * is itself; `none` is empty. Neither prefix nor suffix is added.
 */
export function formatCounter(value: number, name: string, styles: CounterStyles): string {
  const text = quotedText(name);
  if (text !== undefined) return text;
  return name === 'none' ? '' : formatIn(value, name, styles, []);
}

/** A list item's marker: the number, and what the style puts around it: `1. `, `一、`, `• `. */
export function markerText(value: number, name: string, styles: CounterStyles): string {
  const text = quotedText(name);
  if (text !== undefined) return text;
  if (name === 'none') return '';
  const { prefix, suffix } = styles.get(name) ?? styles.get('decimal')!;
  return prefix + formatIn(value, name, styles, []) + suffix;
}

/** True for a name that `formatCounter` has to replace by decimal. */
export function isUnknownStyle(name: string, styles: CounterStyles): boolean {
  return name !== 'none' && !name.startsWith('"') && styles.get(name) === undefined;
}

/** The text of a `list-style-type` string, which the cascade keeps in JSON's quotes. */
function quotedText(name: string): string | undefined {
  if (!name.startsWith('"')) return undefined;
  try {
    return String(JSON.parse(name));
  } catch {
    return undefined;
  }
}

function formatIn(value: number, name: string, styles: CounterStyles, tried: readonly string[]): string {
  const style = tried.includes(name) ? undefined : styles.get(name);
  if (!style) return String(value);
  return writeIn(value, style) ?? formatIn(value, style.fallback, styles, [...tried, name]);
}

function writeIn(value: number, style: CounterStyle): string | undefined {
  const { system, negative } = style;
  if (!isInRange(value, style)) return undefined;
  const signed = value < 0 && usesSign(system);
  const [before, after] = signed ? negative : ['', ''];
  const number = writeNumber(signed ? -value : value, system);
  if (number === undefined) return undefined;
  return before + padding(before + number + after, style) + number + after;
}

function isInRange(value: number, { ranges, system }: CounterStyle): boolean {
  const inside = ([least, most]: readonly [number, number]) => value >= least && value <= most;
  return ranges === 'auto' ? inside(autoRange(system)) : ranges.some(inside);
}

/** The sign counts, in code points: symbols of several are rare, and padded ones rarer. */
function padding(text: string, { pad }: CounterStyle): string {
  return pad.length === 0 ? '' : pad.symbol.repeat(Math.max(0, pad.length - [...text].length));
}
