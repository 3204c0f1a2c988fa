import { decodeTable, lazily } from './code-point-map.ts';
import { defaultIgnorableTable } from './tables/default-ignorable.ts';
import { generalCategoryTable } from './tables/general-category.ts';

const names = lazily(() => generalCategoryTable.values.split(' '));
const categories = lazily(() => decodeTable(generalCategoryTable, (_, index) => index));
const ignorables = lazily(() => decodeTable(defaultIgnorableTable, (name) => (name === 'Y' ? 1 : 0)));

/** General_Category (UAX #44 §5.7.1) by its two letters: `Lu`, `Mn`, `Pi`; `Cn` for what is not assigned. */
export function generalCategory(codePoint: number): string {
  return names()[categories()(codePoint)]!;
}

/** Whether a character is of one of the categories that begin with a letter: `L` for letters, `M` for marks. */
export function isOfCategory(codePoint: number, letter: 'L' | 'M' | 'N' | 'P' | 'S' | 'Z' | 'C'): boolean {
  return generalCategory(codePoint).startsWith(letter);
}

/** Default_Ignorable_Code_Point: shows nothing where a font does not know it. */
export function isDefaultIgnorable(codePoint: number): boolean {
  return ignorables()(codePoint) === 1;
}
