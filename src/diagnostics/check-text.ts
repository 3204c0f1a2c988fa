import type { Diagnostic } from './diagnostic.ts';
import { diagnose } from './diagnostic.ts';
import type { SourceFile, Span } from './source.ts';

/**
 * Characters that must not or should not stand in a source text: controls, non-characters, lone surrogates, bidi
 * overrides and unbalanced isolates (errors); zero-width characters where no script needs them (warnings).
 */
export function checkText(source: SourceFile, start = 0, end = source.text.length): Diagnostic[] {
  const text = source.text.slice(start, end);
  return checkCharacters(text, (from, to) => ({ source, start: start + from, end: start + to }));
}

/** The same check for a text that escapes or references made; `spanOf` maps its offsets to a source. */
export function checkCharacters(text: string, spanOf: (from: number, to: number) => Span): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  // Almost every text has none of these; one search over it is all it costs.
  const suspects = new RegExp(SUSPECTS, 'gu');
  const isolates: number[] = [];
  for (const match of text.matchAll(suspects)) {
    const [found] = match;
    const at = match.index;
    const code = found.codePointAt(0)!;
    const report = (make: typeof forbidden | typeof invisible, what: string, hint: string) =>
      diagnostics.push(make(`${codePointName(code)} (${what})`, spanOf(at, at + found.length), hint));
    if (code === 10 || code === 13) unclosed(isolates);
    else if (isOpener(code)) isolates.push(at);
    else if (isCloser(code)) {
      if (closes(text, isolates.at(-1), code)) isolates.pop();
      else report(forbidden, 'closes a direction that is not open', 'Delete it, or add its start');
    } else if (isZeroWidth(code)) {
      if (!isNeeded(text, at, found.length, code)) report(invisible, 'has no width', 'Delete it');
    } else report(forbidden, whatOf(code), 'Delete it');
  }
  unclosed(isolates);
  return diagnostics;

  /** Directions end with their paragraph (UAX #9 P1). */
  function unclosed(openers: number[]): void {
    for (const at of openers.splice(0)) {
      const name = codePointName(text.charCodeAt(at));
      diagnostics.push(
        forbidden(`${name} (opens a direction that is never closed)`, spanOf(at, at + 1), 'Close it'),
      );
    }
  }
}

/** A blank line, or one code point that needs a look. */
const SUSPECTS = [
  '(?:\\r\\n?|\\n)[ \\t]*(?:\\r\\n?|\\n)',
  '[\\u{0}-\\u{8}\\u{b}\\u{c}\\u{e}-\\u{1f}\\u{7f}-\\u{9f}]',
  '[\\u{200b}-\\u{200d}\\u{202a}-\\u{202e}\\u{2060}-\\u{2069}\\u{3164}\\u{feff}]',
  '[\\u{d800}-\\u{dfff}\\u{fdd0}-\\u{fdef}\\u{fffe}\\u{ffff}\\u{e0000}-\\u{e007f}]',
  '[\\u{1fffe}\\u{1ffff}\\u{2fffe}\\u{2ffff}\\u{10fffe}\\u{10ffff}]',
].join('|');

const forbidden = (what: string, span: Span, hint: string) =>
  diagnose('character-forbidden', `the character ${what} must not stand in a text`, span, hint);

const invisible = (what: string, span: Span, hint: string) =>
  diagnose('character-invisible', `the character ${what} stands where nothing needs it`, span, hint);

/** `U+202E`. */
function codePointName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

const isOpener = (code: number) => code === 0x202a || code === 0x202b || (code >= 0x2066 && code <= 0x2068);
const isCloser = (code: number) => code === 0x202c || code === 0x2069;

function closes(text: string, opener: number | undefined, code: number): boolean {
  if (opener === undefined) return false;
  const isIsolate = text.charCodeAt(opener) >= 0x2066;
  return isIsolate === (code === 0x2069);
}

function isZeroWidth(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200d) ||
    (code >= 0x2060 && code <= 0x2065) ||
    code === 0x3164 ||
    code === 0xfeff ||
    (code >= 0xe0000 && code <= 0xe007f)
  );
}

function whatOf(code: number): string {
  if (code === 0x202d || code === 0x202e) return 'overrides the direction of what follows';
  if (code >= 0xd800 && code <= 0xdfff) return 'half of a character';
  return code < 0xa0 ? 'a control' : 'not a character';
}

/** Whether a zero-width character does something where it stands (Unicode 23.2, UTS #51). */
function isNeeded(text: string, at: number, length: number, code: number): boolean {
  const before = lastCodePoint(text.slice(Math.max(0, at - 4), at));
  const after = text.codePointAt(at + length) ?? 0;
  if (code === 0x200b) return isUnspaced(before) || isUnspaced(after);
  // England, Scotland and Wales: a black flag and letters from the tag block.
  if (code >= 0xe0020) return before === 0x1f3f4 || (before >= 0xe0020 && before <= 0xe007f);
  if (code !== 0x200c && code !== 0x200d) return false;
  if (joins(before) || joins(after)) return true;
  return code === 0x200d && isEmojiPart(before) && isEmojiPart(after);
}

function lastCodePoint(text: string): number {
  return [...text].at(-1)?.codePointAt(0) ?? 0;
}

/** Scripts whose letters join or form conjuncts: Arabic and its kin, the Indic scripts, Tibetan to Mongolian. */
function joins(code: number): boolean {
  return inRanges(code, [
    [0x0600, 0x08ff],
    [0x0900, 0x0dff],
    [0x0f00, 0x109f],
    [0x1780, 0x18af],
    [0x1a20, 0x1cff],
    [0xa800, 0xabff],
    [0xfb50, 0xfdff],
    [0xfe70, 0xfefc],
    [0x10a00, 0x11fff],
    [0x1e900, 0x1e95f],
  ]);
}

/** Scripts written without spaces: Thai, Lao, Myanmar, Khmer, Tai, Balinese, Javanese. */
function isUnspaced(code: number): boolean {
  return inRanges(code, [
    [0x0e00, 0x0eff],
    [0x0f00, 0x109f],
    [0x1780, 0x17ff],
    [0x1950, 0x19ff],
    [0x1a20, 0x1aaf],
    [0x1b00, 0x1b7f],
    [0xa980, 0xaa7f],
  ]);
}

function isEmojiPart(code: number): boolean {
  return (
    code === 0xfe0f || (code >= 0x1f3fb && code <= 0x1f3ff) || /\p{Extended_Pictographic}/u.test(toText(code))
  );
}

const toText = (code: number) => String.fromCodePoint(code);

function inRanges(code: number, ranges: readonly (readonly [number, number])[]): boolean {
  return ranges.some(([first, last]) => code >= first && code <= last);
}
