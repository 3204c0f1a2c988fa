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

describe('an element without a box of its own', () => {
  it('draws nothing, and its text inherits from it', async () => {
    const red = { r: 1, g: 0, b: 0, a: 1 };
    const boxless = { ...ruled, display: 'contents', backgroundColor: red, color: red } as const;
    const document = await laidOut(
      treeOf(el('body', {}, el('p', {}, 'a ', el('span', { style: boxless }, 'b')))),
    );
    expect(rectangles(describeItems(document)[0]!)).toEqual([]);
    const colours = document.pages[0]!.items.map((item) => (item.kind === 'glyphs' ? item.colour.r : 0));
    expect(colours).toContain(1);
  });
});

describe('raised and lowered text', () => {
  it('stands a third of its parent’s size and a px higher, or a fifth and a px lower', async () => {
    const raised = (verticalAlign: 'super' | 'sub') =>
      el('span', { style: { verticalAlign, fontSize: 6 } }, verticalAlign);
    const document = await laidOut(
      treeOf(el('body', {}, el('p', {}, 'x', raised('super'), 'x', raised('sub')))),
    );
    const [base, above, , below] = document.pages[0]!.items.flatMap((item) =>
      item.kind === 'glyphs' ? [item.y] : [],
    );
    const size = treeOf(el('body', {})).root.style.fontSize;
    expect(base! - above!).toBeCloseTo(size / 3 + 0.75);
    expect(below! - base!).toBeCloseTo(size / 5 + 0.75);
  });
});
