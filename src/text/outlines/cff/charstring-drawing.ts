import type { Pen } from './charstring-pen.ts';

type Draw = (operands: readonly number[], pen: Pen) => void;
type Six = [number, number, number, number, number, number];

/** Runs of `size` operands; what is left over is passed over. */
function runs(
  operands: readonly number[],
  size: number,
  from: number,
  to: number,
  draw: (...run: number[]) => void,
) {
  for (let i = from; i + size <= to; i += size) draw(...operands.slice(i, i + size));
}

const lines = (operands: readonly number[], pen: Pen, from: number, to: number) =>
  runs(operands, 2, from, to, (dx, dy) => pen.line(dx!, dy!));

const curves = (operands: readonly number[], pen: Pen, from: number, to: number) =>
  runs(operands, 6, from, to, (...six) => pen.curve(...(six as Six)));

/** Lines along the axes by turns. */
function turningLines(operands: readonly number[], pen: Pen, startsAcross: boolean): void {
  operands.forEach((delta, i) => {
    if ((i % 2 === 0) === startsAcross) pen.line(delta, 0);
    else pen.line(0, delta);
  });
}

/** Curves that begin along one axis and end along the other, by turns; the last may end anywhere. */
function turningCurves(operands: readonly number[], pen: Pen, startsAcross: boolean): void {
  let across = startsAcross;
  for (let i = 0; i + 4 <= operands.length; i += 4) {
    const [a, b, c, d] = operands.slice(i, i + 4) as [number, number, number, number];
    const last = operands.length - i === 5 ? operands[i + 4]! : 0;
    if (across) pen.curve(a, 0, b, c, last, d);
    else pen.curve(0, a, b, c, d, last);
    across = !across;
  }
}

/** Curves that begin and end along the same axis; a first operand moves the first of them across it. */
function parallelCurves(operands: readonly number[], pen: Pen, isAcross: boolean): void {
  let aside = operands.length % 4 === 1 ? operands[0]! : 0;
  runs(operands, 4, operands.length % 4 === 1 ? 1 : 0, operands.length, (a, b, c, d) => {
    if (isAcross) pen.curve(a!, aside, b!, c!, d!, 0);
    else pen.curve(aside, a!, b!, c!, 0, d!);
    aside = 0;
  });
}

/** Two curves that are nearly a line; the last operand goes along the longer way. */
function flexToOneAxis(operands: readonly number[], pen: Pen): void {
  const [dx1 = 0, dy1 = 0, dx2 = 0, dy2 = 0, dx3 = 0, dy3 = 0, dx4 = 0, dy4 = 0, dx5 = 0, dy5 = 0, last = 0] =
    operands;
  const dx = dx1 + dx2 + dx3 + dx4 + dx5;
  const dy = dy1 + dy2 + dy3 + dy4 + dy5;
  const isAcross = Math.abs(dx) > Math.abs(dy);
  pen.curve(dx1, dy1, dx2, dy2, dx3, dy3);
  pen.curve(dx4, dy4, dx5, dy5, isAcross ? last : -dx, isAcross ? -dy : last);
}

/** What draws, by operator (Adobe TN 5177 §4.1, §4.2); those of two bytes are 1200 and the second. */
export const drawing: Readonly<Record<number, Draw>> = {
  21: ([dx = 0, dy = 0], pen) => pen.move(dx, dy),
  22: ([dx = 0], pen) => pen.move(dx, 0),
  4: ([dy = 0], pen) => pen.move(0, dy),
  5: (operands, pen) => lines(operands, pen, 0, operands.length),
  6: (operands, pen) => turningLines(operands, pen, true),
  7: (operands, pen) => turningLines(operands, pen, false),
  8: (operands, pen) => curves(operands, pen, 0, operands.length),
  24: (operands, pen) => {
    const end = operands.length - 2;
    curves(operands, pen, 0, end);
    lines(operands, pen, end, operands.length);
  },
  25: (operands, pen) => {
    const end = operands.length - 6;
    lines(operands, pen, 0, end);
    curves(operands, pen, Math.max(0, end), operands.length);
  },
  26: (operands, pen) => parallelCurves(operands, pen, false),
  27: (operands, pen) => parallelCurves(operands, pen, true),
  30: (operands, pen) => turningCurves(operands, pen, false),
  31: (operands, pen) => turningCurves(operands, pen, true),
  1234: ([dx1 = 0, dx2 = 0, dy2 = 0, dx3 = 0, dx4 = 0, dx5 = 0, dx6 = 0], pen) => {
    pen.curve(dx1, 0, dx2, dy2, dx3, 0);
    pen.curve(dx4, 0, dx5, -dy2, dx6, 0);
  },
  1235: (operands, pen) => curves(operands, pen, 0, 12),
  1236: ([dx1 = 0, dy1 = 0, dx2 = 0, dy2 = 0, dx3 = 0, dx4 = 0, dx5 = 0, dy5 = 0, dx6 = 0], pen) => {
    pen.curve(dx1, dy1, dx2, dy2, dx3, 0);
    pen.curve(dx4, 0, dx5, dy5, dx6, -(dy1 + dy2 + dy5));
  },
  1237: flexToOneAxis,
};
