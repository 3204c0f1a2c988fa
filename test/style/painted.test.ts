import { describe, expect, it } from 'vitest';
import type { ComputedStyle } from '../../src/style/computed-style.ts';
import { document, el, styleAny, styleOf } from './support/style.ts';

const pt = (value: number) => ({ pt: value, percent: 0 });
const share = (percent: number) => ({ pt: 0, percent });
const red = { r: 1, g: 0, b: 0, a: 1 };
const blue = { r: 0, g: 0, b: 1, a: 1 };

type Row = readonly [css: string, field: keyof ComputedStyle, expected: unknown];

function table(rows: readonly Row[]): void {
  it.each(rows)('%s', (css, field, expected) => {
    expect(styleOf(`#x { ${css} }`)[field]).toEqual(expected);
  });
}

const corner = (horizontal: number, vertical = horizontal) => ({
  horizontal: pt(horizontal),
  vertical: pt(vertical),
});

describe('rounded corners', () => {
  table([
    [
      'border-radius: 1pt 2pt 3pt / 4pt',
      'borderRadius',
      {
        topLeft: corner(1, 4),
        topRight: corner(2, 4),
        bottomRight: corner(3, 4),
        bottomLeft: corner(2, 4),
      },
    ],
    [
      'border-top-left-radius: 10% 2pt',
      'borderRadius',
      {
        topLeft: { horizontal: share(10), vertical: pt(2) },
        topRight: corner(0),
        bottomRight: corner(0),
        bottomLeft: corner(0),
      },
    ],
  ]);

  it('go by the direction of text where they are flow-relative', () => {
    const { borderRadius } = styleOf('#x { direction: rtl; border-start-start-radius: 3pt }');
    expect(borderRadius.topRight).toEqual(corner(3));
    expect(borderRadius.topLeft).toEqual(corner(0));
  });
});

const stops = [
  { colour: red, position: undefined },
  { colour: blue, position: undefined },
];
const linear = { kind: 'linear', direction: 180, repeating: false, stops };
const radial = {
  kind: 'radial',
  shape: 'ellipse',
  size: 'farthest-corner',
  position: { x: share(50), y: share(50) },
  repeating: false,
  stops,
};

describe('gradients', () => {
  table([
    ['background-image: linear-gradient(red, blue)', 'backgroundImage', [linear]],
    ['background: linear-gradient(0.25turn, red, blue)', 'backgroundImage', [{ ...linear, direction: 90 }]],
    [
      'background: linear-gradient(to bottom right, red, blue)',
      'backgroundImage',
      [{ ...linear, direction: { x: 1, y: 1 } }],
    ],
    [
      'background: repeating-linear-gradient(red 1pt 2pt, 10%, blue 50%)',
      'backgroundImage',
      [
        {
          ...linear,
          repeating: true,
          stops: [
            { colour: red, position: pt(1) },
            { colour: red, position: pt(2) },
            { colour: undefined, position: share(10) },
            { colour: blue, position: share(50) },
          ],
        },
      ],
    ],
    ['background: radial-gradient(red, blue)', 'backgroundImage', [radial]],
    [
      'background: radial-gradient(2pt at left 3pt top 10%, red, blue)',
      'backgroundImage',
      [
        {
          ...radial,
          shape: 'circle',
          size: { x: pt(2), y: pt(2) },
          position: { x: pt(3), y: share(10) },
        },
      ],
    ],
    ['color: red; background: linear-gradient(currentColor, blue)', 'backgroundImage', [linear]],
  ]);
});

