import type { Bidi } from 'bidi-js';
import { createLineBreaker, type LineBreaker } from './line-break.ts';
import { createScriptLookup, type ScriptLookup } from './script.ts';

/** A font that HarfBuzz holds. */
export interface ShaperFont {
  /** Shapes a part of a text; the characters around it are context for joining. */
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

/** Glyphs in visual order, font units; `clusters` are offsets into the request's text. */
export interface ShapedGlyphs {
  readonly ids: Uint32Array;
  readonly clusters: Uint32Array;
  readonly advances: Int32Array;
  readonly dx: Int32Array;
  readonly dy: Int32Array;
  /** 1 where a line may not be broken before the glyph's cluster without shaping again. */
  readonly unsafe: Uint8Array;
}

/** The engines of text, loaded once a process: shaping, bidi, line breaks, scripts, grapheme clusters. */
export interface Shaper {
  /** A font from an sfnt (outlines are not needed). */
  createFont(sfnt: Uint8Array): ShaperFont;
  readonly bidi: Bidi;
  readonly lineBreaker: LineBreaker;
  readonly scriptOf: ScriptLookup;
  /** Made when it is first asked for. */
  readonly graphemes: Intl.Segmenter;
}

/** Characters of context on each side that HarfBuzz looks at (its own limit is 5). */
const context = 16;

/** Loads HarfBuzz and bidi-js; nothing of them is loaded before. */
export async function loadShaper(): Promise<Shaper> {
  const [harfbuzz, bidi] = await Promise.all([import('harfbuzzjs'), import('bidi-js')]);
  let graphemes: Intl.Segmenter | undefined;
  return {
    createFont: (sfnt) => createFont(harfbuzz, sfnt),
    bidi: createBidi(bidi.default),
    lineBreaker: createLineBreaker(),
    scriptOf: createScriptLookup(),
    get graphemes() {
      graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
      return graphemes;
    },
  };
}

/** bidi-js is CommonJS: its factory is the default, or the default's default, by who loads it. */
function createBidi(exported: unknown): Bidi {
  const factory = typeof exported === 'function' ? exported : (exported as { default: unknown }).default;
  return (factory as () => Bidi)();
}

type HarfBuzz = typeof import('harfbuzzjs');

function createFont(harfbuzz: HarfBuzz, sfnt: Uint8Array): ShaperFont {
  const font = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(sfnt)));
  const buffer = new harfbuzz.Buffer();
  return {
    shape(request) {
      const { text, start, end } = request;
      const from = Math.max(0, start - context);
      buffer.reset();
      buffer.setClusterLevel(harfbuzz.ClusterLevel.MONOTONE_CHARACTERS);
      buffer.addText(text.slice(from, end + context), start - from, end - start);
      buffer.setDirection(request.rtl ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
      buffer.setScript(request.script);
      buffer.setLanguage(asciiTag(request.language));
      const features = Object.entries(request.features).map(
        ([tag, value]) => new harfbuzz.Feature(tag, value),
      );
      harfbuzz.shape(font, buffer, features);
      return collect(
        buffer.getGlyphInfos(),
        buffer.getGlyphPositions(),
        from,
        harfbuzz.GlyphFlag.UNSAFE_TO_BREAK,
      );
    },
  };
}

/** HarfBuzz takes ASCII tags only; any other is a tag that no font knows. */
function asciiTag(language: string): string {
  return /^[\x21-\x7e]+$/.test(language) ? language : 'und';
}

type Infos = ReturnType<InstanceType<HarfBuzz['Buffer']>['getGlyphInfos']>;
type Positions = ReturnType<InstanceType<HarfBuzz['Buffer']>['getGlyphPositions']>;

function collect(infos: Infos, positions: Positions, base: number, unsafeFlag: number): ShapedGlyphs {
  const count = infos.length;
  const glyphs = {
    ids: new Uint32Array(count),
    clusters: new Uint32Array(count),
    advances: new Int32Array(count),
    dx: new Int32Array(count),
    dy: new Int32Array(count),
    unsafe: new Uint8Array(count),
  };
  for (let i = 0; i < count; i++) {
    const info = infos[i]!;
    const position = positions[i]!;
    glyphs.ids[i] = info.codepoint;
    glyphs.clusters[i] = info.cluster + base;
    glyphs.advances[i] = position.xAdvance;
    glyphs.dx[i] = position.xOffset;
    glyphs.dy[i] = position.yOffset;
    glyphs.unsafe[i] = info.flags & unsafeFlag ? 1 : 0;
  }
  return glyphs;
}
