import { describe, expect, it } from 'vitest';
import type { PathSegment } from '../../src/layout/graphics.ts';
import type { DisplayItem, GroupItem, PathItem } from '../../src/layout/paged-document.ts';
import { gradientStops } from '../../src/layout/paint/gradient-stops.ts';
import type { ComputedStyle } from '../../src/style/computed-style.ts';
import { laidOut, outcomeOf } from './support/lay-out.ts';
import { el, pt, sides, treeOf } from './support/tree.ts';

const red = { r: 1, g: 0, b: 0, a: 1 };
const blue = { r: 0, g: 0, b: 1, a: 1 };
const clear = { r: 0, g: 0, b: 0, a: 0 };
const share = (percent: number) => ({ pt: 0, percent });
const side = (width: number, colour = red, style: 'solid' | 'dashed' = 'solid') => ({ width, style, colour });
const box = { width: pt(40), height: pt(20), backgroundColor: red } as const;
const radius = (horizontal: number, vertical = horizontal) => ({
  horizontal: pt(horizontal),
  vertical: pt(vertical),
});
const rounded = (value: ReturnType<typeof radius>) => ({
  borderRadius: { topLeft: value, topRight: value, bottomRight: value, bottomLeft: value },
});

/** What a box of this style is painted with, and the text in it. */
async function painted(style: Partial<ComputedStyle>, text = ''): Promise<readonly DisplayItem[]> {
  const document = await laidOut(treeOf(el('body', {}, el('div', { style }, text))));
  return document.pages[0]!.items;
}

const paths = (items: readonly DisplayItem[]): readonly PathItem[] =>
  items.filter((item) => item.kind === 'path');
const groups = (items: readonly DisplayItem[]): readonly GroupItem[] =>
  items.filter((item) => item.kind === 'group');

/** Where the segments of a path end. */
function ends(path: readonly PathSegment[]): readonly string[] {
  return path.map(([operator, ...numbers]) => {
    const [x, y] = numbers.slice(-2);
    return x === undefined
      ? operator
      : `${operator} ${Math.round(x * 100) / 100},${Math.round(y! * 100) / 100}`;
  });
}

describe('rounded corners', () => {
  it('are quarters of ellipses from edge to edge', async () => {
    const [path] = paths(await painted({ ...box, ...rounded(radius(4, 2)) }));
    const outline = [
      'M 4,0',
      'L 36,0',
      'C 40,2',
      'L 40,18',
      'C 36,20',
      'L 4,20',
      'C 0,18',
      'L 0,2',
      'C 4,0',
      'Z',
    ];
    expect(ends(path!.path)).toEqual(outline);
    expect(path!.fill).toEqual(red);
  });

  it('shrink alike where they do not fit', async () => {
    const [path] = paths(await painted({ ...box, ...rounded(radius(20, 30)) }));
    // Two radii of 30 on a side of 20: a third of each.
    expect(ends(path!.path).slice(0, 3)).toEqual(['M 6.67,0', 'L 33.33,0', 'C 40,10']);
  });

  it('leave the border its inner curve', async () => {
    const style = { ...box, backgroundColor: clear, ...rounded(radius(6)), border: sides(side(2)) };
    const [ring] = paths(await painted(style));
    expect(ring!.fillRule).toBe('evenodd');
    expect(ends(ring!.path).filter((end) => end.startsWith('M'))).toEqual(['M 6,0', 'M 6,2']);
  });
});

describe('borders', () => {
  it('meet in the line between the corners', async () => {
    const border = { top: side(2), right: side(4, blue), bottom: side(0), left: side(4, clear) };
    const shapes = paths(await painted({ ...box, backgroundColor: clear, border }));
    expect(shapes.map(({ path }) => ends(path))).toEqual([
      ['M 0,0', 'L 48,0', 'L 44,2', 'L 4,2', 'Z'],
      ['M 48,0', 'L 48,22', 'L 44,22', 'L 44,2', 'Z'],
    ]);
  });

  it('begin and end with a dash', async () => {
    const border = { ...sides(side(0)), top: side(3, red, 'dashed') };
    const [path] = paths(await painted({ ...box, width: pt(60), backgroundColor: clear, border }));
    // Seven dashes of 6 and six gaps of 3.
    expect(path!.stroke).toMatchObject({ width: 3, dash: [6, 3] });
    expect(ends(path!.path)).toEqual(['M 0,1.5', 'L 60,1.5']);
  });

  it('stand without a seam where their one colour shows through', async () => {
    const half = { ...red, a: 0.5 };
    const border = sides(side(2, half));
    const items = await painted({ ...box, backgroundColor: clear, border });
    expect(items).toHaveLength(1);
    expect(paths(items)[0]!.fillRule).toBe('evenodd');
  });
});

