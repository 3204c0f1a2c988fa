import type { LengthPercentage } from '../computed-style.ts';
import type { ComputeContext } from './context.ts';
import { addLengths, pickLength, scaleLength } from './length-percentage.ts';

/**
 * A checked math expression (css-values-4 §10). A number's value is in `pt`; the flags say which parts a length has.
 * Of lengths with percentages the least and greatest can be told, by layout, but nothing else.
 */
export interface MathNode {
  readonly kind: 'number' | 'length';
  readonly hasLength: boolean;
  readonly hasPercent: boolean;
  evaluate(context: ComputeContext): LengthPercentage;
}

type Step = (value: number, step: number) => number;

/** The strategies of `round()` (css-values-4 §10.3). */
export const ROUNDINGS = {
  nearest: (a, b) => Math.round(a / b) * b,
  up: (a, b) => Math.ceil(a / b) * b,
  down: (a, b) => Math.floor(a / b) * b,
  'to-zero': (a, b) => Math.trunc(a / b) * b,
} as const satisfies Readonly<Record<string, Step>>;

/** A value measured in steps; a number without a step is measured in ones. No step, no measure: 0 gives the value. */
export function inSteps(args: readonly MathNode[], step: Step): MathNode | undefined {
  const [value] = args;
  const one =
    args.length === 1 && value?.kind === 'number' ? leaf('number', { pt: 1, percent: 0 }) : undefined;
  const both = one ? [...args, one] : args;
  return both.length === 2 ? compare(both, ([a, b]) => (b === 0 ? a! : step(a!, b!))) : undefined;
}

/** A value that is known. */
export function leaf(kind: MathNode['kind'], value: LengthPercentage): MathNode {
  return { kind, hasLength: false, hasPercent: false, evaluate: () => value };
}

/** `left ± right`, both of one kind. */
export function sum(left: MathNode, right: MathNode, sign: number): MathNode {
  return {
    kind: left.kind,
    hasLength: left.hasLength || right.hasLength,
    hasPercent: left.hasPercent || right.hasPercent,
    evaluate(context) {
      const a = left.evaluate(context);
      const b = right.evaluate(context);
      return addLengths(a, b, sign);
    },
  };
}

function scaled(node: MathNode, factor: (context: ComputeContext) => number): MathNode {
  return {
    ...node,
    evaluate(context) {
      return scaleLength(node.evaluate(context), factor(context));
    },
  };
}

/** A product, of which one factor at least is a number. */
export function product(left: MathNode, right: MathNode): MathNode | undefined {
  if (right.kind === 'number') return scaled(left, (context) => right.evaluate(context).pt);
  return left.kind === 'number' ? scaled(right, (context) => left.evaluate(context).pt) : undefined;
}

/** A quotient by a number. */
export function quotient(left: MathNode, right: MathNode): MathNode | undefined {
  if (right.kind !== 'number') return undefined;
  // Division by zero is an infinity in CSS, which no length here can hold: the value is refused instead.
  if (isConstantZero(right)) return undefined;
  return scaled(left, (context) => 1 / right.evaluate(context).pt);
}

function isConstantZero(node: MathNode): boolean {
  // A number never reads its context: only lengths do.
  return node.evaluate(undefined as unknown as ComputeContext).pt === 0;
}

/** What a function of comparable values gives: of numbers, of lengths, or of percentages. */
export function compare(
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

/** The least or greatest; of lengths and percentages together it is known only by layout. */
export function pickOf(pick: 'min' | 'max', args: readonly MathNode[]): MathNode | undefined {
  const mixed = args.some((arg) => arg.hasLength) && args.some((arg) => arg.hasPercent);
  if (!mixed) return compare(args, (values) => Math[pick](...values));
  if (args.some((arg) => arg.kind !== 'length')) return undefined;
  return {
    kind: 'length',
    hasLength: true,
    hasPercent: true,
    evaluate: (context) =>
      pickLength(
        pick,
        args.map((arg) => arg.evaluate(context)),
      ),
  };
}
