import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A language whose running text is broken into lines, and the faces that it is set in. */
export interface Sample {
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Packages of `@expo-google-fonts` whose regular face serves, in the order of the family list. */
  readonly faces: readonly (keyof typeof files)[];
}

/** The regular face in each package, and its family. */
const files = {
  'noto-sans': ['Noto Sans', 'NotoSans'],
  'noto-sans-hk': ['Noto Sans HK', 'NotoSansHK'],
  'noto-sans-sc': ['Noto Sans SC', 'NotoSansSC'],
  'noto-sans-jp': ['Noto Sans JP', 'NotoSansJP'],
  'noto-sans-kr': ['Noto Sans KR', 'NotoSansKR'],
  'noto-sans-hebrew': ['Noto Sans Hebrew', 'NotoSansHebrew'],
  'noto-sans-devanagari': ['Noto Sans Devanagari', 'NotoSansDevanagari'],
  'noto-sans-thai': ['Noto Sans Thai', 'NotoSansThai'],
  amiri: ['Amiri', 'Amiri'],
} as const;

const ltr = (language: string, ...faces: Sample['faces']): Sample => ({ language, direction: 'ltr', faces });
const rtl = (language: string, ...faces: Sample['faces']): Sample => ({ language, direction: 'rtl', faces });

/** Every language that has a text in `texts/`. */
export const samples: readonly Sample[] = [
  ltr('en', 'noto-sans'),
  ltr('es', 'noto-sans'),
  ltr('de', 'noto-sans'),
  ltr('pl', 'noto-sans'),
  ltr('ru', 'noto-sans'),
  ltr('el', 'noto-sans'),
  ltr('zh-Hant', 'noto-sans-hk'),
  ltr('zh-Hans', 'noto-sans-sc'),
  ltr('ja', 'noto-sans-jp'),
  ltr('ko', 'noto-sans-kr'),
  rtl('ar', 'amiri'),
  rtl('he', 'noto-sans-hebrew', 'noto-sans'),
  ltr('hi', 'noto-sans-devanagari', 'noto-sans'),
  ltr('th', 'noto-sans-thai', 'noto-sans'),
];

/** CSS px that lines are wide. */
export const widths: readonly number[] = [220, 330, 450];

/** The paragraphs of a language's text. */
export function paragraphsOf(root: string, language: string): readonly string[] {
  const file = join(root, 'test/conformance/line-breaks/texts', `${language}.txt`);
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}

/**
 * A page with the paragraphs at every width, one width after the other; fonts by `npm:` addresses. Marks are not squeezed at
 * the ends of lines: we do so with full stops too, Chromium with brackets alone (`layout/cases/text/spacing-trim.html`).
 */
export function pageOf(sample: Sample, paragraphs: readonly string[], css = ''): string {
  const faces = sample.faces.map((name) => {
    const [family, file] = files[name];
    const address = `npm:@expo-google-fonts/${name}/400Regular/${file}_400Regular.ttf`;
    return `@font-face { font-family: "${family}"; src: url("${address}") }`;
  });
  const families = sample.faces.map((name) => `"${files[name][0]}"`).join(', ');
  const sheet = `${faces.join('\n')}
@page { size: 500px 100000px; margin: 0 }
body { margin: 0; font: 16px/32px ${families} }
p { margin: 0; text-spacing-trim: space-all }
${css}`;
  const sections = widths.map((width) => {
    const texts = paragraphs.map((text) => `<p>${escaped(text)}</p>`);
    return `<section style="width: ${width}px">${texts.join('')}</section>`;
  });
  return `<!doctype html><html lang="${sample.language}" dir="${sample.direction}"><head><meta charset="utf-8">
<title>Lines</title><style>${sheet}</style></head><body>${sections.join('')}</body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
