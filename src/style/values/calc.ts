import type { LengthPercentage } from '../computed-style.ts';
import type { Component, FunctionComponent } from '../syntax/component.ts';
import { splitCommas } from '../syntax/component.ts';
import type { ComputeContext } from './context.ts';
import { lengthOf } from './units.ts';

/**
 * A checked math expression (css-values-4 §10). A number's value is in `pt`; the flags say which parts a length has.
 * `hasPercent` with `hasLength` can be summed and scaled only: no comparison is possible before layout.
 */
interface MathNode {
  readonly kind: 'number' | 'length';
  readonly hasLength: boolean;
  readonly hasPercent: boolean;
  evaluate(context: ComputeContext): LengthPercentage;
}

/** The functions that may stand where a number or length is asked for. */
export const MATH_FUNCTIONS = ['calc', 'min', 'max', 'clamp', 'abs', 'round'] as const;

/** The type and value of a math function; undefined when it is ill-formed or mixes what cannot be mixed. */
export function parseMath(component: FunctionComponent): MathNode | undefined {
  const parts = splitKeepingSpace(component.children).map(parseSum);
  const args = parts.filter((part): part is MathNode => part !== undefined);
  if (args.length !== parts.length || args.length === 0) return undefined;
  switch (component.name) {
    case 'calc':
      return args.length === 1 ? args[0] : undefined;
    case 'min':
      return compare(args, (values) => Math.min(...values));
    case 'max':
      return compare(args, (values) => Math.max(...values));
    case 'clamp':
      return args.length === 3
        ? compare(args, ([low, value, high]) => Math.max(low!, Math.min(value!, high!)))
        : undefined;
    case 'abs':
      return args.length === 1 ? compare(args, ([value]) => Math.abs(value!)) : undefined;
    case 'round':
      return args.length === 2
        ? compare(args, ([a, b]) => (b === 0 ? a! : Math.round(a! / b!) * b!))
        : undefined;
    default:
      return undefined;
  }
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

function leaf(kind: MathNode['kind'], value: LengthPercentage): MathNode {
  return { kind, hasLength: false, hasPercent: false, evaluate: () => value };
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

function sum(left: MathNode, right: MathNode, sign: number): MathNode {
  return {
    kind: left.kind,
    hasLength: left.hasLength || right.hasLength,
    hasPercent: left.hasPercent || right.hasPercent,
    evaluate(context) {
      const a = left.evaluate(context);
      const b = right.evaluate(context);
      return { pt: a.pt + sign * b.pt, percent: a.percent + sign * b.percent };
    },
  };
}

function scaled(node: MathNode, factor: (context: ComputeContext) => number): MathNode {
  return {
    ...node,
    evaluate(context) {
      const value = node.evaluate(context);
      const by = factor(context);
      return { pt: value.pt * by, percent: value.percent * by };
    },
  };
}

function product(left: MathNode, right: MathNode): MathNode | undefined {
  if (right.kind === 'number') return scaled(left, (context) => right.evaluate(context).pt);
  return left.kind === 'number' ? scaled(right, (context) => left.evaluate(context).pt) : undefined;
}

function quotient(left: MathNode, right: MathNode): MathNode | undefined {
  if (right.kind !== 'number') return undefined;
  // Division by zero is an infinity in CSS, which no length here can hold: the value is refused instead.
  if (isConstantZero(right)) return undefined;
  return scaled(left, (context) => 1 / right.evaluate(context).pt);
}

function isConstantZero(node: MathNode): boolean {
  // A number never reads its context: only lengths do.
  return node.evaluate(undefined as unknown as ComputeContext).pt === 0;
}

function compare(
  args: readonly MathNode[],
  choose: (values: readonly number[]) => number,
): MathNode | undefined {
  const kind = args[0]!.kind;
  const hasLength = args.some((arg) => arg.hasLength);
  const hasPercent = args.some((arg) => arg.hasPercent);
  if (args.some((arg) => arg.kind !== kind) || (hasLength && hasPercent)) return undefined;
  const field = hasPercent ? 'percent' : 'pt';
  return {
    kind,
    hasLength,
    hasPercent,
    evaluate(context) {
      const chosen = choose(args.map((arg) => arg.evaluate(context)[field]));
      return hasPercent ? { pt: 0, percent: chosen } : { pt: chosen, percent: 0 };
    },
  };
}

/** The arguments of a function, split at its commas. */
export function argumentsOf(component: FunctionComponent): readonly (readonly Component[])[] {
  return splitCommas(component.children);
}
