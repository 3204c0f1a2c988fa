import type { ComputedStyle } from '../../style/computed-style.ts';
import { breakInGap, gapStart, isWrapped, type Stop } from '../breaking/break-stops.ts';
import { styleAt } from '../measured-text.ts';
import { isTransparent, type ParagraphText } from '../paragraph-text.ts';
import type { Hyphenation } from './hyphenation.ts';
import type { Hyphenator } from './hyphenator.ts';

/** Fewer letters than this are not broken where a style leaves it to the language (css-text-4 §6.3.3). */
const shortest = 5;

/** What stands between white space, and is broken as words. */
const token = /[^\s\u00a0\u200b\u3000]+/gu;

/**
 * Letters of the scripts that there are patterns for (Latin, Greek, Cyrillic, Georgian), with their marks; an apostrophe
 * joins them, a soft hyphen says where they may be broken.
 */
const word =
  /[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u0373\u0376-\u03ff\u0400-\u0481\u048a-\u052f\u10a0-\u10ff\u1c90-\u1cbf\u1e00-\u1fff\u0300-\u036f\u0483-\u0489\u00ad\u2060]+(?:['’][A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u0373\u0376-\u03ff\u0400-\u0481\u048a-\u052f\u10a0-\u10ff\u1c90-\u1cbf\u1e00-\u1fff\u0300-\u036f\u0483-\u0489\u00ad\u2060]+)*/g;

/** Marks stay with the letter before them. */
const mark = /[\u0300-\u036f\u0483-\u0489]/;

/** Addresses, names of files and codes are not words. */
const notWords =
  /[\d@/\\_:=&#]|[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u0373\u0376-\u03ff\u0400-\u0481\u048a-\u052f\u10a0-\u10ff\u1c90-\u1cbf\u1e00-\u1fff]\.[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u0373\u0376-\u03ff\u0400-\u0481\u048a-\u052f\u10a0-\u10ff\u1c90-\u1cbf\u1e00-\u1fff]|^www\./i;

/** The stops of a text, and those at which its words are hyphenated by their language. */
export function withHyphens(
  text: ParagraphText,
  stops: readonly Stop[],
  hyphenation: Hyphenation,
  paragraph: ComputedStyle,
): readonly Stop[] {
  if (!text.items.some((item) => item.kind === 'text' && item.style.hyphens === 'auto')) return stops;
  const found = hyphenStops(text, hyphenation, paragraph);
  if (found.length === 0) return stops;
  const taken = new Set(stops.map(({ at }) => at));
  return [...stops, ...found.filter(({ at }) => !taken.has(at))].sort((a, b) => a.at - b.at);
}

function hyphenStops(text: ParagraphText, hyphenation: Hyphenation, paragraph: ComputedStyle): Stop[] {
  const stops: Stop[] = [];
  for (const { 0: part, index: start } of text.text.matchAll(token)) {
    if (notWords.test(part.replaceAll('\u2060', ''))) continue;
    for (const { 0: letters, index } of part.matchAll(word)) {
      const at = firstLetter(text, start + index);
      const style = styleAt(text, at, paragraph);
      const hyphenator =
        style.hyphens === 'auto' && isWrapped(style) ? hyphenation.of(style.language) : undefined;
      if (!hyphenator || letters.includes('\u00ad')) continue;
      for (const offset of placesIn(text, start + index, letters, style, hyphenator)) {
        const from = gapStart(text, offset);
        stops.push({ at: breakInGap(text, from, offset), forced: false, hyphen: from - 1 });
      }
    }
  }
  return stops;
}

/** The first offset from one on that is a character's, not a box's edge. */
function firstLetter(text: ParagraphText, offset: number): number {
  let at = offset;
  while (at + 1 < text.text.length && isTransparent(text, at)) at++;
  return at;
}

/** Offsets in the text before which a word may be broken. */
function placesIn(
  text: ParagraphText,
  start: number,
  letters: string,
  style: ComputedStyle,
  hyphenator: Hyphenator,
): readonly number[] {
  const offsets: number[] = [];
  let plain = '';
  for (let i = 0; i < letters.length; i++) {
    if (isTransparent(text, start + i)) continue;
    // A word in two languages, or of which a part is not to be broken.
    const own = styleAt(text, start + i, style);
    if (own !== style && (own.language !== style.language || own.hyphens !== 'auto')) return [];
    offsets.push(start + i);
    plain += letters[i];
  }
  const lower = lowerCase(plain, style.language);
  if (lower === undefined) return [];
  const { total, before, after } = limitsOf(style, hyphenator);
  const length = plain.length;
  if (length < total) return [];
  return hyphenator.breaks(lower).flatMap((place) => {
    const fits = place >= before && length - place >= after && !mark.test(plain[place]!);
    return fits ? [offsets[place]!] : [];
  });
}

/** A word as patterns are written; undefined for one with capitals inside, which is an abbreviation or a name. */
function lowerCase(plain: string, language: string): string | undefined {
  const inner = plain.slice(1);
  if (inner !== inner.toLowerCase()) return undefined;
  // Case goes by the language alone; what stands behind it may be no tag.
  const primary = language.split('-', 1)[0] || undefined;
  const lower = plain.toLocaleLowerCase(primary).replaceAll('’', "'");
  return lower.length === plain.length ? lower : undefined;
}

/** `hyphenate-limit-chars`, or what the language is used to. */
function limitsOf({ hyphenateLimitChars: limits }: ComputedStyle, hyphenator: Hyphenator) {
  const before = limits.before === 'auto' ? Math.max(2, hyphenator.before) : limits.before;
  const after = limits.after === 'auto' ? Math.max(2, hyphenator.after) : limits.after;
  const total = limits.total === 'auto' ? shortest : limits.total;
  return { total, before: Math.max(1, before), after: Math.max(1, after) };
}
