import type { ComputedStyle } from '../../style/computed-style.ts';
import { eastAsianWidth } from '../../unicode/east-asian-width.ts';
import { scriptOf } from '../../unicode/script.ts';

/** What has been collapsed so far in one inline formatting context (css-text-3 §4.1.1). */
export interface WhiteSpaceState {
  /** True where a following collapsible space disappears: at the start, after a space or a forced break. */
  afterSpace: boolean;
  /** The last character that was kept, for segment breaks between East Asian characters. */
  lastCharacter: string;
}

/** The state at the start of an inline formatting context. */
export function initialWhiteSpace(): WhiteSpaceState {
  return { afterSpace: true, lastCharacter: '' };
}

/** The text as it is to be shaped; `state` is carried on over item borders. U+000A is a forced break. */
export function applyWhiteSpace(
  text: string,
  mode: ComputedStyle['whiteSpace'],
  state: WhiteSpaceState,
): string {
  if (mode === 'pre' || mode === 'pre-wrap') {
    if (text !== '') {
      state.afterSpace = text.endsWith('\n');
      state.lastCharacter = lastOf(text);
    }
    return text.replace(/\r\n?/g, '\n');
  }
  return collapse(text, mode === 'pre-line', state);
}

/** White space that is more than one space: of most texts there is none, or at the ends of source lines. */
const runs = /(?:[\t\n\r\f]| (?=[ \t\n\r\f]))[ \t\n\r\f]*/g;

function collapse(text: string, keepBreaks: boolean, state: WhiteSpaceState): string {
  let result = '';
  let at = 0;
  runs.lastIndex = 0;
  for (let match = runs.exec(text); match; match = runs.exec(text)) {
    const [part] = match;
    result += keepSpaces(text.slice(at, match.index), state);
    at = match.index + part.length;
    const next = at < text.length ? String.fromCodePoint(text.codePointAt(at)!) : '';
    result += collapsedSpace(part, keepBreaks, state, next);
  }
  return result + keepSpaces(text.slice(at), state);
}

/** A text whose white space is single spaces: only one at its start may go. */
function keepSpaces(text: string, state: WhiteSpaceState): string {
  const kept = state.afterSpace && text.startsWith(' ') ? text.slice(1) : text;
  if (kept === '') return '';
  state.afterSpace = kept.endsWith(' ');
  const letters = state.afterSpace ? kept.slice(0, -1) : kept;
  if (letters !== '') state.lastCharacter = lastOf(letters);
  return kept;
}

function collapsedSpace(part: string, keepBreaks: boolean, state: WhiteSpaceState, next: string): string {
  const breaks = /[\n\r\f]/.test(part);
  if (keepBreaks && breaks) {
    state.afterSpace = true;
    return part.replace(/[^\n]/g, '');
  }
  if (state.afterSpace) return '';
  if (breaks && isEastAsian(state.lastCharacter) && isEastAsian(next)) return '';
  state.afterSpace = true;
  return ' ';
}

function lastOf(text: string): string {
  return text === '' ? '' : String.fromCodePoint(text.codePointAt(lastIndex(text))!);
}

function lastIndex(text: string): number {
  const unit = text.charCodeAt(text.length - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && text.length > 1 ? text.length - 2 : text.length - 1;
}

/** East Asian characters other than Hangul: a line end between two of them is no space (css-text-3 §4.1.3). */
function isEastAsian(character: string): boolean {
  const point = character.codePointAt(0);
  if (point === undefined || point < 0x1100) return false;
  return 'FWH'.includes(eastAsianWidth(point)) && scriptOf(point) !== 'Hang';
}