describe('gradients', () => {
  const stops = [
    { colour: red, position: undefined },
    { colour: blue, position: undefined },
  ];
  const fillOf = async (direction: number | { x: -1 | 0 | 1; y: -1 | 0 | 1 }) => {
    const image = { kind: 'linear', direction, repeating: false, stops } as const;
    const [path] = paths(await painted({ ...box, backgroundColor: clear, backgroundImage: [image] }));
    return path!.fill;
  };

  it('run along a line through the middle that ends beside the corners', async () => {
    expect(await fillOf(90)).toMatchObject({ from: { x: 0, y: 10 }, to: { x: 40, y: 10 } });
    const slanted = (await fillOf(45)) as unknown as { from: { x: number; y: number } };
    // Half of 40 sin 45° + 20 cos 45° from the middle.
    expect(slanted.from.x).toBeCloseTo(20 - 15, 6);
    expect(slanted.from.y).toBeCloseTo(10 + 15, 6);
  });

  it('have their middle in the corners beside the one they run to', async () => {
    const fill = (await fillOf({ x: 1, y: 1 })) as unknown as Record<'from' | 'to', { x: number; y: number }>;
    // The line from the top right to the bottom left corner is at a right angle to it.
    const [dx, dy] = [fill.to.x - fill.from.x, fill.to.y - fill.from.y];
    expect(dx * 40 - dy * 20).toBeCloseTo(0, 6);
  });

  it('are ellipses through the corner, in proportion', async () => {
    const image = {
      kind: 'radial',
      shape: 'ellipse',
      size: 'farthest-corner',
      position: { x: share(50), y: share(50) },
      repeating: false,
      stops,
    } as const;
    const [path] = paths(await painted({ ...box, backgroundColor: clear, backgroundImage: [image] }));
    const [rx, , , ry, x, y] = (path!.fill as unknown as { transform: readonly number[] }).transform;
    expect([x, y]).toEqual([20, 10]);
    expect((20 / rx!) ** 2 + (10 / ry!) ** 2).toBeCloseTo(1, 6);
    expect(rx! / ry!).toBeCloseTo(2, 6);
  });

  it('place what has no place, never go back, and repeat', () => {
    const of = (list: readonly [typeof red, number | undefined][], repeating = false) =>
      gradientStops(
        list.map(([colour, at]) => ({ colour, position: at === undefined ? undefined : pt(at) })),
        10,
        repeating,
        1,
      ).map(({ offset }) => Math.round(offset * 1000) / 1000);
    expect(
      of([
        [red, undefined],
        [blue, undefined],
        [red, undefined],
      ]),
    ).toEqual([0, 0.5, 1]);
    expect(
      of([
        [red, 4],
        [blue, undefined],
        [blue, undefined],
        [red, 1],
      ]),
    ).toEqual([0.4, 0.4, 0.4, 0.4]);
    expect(
      of(
        [
          [red, 0],
          [blue, 4],
        ],
        true,
      ),
    ).toEqual([0, 0.4, 0.4, 0.8, 0.8, 1.2]);
  });

  it('mix colours with alpha multiplied in', () => {
    const half = { ...blue, a: 0.5 };
    const mixed = gradientStops(
      [
        { colour: red, position: undefined },
        { colour: half, position: undefined },
      ],
      10,
      false,
      1,
    );
    const middle = mixed.find(({ offset }) => offset === 0.5)!.colour;
    expect(middle.a).toBe(0.75);
    expect(middle.r).toBeCloseTo(0.5 / 0.75, 9);
    const faded = gradientStops(
      [
        { colour: red, position: undefined },
        { colour: clear, position: undefined },
      ],
      10,
      false,
      1,
    );
    expect(faded.at(-1)!.colour).toEqual({ ...red, a: 0 });
  });

  it('have the middle of two colours at a hint', () => {
    const list = gradientStops(
      [
        { colour: red, position: undefined },
        { colour: undefined, position: share(25) },
        { colour: blue, position: undefined },
      ],
      8,
      false,
      1,
    );
    const before = list.find(({ offset }) => offset === 0.25)!.colour;
    expect(before.r).toBeCloseTo(0.5, 9);
  });
});

