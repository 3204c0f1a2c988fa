/** How a style's symbols make a number (css-counter-styles-3 §3.1). */
export type CounterSystem =
  | { readonly kind: 'cyclic' | 'numeric' | 'alphabetic'; readonly symbols: readonly string[] }
  | {
      readonly kind: 'additive';
      readonly symbols: readonly (readonly [number, string])[];
      readonly most: number;
    }
  | { readonly kind: 'cjk'; readonly style: CjkStyle };

/** A predefined counter style. */
export interface CounterStyle {
  readonly system: CounterSystem;
  readonly suffix: string;
  /** Least number of digits, padded with the zero. */
  readonly pad?: number;
}

/** The data of a longhand East Asian style (css-counter-styles-3 §7). */
export interface CjkStyle {
  readonly digits: string;
  /** Ten, hundred, thousand. */
  readonly units: string;
  readonly negative: string;
  /** Chinese writes one zero for a gap; Japanese and Korean write none. */
  readonly zeros: boolean;
  /** Whether the one before a unit is dropped: never, from ten to nineteen, before every unit, or all but thousand. */
  readonly dropOne: 'never' | 'tens' | 'units';
  /** 10⁴; between it and what follows stands `groupSpace`. */
  readonly myriad: string;
  readonly groupSpace: string;
}

const digits = (zero: number) => Array.from({ length: 10 }, (_, i) => String.fromCodePoint(zero + i));
const letters = (text: string) => [...text];

function roman(text: string): CounterStyle {
  const [m, d, c, l, x, v, i] = letters(text) as [string, string, string, string, string, string, string];
  const symbols: readonly (readonly [number, string])[] = [
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
  return { system: { kind: 'additive', symbols, most: 3999 }, suffix: '. ' };
}

function hebrew(): CounterStyle {
  const symbols: (readonly [number, string])[] = [];
  const thousands = letters('יטחזוהדגבא');
  const values = [10000, 9000, 8000, 7000, 6000, 5000, 4000, 3000, 2000, 1000];
  values.forEach((value, i) => {
    symbols.push([value, `${thousands[i]}׳`]);
  });
  const rest =
    'ת400 ש300 ר200 ק100 צ90 פ80 ע70 ס60 נ50 מ40 ל30 כ20 יט19 יח18 יז17 טז16 טו15 י10 ט9 ח8 ז7 ו6 ה5 ד4 ג3 ב2 א1';
  for (const entry of rest.split(' ')) {
    const word = entry.replace(/\d+/, '');
    symbols.push([Number(entry.slice(word.length)), word]);
  }
  return { system: { kind: 'additive', symbols, most: 10999 }, suffix: '. ' };
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const TRADITIONAL = { negative: '負', zeros: true, myriad: '萬', groupSpace: '' } as const;
const SIMPLIFIED = { negative: '负', zeros: true, myriad: '万', groupSpace: '' } as const;
const JAPANESE = { negative: 'マイナス', zeros: false, groupSpace: '' } as const;
const KOREAN = { negative: '마이너스 ', zeros: false, groupSpace: ' ' } as const;

const numeric = (zero: number): CounterStyle => ({
  system: { kind: 'numeric', symbols: digits(zero) },
  suffix: '. ',
});
const alphabetic = (text: string, suffix = '. '): CounterStyle => ({
  system: { kind: 'alphabetic', symbols: letters(text) },
  suffix,
});
const bullet = (symbol: string): CounterStyle => ({
  system: { kind: 'cyclic', symbols: [symbol] },
  suffix: ' ',
});
const cjk = (style: CjkStyle, suffix: string): CounterStyle => ({ system: { kind: 'cjk', style }, suffix });

const tradInformal = (): CounterStyle =>
  cjk({ ...TRADITIONAL, digits: '零一二三四五六七八九', units: '十百千', dropOne: 'tens' }, '、');

/** The styles by name; each is made when it is asked for, so that loading the module costs nothing. */
export const COUNTER_STYLES: Readonly<Record<string, () => CounterStyle>> = {
  decimal: () => numeric(0x30),
  'decimal-leading-zero': () => ({ ...numeric(0x30), pad: 2 }),
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
  'arabic-indic': () => numeric(0x660),
  persian: () => numeric(0x6f0),
  devanagari: () => numeric(0x966),
  bengali: () => numeric(0x9e6),
  gurmukhi: () => numeric(0xa66),
  gujarati: () => numeric(0xae6),
  tamil: () => numeric(0xbe6),
  telugu: () => numeric(0xc66),
  kannada: () => numeric(0xce6),
  malayalam: () => numeric(0xd66),
  thai: () => numeric(0xe50),
  lao: () => numeric(0xed0),
  tibetan: () => numeric(0xf20),
  myanmar: () => numeric(0x1040),
  khmer: () => numeric(0x17e0),
  hebrew,
  'cjk-decimal': () => ({
    system: { kind: 'numeric', symbols: letters('〇一二三四五六七八九') },
    suffix: '、',
  }),
  'cjk-ideographic': tradInformal,
  'trad-chinese-informal': tradInformal,
  'simp-chinese-informal': () =>
    cjk({ ...SIMPLIFIED, digits: '零一二三四五六七八九', units: '十百千', dropOne: 'tens' }, '、'),
  'trad-chinese-formal': () =>
    cjk({ ...TRADITIONAL, digits: '零壹貳參肆伍陸柒捌玖', units: '拾佰仟', dropOne: 'never' }, '、'),
  'simp-chinese-formal': () =>
    cjk({ ...SIMPLIFIED, digits: '零壹贰叁肆伍陆柒捌玖', units: '拾佰仟', dropOne: 'never' }, '、'),
  'japanese-informal': () =>
    cjk(
      { ...JAPANESE, digits: '〇一二三四五六七八九', units: '十百千', dropOne: 'units', myriad: '万' },
      '、',
    ),
  'japanese-formal': () =>
    cjk(
      { ...JAPANESE, digits: '零壱弐参四伍六七八九', units: '拾百阡', dropOne: 'never', myriad: '萬' },
      '、',
    ),
  'korean-hangul-formal': () =>
    cjk({ ...KOREAN, digits: '영일이삼사오육칠팔구', units: '십백천', dropOne: 'never', myriad: '만' }, ', '),
  'korean-hanja-informal': () =>
    cjk({ ...KOREAN, digits: '零一二三四五六七八九', units: '十百千', dropOne: 'units', myriad: '萬' }, ', '),
  'korean-hanja-formal': () =>
    cjk({ ...KOREAN, digits: '零壹貳參四五六七八九', units: '拾百仟', dropOne: 'never', myriad: '萬' }, ', '),
  hiragana: () =>
    alphabetic(
      'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをん',
      '、',
    ),
  katakana: () =>
    alphabetic(
      'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン',
      '、',
    ),
};
