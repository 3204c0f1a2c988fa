import { describe, expect, it } from 'vitest';
import { parseSvg } from '../../src/content/svg/parse-svg.ts';
import { placeOf } from '../../src/diagnostics/source.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { styleDrawing } from '../../src/style/style-drawing.ts';
import type { StyledElement } from '../../src/style/styled-tree.ts';

/** A path in a drawing with its style, and the findings as `line:column message`. */
function path(attributes: string, around = ''): { element: StyledElement; found: string[] } {
  const text = `<svg xmlns="http://www.w3.org/2000/svg">${around}\n<path ${attributes}/></svg>`;
  const root = parseSvg({ name: 'a.svg', root: 'campaign', path: 'a.svg', text }).value!;
  const { value, diagnostics } = styleDrawing(createMemoryHost({ campaign: {} }), { format: 'svg', root });
  const element = value.root.children.findLast((child) => child.type === 'element')!;
  const found = diagnostics.map(({ message, span }) => {
    const { line, column } = placeOf(span!.source, span!.start);
    return `${line}:${column} ${message}`;
  });
  return { element, found };
}

const red = { r: 1, g: 0, b: 0, a: 1 };

describe('properties of drawings', () => {
  it.each([
    ['fill="none"', 'fill', { kind: 'none' }],
    ['fill="red"', 'fill', { kind: 'colour', colour: red }],
    ['fill="currentColor"', 'fill', { kind: 'current' }],
    ['fill="url(#a)"', 'fill', { kind: 'reference', id: 'a', fallback: undefined }],
    [
      'style="fill: url(#a) red"',
      'fill',
      { kind: 'reference', id: 'a', fallback: { kind: 'colour', colour: red } },
    ],
    ['stroke="url(\'#a\') none"', 'stroke', { kind: 'reference', id: 'a', fallback: { kind: 'none' } }],
    ['fill-opacity="50%"', 'fillOpacity', 0.5],
    ['stroke-opacity="7"', 'strokeOpacity', 1],
    ['stroke-width="2"', 'strokeWidth', { pt: 1.5, percent: 0 }],
    ['stroke-width="2pt"', 'strokeWidth', { pt: 2, percent: 0 }],
    ['stroke-width="10%"', 'strokeWidth', { pt: 0, percent: 10 }],
    ['stroke-dasharray="1,2 3"', 'strokeDasharray', [{ pt: 0.75 }, { pt: 1.5 }, { pt: 2.25 }]],
    ['stroke-dasharray="none"', 'strokeDasharray', []],
    ['stroke-miterlimit="2.5"', 'strokeMiterlimit', 2.5],
    ['text-anchor="middle"', 'textAnchor', 'middle'],
    ['fill-rule="evenodd"', 'fillRule', 'evenodd'],
  ] as const)('%s', (attributes, key, value) => {
    const { element, found } = path(attributes);
    expect(found).toEqual([]);
    if (typeof value === 'object') expect(element.style.svg[key]).toMatchObject(value);
    else expect(element.style.svg[key]).toBe(value);
  });

  it.each([
    ['clip-path="url(#a)"', { clipPath: 'a' }],
    ['stop-color="red" stop-opacity=".5"', { stopColor: red, stopOpacity: 0.5 }],
    ['', { clipPath: undefined, stopOpacity: 1, vectorEffect: 'none' }],
  ])('of the element alone: %s', (attributes, own) => {
    expect(
      path(attributes, '<style>svg { clip-path: url(#b); stop-opacity: 0 }</style>').element.style.svgOwn,
    ).toMatchObject(own);
  });

  it('are inherited, and sheets win over attributes', () => {
    const { element, found } = path(
      'stroke="blue" class="a"',
      '<style>svg { fill: red } .a { stroke: red }</style>',
    );
    expect(found).toEqual([]);
    expect(element.style.svg).toMatchObject({
      fill: { kind: 'colour', colour: red },
      stroke: { kind: 'colour', colour: red },
    });
  });

  it('are lengths in px where an attribute has no unit', () => {
    expect(path('font-size="12" letter-spacing="2"').element.style).toMatchObject({
      fontSize: 9,
      letterSpacing: 1.5,
    });
    expect(path('font-size="12mm"').element.style.fontSize).toBeCloseTo(34.02, 2);
  });

  it('that change nothing are passed over', () => {
    const style =
      'filter:none;mask:none;marker:none;mix-blend-mode:normal;isolation:auto;paint-order:normal;-inkscape-stroke:none;' +
      'shape-rendering:crispEdges;enable-background:accumulate';
    expect(path(`style="${style}" shape-rendering="auto" data-x="y" version="1.1"`).found).toEqual([]);
  });

  it.each([
    ['filter="url(#a)"', '2:15 "url(#a)" is not a supported value of filter'],
    ['mask="url(#a)"', '2:13 "url(#a)" is not a supported value of mask'],
    ['fill="reddish"', '2:13 "reddish" is not a supported value of fill'],
    ['stroke-width="-1"', '2:21 "-1" is not a supported value of stroke-width'],
    ['style="fill:red;stroke:x"', '2:30 "x" is not a supported value of stroke'],
    ['style="fil:red"', '2:14 the property fil is not supported'],
    ['font-size="big"', '2:18 "big" is not a supported value of font-size'],
  ])('that are not supported are told of at their place: %s', (attributes, message) => {
    expect(path(attributes).found).toEqual([message]);
  });
});
