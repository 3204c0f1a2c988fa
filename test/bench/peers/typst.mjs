// The peer Typst: every document of a corpus as PDF, with one compiler. node typst.mjs <corpus> <out>
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { allFaces, facesOf, isRightToLeft } from './faces.mjs';
import { documentsIn, flat, put } from './read.mjs';

const [corpus, out] = process.argv.slice(2);
const compiler = NodeCompiler.create({ workspace: corpus, fontArgs: [{ fontPaths: allFaces }] });
for (const document of documentsIn(corpus)) {
  put(out, `${document.id}.pdf`, compiler.pdf({ mainFileContent: sourceOf(document) }));
}

function sourceOf({ locale, title, summary, blocks }) {
  const [language, ...rest] = locale.split('-');
  const region = language === 'zh' ? `, region: "${rest.includes('Hans') ? 'CN' : 'HK'}"` : '';
  const direction = isRightToLeft(locale) ? ', dir: rtl' : '';
  const lines = [
    `#set document(title: "${title}")`,
    '#set page(paper: "a4", margin: 20mm)',
    `#set text(font: ("${facesOf(locale).family}", "Noto Sans"), size: 11pt, lang: "${language}"${region}${direction})`,
    `= ${escaped(title)}`,
    escaped(summary),
    ...flat(blocks).map(blockOf),
  ];
  return `${lines.join('\n\n')}\n`;
}

function blockOf(block) {
  switch (block.type) {
    case 'heading':
      return `${'='.repeat(block.level)} ${escaped(block.text)}`;
    case 'paragraph':
      return runsOf(block.runs);
    case 'quote':
      return `#quote(block: true)[${runsOf(block.runs)}]`;
    case 'list':
      return block.items.map((runs) => `${block.ordered ? '+' : '-'} ${runsOf(runs)}`).join('\n');
    case 'table': {
      const cells = ([head, ...rows]) =>
        `table.header(${head.map(cellOf).join(', ')}), ${rows.flat().map(cellOf).join(', ')}`;
      return `#table(columns: ${block.rows[0].length}, ${cells(block.rows)})`;
    }
    case 'picture':
      return `#image("/blocks/picture.png", alt: "${block.text}", width: 100%)`;
  }
  throw new Error(`a block of the unknown type ${block.type}`);
}

function cellOf(text) {
  return `[${escaped(text)}]`;
}

function runsOf(runs) {
  return runs.map(runOf).join('');
}

function runOf({ text, strong, emphasis, link }) {
  if (link) return `#link("${link}")[${escaped(text)}]`;
  if (strong) return `#strong[${escaped(text)}]`;
  return emphasis ? `#emph[${escaped(text)}]` : escaped(text);
}

function escaped(text) {
  return text.replace(/[\\#$*_`<>@~[\]"'=\-+/]/g, '\\$&');
}
