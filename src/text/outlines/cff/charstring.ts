import type { GlyphPath } from '../glyph-path.ts';
import type { CffIndex } from './cff-index.ts';
import { calculate } from './charstring-arithmetic.ts';
import { drawing } from './charstring-drawing.ts';
import { createPen, type Pen } from './charstring-pen.ts';

/** What a glyph's program may call. */
export interface Subroutines {
  readonly local: Pick<CffIndex, 'count' | 'at'>;
  readonly global: Pick<CffIndex, 'count' | 'at'>;
}

/** The rest of what a program is read by. */
export interface Program {
  readonly subroutines: Subroutines;
  /** Of CFF2: the variation data it begins with, and how much its regions count. */
  readonly variation:
    | { readonly index: number; readonly scalars: (index: number) => readonly number[] }
    | undefined;
}

/** How deep subroutines may call, and how many operators a glyph may have. */
const maxDepth = 10;
const maxSteps = 1_000_000;

const HINTS: readonly number[] = [1, 3, 18, 23];
const MASKS: readonly number[] = [19, 20];
const MOVES: readonly number[] = [4, 21, 22];

interface State {
  readonly program: Program;
  readonly pen: Pen;
  stack: number[];
  hints: number;
  /** False until the first operator that clears the stack: before it, CFF may give the glyph's width. */
  begun: boolean;
  variationIndex: number;
  steps: number;
}

/** The outline that a Type 2 charstring draws (Adobe TN 5177, and OpenType `CFF2 CharString`), without its hints. */
export function traceCharString(bytes: Uint8Array, program: Program): GlyphPath {
  const pen = createPen();
  const variationIndex = program.variation?.index ?? 0;
  const state: State = { program, pen, stack: [], hints: 0, begun: false, variationIndex, steps: 0 };
  run(state, bytes, 0);
  return pen.path;
}

/** Runs a program; true where it said that the glyph ends. */
function run(state: State, bytes: Uint8Array, depth: number): boolean {
  for (let at = 0; at < bytes.length; ) {
    if (state.steps++ > maxSteps) return true;
    const byte = bytes[at]!;
    if (byte >= 32 || byte === 28) {
      at = pushNumber(state.stack, bytes, at);
      continue;
    }
    at++;
    if (byte === 12) {
      escaped(state, bytes[at++] ?? 0);
      continue;
    }
    if (byte === 10 || byte === 29) {
      if (depth < maxDepth && call(state, byte === 29, depth)) return true;
      continue;
    }
    if (byte === 11) return false;
    if (byte === 14) return true;
    at += obey(state, byte);
  }
  return false;
}

function call(state: State, isGlobal: boolean, depth: number): boolean {
  const { local, global } = state.program.subroutines;
  const { count, at } = isGlobal ? global : local;
  const bias = count < 1240 ? 107 : count < 33900 ? 1131 : 32768;
  const index = (state.stack.pop() ?? 0) + bias;
  return run(state, at(index), depth + 1);
}

/** Obeys an operator of one byte; how many bytes of a mask follow it. */
function obey(state: State, operator: number): number {
  if (operator === 15) {
    state.variationIndex = state.stack.pop() ?? 0;
    return 0;
  }
  if (operator === 16) {
    blend(state);
    return 0;
  }
  takeWidth(state, operator);
  if (HINTS.includes(operator) || MASKS.includes(operator)) state.hints += state.stack.length >> 1;
  else drawing[operator]?.(state.stack, state.pen);
  state.stack = [];
  return MASKS.includes(operator) ? (state.hints + 7) >> 3 : 0;
}

/** Drops the width that stands before the operands of a program's first operator. */
function takeWidth(state: State, operator: number): void {
  if (state.begun || state.program.variation) return;
  state.begun = true;
  const { length } = state.stack;
  const isMove = MOVES.includes(operator);
  const has = isMove ? length > (operator === 21 ? 2 : 1) : length % 2 === 1;
  if (has) state.stack.shift();
}

function escaped(state: State, operator: number): void {
  const draw = drawing[1200 + operator];
  if (draw) {
    draw(state.stack, state.pen);
    state.stack = [];
  } else calculate(operator, state.stack);
}

/** Values of the default master, each followed by its deltas: one value of each is left (OpenType `CFF2`, blend). */
function blend(state: State): void {
  const { stack } = state;
  const scalars = state.program.variation?.scalars(state.variationIndex) ?? [];
  const count = stack.pop() ?? 0;
  const from = stack.length - count * (scalars.length + 1);
  if (from < 0) return;
  const deltas = stack.splice(from + count);
  for (let i = 0; i < count; i++) {
    scalars.forEach((scalar, region) => {
      stack[from + i]! += scalar * deltas[i * scalars.length + region]!;
    });
  }
}

/** Pushes the number at an offset; where the next one begins. */
function pushNumber(stack: number[], bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!;
  const next = (index: number) => bytes[at + index] ?? 0;
  if (byte === 28) {
    stack.push(((next(1) << 24) >> 16) | next(2));
    return at + 3;
  }
  if (byte <= 246) {
    stack.push(byte - 139);
    return at + 1;
  }
  if (byte <= 250) stack.push((byte - 247) * 256 + next(1) + 108);
  else if (byte <= 254) stack.push(-(byte - 251) * 256 - next(1) - 108);
  else {
    stack.push(((next(1) << 24) | (next(2) << 16) | (next(3) << 8) | next(4)) / 65536);
    return at + 5;
  }
  return at + 2;
}
