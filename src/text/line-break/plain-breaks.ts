import type { BreakContext } from './line-break-context.ts';
import { isUnit } from './measuring-units.ts';

/** What stands for the edge of a box. */
const edge = '\u2060';

/** A letter of Latin, Greek or Cyrillic whose class is AL, or a digit. */
const letter = 'A-Za-z\\d\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0388-\u03ff\u0400-\u0481\u048a-\u052f';

/**
 * Words of such letters, points and apostrophes between them, points behind them; spaces between words. In them no rule of
 * UAX #14, 15.0, says other than LB18: a line may end behind spaces (LB13, LB18, LB19, LB23, LB25, LB28, LB29 hold the rest
 * together).
 */
const plain = new RegExp(`^ *(?:[${letter}]+(?:(?:[.,;:]+|’)[${letter}]+)*[.,;:!?]*(?: +|$))*$`);

/** A number that may have a unit, which stands behind one space. */
const measured = /\d (?! )/;

/** What is asked of a text's breaks. */
interface PlainRequest {
  readonly text: string;
  /** Characters that count as absent. */
  isTransparent?(offset: number): boolean;
}

/** Long texts would need a deep stack. */
const longest = 10_000;

/**
 * The breaks of a text that is all of one context, as a `LineBreaker` tells them, where they are found by looking for spaces: of
 * most texts in European languages. Undefined where the rules have to be asked.
 */
export function plainBreaks(
  { text, isTransparent }: PlainRequest,
  context: BreakContext,
): Uint8Array | undefined {
  if (!isTransparent || !text.includes(edge)) return breaksBehindSpaces(text, context);
  for (let at = text.indexOf(edge); at >= 0; at = text.indexOf(edge, at + 1)) {
    if (!isTransparent(at)) return undefined;
  }
  const parts = text.split(edge);
  const content = parts.join('');
  // Whether a unit is one depends on the edges in it.
  const breaks = measured.test(content) ? undefined : breaksBehindSpaces(content, context);
  if (!breaks) return undefined;
  const result = new Uint8Array(text.length + 1);
  let from = 0;
  parts.forEach(({ length }, edges) => {
    result.set(breaks.subarray(from, from + length), from + edges);
    from += length;
  });
  return result;
}

function breaksBehindSpaces(text: string, context: BreakContext): Uint8Array | undefined {
  const { lineBreak, wordBreak, nowrap } = context;
  if (lineBreak === 'anywhere' || wordBreak === 'break-all' || text.length > longest || !plain.test(text)) {
    return undefined;
  }
  const result = new Uint8Array(text.length + 1);
  if (nowrap) return result;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
    const next = at + 1;
    if (next < text.length && text.charCodeAt(next) !== 0x20 && !isMeasure(text, next)) result[next] = 1;
  }
  return result;
}

/** Whether what begins behind a space is the unit of the number before it. */
function isMeasure(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 2);
  return before >= 0x30 && before <= 0x39 && isUnit(text, at);
}
