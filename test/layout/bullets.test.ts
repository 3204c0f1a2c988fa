import { describe, expect, it } from 'vitest';
import { placedBoxes } from './support/html.ts';

describe('a bullet that no face has', () => {
  it('is another one, where the list chose it by itself', async () => {
    // Noto Sans has neither ◦ nor ▪; a glyph that is missing would be an error.
    const boxes = await placedBoxes('<ul><li>a<ul><li>b<ul><li id="c">c</li></ul></li></ul></li></ul>');
    expect(boxes.c).toHaveLength(1);
  });

  it('is missed where the author wrote it', async () => {
    const list = placedBoxes('<ul><li>a</li></ul>', 'ul { list-style-type: "◦ " }');
    await expect(list).rejects.toThrow('U+25E6');
  });
});
