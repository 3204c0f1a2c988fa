// Writes a corpus: node write-corpus.mjs <small|pack|large> <folder>
//   <folder>/campaign/   a campaign as campaign-pack builds it
//   <folder>/blocks/     the same texts for the peers, <locale>/<document>.json, and picture.png
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documentOf, kindOf, locales } from './document.mjs';
import { markdownOf } from './markdown.mjs';
import { pictureBytes } from './picture.mjs';

const sizes = {
  small: { documents: 1, locales: 1 },
  pack: { documents: 8, locales: 8 },
  large: { documents: 50, locales: 20 },
};

const folders = { leaflet: 'leaflets', resolution: 'resolutions' };

const [name, folder] = process.argv.slice(2);
const size = sizes[name];
if (!size || !folder) throw new Error('usage: write-corpus.mjs <small|pack|large> <folder>');
const tags = locales.slice(0, size.locales);

put('campaign/campaign.yaml', campaign());
// The kind as the tool has it, without its limit of two pages: these leaflets are longer.
put(
  'campaign/templates/leaflet/kind.yaml',
  'folder: leaflets\nbody: text\nformats: [pdf, docx]\nkeys: { kicker: { type: text } }\n',
);
put('blocks/picture.png', pictureBytes());
for (let number = 0; number < size.documents; number++) {
  const slug = `document-${String(number + 1).padStart(2, '0')}`;
  const own = `campaign/${folders[kindOf(number)]}/${slug}`;
  for (const tag of tags) {
    const document = documentOf(tag, number);
    put(`${own}/${tag}.md`, markdownOf(document, 'picture.png'));
    put(`blocks/${tag}/${slug}.json`, JSON.stringify(document));
  }
  copyFileSync(join(folder, 'blocks/picture.png'), join(folder, own, 'picture.png'));
}

function campaign() {
  // The faces of Hong Kong are those that the tool has for traditional characters.
  const region = tags.includes('zh-Hant') ? 'regions: { zh-Hant: HK }\n' : '';
  const titles = tags.map((tag) => `  ${tag}: ${JSON.stringify(documentOf(tag, 0).title)}\n`);
  return `id: bench-${name}
version: 1.0.0
date: 2026-11-23
title:
${titles.join('')}source-locale: en
locales: [${tags.join(', ')}]
${region}papers: [a4]
url: https://example.org/campaign
organisation: { name: Example Association, email: info@example.org }
`;
}

function put(path, content) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
