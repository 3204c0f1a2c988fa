import { describe, expect, test } from 'vitest';
import type { GlyphRun, InlineItem, Line } from '../../src/text/paragraph.ts';
import { faceRule } from '../style/support/font-face.ts';
import { fontHost, rules, shapeItems, shapeText, style, textItem } from './fixture.ts';

function runsOf(line: Line | undefined): GlyphRun[] {
  return (line?.pieces ?? []).flatMap((piece) => (piece.kind === 'glyphs' ? [piece] : []));
}

/** `id=cluster+advance` in font units, as hb-shape writes it. */
function shaped(run: GlyphRun | undefined): string {
  const units = 1000 / (run?.size ?? 1);
  return [...(run?.glyphs ?? [])]
    .map(({ id, cluster, advance }) => `${id}=${cluster}+${Math.round(advance * units)}`)
    .join('|');
}

const wide = () => 10_000;

describe('glyphs are those of hb-shape', () => {
  test('kerning and the language of forms', async () => {
    const [latin] = (await shapeText('AVATo fi')).breakLines(wide);
    expect(shaped(runsOf(latin)[0])).toBe('36=0+599|57=1+560|36=2+569|55=3+486|82=4+605|3=5+260|1654=6+602');
    const [han] = (await shapeText('自由，門', { language: 'zh-Hant-HK' })).breakLines(wide);
    expect(shaped(runsOf(han)[0])).toBe('12640=0+1000|10277=1+1000|20299=2+1000|16276=3+1000');
  });

  test('Arabic joins, right to left', async () => {
    const [line] = (await shapeText('السلام', { language: 'ar', direction: 'rtl' })).breakLines(wide);
    const [run] = runsOf(line);
    expect(shaped(run)).toBe('85=5+452|3020=4+446|3015=3+245|1872=2+568|1785=1+175|55=0+217');
    expect(run).toMatchObject({ level: 1, text: 'السلام' });
  });

  test('Arabic joins across a change of style', async () => {
    const own = style({ language: 'ar', direction: 'rtl' });
    const red = { ...own };
    const { paragraph } = await shapeItems([textItem('ال', own), textItem('سلام', red)], own);
    const runs = runsOf(paragraph.breakLines(wide)[0]).reverse();
    expect(runs.map(({ item, text }) => [item, text])).toEqual([
      [0, 'ال'],
      [1, 'سلام'],
    ]);
    // The seen is medial or initial as in the whole word, not isolated.
    const alone = (await shapeText('سلام', { language: 'ar', direction: 'rtl' })).breakLines(wide);
    expect([...runs[1]!.glyphs].at(-1)!.id).not.toBe([...runsOf(alone[0])[0]!.glyphs].at(-1)!.id);
  });

  test('features, kerning and spacing', async () => {
    const plain = (await shapeText('AV fi')).maxContent;
    expect((await shapeText('AV fi', { fontKerning: 'none' })).maxContent).toBeCloseTo(plain + 0.4);
    const spaced = (await shapeText('AV fi', { letterSpacing: 1, wordSpacing: 3 })).breakLines(wide);
    expect(runsOf(spaced[0])[0]!.glyphs).toHaveLength(5);
    expect((await shapeText('سلام', { letterSpacing: 2 })).maxContent).toBe(
      (await shapeText('سلام')).maxContent,
    );
    // Marks belong to their letters, and stay on them.
    const marked = (await shapeText('q\u0323\u0304x', { letterSpacing: 2 })).breakLines(wide);
    const unmarked = (await shapeText('qx', { letterSpacing: 2 })).maxContent;
    expect(marked[0]!.width).toBeCloseTo(unmarked);
    const [q, below, above] = runsOf(marked[0])[0]!.glyphs;
    expect([q!.advance > 2, below!.advance, above!.advance]).toEqual([true, 0, 2]);
    const sized = { ...rules.latin, sizeAdjust: 1.2 };
    const own = style();
    const { paragraph } = await shapeItems([textItem('AV fi', own)], own, [sized]);
    expect(paragraph.maxContent).toBeCloseTo(1.2 * plain);
  });
});

