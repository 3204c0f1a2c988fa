import { greekCapitals } from './greek-capitals.ts';

/*
 * Unicode's mappings with those of SpecialCasing.txt that go by language. Not `toLocaleUpperCase`: what it does for a
 * language depends on the ICU that it was built with.
 */

/** A text in capitals, as its language has them. */
export function inCapitals(text: string, language: string): string {
  switch (primary(language)) {
    case 'tr':
    case 'az':
      return text.replaceAll('i', 'İ').toUpperCase();
    case 'el':
    case 'grc':
      return greekCapitals(text);
    case 'lt':
      return text.replace(/([ijįɨʝɉịḭⅈⅉ]\p{M}*?)\u0307/giu, '$1').toUpperCase();
    case 'hy':
      return text.replaceAll('և', 'ԵՎ').toUpperCase();
    default:
      return text.toUpperCase();
  }
}

/** A text in small letters, as its language has them. */
export function inSmallLetters(text: string, language: string): string {
  switch (primary(language)) {
    case 'tr':
    case 'az':
      return text
        .replace(/I\u0307|İ/g, 'i')
        .replaceAll('I', 'ı')
        .toLowerCase();
    case 'lt':
      return lithuanianSmallLetters(text);
    default:
      return text.toLowerCase();
  }
}

/** One letter as a word's first; `next` is what follows it. Answers what takes the place of both. */
export function asInitial(letter: string, next: string, language: string): string {
  const tongue = primary(language);
  if (tongue === 'nl' && /^[iI]$/.test(letter) && /^[jJ]/.test(next)) return `IJ${next.slice(1)}`;
  if ((tongue === 'tr' || tongue === 'az') && letter === 'i') return `İ${next}`;
  return titleForm(letter) + next;
}

const digraphs: Readonly<Record<string, string>> = {
  ...{ Ǆ: 'ǅ', ǅ: 'ǅ', ǆ: 'ǅ', Ǉ: 'ǈ', ǈ: 'ǈ', ǉ: 'ǈ', Ǌ: 'ǋ', ǋ: 'ǋ', ǌ: 'ǋ', Ǳ: 'ǲ', ǲ: 'ǲ', ǳ: 'ǲ' },
  ...{ ᾳ: 'ᾼ', ῃ: 'ῌ', ῳ: 'ῼ' },
};

/** Titlecase: of a letter that is two in capitals, only the first is one. */
function titleForm(letter: string): string {
  const known = digraphs[letter];
  if (known) return known;
  const point = letter.codePointAt(0)!;
  // Georgian has capitals for whole texts only.
  if (point >= 0x10d0 && point <= 0x10ff) return letter;
  // Greek vowels with an iota below: their capitals stand eight places on.
  if (point >= 0x1f80 && point <= 0x1faf) return String.fromCodePoint(point | 8);
  const [first = '', ...rest] = letter.toUpperCase();
  return first + rest.join('').toLowerCase();
}

/** Small i and j keep their dots below accents. */
function lithuanianSmallLetters(text: string): string {
  return text
    .replace(/[ÌÍĨ]/g, (letter) => letter.normalize('NFD'))
    .replace(/([IJĮ])(?=\p{M}*[\u0300\u0301\u0303])/gu, (letter) => `${letter.toLowerCase()}\u0307`)
    .toLowerCase();
}

function primary(language: string): string {
  return /^[a-z]+/i.exec(language)?.[0].toLowerCase() ?? '';
}
