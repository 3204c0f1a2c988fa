import type { Position, TransformFunction } from '../painted-style.ts';
import type { FunctionComponent } from '../syntax/component.ts';
import type { Reader } from '../syntax/reader.ts';
import { atEnd, readerOf, takeFunction, takeKeyword, tryRead } from '../syntax/reader.ts';
import { takeAngle } from '../values/angle.ts';
import { argumentsOf } from '../values/calc.ts';
import type { Specified } from '../values/context.ts';
import { constant } from '../values/context.ts';
import { fixed, takeLength, takeLengthPercentage, takeNumber, takePercentage } from '../values/length.ts';
import { CENTRE, takePosition } from '../values/position.ts';
import type { AnyLonghand } from './property.ts';
import { field } from './property.ts';

type Step = Specified<TransformFunction>;
type Six = Extract<TransformFunction, { kind: 'matrix' }>['matrix'];

/** Pt of a CSS pixel, in which `matrix()` counts its shifts. */
const PIXEL = 0.75;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

function matrix(...values: Six): Step {
  return constant({ kind: 'matrix', matrix: values });
}

/** Whole quarter turns are exact, so that no edge is a hair off. */
function turned(degrees: number): Step {
  const quarter = ((degrees % 360) + 360) % 360;
  const exact = quarter % 90 === 0;
  const cos = exact ? [1, 0, -1, 0][quarter / 90]! : Math.cos(radians(degrees));
  const sin = exact ? [0, 1, 0, -1][quarter / 90]! : Math.sin(radians(degrees));
  return matrix(cos, sin, -sin, cos, 0, 0);
}

function shifted(x: Specified<ReturnType<typeof fixed>>, y: Specified<ReturnType<typeof fixed>>): Step {
  return (context) => ({ kind: 'translate', x: x(context), y: y(context) });
}

const takeScale = (reader: Reader): number | undefined => {
  const share = takePercentage(reader);
  return share === undefined ? takeNumber(reader) : share / 100;
};

const nothing = constant(fixed(0));

/** All arguments by one taker; undefined where one does not fit or there are too few or many. */
function taken<T>(
  component: FunctionComponent,
  take: (reader: Reader) => T | undefined,
  least: number,
  most: number,
): readonly T[] | undefined {
  const values = argumentsOf(component).map((part) => {
    const reader = readerOf(part);
    const value = take(reader);
    return atEnd(reader) ? value : undefined;
  });
  const fits = values.length >= least && values.length <= most;
  return fits && values.every((value) => value !== undefined) ? (values as readonly T[]) : undefined;
}

const FUNCTIONS: Readonly<Record<string, (component: FunctionComponent) => Step | undefined>> = {
  translate(component) {
    const found = taken(component, takeLengthPercentage, 1, 2);
    return found && shifted(found[0]!, found[1] ?? nothing);
  },
  translatex(component) {
    const found = taken(component, takeLengthPercentage, 1, 1);
    return found && shifted(found[0]!, nothing);
  },
  translatey(component) {
    const found = taken(component, takeLengthPercentage, 1, 1);
    return found && shifted(nothing, found[0]!);
  },
  scale(component) {
    const found = taken(component, takeScale, 1, 2);
    return found && matrix(found[0]!, 0, 0, found[1] ?? found[0]!, 0, 0);
  },
  scalex(component) {
    const found = taken(component, takeScale, 1, 1);
    return found && matrix(found[0]!, 0, 0, 1, 0, 0);
  },
  scaley(component) {
    const found = taken(component, takeScale, 1, 1);
    return found && matrix(1, 0, 0, found[0]!, 0, 0);
  },
  rotate(component) {
    const found = taken(component, takeAngle, 1, 1);
    return found && turned(found[0]!);
  },
  skew(component) {
    const found = taken(component, takeAngle, 1, 2);
    return found && matrix(1, Math.tan(radians(found[1] ?? 0)), Math.tan(radians(found[0]!)), 1, 0, 0);
  },
  skewx(component) {
    const found = taken(component, takeAngle, 1, 1);
    return found && matrix(1, 0, Math.tan(radians(found[0]!)), 1, 0, 0);
  },
  skewy(component) {
    const found = taken(component, takeAngle, 1, 1);
    return found && matrix(1, Math.tan(radians(found[0]!)), 0, 1, 0, 0);
  },
  matrix(component) {
    const found = taken(component, takeNumber, 6, 6);
    if (!found) return undefined;
    const [a, b, c, d, e, f] = found as unknown as Six;
    return matrix(a, b, c, d, e * PIXEL, f * PIXEL);
  },
};

const none = constant<readonly TransformFunction[]>([]);

function list(steps: readonly Step[]): Specified<readonly TransformFunction[]> {
  return (context) => steps.map((step) => step(context));
}

function takeTransform(reader: Reader): Specified<readonly TransformFunction[]> | undefined {
  if (takeKeyword(reader, ['none'])) return none;
  const steps: Step[] = [];
  while (!atEnd(reader)) {
    const component = takeFunction(reader, Object.keys(FUNCTIONS));
    const step = component && FUNCTIONS[component.name]!(component);
    if (!step) return undefined;
    steps.push(step);
  }
  return steps.length > 0 ? list(steps) : undefined;
}

function takeTranslate(reader: Reader): Specified<readonly TransformFunction[]> | undefined {
  if (takeKeyword(reader, ['none'])) return none;
  const x = takeLengthPercentage(reader);
  return x && list([shifted(x, tryRead(reader, takeLengthPercentage) ?? nothing)]);
}

function takeRotate(reader: Reader): Specified<readonly TransformFunction[]> | undefined {
  if (takeKeyword(reader, ['none'])) return none;
  const angle = takeAngle(reader);
  return angle === undefined ? undefined : list([turned(angle)]);
}

function takeScales(reader: Reader): Specified<readonly TransformFunction[]> | undefined {
  if (takeKeyword(reader, ['none'])) return none;
  const x = takeScale(reader);
  return x === undefined ? undefined : list([matrix(x, 0, 0, tryRead(reader, takeScale) ?? x, 0, 0)]);
}

/** A position; a third length, along an axis that paper lacks, must be nothing. */
function takeOrigin(reader: Reader): Specified<Position> | undefined {
  const position = takePosition(reader);
  const depth = position && !atEnd(reader) ? takeLength(reader) : nothing;
  return depth && position;
}

/** css-transforms-1, and its properties by themselves from css-transforms-2. */
export const transformProperties: readonly AnyLonghand[] = [
  field('transform', { syntax: 'none | <transform-function>+', traced: true }, [], takeTransform),
  field('transformOrigin', { syntax: '<position>' }, CENTRE, takeOrigin),
  field('translate', { syntax: 'none | <length-percentage>{1,2}' }, [], takeTranslate),
  field('rotate', { syntax: 'none | <angle>' }, [], takeRotate),
  field('scale', { syntax: 'none | [ <number> | <percentage> ]{1,2}' }, [], takeScales),
];
