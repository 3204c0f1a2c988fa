import { identity, type Matrix, multiply } from '../geometry.ts';
import { readNumbers } from './number-list.ts';

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const translation = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y];

function rotation(degrees: number, x: number, y: number): Matrix {
  const [cos, sin] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  return multiply(multiply(translation(x, y), [cos, sin, -sin, cos, 0, 0]), translation(-x, -y));
}

const makers: Readonly<Record<string, (values: readonly number[]) => Matrix | undefined>> = {
  matrix: (v) => (v.length === 6 ? [v[0]!, v[1]!, v[2]!, v[3]!, v[4]!, v[5]!] : undefined),
  translate: (v) => (v.length === 1 || v.length === 2 ? translation(v[0]!, v[1] ?? 0) : undefined),
  scale: (v) => (v.length === 1 || v.length === 2 ? [v[0]!, 0, 0, v[1] ?? v[0]!, 0, 0] : undefined),
  rotate: (v) => (v.length === 1 || v.length === 3 ? rotation(v[0]!, v[1] ?? 0, v[2] ?? 0) : undefined),
  skewx: (v) => (v.length === 1 ? [1, 0, Math.tan(radians(v[0]!)), 1, 0, 0] : undefined),
  skewy: (v) => (v.length === 1 ? [1, Math.tan(radians(v[0]!)), 0, 1, 0, 0] : undefined),
};

/** The map of a `transform` attribute (css-transforms-1 §7), in user units; undefined for one that does not parse. */
export function readTransformList(text: string): Matrix | undefined {
  let matrix: Matrix = identity;
  let rest = text.trim();
  while (rest !== '') {
    const call = /^(matrix|translate|scale|rotate|skewx|skewy)\s*\(([^()]*)\)[\s,]*/i.exec(rest);
    const values = call && readNumbers(unitless(call[2]!.trim()));
    const made = values && makers[call[1]!.toLowerCase()]?.(values);
    if (!made?.every(Number.isFinite)) return undefined;
    matrix = multiply(matrix, made);
    rest = rest.slice(call![0].length);
  }
  return matrix;
}

/** `deg` and `px` are what numbers without a unit mean. */
function unitless(text: string): string {
  return text.replace(/(\d\.?)(?:deg|px)\b/gi, '$1');
}
