import { describe, expect, it } from 'vitest';
import { outcomeOf } from './support/lay-out.ts';
import { el, pageRule, pt, sides, treeOf } from './support/tree.ts';

const messages = async (tree: ReturnType<typeof treeOf>) =>
  (await outcomeOf(tree)).diagnostics.map(({ code, message }) => `${code}: ${message}`);
const shifted = (left: number, top = 0) => ({
  margin: { ...sides(pt(0)), left: pt(left), top: pt(top) },
});

// Pages are 100 by 100 pt, lines 12 pt.
describe('text off the page', () => {
  it('is told of when it runs off at the end, the start, above or below', async () => {
    const off = async (style: ReturnType<typeof shifted>) =>
      (await messages(treeOf(el('body', {}, el('p', { style }, 'word'))))).length;
    expect(await off(shifted(0))).toBe(0);
    expect(await off(shifted(90))).toBe(1);
    expect(await off(shifted(-5))).toBe(1);
    expect(await off(shifted(0, -20))).toBe(1);
  });

  it('names the text and the page, once for an element', async () => {
    const long = 'a'.repeat(50);
    const found = await messages(
      treeOf(
        el('body', {}, el('p', {}, 'fits'), el('p', { style: { whiteSpace: 'pre' } }, `${long}\n${long}`)),
      ),
    );
    expect(found).toEqual([`text-off-page: the text "${'a'.repeat(40)}…" runs off the paper on page 1`]);
  });

  it('is not what hangs as white space, and not what stands in a margin', async () => {
    const page = pageRule({ marginTop: 10, marginLeft: 10, marginRight: 10 });
    const hanging = el('p', { style: { whiteSpace: 'pre-wrap' } }, `a${' '.repeat(80)}`);
    expect(await messages(treeOf(el('body', {}, hanging)))).toEqual([]);
    expect(await messages(treeOf(el('body', {}, el('p', { style: shifted(-8) }, 'a')), [page]))).toEqual([]);
  });

  it('is told of once for a table', async () => {
    const cells = Array.from({ length: 20 }, (_, i) => el('td', {}, `wide${i}`));
    const found = await messages(
      treeOf(el('body', {}, el('table', {}, el('tbody', {}, el('tr', {}, ...cells))))),
    );
    expect(found).toHaveLength(1);
  });
});

it('stops at 500 pages, and says so', async () => {
  const lines = Array.from({ length: 600 }, () => el('p', { style: { breakBefore: 'page' } }, 'a'));
  const { value, diagnostics } = await outcomeOf(treeOf(el('body', {}, ...lines)));
  expect(value.pages).toHaveLength(500);
  expect(diagnostics.map(({ code }) => code)).toEqual(['pages-exceeded']);
});
