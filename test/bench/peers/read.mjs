// What every peer reads and leaves. The peers get the texts as blocks: none of them is charged for parsing Markdown.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The documents of a corpus in the order of their paths, each with `id`: `zh-Hant/document-01`. */
export function* documentsIn(corpus) {
  const blocks = join(corpus, 'blocks');
  for (const entry of readdirSync(blocks, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    for (const file of readdirSync(join(blocks, entry.name)).sort()) {
      const document = JSON.parse(readFileSync(join(blocks, entry.name, file), 'utf8'));
      yield { ...document, id: `${entry.name}/${file.slice(0, -'.json'.length)}` };
    }
  }
}

/** The picture that all documents show. */
export const pictureOf = (corpus) => join(corpus, 'blocks/picture.png');

/** Blocks without sections: the heading of each, and what is in it. */
export const flat = (blocks) =>
  blocks.flatMap((block) =>
    block.type === 'section'
      ? [{ type: 'heading', level: 2, text: block.heading }, ...flat(block.blocks)]
      : [block],
  );

/** Writes one file of the output. */
export function put(out, path, bytes) {
  const file = join(out, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
