import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Glyphs, packGlyphs } from '../../src/text/shaping/glyphs.ts';
import type { ShapeRequest, ShaperFont } from '../../src/text/shaping/shaper.ts';
import { endsAtSpaces } from '../../src/text/shaping/space-lookups.ts';
import { shapingByWords } from '../../src/text/shaping/word-shaping.ts';
import { createFaces } from '../pdf/support/faces.ts';

const npm = '@expo-google-fonts';

/** Fonts that kern with spaces, join letters, reorder them; with words that meet spaces in all of their ways. */
const kinds = [
  {
    name: 'Latin',
    path: `${npm}/noto-sans/400Regular/NotoSans_400Regular.ttf`,
    run: { script: 'Latn', language: 'en', rtl: false },
    words: [
      'AVATAR',
      'To',
      'Wave',
      'office',
      'fj',
      '“Yes,”',
      'e\u0301te\u0301',
      '\u0301a',
      '1/2',
      'Y.',
      'ﬁ',
      '\u00ad',
      'x'.repeat(40),
    ],
  },
  {
    name: 'Latin that kerns with spaces',
    path: `${npm}/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf`,
    run: { script: 'Latn', language: 'tr', rtl: false },
    words: ['Tal', 'AV', 'Yo', 'VA', 'WT', 'ŵij', '‘f’', 'LT', 'P,', '(j)'],
  },
  {
    name: 'Arabic',
    path: `${npm}/vazirmatn/400Regular/Vazirmatn_400Regular.ttf`,
    run: { script: 'Arab', language: 'fa', rtl: true },
    words: ['سلام', 'لله', 'ما', 'می\u200cروم', 'اَلْكِتَابُ', '،', 'ء', 'وً', 'آ', '«لا»', 'ـ', '\u064bب'],
  },
  {
    name: 'Devanagari',
    path: `${npm}/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf`,
    run: { script: 'Deva', language: 'hi', rtl: false },
    words: ['हिन्दी', 'क्षेत्र', 'र्कि', '।', 'ऑं', 'श्री', '\u093f', 'द्ध्र्य', 'की'],
  },
  {
    name: 'a font whose rules look across spaces',
    path: `${npm}/amiri/400Regular/Amiri_400Regular.ttf`,
    run: { script: 'Arab', language: 'ar', rtl: true },
    words: ['الله', 'بسم', 'لا', 'في', 'ﷺ', 'مٍ'],
  },
] as const;

/** More than a font shapes before it is asked whether words may be kept. */
const warmUp = 'x'.repeat(4000);

let faces: Awaited<ReturnType<typeof createFaces>>;
beforeAll(async () => {
  faces = await createFaces();
});

/** A font that counts what it is asked, and the same by words. */
function fontsOf(path: string, isAllowed?: boolean) {
  const { face, font, sfnt } = faces.open(path);
  const asked: string[] = [];
  const counting: ShaperFont = {
    shape(request) {
      asked.push(request.text.slice(request.start, request.end));
      return font.shape(request);
    },
  };
  const byWords = shapingByWords(counting, () => isAllowed ?? endsAtSpaces(sfnt, face.glyphOf(0x20)));
  byWords.shape({ ...latin, text: warmUp, start: 0, end: warmUp.length, features: {} });
  asked.length = 0;
  return { whole: font, byWords, asked };
}

const latin = { script: 'Latn', language: 'en', rtl: false };

/** Everything that is told of a run. */
function read(font: ShaperFont, request: ShapeRequest) {
  const shaped = font.shape(request);
  return { glyphs: [...Glyphs.shaped(shaped, 1)], unsafe: [...shaped.unsafe] };
}

describe.each(kinds)('$name', ({ path, run, words }) => {
  it('has the glyphs by words that it has whole, and the same places where it is not safe to break', () => {
    const { whole, byWords } = fontsOf(path);
    const word = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...words) },
      fc.constantFrom('', '12', 'a'),
    );
    const features = fc.constantFrom<ShapeRequest['features'][]>({}, { kern: 0 });
    const texts = fc.tuple(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(3), fc.nat(3), features);
    fc.assert(
      fc.property(texts, ([parts, before, behind, features]) => {
        const text = parts.join(' ');
        fc.pre(text.length > before + behind);
        const request = { ...run, text, start: before, end: text.length - behind, features };
        expect(read(byWords, request)).toEqual(read(whole, request));
      }),
      { numRuns: 60 },
    );
  });
});

