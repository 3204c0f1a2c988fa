import { cellsOf, showControls } from '../diagnostics/terminal-text.ts';
import type { Terminal } from './terminal.ts';

/** One line on stderr that says how far long work has come. */
export interface Progress {
  readonly show: (text: string) => void;
  /** Takes the line away. */
  readonly clear: () => void;
}

/** Empties a line that progress may stand on: carriage return, then erase to its end (ECMA-48 §8.3.41). */
export const clearLine = '\r\x1b[K';

/** Progress where stderr can redraw a line; nothing elsewhere, or where the user wants quiet. */
export function progressOn(terminal: Terminal, isQuiet: boolean): Progress {
  let isShown = false;
  return {
    show: (text) => {
      const cells = isQuiet ? undefined : terminal.progressCells();
      if (cells === undefined) return;
      isShown = true;
      terminal.err(clearLine + fitting(showControls(text), cells - 1));
    },
    clear: () => {
      if (isShown) terminal.err(clearLine);
      isShown = false;
    },
  };
}

/** As much as fits: a line that wraps could not be redrawn. */
function fitting(text: string, cells: number): string {
  let left = cells;
  let shown = '';
  for (const character of text) {
    left -= cellsOf(character.codePointAt(0)!);
    if (left < 0) break;
    shown += character;
  }
  return shown;
}
