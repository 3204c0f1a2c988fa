import { describe, expect, it } from 'vitest';
import type { DisplayItem } from '../../../src/layout/paged-document.ts';
import { pageItems } from './support.ts';

/** The items of a drawing that reaches 100 pt beyond its origin, which is the page's; a user unit is a point. */
const drawn = (content: string, expected: string[] = []) =>
  pageItems(
    `<svg style="margin: -100pt" width="200pt" height="200pt" viewBox="-100 -100 200 200">${content}</svg>`,
    expected,
  );

const n = (value: number) => String(Math.round(value * 100) / 100 + 0);

/** One line an item. */
function described(items: readonly DisplayItem[]): string[] {
  const paint = (value: unknown): string => {
    if (value === undefined) return 'none';
    const colour = value as { r: number; g: number; b: number; a: number; kind?: string };
    return colour.kind ?? [colour.r, colour.g, colour.b, colour.a].map(n).join(' ');
  };
  return items.map((item) => {
    if (item.kind === 'path') {
      const path = item.path.map(([letter, ...numbers]) => letter + numbers.map(n).join(' ')).join('');
      const stroke = item.stroke ? ` stroke ${paint(item.stroke.paint)} ${n(item.stroke.width)}` : '';
      return `${path} fill ${paint(item.fill)}${item.fillRule === 'evenodd' ? ' evenodd' : ''}${stroke}`;
    }
    if (item.kind === 'group') {
      const clip = item.clip
        ? ` clip ${item.clip.path.map(([l, ...rest]) => l + rest.map(n).join(' ')).join('')}`
        : '';
      return `group${item.transform ? ` ${item.transform.map(n).join(' ')}` : ''}${clip} ${n(item.opacity)}`;
    }
    if (item.kind === 'glyphs') return `text ${n(item.x)},${n(item.y)} ${n(item.size)} ${item.text}`;
    return item.kind;
  });
}

const black = 'fill 0 0 0 1';

