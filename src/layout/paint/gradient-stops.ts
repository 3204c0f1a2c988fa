import type { Colour } from '../../style/computed-style.ts';
import type { ColourStop } from '../../style/painted-style.ts';
import type { GradientStop } from '../graphics.ts';
import { resolve } from '../sizing.ts';

/** Steps by which a curve of colours is followed. */
const STEPS = 8;

/** Repetitions beyond which a pattern is finer than print shows: it becomes its last colour. */
const MOST_REPEATS = 2000;

/** A stop or hint whose place is known; offsets may lie outside 0 to 1. */
interface Placed {
  readonly colour: Colour | undefined;
  readonly offset: number;
}

/**
 * The stops of a CSS gradient along a line of `length` pt (css-images-3 §3.4): places filled in, hints followed, colours
 * mixed as CSS mixes them, which is with alpha multiplied in. Repeated as often as it takes to reach from 0 to `end`.
 */
export function gradientStops(
  stops: readonly ColourStop[],
  length: number,
  repeating: boolean,
  end: number,
): readonly GradientStop[] {
  const plain = withoutHints(placed(stops, length));
  return premultiplied(repeating ? repeated(plain, end) : plain);
}

function placed(stops: readonly ColourStop[], length: number): readonly Placed[] {
  const offsets: (number | undefined)[] = stops.map(({ position }) =>
    position ? resolve(position, length) / (length || 1) : undefined,
  );
  offsets[0] ??= 0;
  offsets[offsets.length - 1] ??= 1;
  let highest = Number.NEGATIVE_INFINITY;
  offsets.forEach((offset, index) => {
    if (offset === undefined) return;
    highest = Math.max(highest, offset);
    offsets[index] = highest;
  });
  for (let i = 1; i < offsets.length; i++) {
    if (offsets[i] !== undefined) continue;
    let next = i;
    while (offsets[next] === undefined) next++;
    const before = offsets[i - 1]!;
    offsets[i] = before + (offsets[next]! - before) / (next - i + 1);
  }
  return stops.map(({ colour }, index) => ({ colour, offset: offsets[index]! }));
}

function mix(a: Colour, b: Colour, share: number): Colour {
  const alpha = a.a + (b.a - a.a) * share;
  const part = (from: number, to: number): number =>
    alpha === 0 ? from : (from * a.a * (1 - share) + to * b.a * share) / alpha;
  return { r: part(a.r, b.r), g: part(a.g, b.g), b: part(a.b, b.b), a: alpha };
}

/** A hint bends the way between two colours, so that it has their middle (css-images-4 §3.5.3). */
function withoutHints(stops: readonly Placed[]): readonly GradientStop[] {
  return stops.flatMap(({ colour, offset }, index): readonly GradientStop[] => {
    if (colour) return [{ colour, offset }];
    const [before, after] = [stops[index - 1]!, stops[index + 1]!];
    const span = after.offset - before.offset;
    const middle = span === 0 ? 0.5 : (offset - before.offset) / span;
    if (middle <= 0 || middle >= 1) {
      return [{ colour: (middle <= 0 ? after : before).colour!, offset }];
    }
    const exponent = Math.log(0.5) / Math.log(middle);
    return Array.from({ length: STEPS - 1 }, (_, step) => {
      const share = (step + 1) / STEPS;
      const mixed = mix(before.colour!, after.colour!, share ** exponent);
      return { colour: mixed, offset: before.offset + span * share };
    });
  });
}

function repeated(stops: readonly GradientStop[], end: number): readonly GradientStop[] {
  const first = stops[0]!.offset;
  const last = stops.at(-1)!;
  const period = last.offset - first;
  if (period <= 0 || end / period > MOST_REPEATS) return [{ ...last, offset: 0 }];
  const all: GradientStop[] = [];
  for (let shift = -Math.ceil(first / period); first + shift * period < end; shift++) {
    all.push(...stops.map(({ colour, offset }) => ({ colour, offset: offset + shift * period })));
  }
  return all;
}

/** More stops where colours of unequal alpha are mixed, which a writer does component by component. */
function premultiplied(stops: readonly GradientStop[]): readonly GradientStop[] {
  return stops.flatMap((stop, index): readonly GradientStop[] => {
    const before = stops[index - 1];
    if (!before) return stop.colour.a === 0 && stops[1] && stops[1].colour.a > 0 ? [] : [stop];
    if (before.colour.a === stop.colour.a) return [stop];
    const { a } = stop.colour;
    // What is wholly transparent has the colour of what it runs into.
    if (before.colour.a === 0) return [{ ...before, colour: { ...stop.colour, a: 0 } }, stop];
    if (a === 0) return [{ ...stop, colour: { ...before.colour, a: 0 } }];
    const span = stop.offset - before.offset;
    const between = Array.from({ length: STEPS - 1 }, (_, step) => {
      const share = (step + 1) / STEPS;
      return { colour: mix(before.colour, stop.colour, share), offset: before.offset + span * share };
    });
    return [...between, stop];
  });
}

/** Stops from 0 on: what lies before is cut off at the colour that is reached there. */
export function cutBelowZero(stops: readonly GradientStop[]): readonly GradientStop[] {
  const index = stops.findIndex(({ offset }) => offset >= 0);
  if (index === 0) return stops;
  if (index < 0) return [{ ...stops.at(-1)!, offset: 0 }];
  const [before, after] = [stops[index - 1]!, stops[index]!];
  const share = -before.offset / (after.offset - before.offset);
  return [{ colour: mix(before.colour, after.colour, share), offset: 0 }, ...stops.slice(index)];
}

/** Stops brought to 0 to 1, and the offsets that these stand for. */
export function normalized(stops: readonly GradientStop[]): {
  readonly stops: readonly GradientStop[];
  readonly from: number;
  readonly to: number;
} {
  const first = stops[0]!.offset;
  const last = stops.at(-1)!.offset;
  const [from, to] = last > first ? [first, last] : [first, first + 1];
  return {
    stops: stops.map(({ colour, offset }) => ({ colour, offset: (offset - from) / (to - from) })),
    from,
    to,
  };
}
