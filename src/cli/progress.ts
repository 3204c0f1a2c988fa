import { cellsOf, showControls } from '../diagnostics/terminal-text.ts';
import type { Terminal } from './terminal.ts';

/** Says on stderr how far long work has come. */
export interface Progress {
  /** After `done` of `total` documents; `what` names the last of them. */
  readonly show: (done: number, total: number, what: string) => void;
  /** Takes away the line of a terminal. */
  readonly clear: () => void;
}

/** Empties a line that progress may stand on: carriage return, then erase to its end (ECMA-48 §8.3.41). */
export const clearLine = '\r\x1b[K';

/**
 * Progress on one line where stderr can redraw it; elsewhere plain lines, a tenth of long work each, that are the same
 * whatever document was done first. Nothing where the user wants quiet.
 */
export function progressOn(terminal: Terminal, isQuiet: boolean): Progress {
  let isShown = false;
  return {
    show: (done, total, what) => {
      if (isQuiet) return;
      const cells = terminal.progressCells();
      if (cells === undefined) {
        if (endsTenth(done, total)) terminal.err(`${done}/${total} documents\n`);
        return;
      }
      isShown = true;
      terminal.err(clearLine + fitting(showControls(`${done}/${total} ${what}`), cells - 1));
    },
    clear: () => {
      if (isShown) terminal.err(clearLine);
      isShown = false;
    },
  };
}

/** Documents from which on work counts as long. */
const long = 20;

function endsTenth(done: number, total: number): boolean {
  const tenths = (count: number) => Math.floor((count * 10) / total);
  return total >= long && done < total && tenths(done) > tenths(done - 1);
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
