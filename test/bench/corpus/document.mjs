// A document of a corpus as blocks: what the campaign's Markdown and the peers are both made from.
//
// block = { type: 'heading', level, text }          level 2 or 3; the title is a document's own
//       | { type: 'paragraph' | 'quote', runs }
//       | { type: 'list', ordered, items: runs[] }
//       | { type: 'table', rows: text[][] }         the first row is the header
//       | { type: 'picture', text }
//       | { type: 'section', name, heading, blocks }   a part of a resolution
// run   = { text, strong?, emphasis?, link? }
import { readFileSync } from 'node:fs';
import { below, randomOf, shuffled } from './random.mjs';

/** The languages that have texts of their own, in the order of a corpus. */
const written = ['en', 'de', 'es', 'ru', 'el', 'zh-Hant', 'zh-Hans', 'ar'];

/** Locales that borrow the text of another in the same script: what they cost is the same. */
const borrowed = {
  fr: 'es',
  it: 'es',
  pt: 'es',
  nl: 'de',
  sv: 'de',
  da: 'de',
  pl: 'en',
  uk: 'ru',
  bg: 'ru',
  'sr-Cyrl': 'ru',
  ur: 'ar',
  'zh-HK': 'zh-Hant',
};

/** Every locale a corpus can have. */
export const locales = [...written, ...Object.keys(borrowed)];

/** Even numbers are leaflets, odd ones resolutions. */
export const kindOf = (number) => (number % 2 === 0 ? 'leaflet' : 'resolution');

/** Document `number` (from 0) in one locale: `{ locale, kind, title, summary, blocks }`. */
export function documentOf(locale, number) {
  const kind = kindOf(number);
  const texts = textsOf(borrowed[locale] ?? locale);
  const write = writerOf(texts, { locale, number });
  const blocks = kind === 'leaflet' ? leaflet(texts, write) : resolution(texts, write);
  return { locale, kind, title: `${texts.titles[kind]} ${number + 1}`, summary: texts.quote, blocks };
}

const textsOf = (language) =>
  JSON.parse(readFileSync(new URL(`./texts/${language}.json`, import.meta.url), 'utf8'));

function leaflet({ headings, items, picture }, write) {
  return [
    write.paragraph(3),
    { type: 'picture', text: picture },
    heading(2, headings.why),
    write.paragraph(3),
    write.paragraph(3),
    write.quote(),
    heading(2, headings.demands),
    write.list(items.slice(0, 6)),
    write.paragraph(2),
    heading(2, headings.cost),
    write.table(),
    write.paragraph(2),
    heading(2, headings.help),
    write.list(items.slice(0, 4), true),
    write.closing(),
  ];
}

function resolution({ headings, items, picture, whereas }, write) {
  const grounds = Array.from({ length: 5 }, () => write.paragraph(1, whereas).runs);
  const rationale = [
    write.paragraph(2),
    heading(3, headings.background),
    write.paragraph(4),
    write.paragraph(3),
    { type: 'picture', text: picture },
    heading(3, headings.cost),
    write.table(),
    write.paragraph(3),
    heading(3, headings.timetable),
    write.list(items.slice(0, 4)),
    write.paragraph(6),
    write.quote(),
    write.closing(),
  ];
  const list = (entries) => [{ type: 'list', ordered: true, items: entries }];
  return [
    section('notes', headings.findings, list(grounds)),
    section('resolves', headings.demands, [write.list(items.slice(0, 8), true)]),
    section('rationale', headings.why, rationale),
  ];
}

const heading = (level, text) => ({ type: 'heading', level, text });
const section = (name, title, blocks) => ({ type: 'section', name, heading: title, blocks });

/** Makes blocks of sentences, in an order that depends on the number of the document. */
function writerOf(texts, { locale, number }) {
  const random = randomOf(1000 + number * 31);
  const isChinese = locale.startsWith('zh');
  const space = isChinese ? '' : ' ';
  const place = () => texts.places[below(random, texts.places.length)];
  const fill = (text) => text.replaceAll('{p}', place).replaceAll('{n}', String(120 + below(random, 1900)));
  const sentences = shuffled(texts.sentences, random).map(fill);
  const take = (count) => sentences.splice(0, Math.min(count, Math.max(1, sentences.length - 1)));

  const marked = (text, mark) =>
    isChinese ? marking(text, [2 + below(random, 6), 4], mark, '') : markingWords(text, random, mark);
  const paragraph = (count, before) => {
    const runs = take(count).flatMap((sentence, index) => {
      const lead = index > 0 ? [{ text: space }] : before ? [{ text: before + space }] : [];
      const mark = { 0: 'strong', 2: 'emphasis' }[index];
      return [...lead, ...(mark ? marked(sentence, mark) : [{ text: sentence }])];
    });
    return { type: 'paragraph', runs };
  };
  return {
    paragraph,
    quote: () => ({ type: 'quote', runs: [{ text: texts.quote }] }),
    list: (items, ordered = false) => ({ type: 'list', ordered, items: items.map((text) => [{ text }]) }),
    table: () => ({ type: 'table', rows: tableRows(texts.cells, random) }),
    closing: () => {
      const link = { text: texts.link, link: `https://example.org/${locale}/study-${number}` };
      const end = { text: isChinese ? '。' : '.' };
      return { type: 'paragraph', runs: [...paragraph(1).runs, { text: space }, link, end] };
    },
  };
}

function tableRows({ head, measures, owners }, random) {
  const row = (measure, index) => [
    measure,
    `${100 + below(random, 900)} 000 €`,
    String(2026 + (index & 3)),
    owners[index % owners.length],
  ];
  return [head, ...measures.map(row)];
}

/** Marks two words, not the first nor the last. */
function markingWords(text, random, mark) {
  const words = text.split(' ');
  const first = 1 + below(random, words.length - 4);
  return marking(words, [first, 2], mark, ' ');
}

/** Three runs: before, marked, after. Marks of punctuation inside are dropped: emphasis cannot end on one. */
function marking(parts, [start, length], mark, space) {
  const inner = [...parts.slice(start, start + length)].join(space);
  const join = (some) => [...some].join(space);
  return [
    { text: join(parts.slice(0, start)) + space },
    { text: inner.replace(/[.,:;،·，、。：]/g, ''), [mark]: true },
    { text: space + join(parts.slice(start + length)) },
  ];
}
