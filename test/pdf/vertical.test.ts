import { describe, expect, it } from 'vitest';
import type { GlyphsItem } from '../../src/layout/paged-document.ts';
import { composeOutline } from '../../src/pdf/font/subset-glyf.ts';
import { baselineShift, verticalCells } from '../../src/pdf/font/vertical-cells.ts';
import { writePdf } from '../../src/pdf/write-pdf.ts';
import { Glyphs } from '../../src/text/shaping/glyphs.ts';
import { createFaces, notoSansHk } from './support/faces.ts';
import { readPdf } from './support/read-pdf.ts';
import { markedText, pagesOf } from './support/read-text.ts';
import { element, paged } from './support/sample.ts';

const { open } = await createFaces();
const { face } = open(notoSansHk);
const info = { author: '', subject: '', date: undefined };

/** An upright run whose glyphs stand in squares of 10 pt. */
function upright(text: string): GlyphsItem {
  const glyphs = [...text].map((letter, cluster) => {
    const id = face.glyphOf(letter.codePointAt(0)!);
    return { id, cluster, advance: 10, dx: (-face.advanceOf(id) * 5) / 1000, dy: -8.8 };
  });
  const place = { kind: 'glyphs', content: 1, face, size: 10, x: 100, y: 20, turn: 'upright' } as const;
  const black = { r: 0, g: 0, b: 0, a: 1 };
  return {
    ...place,
    colour: black,
    glyphs: Glyphs.of(glyphs),
    text,
    level: 0,
    line: 1,
    language: 'zh-Hant',
  };
}

describe('upright text', () => {
  it('is drawn as letters turned back in a line that runs down, on the baseline of those along it', () => {
    const [first, second] = verticalCells(upright('自由'));
    expect(first!.x).toBe(0);
    expect(second!.x).toBeCloseTo(10);
    const [part] = first!.cell.parts;
    // 880 below the pen, and left of the middle by half a width; the baseline is left of the middle too.
    expect(part).toEqual({
      glyph: face.glyphOf(0x81ea),
      dx: 880,
      dy: Math.round(-500 + baselineShift(face) * 1000),
      turned: true,
    });
  });

  it('has outlines that are those of the face, turned', () => {
    const glyph = face.glyphOf(0x81ea);
    if (face.outlines.kind !== 'glyf') throw new Error('not TrueType');
    const { entryOf } = face.outlines;
    const made = composeOutline([{ glyph, dx: 7, dy: 9, turned: true }], entryOf, () => 3);
    const box = (bytes: Uint8Array) => {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      return [2, 4, 6, 8].map((at) => view.getInt16(at));
    };
    const [left, bottom, right, top] = box(entryOf(glyph)) as [number, number, number, number];
    expect(box(made)).toEqual([7 - top, 9 + left, 7 - bottom, 9 + right]);
    // x' = −y, y' = x, as two by two numbers of 2.14 bits.
    const view = new DataView(made.buffer);
    expect([18, 20, 22, 24].map((at) => view.getInt16(at))).toEqual([0, 0x4000, -0x4000, 0]);
  });

  it('is placed by a matrix of its own, and read in the order of its lines', async () => {
    const items = [upright('自由'), { ...upright('人'), x: 88, line: 2 }];
    const pdf = readPdf(await writePdf(paged([items], element('Document', [element('P', [1])])), info));
    const page = pagesOf(pdf)[0]!;
    const stream = Buffer.from(pdf.stream(page.get('Contents'))).toString('latin1');
    expect(stream).toContain('0 -1 1 0 95.64 575 Tm');
    expect(stream).toContain('0 -1 1 0 83.64 575 Tm');
    expect([...markedText(pdf, page).values()].join('')).toBe('自由人');
  });
});
