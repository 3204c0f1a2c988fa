// The paragraphs of a corpus for the text stage alone: shaped with the tool's own fonts and styles, justified.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stages } from '../../dist/bench.cjs';
import { facesOf, isRightToLeft } from './peers/faces.mjs';
import { documentsIn, flat } from './peers/read.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Pt: A4 with margins of 20 mm, as the peers have it. */
export const lineWidth = 482;

/** Every paragraph of a corpus as `shapeParagraph` takes it, with the fonts of its document, in order. */
export async function paragraphsOf(corpus) {
  const store = stages.createFontStore(await stages.loadShaper());
  const styles = new Map();
  return {
    paragraphs: [...documentsIn(corpus)].flatMap((document) => {
      const { locale } = document;
      if (!styles.has(locale)) styles.set(locale, stylesOf(locale, store));
      return textsOf(document).map((runs) => paragraphOf(runs, styles.get(locale)));
    }),
    close: () => store.close(),
  };
}

function paragraphOf(runs, { book, span, paragraph, of }) {
  const items = runs.map((run) => ({ kind: 'text', text: run.text, style: of(run), span }));
  return { items, style: paragraph, book };
}

/** The texts of a document: title, summary, and of each block; of a list and a table, each item and cell. */
function textsOf({ title, summary, blocks }) {
  const plain = (text) => [{ text }];
  return [plain(title), plain(summary), ...flat(blocks).flatMap((block) => textsIn(block, plain))];
}

function textsIn(block, plain) {
  switch (block.type) {
    case 'paragraph':
    case 'quote':
      return [block.runs];
    case 'list':
      return block.items;
    case 'table':
      return block.rows.flat().map(plain);
    default:
      return [plain(block.text)];
  }
}

/** What a language's paragraphs are styled with, from a page of HTML. */
function stylesOf(locale, store) {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-pack-bench-'));
  try {
    writeFileSync(join(folder, 'page.html'), pageOf(locale));
    const environment = { sourceDateEpoch: undefined };
    const host = stages.createNodeHost({
      campaignRoot: folder,
      toolRoot: root,
      workingFolder: root,
      environment,
    });
    const tree = stages.readTree(host, 'page.html', []);
    const [paragraph] = find(tree.root, 'p');
    const [strong] = find(tree.root, 'strong');
    const [em] = find(tree.root, 'em');
    const book = stages.createFontBook(host, tree.fontFaces, store);
    const of = (run) => (run.strong ? strong.style : run.emphasis ? em.style : paragraph.style);
    return { book, span: paragraph.span, paragraph: paragraph.style, of };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function find(element, tag) {
  if (element.tag === tag) return [element];
  return element.children.flatMap((child) => (child.type === 'element' ? find(child, tag) : []));
}

function pageOf(locale) {
  const { family, regular, bold, italic } = facesOf(locale);
  const rule = (name, path, more) =>
    `@font-face { font-family: "${name}"; src: url("npm:${path.slice(path.indexOf('@expo'))}"); ${more} }`;
  const latin = facesOf('en');
  const direction = isRightToLeft(locale) ? 'rtl' : 'ltr';
  return `<!doctype html><html lang="${locale}" dir="${direction}"><head><meta charset="utf-8"><title>x</title><style>
${rule(family, regular, '')}${rule(family, bold, 'font-weight: 700')}${rule(family, italic, 'font-style: italic')}
${family === latin.family ? '' : rule(latin.family, latin.regular, '') + rule(latin.family, latin.bold, 'font-weight: 700')}
p { font: 11pt "${family}", "${latin.family}"; text-align: justify }
</style></head><body><p>x<strong>x</strong><em>x</em></p></body></html>`;
}
