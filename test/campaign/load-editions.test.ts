import { describe, expect, test } from 'vitest';
import { editionFiles } from '../../src/campaign/edition.ts';
import { loadKinds } from '../../src/campaign/load-kinds.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { brief } from './fixtures.ts';

const files = {
  'templates/card/kind.yaml': 'folder: cards\n',
  'templates/card/template.hbs': '',
  'templates/card/style.css': '',
};
const load = (editions: string) =>
  loadKinds(createMemoryHost({ campaign: { ...files, 'templates/card/editions.yaml': editions } }));

const all = `home-print: { sheets: cut }
booklet: { sheets: booklet, pages: { min: 3 } }
low-ink: { ink: low }
large-print: { text: large }
print-shop: { press: {} }
`;

describe('editions.yaml', () => {
  test('names editions in its order, with what is usual filled in', () => {
    const { value, diagnostics } = load(all);
    expect(diagnostics).toEqual([]);
    expect(value[0]!.editions.map(({ span, ...rest }) => [rest, span.start])).toEqual([
      [{ name: 'home-print', sheets: 'cut', ink: 'full', text: 'normal', press: undefined, minPages: 1 }, 0],
      [
        { name: 'booklet', sheets: 'booklet', ink: 'full', text: 'normal', press: undefined, minPages: 3 },
        28,
      ],
      [{ name: 'low-ink', sheets: undefined, ink: 'low', text: 'normal', press: undefined, minPages: 1 }, 76],
      [
        { name: 'large-print', sheets: undefined, ink: 'full', text: 'large', press: undefined, minPages: 1 },
        98,
      ],
      [
        {
          name: 'print-shop',
          sheets: undefined,
          ink: 'full',
          text: 'normal',
          press: { colours: 'cmyk', spots: [], bleed: (3 * 72) / 25.4 },
          minPages: 1,
        },
        127,
      ],
    ]);
  });

  test('names spot inks with the colour that each prints, in percent', () => {
    const { value, diagnostics } = load(
      'duo: { press: { colours: grey, spot: { accent: { name: HKS 13 K, cmyk: [0, 95, 100, 0] } } } }',
    );
    expect(diagnostics).toEqual([]);
    const [spot] = value[0]!.editions[0]!.press!.spots;
    expect(spot).toMatchObject({ of: 'accent', name: 'HKS 13 K', cmyk: [0, 0.95, 1, 0] });
    expect(spot!.span.start).toBe(39);
  });

  test('a kind does without', () => {
    expect(loadKinds(createMemoryHost({ campaign: files })).value[0]!.editions).toEqual([]);
  });

  test.each([
    ['home-print: { sheet: cut }', '1:15 key-unknown "sheet"'],
    ['home-print: { sheets: fold }', '1:23 value-invalid "fold"'],
    ['home-print: { ink: full }', '1:13 value-invalid "{ ink: full }"'],
    ['a: { sheets: cut, press: {} }', '1:4 value-invalid "{ sheets: cut, press: {} }"'],
    ['a: { press: { colours: rgb } }', '1:24 value-invalid "rgb"'],
    ['a: { press: { bleed: 30 } }', '1:22 value-invalid "30"'],
    ['a: { press: { spot: { accent: PMS } } }', '1:31 value-invalid "PMS"'],
    ['a: { press: { spot: { accent: { name: Black, cmyk: [0, 0, 0, 9] } } } }', '1:39 value-invalid "Black"'],
    ['a: { press: { spot: { accent: { name: X, cmyk: [0, 0, 0] } } } }', '1:48 value-invalid "[0, 0, 0]"'],
    ['reading: { sheets: cut }', '1:1 value-invalid "reading"'],
    ['Home: { sheets: cut }', '1:1 value-invalid "Home"'],
  ])('%j', (text, expected) => {
    expect(load(text).diagnostics.map(brief)).toEqual([expected]);
  });
});

describe('files of editions', () => {
  const { editions } = load(all).value[0]!;

  test('name the paper where sheets are made of it', () => {
    expect(editionFiles({ editions }, { papers: ['a4'] }).map(({ suffix }) => suffix)).toEqual([
      '',
      '--home-print-a4',
      '--booklet-a4',
      '--low-ink',
      '--large-print',
      '--print-shop',
    ]);
  });

  test('name a paper that is not the first', () => {
    const second = editionFiles({ editions }, { papers: ['letter', 'a4'] }).slice(6);
    expect(second.map(({ suffix }) => suffix)).toEqual([
      '--reading-a4',
      '--home-print-a4',
      '--booklet-a4',
      '--low-ink-a4',
      '--large-print-a4',
      '--print-shop-a4',
    ]);
    expect(second.map(({ paper }) => paper)).toEqual(Array(6).fill('a4'));
  });
});