/**
 * A made-up font for what real ones seldom do: `T` is kerned with a space behind it, `A` with one before it; `V` makes the
 * space behind it narrower and `v` lowers it, `W` is one glyph with it.
 */
const odd: ShaperFont = {
  shape({ text, start, end, rtl }) {
    const glyphs: { id: number; advance: number; cluster: number; dy: number; unsafe: number }[] = [];
    for (let at = start; at < end; at++) {
      const [before, own] = [at > start ? text[at - 1] : '', text[at]!];
      const last = glyphs.at(-1);
      if (own === ' ' && before === 'W') last!.id = 999;
      else {
        const isKerned = (own === ' ' && before === 'T') || (own === 'A' && before === ' ');
        if (isKerned) last!.advance -= 20;
        const isNarrow = own === ' ' && before === 'V';
        const dy = own === ' ' && before === 'v' ? -5 : 0;
        const advance = isNarrow ? 300 : 500;
        glyphs.push({
          id: own.charCodeAt(0),
          advance,
          cluster: at,
          dy,
          unsafe: isKerned || isNarrow ? 1 : 0,
        });
      }
    }
    if (rtl) glyphs.reverse();
    const planes = (['id', 'advance', 'cluster'] as const).map((key) => glyphs.map((glyph) => glyph[key]));
    const offsets = Int32Array.from(glyphs.flatMap(({ dy }) => [0, dy]));
    const unsafe = Uint8Array.from(glyphs, (glyph) => glyph.unsafe);
    return packGlyphs(Int32Array.from(planes.flat()), offsets.some(Boolean) ? offsets : undefined, unsafe);
  },
};

describe.each([false, true])('a font that does odd things with spaces, right to left: %s', (rtl) => {
  it('has the glyphs by words that it has whole', () => {
    const byWords = shapingByWords(odd, () => true);
    read(byWords, { ...latin, rtl, text: warmUp, start: 0, end: warmUp.length, features: {} });
    const word = fc.oneof(fc.constantFrom('TT', 'AT', 'A', 'xAy', 'x'), fc.constantFrom('AV', 'W', 'v'));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), fc.boolean(), (parts, trails) => {
        const text = `${parts.join(' ')}${trails ? ' ' : ''}`;
        const request = { ...latin, rtl, text, start: 0, end: text.length, features: {} };
        expect(read(byWords, request)).toEqual(read(odd, request));
      }),
    );
  });
});

describe('shaping by words', () => {
  it('shapes each word once, with the spaces beside it', () => {
    const { byWords, asked } = fontsOf(kinds[0].path);
    for (const text of ['to be or not to be', 'be not or to']) {
      byWords.shape({ ...latin, text, start: 0, end: text.length, features: {} });
    }
    expect(asked).toEqual(['to ', ' be ', ' or ', ' not ', ' to ', ' be', 'be ', ' to']);
  });

  it('keeps the words of each language and set of features apart', () => {
    const { byWords, asked } = fontsOf(kinds[0].path);
    for (const more of [{}, { language: 'tr' }, { script: 'Grek' }, { features: { liga: 0 } }]) {
      byWords.shape({ ...latin, text: 'office', start: 0, end: 6, features: {}, ...more });
    }
    expect(asked.filter((text) => text === 'office')).toHaveLength(4);
  });

  it('shapes runs whole until a font has shaped a good deal, and where its rules look across spaces', () => {
    const { font } = faces.open(kinds[0].path);
    const asked: number[] = [];
    const counting: ShaperFont = {
      shape(request) {
        asked.push(request.end - request.start);
        return font.shape(request);
      },
    };
    const text = 'of and of';
    const request = { ...latin, text, start: 0, end: text.length, features: {} };
    const shy = shapingByWords(counting, () => {
      throw new Error('is asked too early');
    });
    shy.shape(request);
    const refused = fontsOf(kinds[0].path, false);
    refused.byWords.shape(request);
    expect([asked, refused.asked]).toEqual([[9], [text]]);
  });
});
