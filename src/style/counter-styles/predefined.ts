import type { CounterStyle, WeightedSymbol } from './counter-style.ts';
import { counterStyle } from './counter-style.ts';
import { CJK_STYLES } from './predefined-cjk.ts';

const letters = (text: string): readonly string[] => [...text];
const digits = (zero: number): readonly string[] =>
  Array.from({ length: 10 }, (_, i) => String.fromCodePoint(zero + i));
const alphabet = (first: number, length: number): string =>
  String.fromCodePoint(...Array.from({ length }, (_, i) => first + i));

const numeric = (zero: number): CounterStyle => counterStyle({ kind: 'numeric', symbols: digits(zero) });
const alphabetic = (text: string, suffix = '. '): CounterStyle =>
  counterStyle({ kind: 'alphabetic', symbols: letters(text) }, { suffix });
const bullet = (symbol: string): CounterStyle =>
  counterStyle({ kind: 'cyclic', symbols: [symbol] }, { suffix: ' ' });
const additive = (symbols: readonly WeightedSymbol[], most: number): CounterStyle =>
  counterStyle({ kind: 'additive', symbols }, { ranges: [[1, most]] });

function roman(text: string): CounterStyle {
  const [m, d, c, l, x, v, i] = letters(text) as [string, string, string, string, string, string, string];
  const symbols: readonly WeightedSymbol[] = [
    [1000, m],
    [900, c + m],
    [500, d],
    [400, c + d],
    [100, c],
    [90, x + c],
    [50, l],
    [40, x + l],
    [10, x],
    [9, i + x],
    [5, v],
    [4, i + v],
    [1, i],
  ];
  return additive(symbols, 3999);
}

/** An alphabet whose letters are the ones, then the tens, the hundreds and the thousands. */
function decadic(text: string, most: number): CounterStyle {
  const symbols = letters(text).map(
    (letter, i): WeightedSymbol => [((i % 9) + 1) * 10 ** Math.floor(i / 9), letter],
  );
  return additive(symbols.reverse(), most);
}

function hebrew(): CounterStyle {
  const thousands = letters('יטחזוהדגבא').map(
    (letter, i): WeightedSymbol => [10_000 - i * 1000, `${letter}׳`],
  );
  const rest =
    'ת400 ש300 ר200 ק100 צ90 פ80 ע70 ס60 נ50 מ40 ל30 כ20 יט19 יח18 יז17 טז16 טו15 י10 ט9 ח8 ז7 ו6 ה5 ד4 ג3 ב2 א1';
  const below = rest.split(' ').map((entry): WeightedSymbol => {
    const word = entry.replace(/\d+/, '');
    return [Number(entry.slice(word.length)), word];
  });
  return additive([...thousands, ...below], 10_999);
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const IROHA =
  'いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみしゑひもせす';
const KANA =
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをん';
/** Katakana stand as far from hiragana as the blocks do. */
const katakana = (hiragana: string): string =>
  hiragana.replace(/./gu, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0x60));

/**
 * The predefined styles by name (css-counter-styles-3 §6 and §7); each is made when it is asked for, so that loading
 * the module costs nothing.
 */
export const COUNTER_STYLES: Readonly<Record<string, () => CounterStyle>> = {
  decimal: () => numeric(0x30),
  'decimal-leading-zero': () => ({ ...numeric(0x30), pad: { length: 2, symbol: '0' } }),
  'lower-roman': () => roman('mdclxvi'),
  'upper-roman': () => roman('MDCLXVI'),
  'lower-alpha': () => alphabetic(LOWER),
  'lower-latin': () => alphabetic(LOWER),
  'upper-alpha': () => alphabetic(LOWER.toUpperCase()),
  'upper-latin': () => alphabetic(LOWER.toUpperCase()),
  'lower-greek': () => alphabetic('αβγδεζηθικλμνξοπρστυφχψω'),
  disc: () => bullet('•'),
  circle: () => bullet('◦'),
  square: () => bullet('▪'),
  'disclosure-open': () => bullet('▾'),
  'disclosure-closed': () => bullet('▸'),
  'arabic-indic': () => numeric(0x660),
  persian: () => numeric(0x6f0),
  devanagari: () => numeric(0x966),
  bengali: () => numeric(0x9e6),
  gurmukhi: () => numeric(0xa66),
  gujarati: () => numeric(0xae6),
  oriya: () => numeric(0xb66),
  tamil: () => numeric(0xbe6),
  telugu: () => numeric(0xc66),
  kannada: () => numeric(0xce6),
  malayalam: () => numeric(0xd66),
  thai: () => numeric(0xe50),
  lao: () => numeric(0xed0),
  tibetan: () => numeric(0xf20),
  myanmar: () => numeric(0x1040),
  khmer: () => numeric(0x17e0),
  cambodian: () => numeric(0x17e0),
  mongolian: () => numeric(0x1810),
  armenian: () => decadic(alphabet(0x531, 36), 9999),
  'upper-armenian': () => decadic(alphabet(0x531, 36), 9999),
  'lower-armenian': () => decadic(alphabet(0x561, 36), 9999),
  georgian: () => decadic('აბგდევზჱთიკლმნჲოპჟრსტჳფქღყშჩცძწჭხჴჯჰჵ', 19_999),
  hebrew,
  'ethiopic-numeric': () => counterStyle({ kind: 'ethiopic' }, { suffix: '/ ', ranges: [[1, Infinity]] }),
  hiragana: () => alphabetic(KANA, '、'),
  'hiragana-iroha': () => alphabetic(IROHA, '、'),
  katakana: () => alphabetic(katakana(KANA), '、'),
  'katakana-iroha': () => alphabetic(katakana(IROHA), '、'),
  ...CJK_STYLES,
};

/** The names of the predefined styles, less `none`. */
export const PREDEFINED_COUNTER_STYLES: readonly string[] = Object.keys(COUNTER_STYLES);

/** Names that no `@counter-style` may take (css-counter-styles-3 §2). */
export const FIXED_COUNTER_STYLES: readonly string[] = [
  'decimal',
  'disc',
  'square',
  'circle',
  'disclosure-open',
  'disclosure-closed',
];
