import { describe, expect, it } from 'vitest';
import { readParts } from './support/read.ts';
import { h, type Make, page, pt, sides } from './support/tree.ts';

const pulled = (top: number, ...children: readonly Make[]) =>
  h('header', { style: { margin: { ...sides(pt(0)), top: pt(top) } } }, ...children);
const newPage = h('h2', { style: { breakBefore: 'page' } }, 'Back');

/** Top margin of each section in twips, and how it starts. */
async function sections(...children: readonly Make[]): Promise<readonly (string | undefined)[][]> {
  const document = await readParts(page('en', {}, ...children));
  const margins = document.all('word/document.xml', 'w:pgMar').map((each) => each.attributes['w:top']);
  const all = document.all('word/document.xml', 'w:sectPr');
  return all.map(({ children: parts }, index) => {
    const type = parts.find((part) => typeof part !== 'string' && part.name === 'w:type');
    return [margins[index], typeof type === 'object' ? type.attributes['w:val'] : undefined];
  });
}

describe('a document that starts with a block pulled up into the margin', () => {
  it('has a first page without that margin, and whole margins behind it', async () => {
    const front = pulled(-36, h('h1', {}, 'Front'));
    expect(await sections(front, h('p', {}, 'Text.'), newPage)).toEqual([
      ['0', undefined],
      ['720', 'nextPage'],
    ]);
  });

  it('loses no more than there is, and counts margins of blocks in it', async () => {
    expect((await sections(pulled(-20, pulled(-30, h('p', {}, 'Front'))), newPage))[0]).toEqual([
      '0',
      undefined,
    ]);
    expect((await sections(pulled(-20, h('p', {}, 'Front')), newPage))[0]).toEqual(['320', undefined]);
  });

  it('keeps its margins where no page break ends the page, or where it starts as others do', async () => {
    expect(await sections(pulled(-36, h('p', {}, 'Front')))).toEqual([['720', undefined]]);
    expect(await sections(h('p', {}, 'Front'), pulled(-36, h('p', {}, 'Middle')), newPage)).toEqual([
      ['720', undefined],
    ]);
  });
});
