import { identity, type Matrix, multiply, type Rectangle } from '../../layout/geometry.ts';
import { type Gradient, isGradient, type Paint, type Stroke } from '../../layout/graphics.ts';
import type { Colour } from '../../style/computed-style.ts';
import { decimal, decimals } from './numbers.ts';
import type { PagePlace } from './page-place.ts';

/** What the drawing operators depend on, as it stands in the stream. */
interface State {
  fill: string;
  stroke: string;
  lineWidth: string;
  dash: string;
  cap: string;
  join: string;
  miterLimit: string;
  alpha: string;
  font: string;
  rendering: string;
  /** What the groups so far do to the page's coordinates. */
  transform: Matrix;
}

/** The names that a graphics state asks for, and that the stream's resources must explain. */
export interface PaintNames {
  /** The operators that set a colour to fill or to stroke with. */
  colour(colour: Colour, isStroke: boolean): string;
  opacity(percent: number): string;
  pattern(gradient: Gradient, matrix: Matrix): string;
  softMask(gradient: Gradient, matrix: Matrix, area: Rectangle): string;
}

/** Tells which operators a drawing needs first, given what is set already; `save` and `restore` nest. */
export interface GraphicsState {
  save(): string;
  restore(): string;
  /** Maps the page's coordinates from here on. */
  transform(matrix: Matrix): string;
  fill(paint: Paint): string;
  stroke(stroke: Stroke): string;
  /** Lets through as much as a gradient's colours are opaque; the area is in PDF's coordinates. */
  mask(gradient: Gradient, area: Rectangle): string;
  opacity(alpha: number): string;
  font(name: string, size: number): string;
  /** Whether text is seen (text rendering mode, ISO 32000-1 §9.3.6). */
  rendering(mode: 'fill' | 'invisible'): string;
}

const initial: State = {
  fill: '0 g',
  stroke: '0 G',
  lineWidth: '1 w',
  dash: '[]0 d',
  cap: '0 J',
  join: '0 j',
  miterLimit: '10 M',
  alpha: '100',
  font: '',
  rendering: '0 Tr',
  transform: identity,
};

/** Nothing is known of what a form XObject finds but its opacity, which a transparency group resets. */
const unknown: State = {
  ...initial,
  fill: '',
  stroke: '',
  lineWidth: '',
  dash: '',
  cap: '',
  join: '',
  miterLimit: '',
  rendering: '',
};

const caps = { butt: 0, round: 1, square: 2 } as const;
const joins = { miter: 0, round: 1, bevel: 2 } as const;

/** The graphics state at the start of a page (ISO 32000-1 table 52) or of a transparency group. */
export function createGraphicsState(
  place: PagePlace,
  names: PaintNames,
  start: 'page' | 'group',
): GraphicsState {
  const first = start === 'page' ? initial : unknown;
  let state: State = { ...first };
  const stack: State[] = [];
  const change = (key: Exclude<keyof State, 'transform'>, operator: string): string => {
    if (state[key] === operator) return '';
    state[key] = operator;
    return `${operator}\n`;
  };
  const opacity = (alpha: number): string => {
    const percent = Math.round(alpha * 100);
    if (state.alpha === String(percent)) return '';
    state.alpha = String(percent);
    return `/${names.opacity(percent)} gs\n`;
  };
  const matrixOf = (gradient: Gradient): Matrix =>
    gradient.transform ? multiply(place.matrix, gradient.transform) : place.matrix;
  const patternOf = (gradient: Gradient): string => {
    const outer = place.map(state.transform);
    return names.pattern(gradient, multiply(outer, matrixOf(gradient)));
  };
  const paint = (key: 'fill' | 'stroke', value: Paint): string => {
    const upper = key === 'stroke';
    if (isGradient(value)) {
      const operators = `/Pattern ${upper ? 'CS' : 'cs'}\n/${patternOf(value)} ${upper ? 'SCN' : 'scn'}`;
      return opacity(1) + change(key, operators);
    }
    return opacity(value.a) + change(key, names.colour(value, upper));
  };
  return {
    save() {
      stack.push({ ...state });
      return 'q\n';
    },
    restore() {
      state = stack.pop() ?? { ...first };
      return 'Q\n';
    },
    transform(matrix) {
      state.transform = multiply(state.transform, matrix);
      const [a, b, c, d, e, f] = place.map(matrix);
      const linear = [a, b, c, d].map((value) => decimal(value, 6)).join(' ');
      return `${linear} ${decimals(e, f)} cm\n`;
    },
    fill: (value) => paint('fill', value),
    stroke: ({ paint: value, width, dash, dashOffset, cap, join, miterLimit }) =>
      paint('stroke', value) +
      change('lineWidth', `${decimal(width)} w`) +
      change('dash', `[${dash.map((length) => decimal(length)).join(' ')}]${decimal(dashOffset)} d`) +
      change('cap', `${caps[cap]} J`) +
      change('join', `${joins[join]} j`) +
      change('miterLimit', `${decimal(miterLimit)} M`),
    mask: (gradient, area) => `/${names.softMask(gradient, matrixOf(gradient), area)} gs\n`,
    opacity,
    rendering: (mode) => change('rendering', `${mode === 'fill' ? 0 : 3} Tr`),
    font: (name, size) => change('font', `/${name} ${decimal(size, 4)} Tf`),
  };
}
