import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DisplayItem } from '../../src/layout/paged-document.ts';
import type { ComputedStyle } from '../../src/style/computed-style.ts';
import { describeItems, laidOut } from './support/lay-out.ts';
import { el, pt, sides, treeOf } from './support/tree.ts';

type Maker = ReturnType<typeof el>;
type Style = Partial<ComputedStyle>;

const pre: Style = { whiteSpace: 'pre' };
const textOf = (item: DisplayItem): string => (item.kind === 'glyphs' ? item.text.trim() : '');
const red = { r: 1, g: 0, b: 0, a: 1 };

/** A tree of boxes, its lines numbered in document order. */
type Shape =
  | { readonly kind: 'lines'; readonly count: number; readonly style: Style }
  | { readonly kind: 'group'; readonly children: readonly Shape[]; readonly style: Style }
  | { readonly kind: 'row' | 'table' | 'columns'; readonly children: readonly Shape[] };

const styles: fc.Arbitrary<Style> = fc.record(
  {
    breakInside: fc.constantFrom('auto', 'avoid'),
    breakBefore: fc.constantFrom('auto', 'auto', 'avoid', 'page'),
    breakAfter: fc.constantFrom('auto', 'auto', 'avoid', 'page'),
    orphans: fc.integer({ min: 1, max: 4 }),
    widows: fc.integer({ min: 1, max: 4 }),
    padding: fc.integer({ min: 0, max: 20 }).map((value) => sides(pt(value))),
    margin: fc.integer({ min: -2, max: 9 }).map((value) => sides(pt(value))),
  },
  { requiredKeys: [] },
);

const shapes = fc.letrec<{ shape: Shape }>((tie) => {
  const lines = fc.record({
    kind: fc.constant('lines' as const),
    count: fc.integer({ min: 1, max: 25 }),
    style: styles,
  });
  const children = fc.array(tie('shape'), { minLength: 1, maxLength: 4 });
  return {
    shape: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      lines,
      fc.record({ kind: fc.constant('group' as const), children, style: styles }),
      fc.record({ kind: fc.constantFrom('row' as const, 'table' as const, 'columns' as const), children }),
    ),
  };
}).shape;

function build(shape: Shape, next: () => string): Maker {
  if (shape.kind === 'lines') {
    const text = Array.from({ length: shape.count }, next).join('\n');
    return el('p', { style: { ...pre, ...shape.style } }, text);
  }
  const children = shape.children.map((child) => build(child, next));
  switch (shape.kind) {
    case 'group':
      return el('div', { style: shape.style }, ...children);
    case 'row':
      return el('div', { style: { display: 'flex' } }, ...children);
    case 'columns':
      return el('div', { style: { columnCount: 2, columnGap: pt(2) } }, ...children);
    case 'table':
      return el('table', {}, ...children.map((child) => el('tr', {}, el('td', {}, child))));
  }
}

describe('cutting', () => {
  it('brings every line onto a page, once', async () => {
    await fc.assert(
      fc.asyncProperty(shapes, async (shape) => {
        let count = 0;
        const tree = treeOf(
          el(
            'body',
            {},
            build(shape, () => `w${count++}`),
          ),
        );
        const document = await laidOut(tree).catch((error: Error) => {
          // What is pushed off the paper sideways is another test's.
          if (!error.message.includes('runs off the paper')) throw error;
          return undefined;
        });
        if (!document) return;
        const drawn = document.pages.flatMap((page) => page.items.map(textOf).filter(Boolean));
        expect(drawn.sort()).toEqual(Array.from({ length: count }, (_, i) => `w${i}`).sort());
      }),
      { numRuns: 100 },
    );
  });

  it('cuts through the space of a box that has a height of its own', async () => {
    const style: Style = { height: pt(150), backgroundColor: red };
    const document = await laidOut(
      treeOf(el('body', {}, el('p', {}, 'above'), el('div', { style }, 'x'), el('p', {}, 'below'))),
    );
    expect(describeItems(document)).toEqual([
      ['rect 0,12 100×108', 'text 0,9.88 "above"', 'text 0,21.88 "x"'],
      ['rect 0,0 100×42', 'text 0,51.88 "below"'],
    ]);
  });

  it('draws a box that goes on to the end of the page, whatever is left free there', async () => {
    const kept: Style = { ...pre, breakInside: 'avoid' };
    const box = el(
      'div',
      { style: { backgroundColor: red } },
      el('p', { style: pre }, 'a\nb'),
      el('p', { style: kept }, Array.from({ length: 9 }, (_, i) => `c${i}`).join('\n')),
    );
    const [first, second] = describeItems(await laidOut(treeOf(el('body', {}, box))));
    expect(first![0]).toBe('rect 0,0 100×120');
    expect(second![0]).toBe('rect 0,0 100×108');
  });

  it('divides a row of a table where its cells can be divided', async () => {
    const cell = (text: string) => el('td', { style: pre }, text);
    const lines = Array.from({ length: 12 }, (_, i) => `l${i}`).join('\n');
    const document = await laidOut(
      treeOf(el('body', {}, el('table', {}, el('tr', {}, cell(lines), cell('x'))))),
    );
    expect(document.pages.map((page) => page.items.map(textOf).filter(Boolean).length)).toEqual([11, 2]);
  });

  it('balances columns to the least height that holds them', async () => {
    const style: Style = { columnCount: 3, columnGap: pt(5), backgroundColor: red };
    const text = Array.from({ length: 10 }, (_, i) => `${i}`).join('\n');
    const document = await laidOut(
      treeOf(
        el('body', {}, el('div', { style }, el('p', { style: { ...pre, orphans: 1, widows: 1 } }, text))),
      ),
    );
    expect(describeItems(document)[0]![0]).toBe('rect 0,0 100×48');
  });

  it('lets a box span all columns between those before and behind it', async () => {
    const paragraph = (text: string) => el('p', { style: { ...pre, orphans: 1, widows: 1 } }, text);
    const box = el(
      'div',
      { style: { columnCount: 2, columnGap: pt(20) } },
      paragraph('a\nb\nc'),
      el('h1', { style: { columnSpan: 'all', margin: { ...sides(pt(0)), top: pt(3), bottom: pt(5) } } }, 'H'),
      paragraph('d\ne'),
    );
    const document = await laidOut(treeOf(el('body', {}, box)));
    expect(describeItems(document)[0]).toEqual([
      'text 0,9.88 "a"',
      'text 0,21.88 "b"',
      'text 60,9.88 "c"',
      'text 0,36.88 "H"',
      'text 0,53.88 "d"',
      'text 60,53.88 "e"',
    ]);
  });

  it('draws a rule between columns that have content, as high as they are', async () => {
    const style: Style = {
      columnCount: 3,
      columnGap: pt(5),
      columnRule: { width: 1, style: 'solid', colour: red },
    };
    const document = await laidOut(
      treeOf(
        el('body', {}, el('div', { style }, el('p', { style: { ...pre, orphans: 1, widows: 1 } }, 'a\nb'))),
      ),
    );
    expect(describeItems(document)[0]!.filter((item) => item.startsWith('rect'))).toEqual(['rect 32,0 1×12']);
  });
});
