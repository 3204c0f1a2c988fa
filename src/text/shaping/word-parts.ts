import { packGlyphs, type ShapedGlyphs } from './glyphs.ts';
import type { ShapeRequest } from './shaper.ts';

/** A word of a run with the spaces directly before and behind it, shaped: neighbours both have the space between them. */
export interface WordPart {
  /** Clusters count from the part's start. */
  readonly glyphs: ShapedGlyphs;
  /** Where it begins in the text. */
  readonly start: number;
}

/** A space as it is shaped by itself: its glyph, -1 where it is not one alone, and its advance in font units. */
export interface Space {
  readonly glyph: number;
  readonly advance: number;
}

/**
 * What was shaped of a stretch, as a part; undefined where nothing could be joined to it: a space at its ends is drawn
 * by another glyph or together with a letter, or the word changes the space behind it. The one before it is its to change.
 */
export function asPart(shaped: ShapedGlyphs, stretch: ShapeRequest, space: Space): ShapedGlyphs | undefined {
  const { text, start, end, rtl } = stretch;
  const { count, packed } = shaped;
  const [first, last, inward] = rtl ? [count - 1, 0, -1] : [0, count - 1, 1];
  const isSpace = (glyph: number, inner: number, offset: number): boolean =>
    packed[glyph] === space.glyph &&
    clusterOf(shaped, glyph) === offset &&
    clusterOf(shaped, inner) !== offset &&
    !shaped.offsets?.[glyph * 2] &&
    !shaped.offsets?.[glyph * 2 + 1];
  if (text.charCodeAt(start) === 0x20 && !isSpace(first, first + inward, start)) return undefined;
  if (text.charCodeAt(end - 1) === 0x20) {
    const isUnchanged = packed[count + last] === space.advance;
    if (!isUnchanged || !isSpace(last, last - inward, end - 1)) return undefined;
  }
  if (shaped.first !== undefined) return { ...shaped, first: shaped.first - start };
  const numbers = Int32Array.from(packed);
  for (let i = 0; i < count; i++) numbers[2 * count + i]! -= start;
  return packGlyphs(numbers, shaped.offsets, shaped.unsafe);
}

function clusterOf({ count, packed, first }: ShapedGlyphs, glyph: number): number | undefined {
  return first === undefined ? packed[2 * count + glyph] : first + glyph;
}

/**
 * The glyphs of a run from its parts, which are in logical order; `end` is where it ends in the text.
 */
export function joinParts(parts: readonly WordPart[], rtl: boolean, end: number): ShapedGlyphs {
  const last = parts.length - 1;
  let count = -last; // All but the last leave the space behind them to the next.
  let fits = true;
  let isPlain = !rtl;
  let isMoved = false;
  for (const { glyphs } of parts) {
    count += glyphs.count;
    fits &&= glyphs.packed instanceof Uint16Array;
    // With a part's last glyph, the space, the one after it follows too.
    isPlain &&= glyphs.first === 0;
    isMoved ||= glyphs.offsets !== undefined;
  }
  const size = count * (isPlain ? 2 : 3);
  const packed = fits && (isPlain || end <= 0x10000) ? new Uint16Array(size) : new Int32Array(size);
  const offsets = isMoved ? new Int32Array(count * 2) : undefined;
  const unsafe = new Uint8Array(count);
  let to = 0;
  for (let i = 0; i <= last; i++) {
    const index = rtl ? last - i : i;
    const { glyphs, start } = parts[index]!;
    const from = rtl && index < last ? 1 : 0;
    const until = !rtl && index < last ? glyphs.count - 1 : glyphs.count;
    // Words are short: a view of a stretch costs more than its few numbers.
    for (let g = from, at = to; g < until; g++, at++) {
      packed[at] = glyphs.packed[g]!;
      packed[count + at] = glyphs.packed[glyphs.count + g]!;
      unsafe[at] = glyphs.unsafe[g]!;
    }
    if (offsets && glyphs.offsets) offsets.set(glyphs.offsets.subarray(from * 2, until * 2), to * 2);
    if (!isPlain) {
      for (let g = from; g < until; g++) packed[2 * count + to + g - from] = clusterOf(glyphs, g)! + start;
    }
    to += until - from;
    if (index === 0) continue;
    // Whether a line may be broken before the space is the word's before it to say.
    const before = parts[index - 1]!.glyphs;
    unsafe[rtl ? to - 1 : to - (until - from)] = before.unsafe[rtl ? 0 : before.count - 1]!;
  }
  return { count, packed, first: isPlain ? parts[0]!.start : undefined, offsets, unsafe };
}
