import type { HanForms } from '../build/fonts-used.ts';
import type { LocaleFonts } from '../build/run-build.ts';

const forms: Readonly<Record<HanForms, string>> = {
  CN: 'as in mainland China',
  HK: 'as in Hong Kong',
  JP: 'as in Japan',
  KR: 'as in Korea',
  TW: 'as in Taiwan',
};

/** The families of each locale, a line each, and what to install where some are missing; empty without any. */
export function showFonts(fonts: readonly LocaleFonts[]): string {
  const width = Math.max(0, ...fonts.map(({ locale }) => locale.length));
  const lines = fonts.map((found) => `  ${found.locale.padEnd(width)}  ${described(found)}\n`);
  return lines.length === 0 ? '' : `fonts by language:\n${lines.join('')}`;
}

function described({ faces, missing }: LocaleFonts): string {
  const families = new Set(
    faces.map(({ family, han }) => (han === undefined ? family : `${family} (Han ${forms[han]})`)),
  );
  const lacking = missing.length > 0 ? [`missing: npm i ${missing.join(' ')}`] : [];
  return [[...families].join(', ') || 'none', ...lacking].join('; ');
}
