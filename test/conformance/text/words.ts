/**
 * A text as words, so that texts can be compared that were broken into lines differently. Characters of scripts that
 * are written without spaces are words of their own, and a word ends behind a hyphen, dash or slash, where a line may.
 * Presentation forms of Arabic letters are taken for the letters, and invisible marks of direction are left out,
 * which readers of PDF put in.
 */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\ufb50-\ufdff\ufe70-\ufefc]/g, (form) => form.normalize('NFKC'))
    .replace(/\u00ad\s*/g, '')
    .normalize('NFC');
  return plain.match(pattern) ?? [];
}

const unspaced =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Bopomofo}\u3000-\u303f\uff00-\uffef\u30fb\u30fc';
const pattern = new RegExp(
  `[${unspaced}]|[^\\s${unspaced}]*?[-\u2010-\u2014/](?=[^\\s${unspaced}])|[^\\s${unspaced}]+`,
  'gu',
);
