import { decodeTable } from '../../unicode/code-point-map.ts';
import { lineBreakTable } from '../../unicode/tables/line-break.ts';
import { resolveClasses } from './line-break-classes.ts';
import type { BreakContext } from './line-break-context.ts';
import { classNumbers } from './line-break-numbers.ts';
import { pairBreaks } from './line-break-rules.ts';
import { tailorBreaks } from './line-break-tailoring.ts';
import { plainBreaks } from './plain-breaks.ts';

/** No break, a break that may be taken, one that must. */
export const breakKind = { none: 0, allowed: 1, forced: 2 } as const;

/** What a line breaker is asked about a text. */
export interface BreakRequest {
  readonly text: string;
  /** The language and CSS of the character at an offset. */
  contextAt(offset: number): BreakContext;
  /** The same where it is one for all of the text. */
  readonly context?: BreakContext | undefined;
  /** Characters that count as absent: bidi controls and edges that stand for boxes. */
  isTransparent?(offset: number): boolean;
  /** By the standard's default rules alone, of its version 15.0: no dictionaries, no language, no CSS. */
  readonly untailored?: boolean;
}

/**
 * Break opportunities of a text: `result[i]` is the kind of break before the UTF-16 offset `i`; the last entry,
 * at the text's end, is `none`.
 */
export type LineBreaker = (request: BreakRequest) => Uint8Array;

/** The Unicode line breaking algorithm (UAX #14, 15.0) with CSS's tailoring (css-text-3 §5). */
export function createLineBreaker(): LineBreaker {
  const classOf = createClassLookup();
  const segmenters = new Map<string, Intl.Segmenter>();
  const wordsOf = (language: string): Intl.Segmenter => {
    const found = segmenters.get(language);
    if (found) return found;
    const made = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, made);
    return made;
  };
  return (request) => {
    const { context, untailored } = request;
    const plain = context && !untailored ? plainBreaks(request, context) : undefined;
    if (plain) return plain;
    const result = new Uint8Array(request.text.length + 1);
    const units = resolveClasses(request, classOf);
    if (units.count === 0) return result;
    const breaks = pairBreaks(units, !untailored);
    if (!untailored) tailorBreaks(request, units, breaks, wordsOf);
    for (let i = 1; i < units.count; i++) result[units.offsets[i]!] = breaks[i]!;
    return result;
  };
}

function createClassLookup(): (codePoint: number) => number {
  const classOf = decodeTable(lineBreakTable, (name) => classNumbers[name as keyof typeof classNumbers]);
  return (codePoint) => {
    const found = classOf(codePoint);
    return found === classNumbers.H2 && (codePoint - 0xac00) % 28 !== 0 ? classNumbers.H3 : found;
  };
}
