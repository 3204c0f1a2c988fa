import type { ComputedStyle } from '../style/computed-style.ts';
import type { Levels } from './bidi-levels.ts';
import type { HalvingLookup } from './fonts/halving.ts';
import type { ParagraphText } from './paragraph-text.ts';
import { textItemOf } from './paragraph-text.ts';
import type { Glyphs } from './shaping/glyphs.ts';
import type { TextRun } from './shaping/itemize.ts';
import { type ShapingSource, shapeRun, shapingSource } from './shaping/shape-run.ts';
import { findSpacing } from './spacing/text-spacing.ts';

/** A paragraph's text, shaped, with what is asked of it at every break. Offsets are UTF-16, widths pt. */
export interface MeasuredText {
  readonly text: ParagraphText;
  readonly source: ShapingSource;
  readonly levels: Levels;
  readonly runs: readonly ShapedRun[];
  /** `prefix[i]` is the width of everything before offset `i`. */
  readonly prefix: Float64Array;
  /** 1 where breaking a run needs shaping again. */
  readonly unsafe: Uint8Array;
  /** Index of the run at an offset, -1 outside all runs. */
  readonly runAt: Int32Array;
}

/** A run with its glyphs. */
export interface ShapedRun {
  readonly run: TextRun;
  readonly style: ComputedStyle;
  /** Clusters are offsets into the paragraph's text. */
  readonly glyphs: Glyphs;
  /** What the size is multiplied by; 1 for most. */
  readonly scale: number;
}

/** Shapes all runs and sums their clusters. */
export function measureText(
  text: ParagraphText,
  levels: Levels,
  textRuns: readonly TextRun[],
  halvingOf: HalvingLookup,
): MeasuredText {
  const size = text.text.length;
  const source = shapingSource(text.text, findSpacing(text, textRuns, halvingOf));
  const widths = new Float64Array(size);
  const unsafe = new Uint8Array(size + 1);
  const runAt = new Int32Array(size).fill(-1);
  const runs = textRuns.map((run, i): ShapedRun => {
    const style = (text.items[run.item] as { readonly style: ComputedStyle }).style;
    const shaped = shapeRun(source, run, style);
    const { glyphs, scale } = shaped;
    runAt.fill(i, run.start, run.end);
    glyphs.addAdvances(widths);
    if (glyphs.ascendByOne && glyphs.length === run.end - run.start) {
      unsafe.set(shaped.unsafe, run.start);
      unsafe[run.start] = 0;
    } else noteUnsafe(unsafe, run, glyphs, shaped.unsafe);
    return { run, style, glyphs, scale };
  });
  for (const segment of text.segments) {
    if (segment.kind === 'text' || segment.kind === 'control') continue;
    const item = text.items[segment.item]!;
    widths[segment.start] = item.kind === 'text' ? 0 : item.width;
  }
  const prefix = new Float64Array(size + 1);
  for (let i = 0; i < size; i++) prefix[i + 1] = prefix[i]! + widths[i]!;
  return { text, source, levels, runs, prefix, unsafe, runAt };
}

/** Marks the offsets of a run at which it is not safe to break: inside of clusters, and where shaping says so. */
function noteUnsafe(unsafe: Uint8Array, run: TextRun, glyphs: Glyphs, ofGlyphs: Uint8Array): void {
  unsafe.fill(1, run.start + 1, run.end);
  for (let g = 0; g < glyphs.length; g++) if (!ofGlyphs[g]) unsafe[glyphs.cluster(g)] = 0;
  // One unsafe glyph of a cluster makes its start unsafe, whatever the others say.
  for (let g = 0; g < glyphs.length; g++) {
    if (ofGlyphs[g] && glyphs.cluster(g) !== run.start) unsafe[glyphs.cluster(g)] = 1;
  }
}

/** The style that the character at an offset has; the paragraph's own outside its texts. */
export function styleAt(text: ParagraphText, offset: number, paragraph: ComputedStyle): ComputedStyle {
  const segment = text.segments[text.segmentAt[offset]!]!;
  return segment.kind === 'text' ? textItemOf(text, segment).style : paragraph;
}