describe('a drawing', () => {
  it.each([
    ['a rectangle', '<rect x="1" y="2" width="3" height="4"/>', [`M1 2L4 2L4 6L1 6Z ${black}`]],
    ['a line', '<line x2="9" stroke="red" stroke-width="2"/>', ['M0 0L9 0 fill none stroke 1 0 0 1 2']],
    ['a polygon', '<polygon points="0,0 9,0 9,9" fill-rule="evenodd"/>', [`M0 0L9 0L9 9Z ${black} evenodd`]],
    [
      'a polyline',
      '<polyline fill="none" stroke="#00f" points="0 0 5 5"/>',
      ['M0 0L5 5 fill none stroke 0 0 1 1 1'],
    ],
    ['no size', '<rect width="3"/><circle/><ellipse rx="3" ry="0"/>', []],
    [
      'nothing to see',
      '<rect width="3" height="3" fill="none"/><g visibility="hidden"><path d="M0 0h1"/></g>',
      [],
    ],
    ['what is not displayed', '<g display="none"><path d="M0 0h1v1"/></g>', []],
    ['definitions', '<defs><path d="M0 0h1v1"/></defs><symbol><path d="M0 0h1v1"/></symbol>', []],
    [
      'inherited paint',
      '<g fill="#0f0" transform="translate(5 5)"><path d="M0 0h1" stroke="red"/></g>',
      ['M5 5L6 5 fill 0 1 0 1 stroke 1 0 0 1 1'],
    ],
    [
      'a colour of its own over a presentation attribute',
      '<path style="fill:#00f" fill="red" d="M0 0h1"/>',
      ['M0 0L1 0 fill 0 0 1 1'],
    ],
    ['currentColor', '<g color="red"><path fill="currentColor" d="M0 0h1"/></g>', ['M0 0L1 0 fill 1 0 0 1']],
    ['opacity of a fill', '<path opacity=".5" fill-opacity="50%" d="M0 0h1"/>', ['M0 0L1 0 fill 0 0 0 0.25']],
    [
      'opacity of a group',
      '<g opacity=".5"><path d="M0 0h1"/><path d="M0 0h2"/></g>',
      ['group 0.5', `M0 0L1 0 ${black}`, `M0 0L2 0 ${black}`, 'end'],
    ],
    [
      'a line that is stretched',
      '<path transform="scale(2 3)" fill="none" stroke="red" d="M0 0h9"/>',
      ['group 2 0 0 3 0 0 1', 'M0 0L9 0 fill none stroke 1 0 0 1 1', 'end'],
    ],
    [
      'a line that is not stretched',
      '<path transform="scale(2)" fill="none" stroke="red" d="M0 0h9"/>',
      ['M0 0L18 0 fill none stroke 1 0 0 1 2'],
    ],
    [
      'a nested viewport',
      '<svg x="10" y="10" width="20" height="20" viewBox="0 0 10 10"><path d="M0 0h10v10"/></svg>',
      [`M10 10L30 10L30 30 ${black}`],
    ],
    [
      'a viewport that cuts',
      '<svg x="10" width="20" height="20"><path d="M0 0h30v10"/></svg>',
      ['group clip M10 0L30 0L30 20L10 20Z 1', `M10 0L40 0L40 10 ${black}`, 'end'],
    ],
    [
      'a symbol, in the size and colour of its use',
      '<symbol id="s" viewBox="0 0 2 2"><path d="M0 0h2v2"/></symbol><use href="#s" x="5" width="10" height="10" fill="red"/>',
      ['M5 0L15 0L15 10 fill 1 0 0 1'],
    ],
    [
      'a use of a use',
      '<path id="p" d="M0 0h1"/><g id="a"><use href="#p" x="1"/></g><use href="#a" y="2"/>',
      [`M0 0L1 0 ${black}`, `M1 0L2 0 ${black}`, `M1 2L2 2 ${black}`],
    ],
    [
      'a clip path',
      '<clipPath id="c"><rect width="5" height="5"/></clipPath><path clip-path="url(#c)" d="M0 0h9v9"/>',
      ['group clip M0 0L5 0L5 5L0 5Z 1', `M0 0L9 0L9 9 ${black}`, 'end'],
    ],
    [
      'a clip path measured by the object',
      '<clipPath id="c" clipPathUnits="objectBoundingBox"><rect width=".5" height="1"/></clipPath><path clip-path="url(#c)" d="M2 2h8v8h-8z"/>',
      ['group clip M2 2L6 2L6 10L2 10Z 1', `M2 2L10 2L10 10L2 10Z ${black}`, 'end'],
    ],
    [
      'a clip path that cuts nothing off',
      '<clipPath id="c"><path d="M0 0h50v50H0z"/></clipPath><g clip-path="url(#c)"><path d="M1 1h9v9"/></g>',
      [`M1 1L10 1L10 10 ${black}`],
    ],
    ['an empty clip path', '<clipPath id="c"/><path clip-path="url(#c)" d="M0 0h9v9"/>', []],
    [
      'a viewport that does not cut',
      '<svg overflow="visible" x="10" width="20" height="20"><path d="M0 0h30v10"/></svg>',
      [`M10 0L40 0L40 10 ${black}`],
    ],
    [
      'a transform in CSS, about the origin of the drawing',
      '<path style="transform: translate(10%, 4px) scale(2)" d="M1 1h2v2"/>',
      [`M22 6L26 6L26 10 ${black}`],
    ],
    [
      'a transform about a place of the viewport',
      '<svg width="20" height="20"><path style="rotate: 90deg; transform-origin: center" d="M10 10h5v5"/></svg>',
      [`M10 10L10 15L5 15 ${black}`],
    ],
    ['a switch', '<switch><g requiredExtensions="x"/><path d="M0 0h1"/></switch>', [`M0 0L1 0 ${black}`]],
  ])('%s', async (_, content, lines) => {
    expect(described(await drawn(content))).toEqual(lines);
  });

  it('is refused where it makes too much of little', async () => {
    const clip = `<clipPath id="c">${'<rect width="1" height="1"/>'.repeat(1000)}</clipPath>`;
    const clipped = '<rect width="9" height="9" clip-path="url(#c)"/>'.repeat(1000);
    const message = 'the drawing makes more than 2000000 segments of paths, clips and text';
    expect(await drawn(clip + clipped, [message])).toEqual([]);
  });

  it('has gradients in the coordinates of the page', async () => {
    const [item] = await drawn(
      '<linearGradient id="a"><stop offset="20%" stop-color="red"/><stop offset=".1" stop-opacity=".5"/></linearGradient>' +
        '<linearGradient id="b" href="#a" x2="0" y2="1"/><rect x="10" width="20" height="40" fill="url(#b)"/>',
    );
    expect(item).toMatchObject({
      fill: {
        kind: 'linear',
        from: { x: 0, y: 0 },
        to: { x: 0, y: 1 },
        stops: [
          { offset: 0.2, colour: { r: 1, a: 1 } },
          { offset: 0.2, colour: { r: 0, a: 0.5 } },
        ],
      },
    });
    const fill = item?.kind === 'path' ? item.fill : undefined;
    const transform = fill && 'stops' in fill ? fill.transform : undefined;
    expect(transform?.map((value) => Math.round(value))).toEqual([20, 0, 0, 40, 10, 0]);
  });

  it.each([
    ['fill="url(#no) #0f0"', 'fill 0 1 0 1', []],
    [
      'fill="url(#no)" stroke="red"',
      'fill none stroke 1 0 0 1 1',
      ['fill names #no, which is no gradient; there is no fill'],
    ],
    ['fill="url(#one)"', 'fill 0 0 1 1', []],
  ])('with %s', async (attributes, paint, expected) => {
    const one = '<radialGradient id="one"><stop stop-color="#00f"/></radialGradient>';
    expect(described(await drawn(`${one}<rect width="5" height="5" ${attributes}/>`, expected))).toEqual([
      `M0 0L5 0L5 5L0 5Z ${paint}`,
    ]);
  });

  it.each([
    ['<rect width="9" height="9" rx="wide"/>', 'rx="wide" is no length; it counts as not given'],
    ['<path d="M0 0h9v9H0zX"/>', 'the path data make no sense from "X" on; the path is drawn up to there'],
    [
      '<rect transform="turn(1)" width="9" height="9"/>',
      'the transform "turn(1)" is not understood; nothing is moved',
    ],
  ])('goes on after what it cannot read: %s', async (content, message) => {
    const square = 'M0 0L9 0L9 9L0 9Z';
    expect(described(await drawn(content, [message]))).toEqual([`${square} ${black}`]);
  });

  it.each([
    ['stroke-dasharray="1,2 3"', { dash: [1, 2, 3, 1, 2, 3], dashOffset: 0 }],
    ['stroke-dasharray="5%" stroke-dashoffset="-1"', { dash: [10, 10], dashOffset: -1 }],
    ['stroke-dasharray="0 0"', { dash: [] }],
    ['stroke-linecap="round" stroke-linejoin="bevel"', { cap: 'round', join: 'bevel' }],
    ['stroke-miterlimit="7" stroke-width="0.5em" font-size="8"', { miterLimit: 7, width: 4 }],
  ])('has a line with %s', async (attributes, stroke) => {
    const [item] = await drawn(`<path stroke="red" ${attributes} d="M0 0h9"/>`);
    expect(item).toMatchObject({ stroke });
  });
});

