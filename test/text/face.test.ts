import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RandomAccess } from '../../src/host/host.ts';
import type { Face } from '../../src/text/fonts/face.ts';
import { liteSfnt } from '../../src/text/fonts/lite-sfnt.ts';
import { openFace } from '../../src/text/fonts/open-face.ts';
import { FontError } from '../../src/text/fonts/sfnt.ts';

const root = 'node_modules/@expo-google-fonts';
const notoSans = readFileSync(`${root}/noto-sans/400Regular/NotoSans_400Regular.ttf`);
const notoSansHk = `${root}/noto-sans-hk/400Regular/NotoSansHK_400Regular.ttf`;

/** A file in memory that counts the bytes read. */
function access(bytes: Uint8Array): RandomAccess & { bytesRead: number } {
  return {
    size: bytes.length,
    key: 'memory',
    bytesRead: 0,
    read(offset, length) {
      const part = bytes.subarray(offset, offset + length);
      this.bytesRead += part.length;
      return part;
    },
    close() {},
  };
}

/** The tags of a font's tables, in the order of its directory. */
function tagsOf(bytes: Buffer): string[] {
  return Array.from({ length: bytes.readUInt16BE(4) }, (_, i) =>
    bytes.toString('latin1', 12 + 16 * i, 16 + 16 * i),
  );
}

/** The `glyf` entry of a character. */
function entryOf({ outlines, glyphOf }: Face, character: number): Uint8Array {
  if (outlines.kind !== 'glyf') throw new Error('no TrueType outlines');
  return outlines.entryOf(glyphOf(character));
}

function fault(bytes: Uint8Array): string {
  try {
    openFace(access(bytes));
  } catch (error) {
    if (error instanceof FontError || error instanceof RangeError) return error.message;
    throw error;
  }
  return 'opened';
}

/** Noto Sans with some bytes changed. */
function changed(change: (bytes: Uint8Array) => void): Uint8Array {
  const bytes = new Uint8Array(notoSans);
  change(bytes);
  return bytes;
}

describe('openFace', () => {
  test('reads the metrics of Noto Sans', () => {
    const { face } = openFace(access(notoSans));
    expect(face).toMatchObject({
      postScriptName: 'NotoSans-Regular',
      family: 'Noto Sans',
      unitsPerEm: 1000,
      ascent: 1.069,
      descent: 0.293,
      lineGap: 0,
      capHeight: 0.714,
      xHeight: 0.536,
      underlineOffset: 0.125,
      underlineThickness: 0.05,
    });
    expect(face.id).toMatch(/^NotoSans-Regular-[0-9a-f]{12}$/);
    expect(face.glyphOf(0x41)).toBe(36);
    expect(face.advanceOf(36)).toBe(639);
    expect(face.glyphOf(0x4e00)).toBe(0);
  });

  test('takes hhea where USE_TYPO_METRICS is not set', () => {
    const { face } = openFace(access(readFileSync(notoSansHk)));
    expect([face.ascent, face.descent]).toEqual([1.16, 0.288]);
  });

  test('reads only what it needs of a large file', () => {
    const file = access(readFileSync(notoSansHk));
    const { face, sfnt } = openFace(file);
    const outline = entryOf(face, 0x81ea);
    const contours = new DataView(outline.buffer, outline.byteOffset).getInt16(0);
    expect(contours).toBeGreaterThan(0);
    expect(entryOf(face, 0x20)).toHaveLength(0);
    const before = file.bytesRead;
    const lite = liteSfnt(sfnt).length;
    expect(lite).toBeLessThan(500_000);
    // What the face holds already is not read again.
    expect(file.bytesRead - before).toBeLessThan(lite - sfnt.size('cmap') - sfnt.size('hmtx') + 1);
    expect(file.bytesRead).toBeLessThan(1_000_000);
  });

  test.each([
    ['wOFF', 'is WOFF; a TrueType or OpenType font (.ttf, .otf, .ttc) is needed'],
    ['wOF2', 'is WOFF2; a TrueType or OpenType font (.ttf, .otf, .ttc) is needed'],
    ['typ1', 'is a Type 1 font; a TrueType or OpenType font (.ttf, .otf, .ttc) is needed'],
    ['%PDF', 'is not a TrueType or OpenType font'],
  ])('refuses %s', (magic, message) => {
    expect(fault(changed((b) => b.set(Buffer.from(magic, 'latin1'))))).toBe(message);
  });

  test('refuses a font that is cut off or empty, or whose outlines are not there', () => {
    expect(fault(notoSans.subarray(0, 40_000))).toMatch(/is cut off/);
    expect(fault(new Uint8Array(0))).toBe('is cut off');
    const at = 12 + 16 * tagsOf(notoSans).indexOf('glyf');
    expect(fault(changed((b) => b.set(Buffer.from('none'), at)))).toBe('has no outlines');
  });

  test('a font with bytes changed anywhere in its tables opens or is refused, and never hangs', () => {
    for (let at = 0; at < 4000; at += 7) {
      const bytes = changed((b) => b.fill(255, at, at + 3));
      if (fault(bytes) !== 'opened') continue;
      const { face } = openFace(access(bytes));
      for (const c of [0x41, 0x627, 0x4e00, 0x1f600]) {
        expect(face.glyphOf(c)).toBeLessThan(face.glyphCount);
        entryOf(face, c);
      }
    }
  });
});
