// The faces that campaign-pack itself takes for each locale's text.
import { join } from 'node:path';

const packages = new URL('../../../node_modules/@expo-google-fonts/', import.meta.url).pathname;
const families = {
  latin: { family: 'Noto Sans', folder: 'noto-sans', file: 'NotoSans' },
  hongKong: { family: 'Noto Sans HK', folder: 'noto-sans-hk', file: 'NotoSansHK' },
  mainland: { family: 'Noto Sans SC', folder: 'noto-sans-sc', file: 'NotoSansSC' },
  arabic: { family: 'Amiri', folder: 'amiri', file: 'Amiri' },
};

/** The family of a locale with the paths of its faces; `italic` is the regular face where a script has none. */
export function facesOf(locale) {
  const { family, folder, file } = families[scriptOf(locale)];
  const path = (style) => join(packages, folder, style, `${file}_${style}.ttf`);
  const regular = path('400Regular');
  const italic = family === 'Noto Sans' ? path('400Regular_Italic') : regular;
  return { family, regular, bold: path('700Bold'), italic };
}

/** Every file of these faces, for a program that looks for fonts by itself. */
export const allFaces = [...new Set(['en', 'zh-Hant', 'zh-Hans', 'ar'].flatMap(filesOf))];

/** Whether a locale is written from right to left. */
export const isRightToLeft = (locale) => scriptOf(locale) === 'arabic';

function filesOf(locale) {
  const { regular, bold, italic } = facesOf(locale);
  return [regular, bold, italic];
}

function scriptOf(locale) {
  if (locale === 'zh-Hans') return 'mainland';
  if (locale.startsWith('zh')) return 'hongKong';
  return locale === 'ar' || locale === 'ur' ? 'arabic' : 'latin';
}
