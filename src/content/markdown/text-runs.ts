import type { SourceFile, Span } from '../../diagnostics/source.ts';

/** A stretch of a text node that stands in the source just as it is, or one character made by an escape. */
export interface TextRun {
  readonly text: string;
  readonly span: Span;
  /** Made by a backslash or a character reference: never a part of a variable or directive. */
  readonly escaped: boolean;
}

const reference = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);/y;
const escapable = /[!-/:-@[-`{-~]/;

/**
 * Splits a text node where its text and the source differ: at escapes, character references, and line ends behind
 * which the marks of a block quote or list item stand. Where they cannot be matched the rest has the whole span.
 */
export function textRuns(text: string, span: Span): TextRun[] {
  const raw = span.source.text;
  if (raw.slice(span.start, span.end) === text) return [{ text, span, escaped: false }];
  const runs: TextRun[] = [];
  let at = 0;
  let from = 0;
  let place = span.start;
  let start = span.start;
  const flush = () => {
    if (at > from) runs.push(run(span.source, text.slice(from, at), start, place, false));
  };
  const skipTo = (next: number) => {
    flush();
    from = at;
    place = next;
    start = next;
  };
  while (at < text.length) {
    const made = place < span.end ? escapeAt(raw, place, text, at) : undefined;
    if (made) {
      flush();
      runs.push(run(span.source, text.slice(at, at + made.units), place, place + made.length, true));
      at += made.units;
      place += made.length;
      from = at;
      start = place;
    } else if (place < span.end && raw[place] === text[at]) {
      place++;
      at++;
    } else if (place < span.end && /[ \t>]/.test(raw[place]!)) {
      skipTo(place + 1);
    } else {
      flush();
      runs.push({
        text: text.slice(at),
        span: { ...span, start: Math.min(place, span.end) },
        escaped: false,
      });
      return runs;
    }
  }
  flush();
  return runs;
}

function run(source: SourceFile, text: string, start: number, end: number, escaped: boolean): TextRun {
  return { text, span: { source, start, end }, escaped };
}

/** How many units of the source an escape takes, and how many of the text it made. */
function escapeAt(
  raw: string,
  place: number,
  text: string,
  at: number,
): { length: number; units: number } | undefined {
  const next = raw[place + 1];
  if (raw[place] === '\\' && next !== undefined && escapable.test(next) && text[at] === next) {
    return { length: 2, units: 1 };
  }
  if (raw[place] !== '&') return undefined;
  reference.lastIndex = place;
  const found = reference.exec(raw)?.[0];
  if (!found || text.startsWith(found, at)) return undefined;
  return { length: found.length, units: text.codePointAt(at)! > 0xffff ? 2 : 1 };
}
