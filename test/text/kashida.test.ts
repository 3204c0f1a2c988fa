import { describe, expect, test } from 'vitest';
import { kashidaPlaces } from '../../src/text/justify/kashida-places.ts';
import type { Line } from '../../src/text/paragraph.ts';
import { shapeText, textOf } from './fixture.ts';

/** The text with a tatweel at the best place of each word. */
function stretched(text: string): string {
  let result = '';
  let from = 0;
  for (const { at } of kashidaPlaces(text)) {
    result += `${text.slice(from, at)}ـ`;
    from = at;
  }
  return result + text.slice(from);
}

describe('places of kashidas', () => {
  test.each([
    ['after seen', 'السجناء', 'السـجناء'],
    ['after sad', 'صحيح', 'صـحيح'],
    ['before a final heh or teh marbuta', 'جميلة', 'جميلـة'],
    ['before dal', 'محمد', 'محمـد'],
    ['before a final kaf', 'ملك', 'ملـك'],
    ['before alef', 'كتاب', 'كتـاب'],
    ['before a final qaf', 'طريق', 'طريـق'],
    ['before any final letter', 'حرب', 'حـرب'],
    ['before a letter that ends a joined part', 'مكتوب', 'مكتـوب'],
    ['never between lam and alef', 'سلام لا', 'سـلام لا'],
    ['never where nothing joins', 'دار ورد', 'دار ورد'],
    ['not in the name of God', 'الله', 'الله'],
    ['behind the marks of a letter', 'مُحَمَّد', 'مُحَمَّـد'],
    ['not in a word of two letters', 'في حق', 'في حق'],
    ['one a word', 'سجن الناس', 'سـجن النـاس'],
  ])('%s', (_, text, expected) => {
    expect(stretched(text)).toBe(expected);
  });

  test('are not in other scripts', () => {
    expect(kashidaPlaces('Solidarity 團結 אחווה 123')).toEqual([]);
  });
});

describe('a justified line of Arabic', () => {
  const text = 'التضامن مع السجناء السياسيين في هونغ كونغ والصين';
  const arabic = { language: 'ar', direction: 'rtl', fontFamily: ['Amiri'], textAlign: 'justify' } as const;

  const glyphs = (line: Line): number =>
    line.pieces.reduce((sum, piece) => sum + (piece.kind === 'glyphs' ? piece.glyphs.length : 0), 0);
  const strokes = (longer: Line, line: Line): number => glyphs(longer) - glyphs(line);

  test('is as wide as it has to be, with longer strokes once its spaces are wider', async () => {
    const p = await shapeText(text, arabic);
    const [line] = p.breakLines(() => 1000);
    const near = p.justify(line!, line!.width + 2);
    expect([near.width, strokes(near, line!)]).toEqual([line!.width + 2, 0]);
    const far = p.justify(line!, line!.width + 30);
    expect(far.width).toBe(line!.width + 30);
    expect(strokes(far, line!)).toBeGreaterThan(3);
    let x = far.pieces[0]!.x;
    for (const piece of far.pieces) {
      expect(piece.x).toBeCloseTo(x, 6);
      x += piece.width;
    }
    expect(x).toBeCloseTo(far.width, 6);
  });

  test('has no tatweel in its text, and each glyph in a cluster of its letters', async () => {
    const p = await shapeText(text, arabic);
    const [line] = p.breakLines(() => 1000);
    const far = p.justify(line!, line!.width + 40);
    expect(textOf(far)).toBe(text);
    for (const piece of far.pieces) {
      if (piece.kind !== 'glyphs') continue;
      const clusters = [...piece.glyphs].map(({ cluster }) => cluster);
      expect([...clusters].sort((a, b) => b - a)).toEqual(clusters);
      expect(Math.max(...clusters)).toBeLessThan(piece.text.length);
    }
  });

  test('text-justify: inter-word leaves its strokes alone, none leaves the line', async () => {
    const words = await shapeText(text, { ...arabic, textJustify: 'inter-word' });
    const [line] = words.breakLines(() => 1000);
    expect(strokes(words.justify(line!, line!.width + 30), line!)).toBe(0);
    const none = await shapeText(text, { ...arabic, textJustify: 'none' });
    expect(none.justify(line!, line!.width + 30)).toBe(line);
  });
});