describe('backgrounds', () => {
  const tile = (style: Partial<ComputedStyle>) => {
    const image = {
      kind: 'linear',
      direction: 0,
      repeating: false,
      stops: [
        { colour: red, position: undefined },
        { colour: blue, position: undefined },
      ],
    } as const;
    return painted({ ...box, backgroundColor: clear, backgroundImage: [image], ...style });
  };
  const starts = (items: readonly DisplayItem[]) => paths(items).map(({ path }) => ends(path)[0]);

  it('repeat from where they stand, both ways', async () => {
    const items = await tile({
      backgroundSize: [{ x: pt(30), y: pt(20) }],
      backgroundPosition: [{ x: pt(10), y: pt(0) }],
    });
    expect(starts(items)).toEqual(['M -20,0', 'M 10,0']);
    expect(ends(groups(items)[0]!.clip!.path)).toEqual(['M 0,0', 'L 40,0', 'L 40,20', 'L 0,20', 'Z']);
  });

  it('have the free space between them, or fit a whole number', async () => {
    const backgroundSize = [{ x: pt(15), y: pt(20) }] as const;
    const spaced = await tile({ backgroundSize, backgroundRepeat: [{ x: 'space', y: 'space' }] });
    expect(starts(spaced)).toEqual(['M 0,0', 'M 25,0']);
    const fitted = await tile({ backgroundSize, backgroundRepeat: [{ x: 'round', y: 'round' }] });
    expect(starts(fitted)).toEqual(['M 0,0', 'M 13.33,0', 'M 26.67,0']);
  });

  it('stand by percentages of what is left, in the box of their origin', async () => {
    const items = await tile({
      padding: sides(pt(5)),
      backgroundOrigin: ['content-box'],
      backgroundSize: [{ x: pt(10), y: pt(10) }],
      backgroundPosition: [{ x: share(100), y: share(50) }],
      backgroundRepeat: [{ x: 'no-repeat', y: 'no-repeat' }],
    });
    expect(starts(items)).toEqual(['M 35,10']);
  });

  it('are left out and named where there would be thousands of tiles', async () => {
    const image = {
      kind: 'linear',
      direction: 0,
      repeating: false,
      stops: [
        { colour: red, position: undefined },
        { colour: blue, position: undefined },
      ],
    } as const;
    const style = { ...box, backgroundImage: [image], backgroundSize: [{ x: pt(0.1), y: pt(0.1) }] };
    const { value, diagnostics } = await outcomeOf(treeOf(el('body', {}, el('div', { style }))));
    expect(paths(value.pages[0]!.items)).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['css-unsupported']);
  });
});

describe('transforms', () => {
  const quarter = { kind: 'matrix', matrix: [0, 1, -1, 0, 0, 0] } as const;

  it('turn a box about its origin, with links and destinations', async () => {
    const style = {
      ...box,
      transform: [quarter],
      transformOrigin: { x: pt(0), y: pt(0) },
      margin: { ...sides(pt(0)), left: pt(50) },
    };
    const tree = treeOf(el('body', {}, el('div', { style, attributes: { id: 'x' } }, 'Turned')));
    const { destinations, pages } = await laidOut(tree);
    expect(groups(pages[0]!.items)[0]!.transform).toEqual([0, 1, -1, 0, 50, -50]);
    expect(destinations.x).toEqual({ page: 0, x: 50, y: 0 });
  });

  it('do not move what follows', async () => {
    const style = { ...box, transform: [{ kind: 'translate', x: share(50), y: share(100) }] } as const;
    const tree = treeOf(el('body', {}, el('div', { style }), el('p', {}, 'after')));
    const { items } = (await laidOut(tree)).pages[0]!;
    expect(groups(items)[0]!.transform).toEqual([1, 0, 0, 1, 20, 20]);
    const text = items.find((item) => item.kind === 'glyphs')!;
    expect(text.x).toBe(0);
    expect(text.y).toBeGreaterThan(20);
    expect(text.y).toBeLessThan(32);
  });

  it('that turn text off the paper are told of', async () => {
    const style = { ...box, transform: [{ kind: 'translate', x: pt(-30), y: pt(0) }] } as const;
    const { diagnostics } = await outcomeOf(treeOf(el('body', {}, el('div', { style }, 'lost'))));
    expect(diagnostics.map(({ code }) => code)).toEqual(['text-off-page']);
  });
});

