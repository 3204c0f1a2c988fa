import { packGlyphs, type ShapedGlyphs } from '../shaping/glyphs.ts';
import type { ShapeRequest } from '../shaping/shaper.ts';
import type { StoredFace } from './font-store.ts';

/**
 * What stands in where a style has no face at all, so that layout can go on and find all other errors. It has one
 * glyph, half an em wide, for every character; nothing drawn with it is ever written, for the missing face is an error.
 */
export function createLastResort(): StoredFace {
  const face = {
    id: 'last-resort',
    postScriptName: 'LastResort',
    family: 'Last Resort',
    weight: 400,
    unitsPerEm: 1000,
    ascent: 0.8,
    descent: 0.2,
    lineGap: 0,
    capHeight: 0.7,
    xHeight: 0.5,
    underlineOffset: 0.1,
    underlineThickness: 0.05,
    italicAngle: 0,
    bounds: [0, -200, 500, 800] as const,
    glyphCount: 1,
    glyphOf: () => 0,
    advanceOf: () => 500,
    table: () => undefined,
    hasFeature: () => true,
    outlines: { kind: 'cff', pathOf: () => [] } as const,
  };
  const font = { shape: ({ start, end, rtl }: ShapeRequest) => boxes(start, end, rtl) };
  return { face, font: () => font, verticalFont: () => font };
}

function boxes(start: number, end: number, rtl: boolean): ShapedGlyphs {
  const count = end - start;
  const numbers = new Int32Array(count * 3).fill(500, count, 2 * count);
  for (let i = 0; i < count; i++) numbers[2 * count + i] = rtl ? end - 1 - i : start + i;
  return packGlyphs(numbers, undefined, new Uint8Array(count));
}
