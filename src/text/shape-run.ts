import type { ComputedStyle } from '../style/computed-style.ts';
import { separatesWords } from './character.ts';
import type { TextRun } from './itemize.ts';
import type { ShapedGlyphs } from './shaper.ts';

/** A run's glyphs in visual order; pt, spacing included. `clusters` are offsets into the paragraph's text. */
export interface RunGlyphs {
  readonly ids: Uint32Array;
  readonly clusters: Uint32Array;
  readonly advances: Float64Array;
  readonly dx: Float64Array;
  readonly dy: Float64Array;
  readonly unsafe: Uint8Array;
}

/** Scripts whose letters join: letter-spacing would tear them (css-text-3 §8.2.1). */
const joined: readonly string[] = [
  'Arab',
  'Syrc',
  'Mong',
  'Nkoo',
  'Adlm',
  'Mand',
  'Phag',
  'Rohg',
  'Sogd',
  'Elym',
];

/** How many spaces a preserved tab is wide. */
const tabSize = 8;

/** A text, and the same as it is shaped: white space that has no glyph of its own is a space there. */
export interface ShapingSource {
  readonly original: string;
  readonly shaped: string;
}

/** What is shaped for a text. */
export function shapingSource(original: string): ShapingSource {
  return { original, shaped: original.replace(/[\t\v\f\r\x85\u2028\u2029]/g, ' ') };
}

/** Shapes a run, or a part of it, with the characters around it as context. */
export function shapeRun(
  source: ShapingSource,
  run: TextRun,
  style: ComputedStyle,
  start = run.start,
  end = run.end,
): RunGlyphs {
  const { face } = run.face.stored;
  const rtl = run.level % 2 === 1;
  const shaped = run.face.stored.font().shape({
    text: source.shaped,
    start,
    end,
    rtl,
    script: run.script,
    language: style.language,
    features: featuresOf(style),
  });
  const glyphs = scale(shaped, sizeOf(run, style) / face.unitsPerEm);
  space(glyphs, source.original, style, rtl, joined.includes(run.script) ? 0 : style.letterSpacing);
  return glyphs;
}

/** The size a run is drawn at, pt. */
export function sizeOf(run: TextRun, style: ComputedStyle): number {
  return style.fontSize * run.face.sizeAdjust;
}

function featuresOf(style: ComputedStyle): Readonly<Record<string, number>> {
  return {
    ...(style.fontKerning === 'none' && { kern: 0 }),
    // css-text-3 §8.2: optional ligatures are off where letters are spaced.
    ...(style.letterSpacing !== 0 && { liga: 0, clig: 0 }),
    ...style.fontFeatures,
  };
}

function scale(shaped: ShapedGlyphs, factor: number): RunGlyphs {
  return {
    ids: shaped.ids,
    clusters: shaped.clusters,
    unsafe: shaped.unsafe,
    advances: Float64Array.from(shaped.advances, (v) => v * factor),
    dx: Float64Array.from(shaped.dx, (v) => v * factor),
    dy: Float64Array.from(shaped.dy, (v) => v * factor),
  };
}

/** Adds letter- and word-spacing after each cluster: on its right, or on its left in right-to-left text. */
function space(
  glyphs: RunGlyphs,
  text: string,
  style: ComputedStyle,
  rtl: boolean,
  letterSpacing: number,
): void {
  const { clusters, advances, dx } = glyphs;
  const count = clusters.length;
  for (let first = 0; first < count; ) {
    let next = first + 1;
    while (next < count && clusters[next] === clusters[first]) next++;
    const unit = text.charCodeAt(clusters[first]!);
    let extra = letterSpacing;
    if (separatesWords(unit)) extra += style.wordSpacing;
    if (unit === 0x09) extra += (tabSize - 1) * advances[next - 1]!;
    if (extra !== 0) {
      advances[next - 1]! += extra;
      if (rtl) for (let i = first; i < next; i++) dx[i]! += extra;
    }
    first = next;
  }
}
