import { describe, expect, it } from 'vitest';
import { subsetFace } from '../../src/pdf/font/subset-face.ts';
import { closeOverComponents, composeOutline, stripOutline } from '../../src/pdf/font/subset-glyf.ts';
import type { Face } from '../../src/text/fonts/face.ts';
import { openFace } from '../../src/text/fonts/open-face.ts';
import { componentsOf } from '../../src/text/outlines/glyf-components.ts';
import type { GlyfOutlines } from '../../src/text/outlines/outlines.ts';
import { amiri, createFaces, notoSans } from './support/faces.ts';

const { open } = await createFaces();

function plain(face: { advanceOf(glyph: number): number }, glyph: number, text = 'x') {
  return { parts: [{ glyph, dx: 0, dy: 0 }], advance: face.advanceOf(glyph), text };
}

function glyfOf({ outlines }: Face): GlyfOutlines {
  if (outlines.kind !== 'glyf') throw new Error('no TrueType outlines');
  return outlines;
}

/** The subset as a font again; it lacks `cmap`, which the reader wants. */
function reopen(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const table = (tag: string) => {
    for (let i = 0; i < view.getUint16(4); i++) {
      const at = 12 + i * 16;
      if (Buffer.from(bytes.subarray(at, at + 4)).toString('latin1') !== tag) continue;
      const start = view.getUint32(at + 8);
      return bytes.slice(start, start + view.getUint32(at + 12));
    }
    throw new Error(`no ${tag}`);
  };
  const loca = new DataView(table('loca').buffer);
  const long = new DataView(table('head').buffer).getInt16(50) === 1;
  const offset = (i: number) => (long ? loca.getUint32(i * 4) : loca.getUint16(i * 2) * 2);
  const glyf = table('glyf');
  const hmtx = new DataView(table('hmtx').buffer);
  return {
    count: new DataView(table('maxp').buffer).getUint16(4),
    outline: (i: number) => glyf.subarray(offset(i), offset(i + 1)),
    advance: (i: number) => hmtx.getUint16(i * 4),
    bearing: (i: number) => hmtx.getInt16(i * 4 + 2),
    table,
  };
}

describe('the subset of a face', () => {
  const { face } = open(notoSans);
  const { entryOf } = glyfOf(face);
  const firstComposite = () => {
    for (let glyph = 1; glyph < face.glyphCount; glyph++) {
      if (componentsOf(entryOf(glyph)).length > 1) return glyph;
    }
    throw new Error('no composite glyph');
  };

  it('holds .notdef, the glyphs asked for in their order, and their components', () => {
    const a = face.glyphOf(0x41);
    const accented = firstComposite();
    const parts = componentsOf(entryOf(accented));
    expect(parts.length).toBeGreaterThan(1);
    const subset = subsetFace(face, glyfOf(face), [plain(face, accented), plain(face, a)]);
    expect(subset.places).toEqual([1, 2]);
    const font = reopen(subset.bytes);
    const closed = closeOverComponents([0, accented, a], entryOf);
    expect(font.count).toBe(closed.length);
    const inside = componentsOf(font.outline(1)).map(({ glyph }) => glyph);
    expect(inside.every((glyph) => glyph > 0 && glyph < font.count)).toBe(true);
    expect(font.advance(1)).toBe(face.advanceOf(accented));
  });

  it('keeps outlines byte for byte but for the hinting', () => {
    for (const path of [notoSans, amiri]) {
      const { face: some } = open(path);
      for (const character of 'aO8,') {
        const outline = glyfOf(some).entryOf(some.glyphOf(character.codePointAt(0)!));
        const stripped = stripOutline(outline, (glyph) => glyph);
        const points = 10 + ((outline[0]! << 8) | outline[1]!) * 2;
        const hinting = (outline[points]! << 8) | outline[points + 1]!;
        expect(Buffer.from(stripped.subarray(0, points))).toEqual(Buffer.from(outline.subarray(0, points)));
        expect([stripped[points], stripped[points + 1]]).toEqual([0, 0]);
        expect(Buffer.from(stripped.subarray(points + 2))).toEqual(
          Buffer.from(outline.subarray(points + 2 + hinting)),
        );
      }
    }
  });

  it('does not change the face it is cut from', () => {
    const glyph = firstComposite();
    const before = Buffer.from(entryOf(glyph));
    subsetFace(face, glyfOf(face), [plain(face, glyph)]);
    expect(Buffer.from(entryOf(glyph))).toEqual(before);
  });

  it('makes a character of moved glyphs with the room it is given', () => {
    const [a, dot] = ['a', '.'].map((c) => face.glyphOf(c.codePointAt(0)!)) as [number, number];
    const parts = [
      { glyph: a, dx: -40, dy: 0 },
      { glyph: dot, dx: 100, dy: 700 },
    ];
    const { bytes, places } = subsetFace(face, glyfOf(face), [{ parts, advance: 333, text: 'x' }]);
    const font = reopen(bytes);
    const made = font.outline(places[0]!);
    const view = new DataView(made.buffer, made.byteOffset);
    expect(font.advance(places[0]!)).toBe(333);
    expect(componentsOf(made)).toHaveLength(2);
    expect(font.bearing(places[0]!)).toBe(view.getInt16(2));
    const source = new DataView(Uint8Array.from(entryOf(dot)).buffer);
    expect(view.getInt16(8)).toBe(source.getInt16(8) + 700);
    expect(composeOutline([], entryOf, (glyph) => glyph)).toHaveLength(0);
  });

  it('has right checksums and can be opened', () => {
    const glyph = face.glyphOf(0x41);
    const { bytes } = subsetFace(face, glyfOf(face), [plain(face, glyph)]);
    let sum = 0;
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < bytes.length; i += 4) sum = (sum + view.getUint32(i)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
    const read = (offset: number, length: number) => bytes.subarray(offset, offset + length);
    expect(() => openFace({ size: bytes.length, key: '', read, close: () => undefined })).toThrow('cmap');
  });
});