describe('faces', () => {
  const facesOf = (line: Line | undefined) => runsOf(line).map(({ text, face }) => [text, face.family]);

  test('each cluster gets the first face that has it; punctuation stays with what precedes', async () => {
    const [line] = (await shapeText('Free 自由, 自由！ now', { language: 'zh-Hant-HK' })).breakLines(wide);
    expect(facesOf(line)).toEqual([
      ['Free ', 'Noto Sans'],
      ['自由, 自由！ ', 'Noto Sans HK'],
      ['now', 'Noto Sans'],
    ]);
  });

  test('brackets are of one face, quotes of the language', async () => {
    const [line] = (await shapeText('See (自由) ok')).breakLines(wide);
    expect(facesOf(line).slice(0, 3)).toEqual([
      ['See (', 'Noto Sans'],
      ['自由', 'Noto Sans HK'],
      [') ok', 'Noto Sans'],
    ]);
    const [quoted] = (await shapeText('說“hello”', { language: 'zh-Hans' })).breakLines(wide);
    expect(facesOf(quoted)).toEqual([
      ['說“', 'Noto Sans HK'],
      ['hello', 'Noto Sans'],
      ['”', 'Noto Sans HK'],
    ]);
  });

  test('the nearest weight serves, and unicode-range divides a family', async () => {
    const own = style({ fontWeight: 900, fontFamily: ['noto sans'] });
    const ranged = faceRule('Noto Sans', rules.arabic.url, { unicodeRange: [[0x600, 0x6ff]] });
    const { paragraph } = await shapeItems([textItem('a', own)], own, [rules.latin, rules.latinBold, ranged]);
    expect(runsOf(paragraph.breakLines(wide)[0])[0]!.face.postScriptName).toBe('NotoSans-Bold');
    // A space outside the range does not stay with the face before it.
    const han = faceRule('Noto Sans', rules.chinese.url, { unicodeRange: [[0x4e00, 0x9fff]] });
    const zh = style({ fontFamily: ['Noto Sans'] });
    const spaced = await shapeItems([textItem('自 由', zh)], zh, [rules.latin, han]);
    expect(facesOf(spaced.paragraph.breakLines(wide)[0])[1]).toEqual([' ', 'Noto Sans']);
    const regular = style({ fontFamily: ['Noto Sans'] });
    const mixed = await shapeItems([textItem('a لا', regular)], regular, [rules.latin, ranged]);
    expect(new Set(runsOf(mixed.paragraph.breakLines(wide)[0]).map((r) => r.face.family))).toEqual(
      new Set(['Noto Sans', 'Amiri']),
    );
  });
});

describe('what is missing', () => {
  test('a character that no face has is an error at its place, once for each', async () => {
    const own = style({ fontFamily: ['Noto Sans'] });
    const { diagnostics, paragraph } = await shapeItems([textItem('a ☃ b ☃', own)], own, [rules.latin]);
    expect(diagnostics).toMatchObject([
      { code: 'glyph-missing', severity: 'error', span: { start: 2, end: 3 } },
    ]);
    expect(diagnostics[0]!.message).toContain('U+2603');
    expect(diagnostics[0]!.message).toContain('language en');
    expect(
      runsOf(paragraph.breakLines(wide)[0])
        .map((r) => r.text)
        .join(''),
    ).toBe('a ☃ b ☃');
  });

  test('characters of one script that no face has are one error, with all of their code points', async () => {
    const own = style({ fontFamily: ['Noto Sans'] });
    const { diagnostics } = await shapeItems([textItem('a ก ข ก ש', own)], own, [rules.latin]);
    expect(diagnostics).toMatchObject([
      {
        code: 'glyph-missing',
        span: { start: 2, end: 3 },
        message: expect.stringMatching(/U\+0E01.*; nor U\+0E02$/),
      },
      { code: 'glyph-missing', span: { start: 8, end: 9 }, message: expect.stringContaining('U+05E9') },
    ]);
  });

  test('a face that is not installed is named with its package, once, where text needs it', async () => {
    const ja = style({ fontFamily: ['Noto Sans', 'Noto Sans JP', 'Noto Sans HK'], language: 'ja' });
    const needed = await shapeItems([textItem('Go 日本語', ja)], ja);
    expect(needed.diagnostics).toMatchObject([
      { code: 'font-missing', span: { start: 3, end: 4 }, hint: 'npm i @expo-google-fonts/noto-sans-jp' },
    ]);
    expect((await shapeItems([textItem('Go', ja)], ja)).diagnostics).toEqual([]);
  });

  test('a first face that is not installed is needed by any text', async () => {
    const hebrew = faceRule('Noto Sans Hebrew', 'npm:@expo-google-fonts/noto-sans-hebrew/400Regular/x.ttf');
    const own = style({ fontFamily: ['Noto Sans Hebrew', 'Noto Sans'], language: 'he' });
    const { diagnostics } = await shapeItems([textItem('12 שלום', own)], own, [rules.latin, hebrew]);
    expect(diagnostics.map((d) => [d.code, d.hint])).toEqual([
      ['font-missing', 'npm i @expo-google-fonts/noto-sans-hebrew'],
    ]);
    const later = style({ fontFamily: ['Noto Sans', 'Noto Sans Hebrew'] });
    const hinted = await shapeItems([textItem('ש', later)], later, [rules.latin, hebrew]);
    expect(hinted.diagnostics).toMatchObject([
      { code: 'glyph-missing', hint: 'npm i @expo-google-fonts/noto-sans-hebrew' },
    ]);
  });

  test('a broken font file is reported at its rule', async () => {
    const bad = faceRule('Bad', '../fonts/none.ttf');
    const own = style({ fontFamily: ['Bad', 'Noto Sans'] });
    const { diagnostics } = await shapeItems([textItem('a', own)], own, [rules.latin, bad]);
    expect(diagnostics.map((d) => d.code)).toEqual(['font-missing']);
    expect(diagnostics[0]!.message).toBe('the font file ../fonts/none.ttf does not exist');
    expect(fontHost().package('@expo-google-fonts/noto-sans-jp')).toBeUndefined();
  });
});

