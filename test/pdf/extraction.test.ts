import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../src/pdf/font/cells.ts';
import { writePdf } from '../../src/pdf/write-pdf.ts';
import { drawnCharacters, extract, tornPlaces } from './support/extract.ts';
import { amiri, createFaces, notoSans, notoSansHk } from './support/faces.ts';
import { readPdf } from './support/read-pdf.ts';
import { markedText, pagesOf } from './support/read-text.ts';
import { element, line, paged } from './support/sample.ts';

const { open } = await createFaces();
const info = { author: '', subject: '', date: undefined };

interface Sample {
  readonly lines: readonly string[];
  readonly faces: readonly string[];
  readonly language: string;
  /** The paragraph's direction. */
  readonly rtl?: boolean;
}

async function write(sample: Sample) {
  const { language, rtl = false } = sample;
  const direction = rtl ? 'rtl' : 'ltr';
  const faces = sample.faces.map(open);
  const items = sample.lines.flatMap((text, index) => {
    const options = { faces, y: 60 + index * 30, size: 13, content: 1, language, rtl };
    const { end } = line(text, { ...options, x: 0 });
    return line(text, { ...options, x: rtl ? 390 - end : 30 }).items;
  });
  const document = paged([items], element('Document', [element('P', [1])]), { language, direction });
  const pdf = readPdf(await writePdf(document, info));
  const page = pagesOf(pdf)[0]!;
  const meant = sample.lines.join('\n').normalize('NFKC').replace(/\s+/g, ' ').trim();
  const drawn = drawnCharacters(pdf, page);
  return { text: extract(pdf, page, direction), torn: tornPlaces(pdf, page), meant, drawn };
}