describe('what is not wholly seen', () => {
  it('is one group where it is faint', async () => {
    const items = await painted({ ...box, opacity: 0.5 }, 'faint');
    expect(items.map(({ kind }) => kind)).toEqual(['group', 'rect', 'glyphs', 'end']);
    expect(groups(items)[0]!.opacity).toBe(0.5);
  });

  it('keeps its room where it is hidden', async () => {
    const style = { ...box, visibility: 'hidden' } as const;
    const tree = treeOf(el('body', {}, el('div', { style }, 'hidden'), el('p', {}, 'seen')));
    const { items } = (await laidOut(tree)).pages[0]!;
    expect(items.map((item) => (item.kind === 'glyphs' ? item.text : item.kind))).toEqual(['seen']);
    expect(items[0]).toMatchObject({ kind: 'glyphs', x: 0 });
    expect((items[0] as { y: number }).y).toBeGreaterThan(20);
  });

  it('is cut at the padding edge, along one axis or both', async () => {
    const border = sides(side(2));
    const cut = await painted({ ...box, border, overflowX: 'hidden', overflowY: 'hidden' }, 'x');
    expect(ends(groups(cut)[0]!.clip!.path)).toEqual(['M 2,2', 'L 42,2', 'L 42,22', 'L 2,22', 'Z']);
    const across = await painted({ ...box, border, overflowX: 'clip' }, 'x');
    const [corner] = ends(groups(across)[0]!.clip!.path);
    expect(corner).toMatch(/^M 2,-\d{4,}$/);
  });

  it('is told of where it is text that a box cuts off', async () => {
    const style = { ...box, overflowX: 'hidden', overflowY: 'hidden' } as const;
    const body = (text: string) => treeOf(el('body', {}, el('div', { style }, text)));
    expect((await outcomeOf(body('fits'))).diagnostics).toEqual([]);
    const { diagnostics } = await outcomeOf(body('one two three four five'));
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      expect.stringMatching(/^box-overflow: the text "[^"]*" is cut off by the box that it stands in$/),
    ]);
  });
});

describe('the order of painting', () => {
  const named = (items: readonly DisplayItem[], colours: Readonly<Record<string, typeof red>>) =>
    items.map((item) => {
      if (item.kind === 'glyphs') return item.text.trim();
      if (item.kind !== 'rect') return item.kind;
      const found = Object.entries(colours).find(
        ([, { r, g, b }]) => item.fill.r === r && item.fill.g === g && item.fill.b === b,
      );
      return found?.[0];
    });
  const green = { r: 0, g: 1, b: 0, a: 1 };
  const colours = { red, green, blue };
  const block = (colour: typeof red, more: Partial<ComputedStyle> = {}) => {
    return { style: { height: pt(12), backgroundColor: colour, ...more } };
  };

  it('has the backgrounds of blocks under the text of all', async () => {
    const tree = treeOf(el('body', {}, el('div', block(red), 'one'), el('div', block(blue), 'two')));
    expect(named((await laidOut(tree)).pages[0]!.items, colours)).toEqual(['red', 'blue', 'one', 'two']);
  });

  it('goes by levels, then by the document', async () => {
    const level = (zIndex: number | 'auto') => ({ position: 'relative', zIndex }) as const;
    const tree = treeOf(
      el(
        'body',
        {},
        el('div', block(red, level(1)), 'over'),
        el('div', block(blue, level(-1)), 'under'),
        el('div', block(green), 'flow'),
      ),
    );
    const { items } = (await laidOut(tree)).pages[0]!;
    expect(named(items, colours)).toEqual(['blue', 'under', 'green', 'flow', 'red', 'over']);
  });

  it('leaves a box that is only a containing block in its place', async () => {
    const tree = treeOf(
      el('body', {}, el('div', block(red, { position: 'relative' }), 'one'), el('div', block(blue), 'two')),
    );
    expect(named((await laidOut(tree)).pages[0]!.items, colours)).toEqual(['red', 'blue', 'one', 'two']);
  });

  it('cuts a level to the boxes around it', async () => {
    const inner = block(red, { position: 'relative', zIndex: 1 });
    const cut = {
      style: { ...box, backgroundColor: blue, overflowX: 'hidden', overflowY: 'hidden' },
    } as const;
    const tree = treeOf(el('body', {}, el('div', cut, el('div', inner)), el('p', {}, 'after')));
    const { items } = (await laidOut(tree)).pages[0]!;
    expect(named(items, colours)).toEqual(['blue', 'after', 'group', 'red', 'end']);
  });

  it('is not that of bookmarks and named strings', async () => {
    const heading = (text: string, style: Partial<ComputedStyle> = {}) =>
      el('h1', { style: { bookmarkLevel: 1, ...style }, attributes: { id: text } }, text);
    const tree = treeOf(el('body', {}, heading('first', { opacity: 0.5 }), heading('second')));
    const { outline, destinations } = await laidOut(tree);
    expect(outline.map(({ title }) => title)).toEqual(['first', 'second']);
    expect(Object.keys(destinations)).toEqual(['first', 'second']);
  });
});
