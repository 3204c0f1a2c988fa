// Plain pages of one script each, the same text as HTML and as Typst's markup: what a PDF weighs is measured by them.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const test = new URL('../../', import.meta.url);
const fonts = '@expo-google-fonts/';
const faceFolders = fileURLToPath(new URL(`../node_modules/${fonts}`, test));

/** The specimen of each script, with what it is set in; characters of others, such as digits, come from Noto Sans. */
const scripts = {
  latin: ['Noto Sans', 'noto-sans/400Regular/NotoSans'],
  greek: ['Noto Sans', 'noto-sans/400Regular/NotoSans'],
  cyrillic: ['Noto Sans', 'noto-sans/400Regular/NotoSans'],
  arabic: ['Amiri', 'amiri/400Regular/Amiri'],
  persian: ['Vazirmatn', 'vazirmatn/400Regular/Vazirmatn'],
  hebrew: ['Noto Sans Hebrew', 'noto-sans-hebrew/400Regular/NotoSansHebrew'],
  devanagari: ['Noto Sans Devanagari', 'noto-sans-devanagari/400Regular/NotoSansDevanagari'],
  bengali: ['Noto Sans Bengali', 'noto-sans-bengali/400Regular/NotoSansBengali'],
  tamil: ['Noto Sans Tamil', 'noto-sans-tamil/400Regular/NotoSansTamil'],
  thai: ['Noto Sans Thai', 'noto-sans-thai/400Regular/NotoSansThai'],
  'han-traditional': ['Noto Sans HK', 'noto-sans-hk/400Regular/NotoSansHK'],
  'han-simplified': ['Noto Sans SC', 'noto-sans-sc/400Regular/NotoSansSC'],
  kana: ['Noto Sans JP', 'noto-sans-jp/400Regular/NotoSansJP'],
  hangul: ['Noto Sans KR', 'noto-sans-kr/400Regular/NotoSansKR'],
};

/** Scripts that have a page: `plain-<script>.html` for us, `plain-<script>.json` for Typst. */
export const plainScripts = Object.keys(scripts);

/** The pages of all scripts, by name without `.html`. */
export function plainPages() {
  return Object.fromEntries(plainScripts.map((script) => [`plain-${script}`, pageOf(script)]));
}

/** Pages of running text whose bytes are bounded, by name without `.html`: 250 words, or as many distinct characters. */
export function boundedPages() {
  const words = (locale) => [textsOf(locale).titles.leaflet, ...firstWords(textsOf(locale).sentences, 250)];
  const han = (count) => [firstDistinct(textsOf('zh-Hant').sentences, count)];
  return {
    'one-latin': htmlOf({ lang: 'en', script: 'latin', blocks: words('en') }),
    'one-arabic': htmlOf({ lang: 'ar', script: 'arabic', blocks: words('ar') }),
    'one-han-240': htmlOf({ lang: 'zh-Hant-HK', script: 'han-traditional', blocks: ['', ...han(240)] }),
    'one-han-400': htmlOf({ lang: 'zh-Hant-HK', script: 'han-traditional', blocks: ['', ...han(400)] }),
  };
}

/** A document of so many paragraphs in English. */
export function manyParagraphs(count) {
  const { titles, sentences } = textsOf('en');
  const paragraphs = Array.from({ length: count }, (_, i) =>
    [0, 1, 2].map((step) => sentences[(i + 7 * step) % sentences.length]).join(' '),
  );
  return htmlOf({ lang: 'en', script: 'latin', blocks: [titles.leaflet, ...paragraphs] });
}

function pageOf(script) {
  const source = readFileSync(new URL(`specimens/${script}.html`, test), 'utf8');
  const lang = /<html lang="([^"]+)"/.exec(source)[1];
  const blocks = [...source.matchAll(/<(h1|p)\b[^>]*>(.*?)<\/\1>/gs)].map(([, , text]) => plain(text));
  return {
    html: htmlOf({ lang, script, blocks }),
    typst: typstOf({ lang, script, blocks }),
    faces: facesOf(script),
  };
}

const plain = (html) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

function htmlOf({ lang, script, blocks: [title, ...paragraphs] }) {
  const [family] = scripts[script];
  const direction = /^(ar|fa|he)/.test(lang) ? ' dir="rtl"' : '';
  const faces = facePathsOf(script).map(
    ([name, path]) => `@font-face { font-family: "${name}"; src: url("npm:${fonts}${path}"); }\n`,
  );
  const heading = title && `<h1>${escaped(title)}</h1>\n`;
  return `<!DOCTYPE html>
<html lang="${lang}"${direction}>
<title>Page</title>
<style>
${faces.join('')}@page { size: A4; margin: 20mm }
html { font: 11pt/1.5 "${family}", "Noto Sans" }
h1 { font-size: 18pt; font-weight: 400 }
</style>
${heading}${paragraphs.map((text) => `<p>${escaped(text)}</p>\n`).join('')}</html>
`;
}

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function typstOf({ lang, script, blocks: [title, ...paragraphs] }) {
  const [language, ...rest] = lang.split('-');
  const region = language === 'zh' ? `, region: "${rest.includes('Hans') ? 'CN' : 'HK'}"` : '';
  const lines = [
    '#set document(title: "Page")',
    '#set page(paper: "a4", margin: 20mm)',
    `#set text(font: ("${scripts[script][0]}", "Noto Sans"), size: 11pt, lang: "${language}"${region})`,
    '#show heading: set text(weight: 400, size: 18pt)',
    ...[`#heading(${quoted(title)})`, ...paragraphs.map((text) => `#par[#text(${quoted(text)})]`)],
  ];
  return `${lines.join('\n')}\n`;
}

const quoted = (text) => JSON.stringify(text);

function facePathsOf(script) {
  const [family, stem] = scripts[script];
  const file = ([name, path]) => [name, `${path}_400Regular.ttf`];
  const faces = [[family, stem], ...(family === 'Noto Sans' ? [] : [scripts.latin])];
  return faces.map(file);
}

const facesOf = (script) => facePathsOf(script).map(([, path]) => `${faceFolders}${path}`);

const textsOf = (locale) =>
  JSON.parse(readFileSync(new URL(`bench/corpus/texts/${locale}.json`, test), 'utf8'));

/** Paragraphs of up to three sentences, so many words together. */
function firstWords(sentences, count) {
  const words = sentences.join(' ').split(' ').slice(0, count).join(' ');
  const paragraphs = words.match(/(?:[^.!?؟]+[.!?؟]?\s*){1,3}/g);
  return paragraphs.map((text) => text.trim());
}

/** The beginning of the sentences that has so many distinct characters. */
function firstDistinct(sentences, count) {
  const seen = new Set();
  let text = '';
  for (const character of sentences.join('')) {
    if (seen.size === count && !seen.has(character)) break;
    seen.add(character);
    text += character;
  }
  if (seen.size < count) throw new Error(`the texts have no more than ${seen.size} characters`);
  return text;
}
