import { bidiClass, bidiClasses, isRemoved, startsIsolate } from './bidi-class.ts';
import { explicitLevels, firstStrongLevel, matchIsolates } from './explicit-levels.ts';
import { isolatingRuns } from './isolating-runs.ts';
import { resolveBrackets, resolveNeutrals } from './neutral-types.ts';
import { resolveWeakTypes } from './weak-types.ts';

/** A bidi paragraph of a text (P1), and its embedding level. Offsets are UTF-16. */
export interface BidiParagraph {
  readonly start: number;
  /** After its paragraph separator. */
  readonly end: number;
  readonly level: number;
}

/** Embedding levels of a text. */
export interface EmbeddingLevels {
  /** By UTF-16 offset; what rule X9 removes has the level of what stands before it. */
  readonly levels: Uint8Array;
  readonly paragraphs: readonly BidiParagraph[];
}

const n = bidiClass;

/**
 * The Unicode bidirectional algorithm up to the resolved levels (UAX #9 §3.3), with what rule L1 says of separators and
 * the white space before them; the white space at a line's end is for who breaks lines. `base` is the level of all
 * paragraphs; `auto` finds each one's own by its first strong character (P2, P3).
 */
export function embeddingLevels(text: string, base: 0 | 1 | 'auto'): EmbeddingLevels {
  const original = bidiClasses(text);
  const work: Work = {
    text,
    original,
    classes: original.slice(),
    overridden: original.slice(),
    levels: new Uint8Array(text.length),
  };
  const { levels } = work;
  const paragraphs: BidiParagraph[] = [];
  for (let start = 0; start < text.length; ) {
    const separator = original.indexOf(n.B, start);
    let end = separator < 0 ? text.length : separator + 1;
    if (text[end - 1] === '\r' && text[end] === '\n') end++;
    const level = base === 'auto' ? firstStrongLevel(original, start, end, 0) : base;
    resolveParagraph(work, { start, end, level });
    paragraphs.push({ start, end, level });
    start = end;
  }
  return { levels, paragraphs };
}

/** What is known of each code unit. */
interface Work {
  readonly text: string;
  /** Bidi_Class. */
  readonly original: Uint8Array;
  /** The same with what overrides change. */
  readonly overridden: Uint8Array;
  /** What the rules make of it. */
  readonly classes: Uint8Array;
  readonly levels: Uint8Array;
}

function resolveParagraph(work: Work, { start, end, level: base }: BidiParagraph): void {
  const { text, original, overridden, classes, levels } = work;
  const matches = matchIsolates(original, start, end);
  explicitLevels(classes, levels, start, end, base, matches);
  overridden.set(classes.subarray(start, end), start);
  for (const run of isolatingRuns(original, levels, start, end, base, matches)) {
    resolveWeakTypes(classes, run);
    resolveBrackets(text, classes, overridden, run);
    resolveNeutrals(classes, run);
    for (const at of run.offsets) levels[at] = implicitLevel(run.level, classes[at]!);
  }
  resetSeparators(original, levels, start, end, base);
  for (let at = start; at < end; at++) {
    if (isRemoved(original[at]!)) levels[at] = at > start ? levels[at - 1]! : base;
  }
}

/** I1 and I2. */
function implicitLevel(level: number, value: number): number {
  if (level % 2 === 0) return value === n.R ? level + 1 : value === n.L ? level : level + 2;
  return value === n.R ? level : level + 1;
}

/** L1, items 1 to 3. */
function resetSeparators(
  original: Uint8Array,
  levels: Uint8Array,
  start: number,
  end: number,
  base: number,
): void {
  let resets = false;
  for (let at = end - 1; at >= start; at--) {
    const own = original[at]!;
    if (own === n.S || own === n.B) resets = true;
    else if (own !== n.WS && !startsIsolate(own) && own !== n.PDI && !isRemoved(own)) resets = false;
    if (resets) levels[at] = base;
  }
}
