import type { PathPen } from '../../text/outlines/path-pen.ts';

/** Operators of Type 2 charstrings (Adobe TN 5177 §4). */
const op = {
  vmoveto: 4,
  rlineto: 5,
  hlineto: 6,
  vlineto: 7,
  rrcurveto: 8,
  endchar: 14,
  rmoveto: 21,
  hmoveto: 22,
  vvcurveto: 26,
  hhcurveto: 27,
  vhcurveto: 30,
  hvcurveto: 31,
} as const;

/** Most operands that a program may have on its stack, less the width. */
const maxOperands = 47;

/** A glyph's program (Adobe TN 5177), which is drawn with a pen: in whole font units, without hints. */
export interface Program extends PathPen {
  /** Ends it. */
  bytes(): Uint8Array;
}

/**
 * Begins a program; the width (in a font whose nominal width is 0) is left out where it is the font's default. Each step
 * is said by the operator that has the fewest operands for it.
 */
export function createProgram(width: number | undefined): Program {
  const bytes: number[] = [];
  let x = 0;
  let y = 0;
  /** The operator that is written after its operands. */
  let waiting: number | undefined;
  let operands = 0;
  /** What a step's operator must be for the one that waits to say it too. */
  let next: number | undefined;
  const flush = () => {
    if (waiting !== undefined) bytes.push(waiting);
    waiting = undefined;
    next = undefined;
    operands = 0;
  };
  const say = (operator: number, count: number, then: number | undefined) => {
    if (next !== operator || operands + count > maxOperands) {
      flush();
      waiting = operator;
    }
    operands += count;
    next = then;
  };
  const push = (value: number) => pushNumber(bytes, value);

  /** Between two ends that are both along one axis, or of which the first is free: `a` is along it. */
  const sayParallel = (
    operator: number,
    across: number,
    a: number,
    dx2: number,
    dy2: number,
    end: number,
  ) => {
    if (across !== 0) flush();
    say(operator, across === 0 ? 4 : 5, operator);
    if (across !== 0) push(across);
    push(a);
    push(dx2);
    push(dy2);
    push(end);
  };
  /** From one axis to the other, where another may go on from, unless `free` bends it away. */
  const sayTurn = (
    operator: number,
    then: number,
    start: number,
    dx2: number,
    dy2: number,
    end: number,
    free: number,
  ) => {
    say(operator, free === 0 ? 4 : 5, free === 0 ? then : undefined);
    push(start);
    push(dx2);
    push(dy2);
    push(end);
    if (free !== 0) push(free);
  };
  /** How far it is to a place, where the pen is then. */
  const goX = (to: number): number => {
    const distance = Math.round(to) - x;
    x += distance;
    return distance;
  };
  const goY = (to: number): number => {
    const distance = Math.round(to) - y;
    y += distance;
    return distance;
  };
  /** The distances along both axes, but for a zero that the operator knows of. */
  const pushBoth = (dx: number, dy: number) => {
    if (dx !== 0 || dy === 0) push(dx);
    if (dy !== 0) push(dy);
  };
  if (width !== undefined) push(Math.round(width));
  return {
    move(toX, toY) {
      flush();
      const dx = goX(toX);
      const dy = goY(toY);
      pushBoth(dx, dy);
      bytes.push(dy === 0 ? op.hmoveto : dx === 0 ? op.vmoveto : op.rmoveto);
    },
    line(toX, toY) {
      const dx = goX(toX);
      const dy = goY(toY);
      if (dy === 0) say(op.hlineto, 1, op.vlineto);
      else if (dx === 0) say(op.vlineto, 1, op.hlineto);
      else say(op.rlineto, 2, op.rlineto);
      pushBoth(dx, dy);
    },
    curve(x1, y1, x2, y2, toX, toY) {
      const dx1 = goX(x1);
      const dy1 = goY(y1);
      const dx2 = goX(x2);
      const dy2 = goY(y2);
      const dx3 = goX(toX);
      const dy3 = goY(toY);
      if (dy3 === 0 && dx1 !== 0) sayParallel(op.hhcurveto, dy1, dx1, dx2, dy2, dx3);
      else if (dx3 === 0 && dy1 !== 0) sayParallel(op.vvcurveto, dx1, dy1, dx2, dy2, dy3);
      else if (dy1 === 0) sayTurn(op.hvcurveto, op.vhcurveto, dx1, dx2, dy2, dy3, dx3);
      else if (dx1 === 0) sayTurn(op.vhcurveto, op.hvcurveto, dy1, dx2, dy2, dx3, dy3);
      else {
        say(op.rrcurveto, 6, op.rrcurveto);
        for (const value of [dx1, dy1, dx2, dy2, dx3, dy3]) push(value);
      }
    },
    bytes() {
      flush();
      bytes.push(op.endchar);
      return Uint8Array.from(bytes);
    },
  };
}

/** A whole number as charstrings and DICTs write it in the range of 16 bits. */
export function pushNumber(bytes: number[], value: number): void {
  const size = Math.abs(value);
  if (size <= 107) bytes.push(value + 139);
  else if (size <= 1131) {
    const rest = size - 108;
    bytes.push((value > 0 ? 247 : 251) + (rest >> 8), rest & 0xff);
  } else {
    const word = Math.max(-0x8000, Math.min(0x7fff, value));
    bytes.push(28, (word >> 8) & 0xff, word & 0xff);
  }
}
