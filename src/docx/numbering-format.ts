import type { ListLevel } from './style-properties.ts';

const formats: Readonly<Record<string, string>> = {
  decimal: 'decimal',
  'decimal-leading-zero': 'decimalZero',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'cjk-ideographic': 'taiwaneseCountingThousand',
  'trad-chinese-informal': 'taiwaneseCountingThousand',
  'simp-chinese-informal': 'chineseCountingThousand',
  'trad-chinese-formal': 'ideographLegalTraditional',
  'simp-chinese-formal': 'chineseLegalSimplified',
  'cjk-decimal': 'ideographDigital',
  'cjk-heavenly-stem': 'ideographTraditional',
  'cjk-earthly-branch': 'ideographZodiac',
  'japanese-informal': 'japaneseCounting',
  hiragana: 'aiueo',
  katakana: 'aiueoFullWidth',
  'korean-hangul-formal': 'koreanDigital',
  hebrew: 'hebrew1',
  thai: 'thaiNumbers',
  devanagari: 'hindiNumbers',
  // Word shows decimal numbers in the digits of the reader's Arabic, Persian or Urdu settings.
  'arabic-indic': 'decimal',
  persian: 'decimal',
};

/** Word's number format for a `list-style-type`, or undefined where Word has none. */
export function numberFormat(listStyleType: string): string | undefined {
  return formats[listStyleType];
}

/**
 * The level text of a marker: its number replaced by `%level`, what stands around it kept. Undefined where the
 * marker does not show the number, so that Word could not count it on.
 */
export function levelText(marker: string, number: string, level: number): string | undefined {
  const at = marker.lastIndexOf(number);
  if (at < 0) return undefined;
  const before = marker.slice(0, at).trimStart();
  return `${before}%${level + 1}${marker.slice(at + number.length).trimEnd()}`;
}

/** A bullet as a level; Word takes any text. */
export function bulletLevel(marker: string, level: number, look: ListLevel['marker']): ListLevel {
  return { level, format: 'bullet', text: marker.trim(), marker: look };
}