describe('backgrounds', () => {
  const layered = 'background: url(a.png) right 2pt top / 3pt no-repeat content-box, #00f';
  table([
    [layered, 'backgroundImage', [{ kind: 'url', url: 'a.png' }, { kind: 'none' }]],
    [
      layered,
      'backgroundPosition',
      [
        { x: { pt: -2, percent: 100 }, y: share(0) },
        { x: share(0), y: share(0) },
      ],
    ],
    [
      layered,
      'backgroundSize',
      [
        { x: pt(3), y: 'auto' },
        { x: 'auto', y: 'auto' },
      ],
    ],
    [
      layered,
      'backgroundRepeat',
      [
        { x: 'no-repeat', y: 'no-repeat' },
        { x: 'repeat', y: 'repeat' },
      ],
    ],
    [layered, 'backgroundOrigin', ['content-box', 'padding-box']],
    [layered, 'backgroundClip', ['content-box', 'border-box']],
    [layered, 'backgroundColor', blue],
    ['background: padding-box border-box url(a.png)', 'backgroundClip', ['border-box']],
    ['background: url(a.png); background: red', 'backgroundImage', []],
    ['background-repeat: repeat-y', 'backgroundRepeat', [{ x: 'no-repeat', y: 'repeat' }]],
    ['background-repeat: space round', 'backgroundRepeat', [{ x: 'space', y: 'round' }]],
    ['background-position: bottom', 'backgroundPosition', [{ x: share(50), y: share(100) }]],
    [
      'background-position: right 1pt bottom',
      'backgroundPosition',
      [{ x: { pt: -1, percent: 100 }, y: share(100) }],
    ],
    ['background-position: top left', 'backgroundPosition', [{ x: share(0), y: share(0) }]],
    ['background-size: cover', 'backgroundSize', ['cover']],
  ]);
});

describe('transforms and effects', () => {
  const quarter = { kind: 'matrix', matrix: [0, 1, -1, 0, 0, 0] };
  table([
    [
      'transform: translate(1pt, 50%) rotate(90deg)',
      'transform',
      [{ kind: 'translate', x: pt(1), y: share(50) }, quarter],
    ],
    ['transform: matrix(1, 2, 3, 4, 4, 8)', 'transform', [{ kind: 'matrix', matrix: [1, 2, 3, 4, 3, 6] }]],
    [
      'transform: scale(2) scaleY(50%)',
      'transform',
      [
        { kind: 'matrix', matrix: [2, 0, 0, 2, 0, 0] },
        { kind: 'matrix', matrix: [1, 0, 0, 0.5, 0, 0] },
      ],
    ],
    ['transform-origin: right', 'transformOrigin', { x: share(100), y: share(50) }],
    ['rotate: -0.75turn', 'rotate', [quarter]],
    ['translate: 2pt', 'translate', [{ kind: 'translate', x: pt(2), y: pt(0) }]],
    ['opacity: 120%', 'opacity', 1],
    ['visibility: hidden', 'visibility', 'hidden'],
    ['overflow: scroll', 'overflowX', 'hidden'],
    ['overflow-x: hidden', 'overflowY', 'hidden'],
    ['overflow-x: clip', 'overflowY', 'visible'],
    ['object-position: 0 25%', 'objectPosition', { x: pt(0), y: share(25) }],
  ]);
});

describe('what is not painted', () => {
  it.each([
    'transform: rotate3d(1, 1, 1, 45deg)',
    'transform: perspective(1pt)',
    'transform: rotate(1pt)',
    'background-image: conic-gradient(red, blue)',
    'background-image: linear-gradient(red)',
    'background-image: linear-gradient(10%, red, blue)',
    'background-image: radial-gradient(circle 1pt 2pt, red, blue)',
    'background-image: radial-gradient(at right 1pt top, red, blue)',
    'background-position: left right',
    'background-position: 1pt left',
    'background: red, blue',
    'border-radius: -1pt',
    'border-radius: 1pt / ',
    'visibility: collapse',
    'box-shadow: 1pt 1pt red',
    'outline: 1pt solid red',
  ])('%s', (css) => {
    const { diagnostics } = styleAny(document(el('p')), `p { ${css} }`);
    expect(diagnostics.map((d) => d.code)).toEqual(['css-unsupported']);
  });
});
