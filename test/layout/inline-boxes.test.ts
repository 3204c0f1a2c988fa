import { describe, expect, it } from 'vitest';
import { describeItems, laidOut } from './support/lay-out.ts';
import { el, pt, sides, treeOf } from './support/tree.ts';

const line = { width: 1, style: 'solid', colour: { r: 0, g: 0, b: 0, a: 1 } } as const;
const none = { ...line, width: 0, style: 'none' } as const;
const ruled = { border: { top: none, right: none, bottom: line, left: none } };
const rectangles = (items: readonly string[]): readonly string[] =>
  items.filter((item) => item.startsWith('rect'));

describe('borders inside a line', () => {
  it('are drawn once for a blank and an inline-block, which are boxes themselves', async () => {
    const blank = el('input', { style: { ...ruled, display: 'inline-block', width: pt(40) } });
    const block = el('span', { style: { ...ruled, display: 'inline-block' } }, 'b');
    const document = await laidOut(treeOf(el('body', {}, el('p', {}, 'a ', blank, ' ', block))));
    expect(rectangles(describeItems(document)[0]!)).toHaveLength(2);
  });

  it('are drawn around an inline element with what is in it', async () => {
    const padded = { ...ruled, padding: sides(pt(1)) };
    const inner = el('input', { style: { ...ruled, display: 'inline-block', width: pt(40) } });
    const document = await laidOut(
      treeOf(el('body', {}, el('p', {}, el('span', { style: padded }, 'a ', inner)))),
    );
    expect(rectangles(describeItems(document)[0]!)).toHaveLength(2);
  });
});
