import type { StyledElement } from '../../style/styled-tree.ts';
import type { PathSegment } from '../graphics.ts';
import { arcSegments } from './arc.ts';
import { lengthOf, type Viewport } from './lengths.ts';
import { readNumbers } from './number-list.ts';
import { readPathData } from './path-data.ts';

/** A basic shape as a path in user units. */
export interface Shape {
  readonly path: readonly PathSegment[];
  /** What of an attribute could not be read. */
  readonly problem: string | undefined;
}

const makers: Readonly<Record<string, (element: StyledElement, viewport: Viewport) => Shape>> = {
  path: pathShape,
  rect: (element, viewport) => whole(rectangle(element, viewport)),
  circle: (element, viewport) => whole(circle(element, viewport)),
  ellipse: (element, viewport) => whole(ellipse(element, viewport)),
  line: (element, viewport) => whole(line(element, viewport)),
  polyline: (element) => polyShape(element, false),
  polygon: (element) => polyShape(element, true),
};

/** Whether an element is a basic shape or a path. */
export function isShape(tag: string): boolean {
  return Object.hasOwn(makers, tag);
}

/** The path of a basic shape (SVG 2 §10), which is empty where its size is 0; undefined for what is no shape. */
export function shapeOf(element: StyledElement, viewport: Viewport): Shape | undefined {
  if (!isShape(element.tag)) return undefined;
  const shape = makers[element.tag]!(element, viewport);
  return shape.problem === undefined ? { ...shape, problem: lengthProblem(element, viewport) } : shape;
}

const lengths = ['x', 'y', 'width', 'height', 'rx', 'ry', 'cx', 'cy', 'r', 'x1', 'y1', 'x2', 'y2'] as const;

/** The first length of an element that does not parse, which counts as not given; `auto` is what is not given. */
function lengthProblem(element: StyledElement, viewport: Viewport): string | undefined {
  if (element.tag.startsWith('p')) return undefined;
  const { attributes } = element;
  const name = lengths.find(
    (candidate) =>
      attributes[candidate] !== undefined &&
      attributes[candidate] !== 'auto' &&
      lengthOf(element, candidate, 'both', viewport) === undefined,
  );
  return name && `${name}="${attributes[name]}" is no length; it counts as not given`;
}

function whole(path: readonly PathSegment[]): Shape {
  return { path, problem: undefined };
}

function pathShape({ attributes }: StyledElement): Shape {
  const data = attributes.d ?? '';
  const { path, errorAt } = readPathData(data.trim() === 'none' ? '' : data);
  if (errorAt === undefined) return whole(path);
  const rest = JSON.stringify(data.slice(errorAt, errorAt + 20));
  return { path, problem: `the path data make no sense from ${rest} on; the path is drawn up to there` };
}

function polyShape({ attributes }: StyledElement, isClosed: boolean): Shape {
  const numbers = readNumbers(attributes.points ?? '');
  if (!numbers || numbers.length % 2 === 1) {
    return { path: [], problem: 'the points are no pairs of numbers; the shape is left out' };
  }
  const path: PathSegment[] = [];
  for (let i = 0; i < numbers.length; i += 2) path.push([i === 0 ? 'M' : 'L', numbers[i]!, numbers[i + 1]!]);
  if (isClosed && path.length > 0) path.push(['Z']);
  return whole(path);
}

function line(element: StyledElement, viewport: Viewport): readonly PathSegment[] {
  const at = (name: string, axis: 'x' | 'y') => lengthOf(element, name, axis, viewport) ?? 0;
  return [
    ['M', at('x1', 'x'), at('y1', 'y')],
    ['L', at('x2', 'x'), at('y2', 'y')],
  ];
}

function circle(element: StyledElement, viewport: Viewport): readonly PathSegment[] {
  const r = lengthOf(element, 'r', 'both', viewport) ?? 0;
  return oval(element, viewport, r, r);
}

/** A radius that is not given is the other one. */
function ellipse(element: StyledElement, viewport: Viewport): readonly PathSegment[] {
  const rx = lengthOf(element, 'rx', 'x', viewport);
  const ry = lengthOf(element, 'ry', 'y', viewport);
  return oval(element, viewport, rx ?? ry ?? 0, ry ?? rx ?? 0);
}

function oval(element: StyledElement, viewport: Viewport, rx: number, ry: number): readonly PathSegment[] {
  if (rx <= 0 || ry <= 0) return [];
  const cx = lengthOf(element, 'cx', 'x', viewport) ?? 0;
  const cy = lengthOf(element, 'cy', 'y', viewport) ?? 0;
  const half = { rx, ry, rotation: 0, large: false, sweep: true, y: cy };
  return [
    ['M', cx + rx, cy],
    ...arcSegments(cx + rx, cy, { ...half, x: cx - rx }),
    ...arcSegments(cx - rx, cy, { ...half, x: cx + rx }),
    ['Z'],
  ];
}

function rectangle(element: StyledElement, viewport: Viewport): readonly PathSegment[] {
  const at = (name: string, axis: 'x' | 'y') => lengthOf(element, name, axis, viewport);
  const [x, y, width, height] = [at('x', 'x') ?? 0, at('y', 'y') ?? 0, at('width', 'x'), at('height', 'y')];
  if (!width || !height || width < 0 || height < 0) return [];
  const [right, bottom] = [x + width, y + height];
  const [askedX, askedY] = [at('rx', 'x'), at('ry', 'y')];
  const rx = Math.min(Math.max(0, askedX ?? askedY ?? 0), width / 2);
  const ry = Math.min(Math.max(0, askedY ?? askedX ?? 0), height / 2);
  if (rx === 0 || ry === 0) {
    return [['M', x, y], ['L', right, y], ['L', right, bottom], ['L', x, bottom], ['Z']];
  }
  const corner = (x0: number, y0: number, x1: number, y1: number) =>
    arcSegments(x0, y0, { rx, ry, rotation: 0, large: false, sweep: true, x: x1, y: y1 });
  return [
    ['M', x + rx, y],
    ['L', right - rx, y],
    ...corner(right - rx, y, right, y + ry),
    ['L', right, bottom - ry],
    ...corner(right, bottom - ry, right - rx, bottom),
    ['L', x + rx, bottom],
    ...corner(x + rx, bottom, x, bottom - ry),
    ['L', x, y + ry],
    ...corner(x, y + ry, x + rx, y),
    ['Z'],
  ];
}
