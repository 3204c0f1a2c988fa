import type { GlyphsItem } from '../../layout/paged-document.ts';
import type { Cell } from '../font/cell.ts';
import type { FontUsages } from '../font/font-usage.ts';
import { baselineShift } from '../font/vertical-cells.ts';
import type { GraphicsState } from './graphics-state.ts';
import { onOneLine } from './line-order.ts';
import { decimal, decimals } from './numbers.ts';
import { createTextArray, type TextArray } from './text-array.ts';

/**
 * Draws runs of text in text objects (ISO 32000-1 §9.4.1), in few bytes: one object goes on as long as nothing else is
 * drawn, and runs of one line that look the same are one operator.
 */
export interface TextWriter {
  /**
   * The operators for a run; `x` and `y` in PDF's coordinates. `enter` opens its marked content, and is asked only if
   * there is anything to show. What they show may go on with the next run, until the text is closed.
   */
  draw(item: GlyphsItem, x: number, y: number, enter: () => string): string;
  /** Ends what is open, before anything else is drawn. */
  close(): string;
}

/** An array that is not written yet. */
interface OpenArray {
  readonly array: TextArray;
  readonly item: GlyphsItem;
  /** Where its first character stands, pt along the line. */
  readonly start: number;
  /** Whether the last character is an invisible mark. */
  endsInMark: boolean;
}

/** Thousandths of pt, as numbers are written: what is left of a place when it is rounded must not add up. */
const thousandths = (value: number): number => Math.round(value * 1000);

/** Nothing is open; the graphics state tells what a run has to change. */
export function createTextWriter(fonts: FontUsages, state: GraphicsState): TextWriter {
  let isOpen = false;
  /** The start of the text line, which the next is placed from; thousandths of pt. */
  let line: { readonly x: number; readonly y: number } | undefined;
  let open: OpenArray | undefined;

  const endArray = (): string => {
    const operator = open ? `${open.array.operator()}\n` : '';
    open = undefined;
    return operator;
  };
  const close = (): string => {
    const operators = endArray() + (isOpen ? 'ET\n' : '');
    isOpen = false;
    line = undefined;
    return operators;
  };
  const beginLine = (x: number, y: number): string => {
    const to = { x: thousandths(x), y: thousandths(y) };
    const from = line ?? { x: 0, y: 0 };
    line = to;
    return `${decimal((to.x - from.x) / 1000)} ${decimal((to.y - from.y) / 1000)} Td\n`;
  };
  /** Opens an array for the run, whose first character stands `start` from its left edge. */
  const begin = (item: GlyphsItem, x: number, y: number, start: number, enter: () => string): string => {
    const last = open;
    const mark = enter();
    const seen = item.invisible ? '' : state.fill(item.colour);
    const look =
      seen +
      state.rendering(item.invisible ? 'invisible' : 'fill') +
      state.font(fonts.of(item.face).name, item.size);
    if (last && mark === '' && look === '' && !last.endsInMark && goesOn(last.item, item)) return '';
    // A turned run sets a matrix, which the next could not be placed from.
    const ended = mark !== '' || item.turn || !line ? close() : endArray();
    const opened = isOpen ? '' : 'BT\n';
    isOpen = true;
    return `${ended}${mark}${look}${opened}${place(item, x, y, start)}`;
  };
  /** Places an array for the run's characters from the one on that stands `start` from its left edge. */
  const place = (item: GlyphsItem, x: number, y: number, start: number): string => {
    open = {
      array: createTextArray(),
      item,
      start: item.turn ? x + start : thousandths(x + start) / 1000,
      endsInMark: false,
    };
    return item.turn ? turnedPlace(item, x, y, start) : beginLine(x + start, y);
  };

  return {
    close,
    draw(item, x, y, enter) {
      const usage = fonts.of(item.face);
      let operators: string | undefined;
      fonts.visit(item, (cell, at) => {
        if (operators === undefined) operators = begin(item, x, y, at, enter);
        else if (open!.endsInMark) operators += endArray() + place(item, x, y, at);
        const { code, stated } = usage.shown(cell);
        open!.array.show(code, stated, ((x + at - open!.start) * 1000) / item.size);
        open!.endsInMark = isMark(cell);
      });
      return operators ?? '';
    },
  };
}

/**
 * Whether a character is an invisible mark. pdf.js passes over such a one with its width and the adjustment behind it,
 * so that what follows has to be placed anew, or it would take that to stand elsewhere.
 */
function isMark({ parts, text }: Cell): boolean {
  return parts.length === 0 && /^[\u200b\u200e\u200f]$/.test(text);
}

/** Whether a run stands on the line of the one before it, so that it can be drawn by the same operator. */
function goesOn(last: GlyphsItem, next: GlyphsItem): boolean {
  return onOneLine(last, next) && last.y === next.y && !last.turn && !next.turn;
}

/** The operator that places a run whose letters lie or stand along a line that runs down. */
function turnedPlace({ turn, face, size }: GlyphsItem, x: number, y: number, start: number): string {
  switch (turn) {
    case undefined:
      return '';
    case 'clockwise':
      return `0 -1 1 0 ${decimals(x, y - start)} Tm\n`;
    case 'upright':
      return `0 -1 1 0 ${decimals(x - baselineShift(face) * size, y - start)} Tm\n`;
    case 'counterclockwise':
      return `0 1 -1 0 ${decimals(x, y + start)} Tm\n`;
  }
}
