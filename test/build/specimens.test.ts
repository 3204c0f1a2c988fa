import { describe, expect, it } from 'vitest';
import type { PagedDocument } from '../../src/layout/paged-document.ts';
import type { Glyphs } from '../../src/text/shaping/glyphs.ts';
import { extract } from '../pdf/support/extract.ts';
import { readPdf } from '../pdf/support/read-pdf.ts';
import { pagesOf } from '../pdf/support/read-text.ts';
import { laidOutSpecimen, specimenBlocks, specimenNames, specimenPdf } from './support/specimens.ts';

describe.each(specimenNames)('the specimen of %s', (name) => {
  it('has the glyphs that were looked at, where they were', async () => {
    const pages = describePages(await laidOutSpecimen(name));
    await expect(pages).toMatchFileSnapshot(`../golden/specimens/${name}.txt`);
  });

  it('is one page, on which every letter can be read, and nothing else but the numbers of the list', async () => {
    const pdf = readPdf(await specimenPdf(name));
    const [page, ...others] = pagesOf(pdf);
    expect(others).toEqual([]);
    const left = countLetters(letters(extract(pdf, page!, 'ltr')));
    for (const letter of letters(specimenBlocks(name).join('')))
      left.set(letter, (left.get(letter) ?? 0) - 1);
    const odd = [...left].filter(([letter, count]) => count !== 0 && !/[\p{Nd}.]/u.test(letter));
    expect(odd).toEqual([]);
  });
});

function countLetters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

/** Letters and signs as readers give them back, without white space, format characters and the hyphens of broken words. */
function letters(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200f\u2060]/g, '');
}

/** The runs of every page: place, face, size and text, and below them glyphs with what moves them. */
function describePages({ pages }: PagedDocument): string {
  return pages
    .map(({ width, height, items }, index) => {
      const runs = items.flatMap((item) => {
        if (item.kind !== 'glyphs') return [];
        const { x, y, face, size, text, glyphs } = item;
        const head = `${round(x)},${round(y)} ${face.postScriptName} ${round(size)} ${JSON.stringify(text)}`;
        return [`  ${head}\n    ${describeGlyphs(glyphs)}`];
      });
      return `page ${index + 1}, ${round(width)} × ${round(height)}\n${runs.join('\n')}\n`;
    })
    .join('\n');
}

/** Glyph ids with their offsets; the advance is told of the whole run. */
function describeGlyphs(glyphs: Glyphs): string {
  const ids = [...glyphs].map(({ id, dx, dy }) =>
    dx === 0 && dy === 0 ? `${id}` : `${id}(${round(dx)},${round(dy)})`,
  );
  return `${ids.join(' ')} = ${round(glyphs.width())}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
