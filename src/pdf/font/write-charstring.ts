import type { GlyphPath } from '../../text/outlines/glyph-path.ts';

/** Operators of Type 2 charstrings (Adobe TN 5177). */
const operators = { vmoveto: 4, rlineto: 5, rrcurveto: 8, endchar: 14, rmoveto: 21, hmoveto: 22 } as const;

/** Most operands that a program may have on its stack, less the width. */
const maxOperands = 47;

/** A glyph's program: its width (in a font whose nominal width is 0) and its outline in whole font units, without hints. */
export function charString(path: GlyphPath, width: number): Uint8Array {
  const bytes: number[] = [];
  pushNumber(bytes, Math.round(width));
  let x = 0;
  let y = 0;
  let operands: number[] = [];
  let waiting: number | undefined;
  const flush = () => {
    if (waiting === undefined) return;
    for (const operand of operands) pushNumber(bytes, operand);
    bytes.push(waiting);
    operands = [];
    waiting = undefined;
  };
  const to = (nextX: number, nextY: number): readonly [number, number] => {
    const delta = [Math.round(nextX) - x, Math.round(nextY) - y] as const;
    x += delta[0];
    y += delta[1];
    return delta;
  };
  const add = (operator: number, deltas: readonly number[]) => {
    if (waiting !== operator || operands.length + deltas.length > maxOperands) flush();
    waiting = operator;
    operands.push(...deltas);
  };
  for (const step of path) {
    if (step.kind === 'curve') {
      const { x1, y1, x2, y2 } = step;
      add(operators.rrcurveto, [...to(x1, y1), ...to(x2, y2), ...to(step.x, step.y)]);
    } else if (step.kind === 'line') add(operators.rlineto, to(step.x, step.y));
    else {
      flush();
      pushMove(bytes, to(step.x, step.y));
    }
  }
  flush();
  bytes.push(operators.endchar);
  return Uint8Array.from(bytes);
}

function pushMove(bytes: number[], [dx, dy]: readonly [number, number]): void {
  if (dy === 0) {
    pushNumber(bytes, dx);
    bytes.push(operators.hmoveto);
  } else if (dx === 0) {
    pushNumber(bytes, dy);
    bytes.push(operators.vmoveto);
  } else {
    pushNumber(bytes, dx);
    pushNumber(bytes, dy);
    bytes.push(operators.rmoveto);
  }
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