describe('text that a reader extracts', () => {
  const samples: Readonly<Record<string, Sample>> = {
    'English with ligatures and kerning': {
      lines: [
        'Free “Long Hair”! An AVATAR in the office, fluffy; ',
        'naïve To. Café — ﬁnd e\u0301 x\u0302\u0323 y',
      ],
      faces: [notoSans],
      language: 'en',
    },
    'Chinese with Latin and quotes': {
      lines: ['「長毛」梁國雄，香港社會主義者。自由！', '2024年3月8日，他說：“你好” (Long Hair) 47人'],
      faces: [notoSansHk],
      language: 'zh-Hant-HK',
    },
    'Arabic with lam-alef and crowded joins': {
      lines: [
        'الحرية للمعتقلين السياسيين في هونغ كونغ، لا إله إلا الله لأن ',
        'بمجموع لمجتمع تحتج نحن في الصين إلى محمد بخبر يحيى سيجتمع.',
      ],
      faces: [amiri],
      language: 'ar',
      rtl: true,
    },
    'Arabic with marks': {
      lines: ['السَّلَامُ عَلَيْكُمْ (مُحَمَّدٌ) فورًا أيضًا جدًّا رَبُّنَا '],
      faces: [amiri],
      language: 'ar',
      rtl: true,
    },
    'Arabic with numbers, Latin and separators': {
      lines: [
        'في 8 مارس 2024، سنة (2021) أو 50% من 1.500: نعم. لا؛ ',
        'مع Long Hair و ABC. هنا ١٢٣ ٪ - كلمة/كلمة «نص» آخر؟',
      ],
      faces: [amiri, notoSans],
      language: 'ar',
      rtl: true,
    },
    'an Arabic name in an English sentence': {
      lines: ['The word حرية means freedom, and (سلام) peace.'],
      faces: [notoSans, amiri],
      language: 'en',
    },
  };

  for (const [name, sample] of Object.entries(samples)) {
    it(`is exact in ${name}`, async () => {
      const { text, meant, torn } = await write(sample);
      expect(text).toBe(meant);
      expect(torn).toEqual([]);
    });
  }

  it.each(
    Object.entries(samples),
  )('stands in the file as it is seen, with its spaces, in %s', async (_, sample) => {
    const { drawn } = await write(sample);
    const seen = drawn.filter(({ text }) => !/[\u200e\u200f]/.test(text));
    const backward = seen.filter(({ x, y }, i) => i > 0 && seen[i - 1]!.y === y && x < seen[i - 1]!.x);
    expect(backward).toEqual([]);
    expect(seen.filter(({ text }) => text === ' ').length).toBeGreaterThan(0);
  });

  it('is exact in an English line on an Arabic page', async () => {
    const arabic = { faces: [open(amiri)], y: 60, size: 13, content: 1, language: 'ar', rtl: true };
    const english = { faces: [open(notoSans)], y: 90, size: 13, content: 2, language: 'en' };
    const text = 'الحرية للمعتقلين السياسيين في هونغ كونغ ';
    const address = 'See https://a.org/b-c. It is free (of charge).';
    const items = [...line(text, { ...arabic, x: 20 }).items, ...line(address, { ...english, x: 20 }).items];
    const tree = element('Document', [element('P', [1]), element('P', [2])]);
    const pdf = readPdf(await writePdf(paged([items], tree), info));
    expect(extract(pdf, pagesOf(pdf)[0]!, 'rtl')).toBe(text + address);
  });

  it('has no soft hyphen that is not shown, no break and no direction control', async () => {
    const { text } = await write({
      lines: ['inter\u00adnational \u2068isolated\u2069 wo\u2060rd'],
      faces: [notoSans],
      language: 'en',
    });
    expect(text).toBe('international isolated word');
  });

  it('marks a hyphen of the text that a line ends with, so that readers do not join words over it', async () => {
    const faces = [open(notoSans)];
    const marked = async (lines: readonly string[]) => {
      const items = lines.flatMap((text, index) => {
        const content = text === 'Other' ? 2 : 1;
        return line(text, { faces, x: 0, y: 20 + index * 20, size: 10, content, language: 'en' }).items;
      });
      const tree = element('Document', [element('P', [1]), element('P', [2])]);
      const pdf = readPdf(await writePdf(paged([items], tree), info));
      return [...markedText(pdf, pagesOf(pdf)[0]!).values()];
    };
    expect(await marked(['the state-', 'of-emergency - ', 'powers-', 'Other'])).toEqual([
      'the state-\u200bof-emergency - \u200bpowers-',
      'Other',
    ]);
  });

  it('shows a no-break space by the common one where a face has no other', () => {
    const { face } = open(notoSans);
    const bare = {
      ...face,
      glyphOf: (codePoint: number) => (codePoint === 0xa0 ? 0 : face.glyphOf(codePoint)),
    };
    const options = { faces: [open(notoSans)], x: 0, y: 0, size: 10, content: 1, language: 'en' };
    const [item] = line('5\u00a0kg', options).items;
    const [, space] = cellsOf({ ...item!, face: bare });
    expect(space!.cell).toEqual({
      parts: [{ glyph: face.glyphOf(0x20), dx: 0, dy: 0 }],
      advance: face.advanceOf(face.glyphOf(0x20)),
      text: '\u00a0',
    });
  });

  it('draws letters that are kerned in a right-to-left word as the face has them', () => {
    const hebrew = '@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf';
    const face = open(hebrew);
    const options = { faces: [face], x: 0, y: 0, size: 10, content: 1, language: 'he', rtl: true };
    const [item] = line('דרכי', options).items;
    const moved = [...item!.glyphs].filter(({ dx }) => dx !== 0);
    expect(moved.length).toBeGreaterThan(0);
    for (const { cell } of cellsOf(item!)) {
      const [part] = cell.parts;
      expect(cell.parts).toEqual([{ ...part, dx: 0, dy: 0 }]);
      expect(cell.advance).toBe(face.face.advanceOf(part!.glyph));
    }
  });

  it('draws an accent that no glyph has with its letter, at the place that shaping gave it', () => {
    const options = { faces: [open(notoSans)], x: 0, y: 0, size: 1000, content: 1, language: 'en' };
    const [item] = line('x\u0323a', options).items;
    const [accented, plain] = cellsOf(item!);
    const [letter, mark] = item!.glyphs;
    expect(accented!.cell.text).toBe('x\u0323');
    expect(accented!.cell.parts).toEqual([
      { glyph: letter!.id, dx: 0, dy: 0 },
      { glyph: mark!.id, dx: Math.round(letter!.advance + mark!.dx), dy: Math.round(mark!.dy) },
    ]);
    expect(plain!.cell.text).toBe('a');
  });
});
