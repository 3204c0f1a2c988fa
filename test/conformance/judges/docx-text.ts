import { join } from 'node:path';
import type { ManifestFile } from '../../../src/pack/manifest.ts';
import { outputOf } from '../command.ts';
import { editZip } from '../edit-zip.ts';
import type { Context, Fault, Judge } from '../judge.ts';
import { documentOf } from '../sample-pack.ts';
import { compareText } from '../text/compare-text.ts';
import { readSourceText } from '../text/source-text.ts';

/** The text of every DOCX, as its runs stand in the main part, against the Markdown it was made of. */
export const docxText: Judge = {
  name: 'docx-text',
  needs: [{ debian: 'python3', command: 'python3' }],

  async judge(context) {
    const { folder, docxs } = context.pack;
    const faults: Fault[] = [];
    for (const file of docxs) faults.push(...(await check(context, file, join(folder, file.path))));
    const python = (await outputOf('python3', ['--version'])).trim();
    return {
      tool: `${python}, zipfile, ElementTree`,
      count: docxs.length,
      unit: 'DOCX files against their Markdown',
      faults,
    };
  },

  seeds: [
    {
      fault: 'a word is lost',
      expect: /^missing/,
      judge: (context) => seeded(context, (text) => text.replace(/(<w:t[^>]*>[^<]{80,}?) [a-z]+ /, '$1 ')),
    },
    {
      fault: 'a paragraph is added',
      expect: /^not in the source/,
      judge: (context) =>
        seeded(context, (text) => text.replace('<w:body>', '<w:body><w:p><w:r><w:t>Word</w:t></w:r></w:p>')),
    },
  ],
};

/** Prints the paragraphs of the main part, a line each; a tab or break counts as a space. */
const reader = `
import sys, zipfile, xml.etree.ElementTree as tree
w = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
body = tree.fromstring(zipfile.ZipFile(sys.argv[1]).read('word/document.xml'))
signs = {w + 'tab': ' ', w + 'br': ' ', w + 'noBreakHyphen': '\\u2011'}
for paragraph in body.iter(w + 'p'):
    runs = [run for run in paragraph.iter(w + 'r')]
    text = ''.join(part.text or '' if part.tag == w + 't' else signs.get(part.tag, '') for run in runs for part in run)
    sys.stdout.buffer.write((text + '\\n').encode())
`;

async function check(context: Context, file: ManifestFile, docx: string): Promise<readonly Fault[]> {
  const { root } = context;
  const source = readSourceText(join(root, 'content'), join(root, 'templates'), documentOf(file));
  const text = (await outputOf('python3', ['-c', reader, docx])).replace(/_{3,}/g, '');
  return compareText(text, source.blocks, source.phrases).map((message) => ({ at: file.path, message }));
}

async function seeded(context: Context, edit: (text: string) => string): Promise<readonly Fault[]> {
  const file = context.pack.docxs.find(({ locale }) => locale === 'en')!;
  const copy = join(context.temporary, 'seeded.docx');
  await editZip(join(context.pack.folder, file.path), copy, 'word/document.xml', edit);
  return check(context, file, copy);
}
