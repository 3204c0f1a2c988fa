// The peer: the text of a Markdown file as a PDF through Typst, in a process of its own.
// usage: node typst-leaflet.mjs <file.md> <font folder> <output.pdf>
import { readFileSync, writeFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const [markdown, fonts, output] = process.argv.slice(2);
const source = readFileSync(markdown, 'utf8');
const title = /^title: (.*)$/m.exec(source)[1];
const summary = /^summary: (.*)$/m.exec(source)[1];
const escaped = (text) => text.replace(/[#$*_`<>@\\[\]]/g, '\\$&');
const body = source
  .split(/^---$/m)
  .slice(2)
  .join('---')
  .replace(/^:::.*$/gm, '')
  .replace(/:field\[([^\]]*)\]\{[^}]*\}/g, '$1')
  .split('\n')
  .map((line) => {
    const heading = /^(#+) (.*)$/.exec(line);
    if (heading) return `${'='.repeat(heading[1].length)} ${escaped(heading[2])}`;
    const item = /^\d+\. (.*)$/.exec(line);
    if (item) return `+ ${escaped(item[1])}`;
    return escaped(line.replace(/^> /, ''));
  })
  .join('\n');
const compiler = NodeCompiler.create({ workspace: process.cwd(), fontArgs: [{ fontPaths: [fonts] }] });
const preamble =
  '#set page(paper: "a5", margin: 12mm)\n#set text(font: "Noto Sans HK", size: 12pt, lang: "zh", region: "HK")\n';
writeFileSync(
  output,
  compiler.pdf({ mainFileContent: `${preamble}= ${escaped(title)}\n\n${escaped(summary)}\n\n${body}` }),
);
