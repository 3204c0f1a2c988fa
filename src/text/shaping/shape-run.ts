import type { ComputedStyle } from '../../style/computed-style.ts';
import { clusterEnds } from '../../unicode/grapheme-clusters.ts';
import { separatesWords } from '../character.ts';
import { type TextSpacing, withSpacing } from '../spacing/text-spacing.ts';
import { combineRun } from './combine-run.ts';
import { type Glyph, Glyphs, type RunGlyphs } from './glyphs.ts';
import type { TextRun } from './itemize.ts';

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

/** A text, and the same as it is shaped: white space that has no glyph of its own is a space there. */
export interface ShapingSource {
  readonly original: string;
  readonly shaped: string;
  readonly hasTabs: boolean;
  /** What is between East Asian characters; undefined in most texts. */
  readonly spacing: TextSpacing | undefined;
}

/** What is shaped for a text. */
export function shapingSource(original: string, spacing: TextSpacing | undefined): ShapingSource {
  return {
    original,
    shaped: original.replace(/[\t\v\f\r\x85\u2028\u2029]/g, ' '),
    hasTabs: original.includes('\t'),
    spacing,
  };
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
  if (run.upright === 'combined') return combineRun(source.shaped, { ...run, start, end }, style);
  const rtl = run.level % 2 === 1;
  const { stored } = run.face;
  const shaped = (run.upright ? stored.verticalFont() : stored.font()).shape({
    text: source.shaped,
    start,
    end,
    rtl,
    script: run.script,
    language: style.language,
    features: featuresOf(style),
  });
  const glyphs = Glyphs.shaped(shaped, sizeOf(run, style) / face.unitsPerEm);
  const letterSpacing = joined.includes(run.script) ? 0 : style.letterSpacing;
  const lettered = spaced(glyphs, source, style, rtl, letterSpacing);
  const { spacing } = source;
  const spread = spacing ? withSpacing(lettered, spacing, { ...run, end }) : lettered;
  return { glyphs: spread, unsafe: shaped.unsafe, scale: 1 };
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

/** Pt from one tab stop to the next. */
export function tabAdvance(tabSize: ComputedStyle['tabSize'], space: number): number {
  return typeof tabSize === 'number' ? tabSize * space : tabSize.pt;
}

/** Where the letter begins that a glyph's cluster is a part of: shaping has clusters of their own for marks. */
function letterStarts(text: string, glyphs: readonly Glyph[]): (cluster: number) => number {
  const clusters = glyphs.map(({ cluster }) => cluster);
  const from = clusters.reduce((a, b) => Math.min(a, b), text.length);
  const to = clusters.reduce((a, b) => Math.max(a, b), 0) + 1;
  const starts = new Map<number, number>();
  let start = from;
  for (const end of clusterEnds(text.slice(from, to))) {
    for (let at = start; at < from + end; at++) starts.set(at, start);
    start = from + end;
  }
  return (cluster) => starts.get(cluster) ?? cluster;
}

/** Letter- and word-spacing and tabs after each letter: on its right, or on its left in right-to-left text. */
function spaced(
  glyphs: Glyphs,
  { original, hasTabs }: ShapingSource,
  style: ComputedStyle,
  rtl: boolean,
  letterSpacing: number,
): Glyphs {
  if (letterSpacing === 0 && style.wordSpacing === 0 && !hasTabs) return glyphs;
  const list = [...glyphs];
  const count = list.length;
  const startOf = letterSpacing === 0 ? (cluster: number) => cluster : letterStarts(original, list);
  for (let first = 0; first < count; ) {
    const start = startOf(list[first]!.cluster);
    let next = first + 1;
    while (next < count && startOf(list[next]!.cluster) === start) next++;
    const last = list[next - 1]!;
    const unit = original.charCodeAt(start);
    let extra = letterSpacing;
    if (separatesWords(unit)) extra += style.wordSpacing;
    if (unit === 0x09) extra += tabAdvance(style.tabSize, last.advance) - last.advance;
    if (extra !== 0) {
      list[next - 1] = { ...last, advance: last.advance + extra };
      if (rtl) for (let i = first; i < next; i++) list[i] = { ...list[i]!, dx: list[i]!.dx + extra };
    }
    first = next;
  }
  return Glyphs.of(list);
}
