import { describe, expect, test } from 'vitest';
import type { FontFaceRule } from '../../src/style/rules.ts';
import { createFontBook } from '../../src/text/fonts/font-book.ts';
import { createFontStore } from '../../src/text/fonts/font-store.ts';
import { matchFaces, stretchDistance } from '../../src/text/fonts/match-face.ts';
import { loadShaper } from '../../src/text/shaping/shaper.ts';
import { faceRule } from '../style/support/font-face.ts';
import { fontHost, rules, style } from './fixture.ts';

const variable = faceRule('Varying', 'npm:source-sans/VF/SourceSans3VF-Upright.ttf', {
  weight: { min: 300, max: 800 },
});

async function bookOf(...faces: readonly FontFaceRule[]) {
  const store = createFontStore(await loadShaper());
  return createFontBook(fontHost(), faces, store);
}

describe('a variable face', () => {
  test('stands where the style asks, within what its rule says and it has', async () => {
    const book = await bookOf(variable);
    const at = (fontWeight: number, fontVariationSettings = {}) =>
      book.primaryFace(style({ fontFamily: ['Varying'], fontWeight, fontVariationSettings })).weight;
    expect([at(100), at(450), at(900)]).toEqual([300, 450, 800]);
    expect(at(450, { wght: 870 })).toBe(870);
    expect(at(450, { wght: 5000 })).toBe(900);
  });

  test('is shaped with the advances of its place', async () => {
    const book = await bookOf(variable);
    const { stored } = book.primary(style({ fontFamily: ['Varying'], fontWeight: 700 }));
    const request = { text: 'm', start: 0, end: 1, rtl: false, script: 'Latn', language: 'en', features: {} };
    const [glyph, advance] = stored.font().shape(request).packed;
    expect(advance).toBe(stored.face.advanceOf(glyph!));
    expect(advance).not.toBe(book.primaryFace(style({ fontFamily: ['Varying'] })).advanceOf(glyph!));
  });

  test('is the same object for the same place, whatever was asked', async () => {
    const other = { ...variable, family: 'Other', weight: { min: 1, max: 1000 } };
    const book = await bookOf(variable, other);
    const a = book.primary(style({ fontFamily: ['Varying'], fontVariationSettings: { wght: 900 } }));
    const b = book.primary(style({ fontFamily: ['Other'], fontVariationSettings: { wght: 950 } }));
    expect(a.stored).toBe(b.stored);
  });
});

test('a face that does not vary is opened once for all weights', async () => {
  const wide = { ...rules.latin, weight: { min: 100, max: 900 } };
  const book = await bookOf(wide);
  const [a, b] = [200, 700].map((fontWeight) =>
    book.primary(style({ fontFamily: ['Noto Sans'], fontWeight })),
  );
  expect(a!.stored).toBe(b!.stored);
});

test('metrics of a rule take the place of the font’s', async () => {
  const tall = { ...rules.latin, family: 'Tall', ascentOverride: 1.5, lineGapOverride: 0.25 };
  const book = await bookOf(rules.latin, tall);
  const plain = book.primaryFace(style({ fontFamily: ['Noto Sans'] }));
  const own = book.primaryFace(style({ fontFamily: ['Tall'] }));
  expect(own).toMatchObject({ ascent: 1.5, descent: plain.descent, lineGap: 0.25, id: plain.id });
});

describe('the closest width', () => {
  const faces = [50, 87.5, 100, 125].map((width) => ({
    rule: faceRule('A', `${width}.ttf`, { stretch: { min: width, max: width } }),
  }));
  test.each([
    [75, 50],
    [90, 87.5],
    [110, 125],
    [200, 125],
    [10, 50],
  ])('to %d %% is %d %%', (fontStretch, width) => {
    const found = matchFaces(faces, { fontWeight: 400, fontStyle: 'normal', fontStretch });
    expect(found.map((face) => face.rule.stretch.min)).toEqual([width]);
  });

  test('counts before weight and style, and a range has all that is in it', () => {
    expect(stretchDistance({ min: 50, max: 100 }, 75)).toBe(0);
    const bold = { rule: faceRule('A', 'b.ttf', { weight: { min: 700, max: 700 }, style: 'italic' }) };
    const query = { fontWeight: 700, fontStyle: 'italic', fontStretch: 87.5 } as const;
    expect(matchFaces([...faces, bold], query)).toEqual([faces[1]]);
  });
});

test('WOFF2 is refused with the way out', async () => {
  const packed = faceRule('Packed', 'npm:source-sans/WOFF2/TTF/SourceSans3-Regular.ttf.woff2');
  const book = await bookOf(packed);
  book.primary(style({ fontFamily: ['Packed'] }));
  expect(book.takeDiagnostics()).toMatchObject([
    {
      code: 'font-invalid',
      message:
        'the font “Packed” (npm:source-sans/WOFF2/TTF/SourceSans3-Regular.ttf.woff2) is WOFF2; a TrueType or OpenType font (.ttf, .otf, .ttc) is needed',
      hint: 'unpack it with woff2_decompress, or name the .ttf or .otf that it was made of',
    },
  ]);
});
