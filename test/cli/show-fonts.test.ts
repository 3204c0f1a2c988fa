import { expect, it } from 'vitest';
import { showFonts } from '../../src/cli/show-fonts.ts';

const face = { postScriptName: 'X', package: undefined, han: undefined };

it('names the families of each locale, whose Han forms they have, and what to install', () => {
  const fonts = [
    {
      locale: 'en',
      faces: [
        { ...face, family: 'Noto Sans' },
        { ...face, family: 'Noto Sans', postScriptName: 'Bold' },
      ],
      missing: [],
    },
    {
      locale: 'zh-Hant',
      faces: [{ ...face, family: 'Noto Sans HK', han: 'HK' as const }],
      missing: ['@expo-google-fonts/noto-sans-jp', '@expo-google-fonts/noto-sans-kr'],
    },
    { locale: 'he', faces: [], missing: ['@expo-google-fonts/noto-sans-hebrew'] },
  ];
  expect(showFonts(fonts)).toBe(`fonts by language:
  en       Noto Sans
  zh-Hant  Noto Sans HK (Han as in Hong Kong); missing: npm i @expo-google-fonts/noto-sans-jp @expo-google-fonts/noto-sans-kr
  he       none; missing: npm i @expo-google-fonts/noto-sans-hebrew
`);
  expect(showFonts([])).toBe('');
});
