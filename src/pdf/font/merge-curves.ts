import type { PathPen } from '../../text/outlines/path-pen.ts';

/** More curves than this are not made one: no drawing of a curve is cut into more. */
const MOST_PIECES = 12;

/** A pen that hands on what it draws in pieces. */
export interface MergingPen extends PathPen {
  /** Hands on what it still holds. */
  end(): void;
}

/**
 * Draws with a pen what strays from what is drawn with this one by no more than the tolerance (font units), in fewer
 * curves and in whole units. What was drawn in cubic curves and cut into quadratic ones for TrueType gets back about the
 * curves that it was drawn in.
 */
export function mergingPen(pen: PathPen, tolerance: number): MergingPen {
  /** Curves that follow each other: the start, then three points of each, as x and y in turn. */
  let run = [0, 0];
  const end = () => {
    const last = run.length - 2;
    for (let at = 0; at < last; ) at = mergeFrom(run, at, tolerance, pen);
    if (last > 0) run = [run[last]!, run[last + 1]!];
  };
  return {
    end,
    move(x, y) {
      end();
      pen.move(Math.round(x), Math.round(y));
      run[0] = x;
      run[1] = y;
    },
    line(x, y) {
      end();
      pen.line(Math.round(x), Math.round(y));
      run[0] = x;
      run[1] = y;
    },
    curve(x1, y1, x2, y2, x, y) {
      run.push(x1, y1, x2, y2, x, y);
    },
  };
}

/** Draws the curve that replaces as many of the run as it can from its place `at` on; returns the place after them. */
function mergeFrom(run: readonly number[], at: number, tolerance: number, pen: PathPen): number {
  const most = Math.min(run.length - 2, at + 6 * MOST_PIECES);
  let next = at + 6;
  let best = between(run, at, next, 1, 1);
  const lengths = [1];
  let whole = 1;
  let length = 1;
  for (let end = next + 6; end <= most; end += 6) {
    const ratio = lengthRatio(run, end - 6, tolerance);
    if (ratio === 0) break;
    length *= ratio;
    lengths.push(length);
    whole += length;
    const curve = between(run, at, end, whole, whole / length);
    if (!isNear(curve, run, at, lengths, tolerance)) break;
    best = curve;
    next = end;
  }
  pen.curve(best.x1, best.y1, best.x2, best.y2, best.x, best.y);
  return next;
}

/**
 * How much more of the parameter the curve after a place takes than the one before it, if they are parts of one: its
 * control point is as much farther off. 0 where they meet in a corner.
 */
function lengthRatio(run: readonly number[], at: number, tolerance: number): number {
  const beforeX = run[at]! - run[at - 2]!;
  const beforeY = run[at + 1]! - run[at - 1]!;
  const afterX = run[at + 2]! - run[at]!;
  const afterY = run[at + 3]! - run[at + 1]!;
  const before = Math.sqrt(beforeX * beforeX + beforeY * beforeY);
  const after = Math.sqrt(afterX * afterX + afterY * afterY);
  const across = Math.sqrt((beforeX + afterX) ** 2 + (beforeY + afterY) ** 2);
  return before > 0 && before + after <= across + tolerance ? after / before : 0;
}

/** A curve in whole units; its start is told by what was drawn before. */
interface Curve {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly x: number;
  readonly y: number;
}

/** The curve between two places of a run, along the tangents there; its handles are so many times as long. */
function between(run: readonly number[], from: number, to: number, head: number, tail: number): Curve {
  const handle = (end: number, control: number, times: number): number =>
    Math.round(end + (control - end) * times);
  return {
    x1: handle(run[from]!, run[from + 2]!, head),
    y1: handle(run[from + 1]!, run[from + 3]!, head),
    x2: handle(run[to]!, run[to - 2]!, tail),
    y2: handle(run[to + 1]!, run[to - 1]!, tail),
    x: Math.round(run[to]!),
    y: Math.round(run[to + 1]!),
  };
}

/** Whether the middle and the end of every part, of the lengths given, lie near where the curve from `at` is then. */
function isNear(
  { x1, y1, x2, y2, x, y }: Curve,
  run: readonly number[],
  at: number,
  lengths: readonly number[],
  tolerance: number,
): boolean {
  let whole = 0;
  for (const length of lengths) whole += length;
  const [startX, startY] = [Math.round(run[at]!), Math.round(run[at + 1]!)];
  const most = tolerance * tolerance;
  const isOff = (t: number, placeX: number, placeY: number): boolean => {
    const dx = bezier(startX, x1, x2, x, t) - placeX;
    const dy = bezier(startY, y1, y2, y, t) - placeY;
    return dx * dx + dy * dy > most;
  };
  let from = 0;
  for (let i = 0; i < lengths.length; i++) {
    const part = at + 6 * i;
    const middleX = bezier(run[part]!, run[part + 2]!, run[part + 4]!, run[part + 6]!, 0.5);
    const middleY = bezier(run[part + 1]!, run[part + 3]!, run[part + 5]!, run[part + 7]!, 0.5);
    if (isOff((from + lengths[i]! / 2) / whole, middleX, middleY)) return false;
    from += lengths[i]!;
    if (isOff(from / whole, run[part + 6]!, run[part + 7]!)) return false;
  }
  return true;
}

/** A coordinate of a cubic curve at `t`, 0 to 1. */
function bezier(start: number, near: number, far: number, end: number, t: number): number {
  const u = 1 - t;
  return u * u * (u * start + 3 * t * near) + t * t * (3 * u * far + t * end);
}
