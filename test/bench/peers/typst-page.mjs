// The peer Typst: one page of its markup as a tagged PDF. node typst-page.mjs <page.json> <output>
import { readFileSync, writeFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const [page, output] = process.argv.slice(2);
const { typst, faces } = JSON.parse(readFileSync(page, 'utf8'));
const compiler = NodeCompiler.create({ workspace: process.cwd(), fontArgs: [{ fontPaths: faces }] });
const pdf = compiler.pdf({ mainFileContent: typst });
if (!pdf.includes('/MarkInfo')) throw new Error('Typst wrote no tags, which its bytes are compared with');
writeFileSync(output, pdf);
