import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PagedDocument } from '../../src/layout/paged-document.ts';
import { printed } from './support/filled.ts';
import { describeItems, describeStructure } from './support/lay-out.ts';

/** A page of ten lines of 12 pt; notes have lines of 12 pt too, and no margin above them. */
const css = `
  @page { size: 100pt 120pt; margin: 0; @footnote { margin: 0 } }
  body, p { margin: 0; orphans: 1; widows: 1 }
  .n { float: footnote }
  ::footnote-call { vertical-align: baseline; font-size: 1em }
`;
const page = (body: string) =>
  printed(`<!doctype html><html lang="en"><head><title>t</title></head><body>${body}</body></html>`, css);
const lines = (count: number, from = 1) =>
  Array.from({ length: count }, (_, i) => `<p>line${i + from}</p>`).join('');
const note = (...words: string[]) => `<span class="n">${words.join('<br>')}</span>`;
const texts = (document: PagedDocument) =>
  describeItems(document).map((items) =>
    items.map((item) => /^text [\d.]+,([\d.]+) "(.*)"$/.exec(item)!.slice(1).join(' ')),
  );

describe('footnotes', () => {
  it('stand at the foot of the page that calls them, numbered through the document', async () => {
    const document = await page(`<p>one${note('first')}</p>${lines(9)}<p>two${note('second')}</p>`);
    const [first, second] = texts(document);
    expect(first!.slice(0, 2)).toEqual(['9.88 one', '9.88 1']);
    expect(first!.slice(-2)).toEqual(['117.88 1. ', '117.88 first']);
    expect(first).toHaveLength(2 + 8 + 2);
    expect(second).toEqual(['9.88 line9', '21.88 two', '21.88 2', '117.88 2. ', '117.88 second']);
  });

  it('send a line to the next page where its note has no room, and let what stands before it stay', async () => {
    const document = await page(`${lines(8)}<p>call${note('a', 'b', 'c')}</p>`);
    const [first, second] = texts(document);
    expect(first).toHaveLength(8);
    expect(second!.slice(0, 2)).toEqual(['9.88 call', '9.88 1']);
  });

  it('go on at the foot of the next page where they are longer than their share', async () => {
    const words = Array.from({ length: 12 }, (_, i) => `n${i}`);
    const document = await page(`<p>call${note(...words)}</p>${lines(12)}`);
    const found = texts(document)
      .flat()
      .map((text) => text.split(' ')[1]!);
    expect(found.filter((text) => text.startsWith('n'))).toEqual(words);
    expect(document.pages.length).toBeGreaterThan(1);
  });

  it('leave room for what floats to the foot of the page, which stands above them', async () => {
    const foot = '<div style="float: block-end; float-reference: page">foot</div>';
    const document = await page(`<p>one${note('first')}</p>${foot}${lines(9)}`);
    const [first, second] = texts(document);
    expect(first!.slice(-3)).toEqual(['105.88 foot', '117.88 1. ', '117.88 first']);
    expect(first).toHaveLength(2 + 7 + 3);
    expect(second).toEqual(['9.88 line8', '21.88 line9']);
  });

  it('are read behind their call', async () => {
    const { structure } = await page(`<p>one${note('first')} end</p>`);
    const label = '      Lbl #';
    expect(describeStructure(structure)).toEqual([
      'Document',
      '  P #',
      '    Reference #',
      '    Note #',
      label,
    ]);
  });

  it('are linked from their number, and are no part of a link or heading around it', async () => {
    const named = `<span class="n" id="n">note <a href="#o">other</a></span>`;
    const body = `<h1 id="o">Head${named}</h1><p><a href="https://example.org">link${note('in it')}</a></p>`;
    const document = await page(body);
    const links = document.pages[0]!.items.flatMap((item) => (item.kind === 'link' ? [item] : []));
    expect(links.map(({ href, contents }) => [href, contents])).toEqual([
      ['#n', '1'],
      ['https://example.org', 'link'],
      ['#o', 'other'],
    ]);
    expect(document.destinations.n).toMatchObject({ page: 0 });
    expect(document.outline.map(({ title }) => title)).toEqual(['Head']);
  });

  it('come in the order of the text, also those called in other notes or in a line from right to left', async () => {
    const body = `<p dir="rtl">a${note('n1')} b${note('n2')} c${note(`n3${note('n4')}`)} d${note('n5')}</p>`;
    const found = texts(await page(body)).flat();
    const notes = found.flatMap((text) => /n\d/.exec(text) ?? []);
    expect(notes).toEqual(['n1', 'n2', 'n3', 'n4', 'n5']);
  });

  it('come once each, on the page of their call or after it, whatever they call for', async () => {
    const paragraphs = fc.array(
      fc.record({ lines: fc.integer({ min: 1, max: 8 }), note: fc.option(fc.integer({ min: 1, max: 12 })) }),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(paragraphs, async (made) => {
        const body = made.map((part, at) => {
          const words = Array.from({ length: part.note ?? 0 }, (_, i) => `n${at}.${i}`);
          return `<p>${'x<br>'.repeat(part.lines - 1)}c${at}${part.note ? note(...words) : ''}</p>`;
        });
        const document = await page(body.join(''));
        const pageOf = (text: string): number[] =>
          texts(document).flatMap((items, index) =>
            items.some((item) => item.endsWith(` ${text}`)) ? [index] : [],
          );
        made.forEach((part, at) => {
          const [call] = pageOf(`c${at}`);
          for (let i = 0; i < (part.note ?? 0); i++) {
            const found = pageOf(`n${at}.${i}`);
            expect(found).toHaveLength(1);
            expect(found[0]).toBeGreaterThanOrEqual(call!);
          }
        });
      }),
      { numRuns: 40 },
    );
  });
});
