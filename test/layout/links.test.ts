import { describe, expect, it } from 'vitest';
import { printed } from './support/filled.ts';
import { describeItems } from './support/lay-out.ts';

const css = `
  @page { size: 100pt 60pt; margin: 0 }
  body { margin: 0; font: 10pt/12pt "Noto Sans" }
  p { margin: 0 }
`;

/** The areas of the links of a page, in order. */
async function areas(body: string): Promise<string[]> {
  const html = `<!doctype html><html lang="en"><head><title>t</title></head><body>${body}</body></html>`;
  const document = await printed(html, css);
  return describeItems(document)[0]!.filter((item) => item.startsWith('link'));
}

describe('a link has an area for each line', () => {
  it('that is a block of its own', async () => {
    expect(await areas('<a href="#a" style="display:block; padding: 2pt">one<br>one</a>')).toEqual([
      'link 2,2 17.87×12 #a',
      'link 2,14 17.87×12 #a',
    ]);
  });

  it('of the blocks in it', async () => {
    expect(await areas('<a href="#a"><p>one</p><p>one</p></a>')).toEqual([
      'link 0,0 17.87×12 #a',
      'link 0,12 17.87×12 #a',
    ]);
  });

  it('that is a flex item', async () => {
    expect(await areas('<div style="display:flex"><a href="#a">one</a><a href="#b">one</a></div>')).toEqual([
      'link 0,0 17.87×12 #a',
      'link 17.87,0 17.87×12 #b',
    ]);
  });

  it('and one for an inline-block in it, or for one that is the link', async () => {
    const box = 'style="display:inline-block"';
    expect(
      await areas(`<p><a href="#a"><span ${box}>one</span></a> <a href="#b" ${box}>one</a></p>`),
    ).toEqual(['link 20.47,0 17.87×12 #b', 'link 0,0 17.87×12 #a']);
  });

  it('and one for a picture of its own', async () => {
    const code = '<qr-code value="x" alt="code" style="display:block; width: 30pt; height: 30pt"></qr-code>';
    expect(await areas(`<a href="#a">${code}</a>`)).toEqual(['link 0,0 30×30 #a']);
  });
});
