import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openFace } from '../../src/text/fonts/open-face.ts';

const root = 'node_modules/@expo-google-fonts';
const notoSans = readFileSync(`${root}/noto-sans/400Regular/NotoSans_400Regular.ttf`);
const amiri = readFileSync(`${root}/amiri/400Regular/Amiri_400Regular.ttf`);

/** A collection of some fonts: their files one after the other, and the offsets of their directories. */
function collect(fonts: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(12 + 4 * fonts.length);
  head.write('ttcf', 'latin1');
  head.writeUInt32BE(0x10000, 4);
  head.writeUInt32BE(fonts.length, 8);
  let start = head.length;
  const moved = fonts.map((font, index) => {
    const copy = Buffer.from(font);
    for (let i = 0; i < copy.readUInt16BE(4); i++) {
      const at = 12 + 16 * i + 8;
      copy.writeUInt32BE(copy.readUInt32BE(at) + start, at);
    }
    head.writeUInt32BE(start, 12 + 4 * index);
    start += font.length;
    return copy;
  });
  return Buffer.concat([head, ...moved]);
}

const collection = collect([notoSans, amiri]);

function open(bytes: Buffer, member?: string) {
  const read = (offset: number, length: number) => bytes.subarray(offset, offset + length);
  return openFace({ size: bytes.length, key: 'memory', read, close: () => undefined }, { member }).face;
}

describe('a collection', () => {
  test.each([
    [undefined, 'NotoSans-Regular'],
    ['0', 'NotoSans-Regular'],
    ['1', 'Amiri-Regular'],
    ['Amiri-Regular', 'Amiri-Regular'],
  ])('has the font %s', (member, name) => {
    const face = open(collection, member);
    const alone = open(name === 'Amiri-Regular' ? amiri : notoSans);
    expect(face.postScriptName).toBe(name);
    expect(face.id).toBe(alone.id);
    const glyph = face.glyphOf(0x41);
    expect(face.outlines.kind === 'glyf' && face.outlines.entryOf(glyph).length).toBeGreaterThan(10);
    expect(face.outlines.kind === 'glyf' && face.outlines.entryOf(glyph)).toEqual(
      alone.outlines.kind === 'glyf' && alone.outlines.entryOf(glyph),
    );
  });

  test.each([
    ['2', 'is a collection of 2 fonts; #2 is beyond'],
    ['Noto', 'is a collection without “Noto”; it has NotoSans-Regular, Amiri-Regular'],
  ])('says what it has instead of %s', (member, message) => {
    expect(() => open(collection, member)).toThrow(message);
  });

  test('is asked for where there is none', () => {
    expect(() => open(notoSans, 'Amiri-Regular')).toThrow(
      'is no collection; there is no “#Amiri-Regular” in it',
    );
  });
});
