import type { VerticalMetrics } from '../fonts/vertical-metrics.ts';
import { createLineBreaker, type LineBreaker } from '../line-break/line-break.ts';
import type { AxisValues } from '../variation/axes.ts';
import { packGlyphs, type ShapedGlyphs } from './glyphs.ts';

/** A font that HarfBuzz holds. */
export interface ShaperFont {
  /** Shapes a part of a text; the characters around it are context for joining. Clusters are offsets into the text. */
  shape(request: ShapeRequest): ShapedGlyphs;
}

/** What to shape: `text` from `start` to `end` (UTF-16), as one run of one script, language and direction. */
export interface ShapeRequest {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly rtl: boolean;
  /** ISO 15924: `Latn`. */
  readonly script: string;
  /** BCP 47. */
  readonly language: string;
  /** OpenType features by tag. */
  readonly features: Readonly<Record<string, number>>;
}

/** The engines of text, loaded once a process: shaping and line breaks. */
export interface Shaper {
  /**
   * A font from an sfnt (outlines are not needed), at a place in its design space. One that is given metrics of vertical
   * lines shapes for these: advances are down the page.
   */
  createFont(sfnt: Uint8Array, axes?: AxisValues, vertical?: VerticalMetrics): ShaperFont;
  readonly lineBreaker: LineBreaker;
}

/** Characters of context on each side that HarfBuzz looks at (its own limit is 5). */
const context = 16;

/** Loads HarfBuzz; nothing of it is loaded before. */
export async function loadShaper(): Promise<Shaper> {
  const harfbuzz = await import('harfbuzzjs');
  return {
    createFont: (sfnt, axes, vertical) => createFont(harfbuzz, sfnt, axes, vertical),
    lineBreaker: createLineBreaker(),
  };
}

type HarfBuzz = typeof import('harfbuzzjs');

function createFont(
  harfbuzz: HarfBuzz,
  sfnt: Uint8Array,
  axes: AxisValues = {},
  vertical?: VerticalMetrics,
): ShaperFont {
  // A bundled module's exports are getters: they are asked once.
  const { ClusterLevel, Direction, Feature, GlyphFlag, shape } = harfbuzz;
  const { MONOTONE_CHARACTERS } = ClusterLevel;
  const { LTR, RTL, TTB, BTT } = Direction;
  const { UNSAFE_TO_BREAK } = GlyphFlag;
  const plain = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(sfnt)));
  const variations = Object.entries(axes).map(([tag, value]) => new harfbuzz.Variation(tag, value));
  if (variations.length > 0) plain.setVariations(variations);
  const font = vertical ? withVertical(harfbuzz, plain, vertical) : plain;
  const buffer = new harfbuzz.Buffer();
  return {
    shape(request) {
      const { text, start, end } = request;
      const from = Math.max(0, start - context);
      buffer.reset();
      buffer.setClusterLevel(MONOTONE_CHARACTERS);
      buffer.addText(text.slice(from, end + context), start - from, end - start);
      buffer.setDirection(vertical ? (request.rtl ? BTT : TTB) : request.rtl ? RTL : LTR);
      buffer.setScript(request.script);
      buffer.setLanguage(asciiTag(request.language));
      const features = Object.entries(request.features).map(([tag, value]) => new Feature(tag, value));
      shape(font, buffer, features);
      const isDown = vertical !== undefined;
      return collect(buffer.getGlyphInfos(), buffer.getGlyphPositions(), from, UNSAFE_TO_BREAK, isDown);
    },
  };
}

/** HarfBuzz would need the outlines for them, and the one that is here has no vertical metrics. */
function withVertical(harfbuzz: HarfBuzz, font: HarfBuzzFont, vertical: VerticalMetrics): HarfBuzzFont {
  const own = font.subFont();
  const functions = new harfbuzz.FontFuncs();
  functions.setGlyphVAdvanceFunc((_, glyph) => -Math.round(vertical.advanceOf(glyph)));
  functions.setGlyphVOriginFunc((_, glyph) => {
    const [x, y] = vertical.originOf(glyph);
    return [Math.round(x), Math.round(y)];
  });
  own.setFuncs(functions);
  return own;
}

/** HarfBuzz takes ASCII tags only; any other is a tag that no font knows. */
function asciiTag(language: string): string {
  return /^[\x21-\x7e]+$/.test(language) ? language : 'und';
}

type HarfBuzzFont = InstanceType<HarfBuzz['Font']>;
type Infos = ReturnType<InstanceType<HarfBuzz['Buffer']>['getGlyphInfos']>;
type Positions = ReturnType<InstanceType<HarfBuzz['Buffer']>['getGlyphPositions']>;

function collect(
  infos: Infos,
  positions: Positions,
  base: number,
  unsafeFlag: number,
  vertical: boolean,
): ShapedGlyphs {
  const count = infos.length;
  const numbers = new Int32Array(count * 3);
  const unsafe = new Uint8Array(count);
  let offsets: Int32Array | undefined;
  for (let i = 0; i < count; i++) {
    const info = infos[i]!;
    const { xAdvance, yAdvance, xOffset, yOffset } = positions[i]!;
    numbers[i] = info.codepoint;
    // HarfBuzz's y points up.
    numbers[count + i] = vertical ? -yAdvance : xAdvance;
    numbers[2 * count + i] = info.cluster + base;
    if (info.flags & unsafeFlag) unsafe[i] = 1;
    if (xOffset === 0 && yOffset === 0) continue;
    offsets ??= new Int32Array(count * 2);
    offsets[i * 2] = xOffset;
    offsets[i * 2 + 1] = yOffset;
  }
  return packGlyphs(numbers, offsets, unsafe);
}