describe('bidi', () => {
  test('Arabic with Latin and numbers stands in visual order', async () => {
    const [line] = (await shapeText('سلام ABC 123 يا', { language: 'ar', direction: 'rtl' })).breakLines(
      wide,
    );
    expect(runsOf(line).map(({ text, level }) => `${text}/${level}`)).toEqual([
      'يا/1',
      ' /1',
      'ABC 123/2',
      'سلام /1',
    ]);
    const starts = line!.pieces.map((piece) => piece.x);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(starts[0]).toBe(0);
  });

  test('an isolate keeps its neighbours apart', async () => {
    const own = style({ direction: 'rtl', language: 'ar' });
    const inner = style({ direction: 'ltr', unicodeBidi: 'isolate' });
    const items: InlineItem[] = [
      textItem('يا ', own),
      { kind: 'edge', side: 'start', width: 2, isolate: 'ltr' },
      textItem('A!', inner),
      { kind: 'edge', side: 'end', width: 3, isolate: undefined },
      textItem('!', own),
    ];
    const { paragraph } = await shapeItems(items, own);
    const [line] = paragraph.breakLines(wide);
    expect(line!.pieces.map((p) => (p.kind === 'glyphs' ? p.text : `${p.kind}${p.width}`))).toEqual([
      '!',
      'edge2',
      'A!',
      'edge3',
      'يا ',
    ]);
  });

  test('an override turns letters and digits round', async () => {
    const own = style({});
    const inner = style({ direction: 'rtl', unicodeBidi: 'isolate-override' });
    const items: InlineItem[] = [
      textItem('a ', own),
      { kind: 'edge', side: 'start', width: 2, isolate: 'rtl', override: 'rtl' },
      textItem('bc 12', inner),
      { kind: 'edge', side: 'end', width: 3, isolate: undefined },
      textItem(' d', own),
    ];
    const { paragraph } = await shapeItems(items, own);
    const [line] = paragraph.breakLines(wide);
    expect(
      line!.pieces.map((p) => (p.kind === 'glyphs' ? `${p.text}/${p.level}` : `edge${p.width}`)),
    ).toEqual(['a /0', 'edge3', 'bc 12/3', 'edge2', ' d/0']);
  });

  test('white space at a line’s end hangs at the side of the end', async () => {
    const rtl = await shapeText('سلام سلام', { language: 'ar', direction: 'rtl' });
    const [line] = rtl.breakLines(() => rtl.minContent + 1);
    const [space] = runsOf(line);
    expect(space!.text).toBe(' ');
    expect(space!.x).toBeCloseTo(-space!.width);
    expect(line!.width).toBeCloseTo(rtl.minContent);
    const ltr = await shapeText('one two');
    const [first] = ltr.breakLines(() => ltr.minContent + 1);
    expect(runsOf(first).at(-1)!.x).toBeCloseTo(first!.width);
  });

  test('plaintext takes each line’s own direction', async () => {
    const p = await shapeText('abc!\nسلام!', { unicodeBidi: 'plaintext' });
    const lines = p.breakLines(wide);
    expect(
      runsOf(lines[0])
        .map((r) => r.text)
        .join('|'),
    ).toBe('abc!');
    expect(runsOf(lines[1])[0]!.text).toBe('سلام!');
    expect(runsOf(lines[1])[0]!.level).toBe(1);
  });
});

describe('tabs', () => {
  const widthsOfTabs = async (text: string) => {
    const [line] = (await shapeText(text, { whiteSpace: 'pre' })).breakLines(wide);
    const space = 0.26;
    return runsOf(line).flatMap((run) =>
      [...run.glyphs]
        .filter(({ cluster }) => run.text[cluster] === '\t')
        .map(({ advance }) => Number((advance / (space * run.size)).toFixed(2))),
    );
  };

  test('reach to the next stop, eight spaces apart from the start of the line', async () => {
    expect(await widthsOfTabs('\ta')).toEqual([8]);
    const [first, second] = await widthsOfTabs('a\tbb\tc');
    expect(first).toBeLessThan(8);
    expect(second).toBeLessThan(8);
  });

  test('go on to the stop after where one is too near', async () => {
    expect(await widthsOfTabs('        \ta')).toEqual([8]);
    expect((await widthsOfTabs('       \ta'))[0]).toBeCloseTo(1, 1);
  });
});
