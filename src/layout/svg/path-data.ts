import type { PathSegment } from '../graphics.ts';
import { arcSegments } from './arc.ts';
import { NumberReader } from './number-list.ts';

/** The path that path data describes. */
export interface ReadPath {
  readonly path: readonly PathSegment[];
  /** Where the data stop making sense; the path goes that far. Undefined where all was read. */
  readonly errorAt: number | undefined;
}

/** Where the pen is, and what the next smooth curve mirrors. */
interface Pen {
  readonly path: PathSegment[];
  x: number;
  y: number;
  startX: number;
  startY: number;
  /** The last control point of a curve of the kind, or the pen itself. */
  controlX: number;
  controlY: number;
  last: string;
}

/** Reads path data (SVG 2 §9.3): every command, absolute and relative, as moves, lines, cubic curves and closings. */
export function readPathData(data: string): ReadPath {
  const reader = new NumberReader(data);
  const pen: Pen = { path: [], x: 0, y: 0, startX: 0, startY: 0, controlX: 0, controlY: 0, last: '' };
  let command: string | undefined;
  while (!reader.isDone) {
    const start = reader.at;
    const letter = reader.letter('MmZzLlHhVvCcSsQqTtAa');
    if (letter === undefined) command = next(command);
    else command = letter;
    const isFirst = pen.path.length === 0 && command?.toUpperCase() !== 'M';
    if (command === undefined || isFirst || !draw(command, reader, pen)) {
      return { path: pen.path, errorAt: start };
    }
  }
  return { path: pen.path, errorAt: undefined };
}

/** The command of numbers that follow without a letter: a move goes on as lines, a closing not at all. */
function next(command: string | undefined): string | undefined {
  if (command === 'M') return 'L';
  if (command === 'm') return 'l';
  return command === 'Z' || command === 'z' ? undefined : command;
}

/** Draws one command; false where its numbers are missing. */
function draw(command: string, reader: NumberReader, pen: Pen): boolean {
  const kind = command.toUpperCase();
  const isRelative = command !== kind;
  if (kind === 'Z') close(pen);
  else if (kind === 'A') return drawArc(reader, pen, isRelative);
  else {
    const values = reader.numbers(counts[kind]!);
    if (!values) return false;
    const [ox, oy] = isRelative ? [pen.x, pen.y] : [0, 0];
    const isVertical = kind === 'V';
    drawers[kind]!(
      pen,
      values.map((value, index) => value + (isVertical || index % 2 === 1 ? oy : ox)),
    );
  }
  pen.last = kind;
  return true;
}

const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2 };

const drawers: Readonly<Record<string, (pen: Pen, values: readonly number[]) => void>> = {
  M: (pen, [x, y]) => {
    pen.path.push(['M', x!, y!]);
    moveTo(pen, x!, y!);
    [pen.startX, pen.startY] = [x!, y!];
  },
  L: (pen, [x, y]) => lineTo(pen, x!, y!),
  H: (pen, [x]) => lineTo(pen, x!, pen.y),
  V: (pen, [y]) => lineTo(pen, pen.x, y!),
  C: (pen, [x1, y1, x2, y2, x, y]) => curveTo(pen, x1!, y1!, x2!, y2!, x!, y!),
  S: (pen, [x2, y2, x, y]) => {
    const [x1, y1] = mirrored(pen, 'CS');
    curveTo(pen, x1, y1, x2!, y2!, x!, y!);
  },
  Q: (pen, [x1, y1, x, y]) => quadraticTo(pen, x1!, y1!, x!, y!),
  T: (pen, [x, y]) => quadraticTo(pen, ...mirrored(pen, 'QT'), x!, y!),
};

function drawArc(reader: NumberReader, pen: Pen, isRelative: boolean): boolean {
  const radii = reader.numbers(3);
  const large = radii && reader.flag();
  const sweep = large === undefined ? undefined : reader.flag();
  const end = sweep === undefined ? undefined : reader.numbers(2);
  if (!radii || large === undefined || sweep === undefined || !end) return false;
  const [rx, ry, rotation] = radii;
  const x = end[0]! + (isRelative ? pen.x : 0);
  const y = end[1]! + (isRelative ? pen.y : 0);
  pen.path.push(...arcSegments(pen.x, pen.y, { rx: rx!, ry: ry!, rotation: rotation!, large, sweep, x, y }));
  moveTo(pen, x, y);
  pen.last = 'A';
  return true;
}

function moveTo(pen: Pen, x: number, y: number): void {
  [pen.x, pen.y, pen.controlX, pen.controlY] = [x, y, x, y];
}

/** After a closing a subpath begins where the last one did, if it says nothing else. */
function reopen(pen: Pen): void {
  if (pen.last === 'Z') pen.path.push(['M', pen.x, pen.y]);
}

function lineTo(pen: Pen, x: number, y: number): void {
  reopen(pen);
  pen.path.push(['L', x, y]);
  moveTo(pen, x, y);
}

function curveTo(pen: Pen, x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
  reopen(pen);
  pen.path.push(['C', x1, y1, x2, y2, x, y]);
  moveTo(pen, x, y);
  [pen.controlX, pen.controlY] = [x2, y2];
}

/** A quadratic curve is a cubic one whose control points lie two thirds of the way to its own. */
function quadraticTo(pen: Pen, qx: number, qy: number, x: number, y: number): void {
  const third = (end: number, control: number) => end + (2 / 3) * (control - end);
  curveTo(pen, third(pen.x, qx), third(pen.y, qy), third(x, qx), third(y, qy), x, y);
  [pen.controlX, pen.controlY] = [qx, qy];
}

function mirrored(pen: Pen, kinds: string): readonly [number, number] {
  if (!kinds.includes(pen.last) || pen.last === '') return [pen.x, pen.y];
  return [2 * pen.x - pen.controlX, 2 * pen.y - pen.controlY];
}

function close(pen: Pen): void {
  if (pen.last !== 'Z') pen.path.push(['Z']);
  moveTo(pen, pen.startX, pen.startY);
}
