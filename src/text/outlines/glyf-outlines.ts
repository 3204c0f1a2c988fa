import type { Sfnt } from '../fonts/sfnt.ts';
import { glyphVariations } from '../variation/glyph-variations.ts';
import { glyfTable } from './glyf-table.ts';
import type { GlyfOutlines } from './outlines.ts';
import { type VariedGlyph, varyGlyph } from './varied-glyf.ts';

/** What the outlines of a font are read by. */
export interface OutlineSource {
  readonly sfnt: Sfnt;
  /** `head` indexToLocFormat. */
  readonly longOffsets: boolean;
  readonly glyphCount: number;
  /** As `hmtx` has them, before any variation. */
  readonly advanceOf: (glyph: number) => number;
  readonly bearingOf: (glyph: number) => number;
}

/** TrueType outlines of a font that does not vary, or stands at its default. */
export function staticGlyf({ sfnt, longOffsets, glyphCount, bearingOf }: OutlineSource): GlyfOutlines {
  return { kind: 'glyf', entryOf: kept(glyfTable(sfnt, longOffsets, glyphCount)), bearingOf };
}

/** TrueType outlines at a place in the design space; `advanceOf` is the advance by phantom points. */
export function variedGlyf(
  source: OutlineSource,
  normalized: readonly number[],
): GlyfOutlines & { advanceOf(glyph: number): number } {
  const { sfnt, longOffsets, glyphCount, advanceOf, bearingOf } = source;
  const variations = glyphVariations(sfnt, normalized);
  const entryOf = kept(glyfTable(sfnt, longOffsets, glyphCount));
  const varied = kept(
    (glyph): VariedGlyph => varyGlyph({ entryOf, advanceOf, bearingOf, variations }, glyph),
  );
  return {
    kind: 'glyf',
    entryOf: (glyph) => varied(glyph).entry,
    bearingOf: (glyph) => varied(glyph).bearing,
    advanceOf: (glyph) => varied(glyph).advance,
  };
}

/** A lookup that reads each glyph once. */
export function kept<T>(read: (glyph: number) => T): (glyph: number) => T {
  const known = new Map<number, T>();
  return (glyph) => {
    const found = known.get(glyph);
    if (found !== undefined) return found;
    const made = read(glyph);
    known.set(glyph, made);
    return made;
  };
}
