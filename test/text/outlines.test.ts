import { readFileSync } from 'node:fs';
import { Blob, Font, Face as HarfBuzzFace, Variation } from 'harfbuzzjs';
import { describe, expect, test } from 'vitest';
import { openFace } from '../../src/text/fonts/open-face.ts';
import { isComposite } from '../../src/text/outlines/glyf-components.ts';
import { decodePoints, encodePoints } from '../../src/text/outlines/glyf-points.ts';
import type { GlyphPath } from '../../src/text/outlines/glyph-path.ts';
import type { AxisValues } from '../../src/text/variation/axes.ts';

/** Every so many glyphs are compared. */
const step = 3;

function open(file: string, axes: AxisValues = {}) {
  const bytes = new Uint8Array(readFileSync(`node_modules/source-sans/${file}`));
  const read = (offset: number, length: number) => bytes.subarray(offset, offset + length);
  const { face } = openFace({ size: bytes.length, key: file, read, close: () => undefined }, { axes });
  const reference = new Font(new HarfBuzzFace(new Blob(bytes)));
  reference.setVariations(Object.entries(axes).map(([tag, value]) => new Variation(tag, value)));
  const glyphs = Array.from({ length: Math.ceil(face.glyphCount / step) }, (_, i) => i * step);
  return { face, reference, glyphs };
}

const letters = { move: 'M', line: 'L', curve: 'C' } as const;

/** A path as SVG writes it, coordinates rounded; a line back to where a contour began is the same as its closing. */
function drawn(path: GlyphPath): string {
  const steps = path.map((step) => {
    const points = step.kind === 'curve' ? [step.x1, step.y1, step.x2, step.y2] : [];
    return `${letters[step.kind]}${[...points, step.x, step.y].map(Math.round).join(',')}`;
  });
  return closed(steps.join(' '));
}

function drawnByHarfBuzz(font: Font, glyph: number): string {
  const commands = font.glyphToJson(glyph).filter(({ type }) => type !== 'Z');
  return closed(commands.map(({ type, values }) => `${type}${values.map(Math.round).join(',')}`).join(' '));
}

function closed(path: string): string {
  return path
    .split(/ (?=M)/)
    .map((contour) => {
      const start = /^M(\S+)/.exec(contour)?.[1];
      // Two lines, where the places differ by less than a unit.
      return contour.replace(new RegExp(`(?: L${start})+$`), '');
    })
    .join(' ');
}

describe('CFF outlines', () => {
  test.each([
    ['OTF/SourceSans3-Regular.otf', {}],
    ['VF/SourceSans3VF-Upright.otf', { wght: 650 }],
    ['VF/SourceSans3VF-Italic.otf', { wght: 871.3 }],
  ] as const)('of %s at %j are those that HarfBuzz draws', (file, axes) => {
    const { face, reference, glyphs } = open(file, axes);
    const { outlines } = face;
    if (outlines.kind !== 'cff') throw new Error('not CFF');
    const own = glyphs.map((glyph) => drawn(outlines.pathOf(glyph)));
    expect(own.filter((path) => path !== '').length).toBeGreaterThan(600);
    expect(own).toEqual(glyphs.map((glyph) => drawnByHarfBuzz(reference, glyph)));
    expect(glyphs.map(face.advanceOf)).toEqual(glyphs.map((glyph) => reference.glyphHAdvance(glyph)));
  });
});

describe('TrueType outlines', () => {
  test.each([
    ['VF/SourceSans3VF-Upright.ttf', { wght: 650 }],
    ['VF/SourceSans3VF-Upright.ttf', { wght: 250 }],
    ['VF/SourceSans3VF-Italic.ttf', { wght: 900 }],
  ] as const)('of %s at %j are those that HarfBuzz draws', (file, axes) => {
    const { face, reference, glyphs } = open(file, axes);
    const { outlines } = face;
    if (outlines.kind !== 'glyf') throw new Error('not TrueType');
    let composites = 0;
    for (const glyph of glyphs) {
      const entry = outlines.entryOf(glyph);
      expect(face.advanceOf(glyph)).toBe(reference.glyphHAdvance(glyph));
      if (entry.length === 0) continue;
      const view = new DataView(entry.buffer, entry.byteOffset, entry.byteLength);
      const { xBearing, yBearing, width, height } = reference.glyphExtents(glyph)!;
      const box = [xBearing, yBearing + height, xBearing + width, yBearing];
      for (const [i, value] of box.entries()) {
        expect(Math.abs(view.getInt16(2 + 2 * i) - value), `glyph ${glyph}, side ${i}`).toBeLessThanOrEqual(
          1,
        );
      }
      expect(outlines.bearingOf(glyph)).toBe(view.getInt16(2));
      if (isComposite(entry)) composites++;
      else expect(pointsApart(entry, reference, glyph), `glyph ${glyph}`).toEqual([]);
    }
    expect(composites).toBeGreaterThan(200);
  });

  test('grow with the weight, and stand at the default without one', () => {
    const widths = [200, 400, 900].map((wght) => {
      const { face } = open('VF/SourceSans3VF-Upright.ttf', { wght });
      return face.advanceOf(face.glyphOf(0x6d));
    });
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(new Set(widths).size).toBe(3);
    const { face } = open('VF/SourceSans3VF-Upright.ttf', { wght: 1 });
    expect(face).toMatchObject({ weight: 200, postScriptName: 'SourceSans3VF-ExtraLight_200wght' });
    expect(open('VF/SourceSans3VF-Upright.ttf').face.id).toBe(face.id);
  });

  test('are the same after they are taken apart and put together', () => {
    const { face, glyphs } = open('TTF/SourceSans3-Regular.ttf');
    const { outlines } = face;
    if (outlines.kind !== 'glyf') throw new Error('not TrueType');
    for (const glyph of glyphs) {
      const entry = outlines.entryOf(glyph);
      if (entry.length === 0 || isComposite(entry)) continue;
      const points = decodePoints(entry);
      const again = encodePoints(points);
      expect(decodePoints(again)).toEqual(points);
      expect([...again.subarray(0, 10)]).toEqual([...entry.subarray(0, 10)]);
    }
  });
});

/** Points of a simple glyph that HarfBuzz has none within a unit of: it gives the points between two curves as well. */
function pointsApart(entry: Uint8Array, font: Font, glyph: number): readonly string[] {
  const known = new Set<string>();
  for (const { values } of font.glyphToJson(glyph)) {
    for (let i = 0; i + 1 < values.length; i += 2)
      known.add(`${Math.round(values[i]!)},${Math.round(values[i + 1]!)}`);
  }
  const { x, y } = decodePoints(entry);
  const near = [-1, 0, 1];
  return x.flatMap((left, i) => {
    const isNear = near.some((a) => near.some((b) => known.has(`${left + a},${y[i]! + b}`)));
    return isNear ? [] : [`${left},${y[i]}`];
  });
}
