import { describe, expect, it } from 'vitest';
import { placedBoxes } from './support/html.ts';

/** Left edge and width of a one-letter box in a paragraph that is 200px wide; every letter is drawn by one face. */
const boxIn = async (style: string, before: string, after: string) => {
  const mark = '<span id=a style="display: inline-block; width: 20px">x</span>';
  const html = `<p style="margin: 0; width: 200px; ${style}">${before}${mark}${after}</p>`;
  return (await placedBoxes(html)).a![0]!;
};

describe('the side a line starts at under unicode-bidi: plaintext (css-text-3 §6.1)', () => {
  // U+200F and U+200E are strong, and drawn by nothing.
  const [rtl, ltr] = ['\u200f', '\u200e'];

  it('is the text’s own, not the paragraph’s direction', async () => {
    expect(await boxIn('unicode-bidi: plaintext', rtl, '')).toMatchObject({ x: 180 });
    expect(await boxIn('unicode-bidi: plaintext; direction: rtl', ltr, '')).toMatchObject({ x: 0 });
    expect(await boxIn('unicode-bidi: plaintext; text-align: end', rtl, '')).toMatchObject({ x: 0 });
    expect(await boxIn('direction: rtl', ltr, '')).toMatchObject({ x: 180 });
  });

  it('is found anew after each forced break', async () => {
    const boxes = await placedBoxes(
      `<p style="margin: 0; width: 200px; unicode-bidi: plaintext">${['a', 'b']
        .map(
          (id, i) =>
            `${[rtl, ltr][i]}<span id=${id} style="display: inline-block; width: 20px; height: 9px"></span>`,
        )
        .join('<br>')}</p>`,
    );
    expect([boxes.a![0]!.x, boxes.b![0]!.x]).toEqual([180, 0]);
  });

  it('is where its indent is, and `left` and `right` are not changed by it', async () => {
    expect(await boxIn('unicode-bidi: plaintext; text-indent: 30px', rtl, '')).toMatchObject({ x: 150 });
    expect(await boxIn('unicode-bidi: plaintext; text-align: left', rtl, '')).toMatchObject({ x: 0 });
  });
});