describe('text', () => {
  /** `abc` in Noto Sans at 10 units: its letters are 5.61, 6.15 and 4.80 wide. */
  const text = (attributes: string, content = 'abc', expected: string[] = []) =>
    drawn(`<text font-size="10" ${attributes}>${content}</text>`, expected).then(described);

  it.each([
    ['x="10" y="20"', 'abc', ['text 10,20 10 abc']],
    ['x="50" y="20" text-anchor="middle"', 'abc', ['text 41.72,20 10 abc']],
    ['x="50" text-anchor="end"', 'abc', ['text 33.44,0 10 abc']],
    ['x="50" direction="rtl"', 'abc', ['text 33.44,0 10 abc']],
    ['', '  a \n b  ', ['text 0,0 10 a b']],
    ['', 'a<tspan dy="3">b</tspan>c', ['text 0,0 10 a', 'text 5.61,3 10 b', 'text 11.76,3 10 c']],
    ['x="10 30" y="5"', 'abc', ['text 10,5 10 a', 'text 30,5 10 bc']],
    ['dx="0 4"', 'abc', ['text 0,0 10 a', 'text 9.61,0 10 bc']],
    ['', 'a<tspan x="0" dy="1.2em">b</tspan>', ['text 0,0 10 a', 'text 0,12 10 b']],
    ['dominant-baseline="central"', 'a', ['text 0,3.88 10 a']],
    ['transform="translate(1 2) scale(2)"', 'a', ['text 1,2 20 a']],
    ['transform="rotate(90)"', 'a', ['group 0 1.33 -1.33 0 0 0 1', 'text 0,0 7.5 a', 'end']],
    ['fill="none"', 'a', []],
  ])('with %j: %j', async (attributes, content, lines) => {
    expect(await text(attributes, content)).toEqual(lines);
  });

  it.each([
    ['stroke="red"', 'text is filled and not outlined; its stroke is left out'],
    ['textLength="50"', 'the attribute textLength is not supported; it is left out'],
    ['writing-mode="tb"', 'text in a drawing is set across, whatever its writing-mode is'],
  ])('tells what it leaves out: %s', async (attributes, message) => {
    expect(await text(attributes, 'a', [message])).toEqual(['text 0,0 10 a']);
  });
});
