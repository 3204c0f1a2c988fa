import type { Component, FunctionComponent } from '../syntax/component.ts';
import { splitCommas } from '../syntax/component.ts';
import type { MathNode } from './math-node.ts';
import { compare, inSteps, leaf, pickOf, product, quotient, ROUNDINGS, sum } from './math-node.ts';
import { lengthOf } from './units.ts';

/** The functions that may stand where a number or length is asked for. */
export const MATH_FUNCTIONS = ['calc', 'min', 'max', 'clamp', 'abs', 'sign', 'round', 'mod', 'rem'] as const;

/** The type and value of a math function; undefined when it is ill-formed or mixes what cannot be mixed. */
export function parseMath(component: FunctionComponent): MathNode | undefined {
  const strategy = component.name === 'round' ? roundingOf(component.children) : undefined;
  const written = splitKeepingSpace(component.children).slice(strategy ? 1 : 0);
  const parts = written.map(parseSum);
  const args = parts.filter((part): part is MathNode => part !== undefined);
  if (args.length !== parts.length || args.length === 0) return undefined;
  switch (component.name) {
    case 'calc':
      return args.length === 1 ? args[0] : undefined;
    case 'min':
    case 'max':
      return pickOf(component.name, args);
    case 'clamp':
      return args.length === 3 ? clamp(args as [MathNode, MathNode, MathNode]) : undefined;
    case 'abs':
      return args.length === 1 ? compare(args, ([value]) => Math.abs(value!)) : undefined;
    case 'round':
      return inSteps(args, ROUNDINGS[strategy ?? 'nearest']);
    case 'mod':
      return inSteps(args, (a, b) => a - Math.floor(a / b) * b);
    case 'rem':
      return inSteps(args, (a, b) => a % b);
    case 'sign':
      // The sign of a length would be a number that has to know its element, which no number here does.
      return args.length === 1 && args[0]!.kind === 'number'
        ? compare(args, ([value]) => Math.sign(value!))
        : undefined;
    default:
      return undefined;
  }
}

function clamp([least, value, most]: readonly [MathNode, MathNode, MathNode]): MathNode | undefined {
  const below = pickOf('min', [value, most]);
  return below && pickOf('max', [least, below]);
}

function roundingOf(children: readonly Component[]): keyof typeof ROUNDINGS | undefined {
  const first = children.find((child) => child.type !== 'space');
  const word = first?.type === 'ident' ? first.value.toLowerCase() : '';
  return Object.keys(ROUNDINGS).find((name): name is keyof typeof ROUNDINGS => name === word);
}

/** White space tells a sum's sign from a number's, so it is kept between the commas. */
function splitKeepingSpace(components: readonly Component[]): readonly (readonly Component[])[] {
  const parts: Component[][] = [[]];
  for (const component of components) {
    if (component.type === 'delim' && component.value === ',') parts.push([]);
    else parts.at(-1)!.push(component);
  }
  return parts;
}

interface Cursor {
  readonly items: readonly Component[];
  index: number;
}

function parseSum(components: readonly Component[]): MathNode | undefined {
  const cursor = { items: components, index: 0 };
  skipSpace(cursor);
  let left = parseProduct(cursor);
  while (left) {
    const spaceBefore = skipSpace(cursor);
    const next = cursor.items[cursor.index];
    if (next === undefined) return left;
    if (!isSign(next) || !spaceBefore) return undefined;
    cursor.index++;
    if (!skipSpace(cursor)) return undefined;
    const right = parseProduct(cursor);
    if (!right || right.kind !== left.kind) return undefined;
    left = sum(left, right, next.value === '-' ? -1 : 1);
  }
  return undefined;
}

function isSign(component: Component): component is Component & { value: '+' | '-' } {
  return component.type === 'delim' && (component.value === '+' || component.value === '-');
}

function skipSpace(cursor: Cursor): boolean {
  const start = cursor.index;
  while (cursor.items[cursor.index]?.type === 'space') cursor.index++;
  return cursor.index > start;
}

function parseProduct(cursor: Cursor): MathNode | undefined {
  let left = parseTerm(cursor);
  while (left) {
    const start = cursor.index;
    skipSpace(cursor);
    const next = cursor.items[cursor.index];
    if (next?.type !== 'delim' || (next.value !== '*' && next.value !== '/')) {
      cursor.index = start;
      return left;
    }
    cursor.index++;
    skipSpace(cursor);
    const right = parseTerm(cursor);
    if (!right) return undefined;
    left = next.value === '*' ? product(left, right) : quotient(left, right);
  }
  return undefined;
}

function parseTerm(cursor: Cursor): MathNode | undefined {
  const component = cursor.items[cursor.index++];
  switch (component?.type) {
    case 'number':
      return leaf('number', { pt: component.value, percent: 0 });
    case 'percentage':
      return { ...leaf('length', { pt: 0, percent: component.value }), hasPercent: true };
    case 'dimension':
      return dimension(component.value, component.unit);
    case 'ident':
      return namedConstant(component.value.toLowerCase());
    case 'block':
      return component.bracket === '(' ? parseSum(component.children) : undefined;
    case 'function':
      return parseMath(component);
    default:
      return undefined;
  }
}

function namedConstant(name: string): MathNode | undefined {
  if (name === 'pi') return leaf('number', { pt: Math.PI, percent: 0 });
  return name === 'e' ? leaf('number', { pt: Math.E, percent: 0 }) : undefined;
}

function dimension(value: number, unit: string): MathNode | undefined {
  const length = lengthOf(value, unit);
  return (
    length && {
      kind: 'length',
      hasLength: true,
      hasPercent: false,
      evaluate: (context) => ({ pt: length(context), percent: 0 }),
    }
  );
}

/** The arguments of a function, split at its commas. */
export function argumentsOf(component: FunctionComponent): readonly (readonly Component[])[] {
  return splitCommas(component.children);
}
