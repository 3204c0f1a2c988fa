import { unsupported } from '../../content/svg/svg-elements.ts';
import type { Colour } from '../../style/computed-style.ts';
import type { StyledElement } from '../../style/styled-tree.ts';
import { type Matrix, multiply, type Rectangle } from '../geometry.ts';
import type { Gradient, GradientStop, Paint } from '../graphics.ts';
import type { Drawing, Space } from './drawing.ts';
import { lengthOf } from './lengths.ts';
import { readTransformList } from './transform-list.ts';

/** Whether an element is a gradient. */
export function isGradientElement({ tag }: StyledElement): boolean {
  return tag === 'lineargradient' || tag === 'radialgradient';
}

/**
 * A gradient as the paint of a shape (SVG 2 §14.2). `bounds` is the shape's own rectangle in user units. Undefined
 * where nothing is painted: without stops, or with a shape that has no size to measure by.
 */
export function gradientPaint(
  element: StyledElement,
  bounds: Rectangle | undefined,
  opacity: number,
  space: Space,
  drawing: Drawing,
): Paint | undefined {
  const chain = templatesOf(element, drawing);
  const stops = stopsOf(chain, opacity);
  const last = stops.at(-1)?.colour;
  if (!last) return undefined;
  const of = (name: string) => chain.find(({ attributes }) => attributes[name] !== undefined);
  const isBox = of('gradientUnits')?.attributes.gradientUnits?.trim() !== 'userSpaceOnUse';
  if (isBox && !(bounds && bounds.width > 0 && bounds.height > 0)) return undefined;
  reportSpread(of('spreadMethod'), drawing);
  const transform = transformOf(of('gradientTransform'), drawing);
  const box: Matrix | undefined = isBox
    ? [bounds!.width, 0, 0, bounds!.height, bounds!.x, bounds!.y]
    : undefined;
  const matrix = [box, transform].reduce<Matrix>(
    (all, next) => (next ? multiply(all, next) : all),
    space.matrix,
  );
  const unit = isBox ? { width: 1, height: 1 } : space.viewport;
  const at = (name: string, axis: 'x' | 'y' | 'both', initial: string): number => {
    const holder = of(name) ?? element;
    const { attributes } = holder;
    return (
      lengthOf({ ...holder, attributes: { [name]: attributes[name] ?? initial } }, name, axis, unit) ?? 0
    );
  };
  const base = { stops, transform: matrix };
  return element.tag === 'lineargradient' ? linear(at, base, last) : radial(at, base, last, of);
}

type At = (name: string, axis: 'x' | 'y' | 'both', initial: string) => number;
type Base = Pick<Gradient, 'stops' | 'transform'>;

function linear(at: At, base: Base, last: Colour): Paint {
  const from = { x: at('x1', 'x', '0%'), y: at('y1', 'y', '0%') };
  const to = { x: at('x2', 'x', '100%'), y: at('y2', 'y', '0%') };
  if ((from.x === to.x && from.y === to.y) || base.stops.length === 1) return last;
  return { kind: 'linear', from, to, ...base };
}

function radial(at: At, base: Base, last: Colour, of: (name: string) => unknown): Paint {
  const to = { x: at('cx', 'x', '50%'), y: at('cy', 'y', '50%'), radius: at('r', 'both', '50%') };
  if (to.radius <= 0 || base.stops.length === 1) return last;
  const x = of('fx') ? at('fx', 'x', '50%') : to.x;
  const y = of('fy') ? at('fy', 'y', '50%') : to.y;
  const radius = Math.min(Math.max(0, at('fr', 'both', '0%')), to.radius);
  // A focus outside of the circle is put just inside of it.
  const distance = Math.hypot(x - to.x, y - to.y);
  const pull = distance > to.radius - radius ? ((to.radius - radius) / distance) * 0.999 : 1;
  const from = { x: to.x + (x - to.x) * pull, y: to.y + (y - to.y) * pull, radius };
  return { kind: 'radial', from, to, ...base };
}

/** Most gradients that take from one another. */
const longestChain = 32;

/** The gradient, and those that its `href` takes attributes and stops from, the nearest first. */
function templatesOf(element: StyledElement, drawing: Drawing): readonly StyledElement[] {
  const chain = [element];
  for (;;) {
    const href = chain.at(-1)!.attributes.href?.trim() ?? '';
    const next = href.startsWith('#') ? drawing.find(href.slice(1)) : undefined;
    if (!next || !isGradientElement(next) || chain.includes(next)) return chain;
    if (chain.length >= longestChain) {
      drawing.report(unsupported(`more than ${longestChain} gradients take from one another`, element.span));
      return chain;
    }
    chain.push(next);
  }
}

function stopsOf(chain: readonly StyledElement[], opacity: number): readonly GradientStop[] {
  const isStop = (child: StyledElement['children'][number]): child is StyledElement =>
    child.type === 'element' && child.tag === 'stop';
  const holder = chain.find(({ children }) => children.some(isStop));
  let least = 0;
  const stops = (holder?.children ?? []).filter(isStop).map(({ attributes, style }) => {
    const match = /^\s*([+-]?[\d.]+(?:e[+-]?\d+)?)\s*(%?)\s*$/i.exec(attributes.offset ?? '0');
    const value = match ? Number(match[1]) / (match[2] === '%' ? 100 : 1) : 0;
    least = Math.max(least, Math.min(1, Number.isFinite(value) ? value : 0));
    const { stopColor, stopOpacity } = style.svgOwn;
    return { offset: least, colour: { ...stopColor, a: stopColor.a * stopOpacity * opacity } };
  });
  return parted(stops);
}

/**
 * Of several stops at an end the outermost is the colour that goes on beyond it, and the innermost the one within: they
 * are put a little apart, so that a gradient that is a function of its offset has both.
 */
function parted(stops: readonly GradientStop[]): readonly GradientStop[] {
  const apart = 1e-4;
  return stops.map((stop, index) => {
    if (index > 0 && stop.offset <= 0) return { ...stop, offset: apart };
    return index < stops.length - 1 && stop.offset >= 1 ? { ...stop, offset: 1 - apart } : stop;
  });
}

function transformOf(holder: StyledElement | undefined, drawing: Drawing): Matrix | undefined {
  if (!holder) return undefined;
  const text = holder.attributes.gradientTransform ?? '';
  const matrix = readTransformList(text);
  if (!matrix)
    drawing.report(unsupported(`the transform ${JSON.stringify(text)} is not understood`, holder.span));
  return matrix;
}

function reportSpread(holder: StyledElement | undefined, drawing: Drawing): void {
  const method = holder?.attributes.spreadMethod?.trim();
  if (!holder || method === undefined || method === 'pad') return;
  const message = `spreadMethod="${method}" is not supported; the last colour goes on`;
  drawing.report(unsupported(message, holder.span));
}
