import { describe, expect, test } from 'vitest';
import type { ComputedStyle } from '../../src/style/computed-style.ts';
import type { Line, ShapedParagraph } from '../../src/text/paragraph.ts';
import { faceRule } from '../style/support/font-face.ts';
import { linesAt, rules, shapeItems, style, textItem, textOf } from './fixture.ts';

const npm = 'npm:@expo-google-fonts';
const faces = [
  rules.latin,
  rules.chinese,
  rules.simplified,
  faceRule('Noto Sans JP', `${npm}/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf`),
  faceRule('Noto Sans KR', `${npm}/noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf`),
];

/** Beside those of all tests. */
const packages = ['noto-sans-jp', 'noto-sans-kr'];

const languages = {
  traditional: { language: 'zh-Hant-HK', fontFamily: ['Noto Sans HK'], textAutospace: 'all' },
  simplified: { language: 'zh-Hans-CN', fontFamily: ['Noto Sans SC'], textAutospace: 'all' },
  japanese: { language: 'ja', fontFamily: ['Noto Sans JP'], textAutospace: 'all' },
  korean: { language: 'ko', fontFamily: ['Noto Sans KR'], wordBreak: 'keep-all' },
} as const satisfies Readonly<Record<string, Partial<ComputedStyle>>>;

async function shaped(text: string, more: Partial<ComputedStyle>): Promise<ShapedParagraph> {
  const own = style(more);
  const { paragraph, diagnostics } = await shapeItems([textItem(text, own)], own, faces, packages);
  expect(diagnostics).toEqual([]);
  return paragraph;
}

/** A line's text with the advance of what is not a whole square behind it, hundredths of an em. */
function described(line: Line): string {
  const pieces = line.pieces.flatMap((piece) => (piece.kind === 'glyphs' ? [piece] : []));
  const text = pieces.flatMap(({ glyphs, text }) =>
    [...glyphs].map(({ advance, cluster }) => {
      const hundredths = Math.round(advance * 10);
      return (
        text[cluster]! + (hundredths === 100 || text.charCodeAt(cluster) < 0x2000 ? '' : `(${hundredths})`)
      );
    }),
  );
  return `${text.join('')} = ${Math.round(line.width * 10)}`;
}

const specimens = {
  traditional: '她說：「我（即『長毛』）在2019年入獄。」《〈決議〉範本》由LGBTQ小組印製，共47頁。',
  simplified: '她说：“我（即‘长毛’）在2019年入狱。”《〈决议〉范本》由LGBTQ小组印制，共47页。',
  japanese: '彼女は言った。「私は2019年に（逮捕）された。」『声』、《連帯》・ABC。',
  korean: '그는 2019년에 “감옥에 갇혔다”고 말했다. (연대) 모임은 47쪽짜리 결의안을 냈다.',
} as const;

describe('paragraphs on lines of 16 em', () => {
  for (const [name, text] of Object.entries(specimens)) {
    const key = name as keyof typeof languages;
    test(name, async () => {
      const paragraph = await shaped(text, languages[key]);
      const lines = paragraph.breakLines(() => 160);
      expect(lines.map(textOf).join('')).toBe(text);
      await expect(`${lines.map(described).join('\n')}\n`).toMatchFileSnapshot(
        `../golden/text/east-asian-${name}.txt`,
      );
    });
  }
});

describe('what may not begin or end a line', () => {
  test.each([
    ['traditional', '自由由由。自由', 40],
    ['traditional', '自由由由」自由', 40],
    ['simplified', '自由由由，自由', 40],
    ['japanese', '自由自由ーあ', 40],
    ['japanese', '自由自由、あ', 40],
  ] as const)('%s: %s', async (name, text, width) => {
    // Four squares fit; the fifth character may not begin the second line, so the fourth goes with it.
    const options = { ...languages[name], textSpacingTrim: 'space-all', lineBreak: 'strict' } as const;
    const [first] = linesAt(await shaped(text, options), width);
    expect(first).toBe(text.slice(0, 3));
  });

  test('an opening mark goes with what it opens', async () => {
    for (const open of '「（《【') {
      const text = `自由由${open}自由`;
      expect(linesAt(await shaped(text, languages.traditional), 40)[0]).toBe('自由由');
    }
  });

  test('small kana and iteration marks may, unless it is strict', async () => {
    for (const small of 'ぁっャ') {
      const text = `かなかな${small}か`;
      const at = async (lineBreak: 'strict' | 'loose') =>
        linesAt(await shaped(text, { ...languages.japanese, lineBreak }), 40)[0];
      expect(await at('strict')).toBe('かなか');
      expect(await at('loose')).toBe('かなかな');
    }
    const at = async (lineBreak: 'strict' | 'loose') =>
      linesAt(await shaped('人人人人々', { ...languages.japanese, lineBreak }), 40)[0];
    expect(await at('strict')).toBe('人人人');
    expect(await at('loose')).toBe('人人人人');
  });
});

test('pretty lines of Chinese are full, and only the last is not left with a character or two', async () => {
  const options = { ...languages.traditional, textWrap: 'pretty' } as const;
  const lines = async (count: number) =>
    linesAt(await shaped('自'.repeat(count), options), 200).map((line) => line.length);
  expect(await lines(44)).toEqual([20, 20, 4]);
  expect(await lines(43)).toEqual([20, 20, 3]);
  const [first, second, last] = await lines(41);
  expect(last).toBeGreaterThanOrEqual(2);
  expect(first! + second! + last!).toBe(41);
});
