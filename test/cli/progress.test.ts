import { describe, expect, it } from 'vitest';
import { progressOn } from '../../src/cli/progress.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { cellsIn } from '../../src/diagnostics/terminal-text.ts';

function terminalOf(cells: number | undefined): { readonly terminal: Terminal; readonly told: string[] } {
  const told: string[] = [];
  const terminal: Terminal = {
    out: () => {
      throw new Error('progress is no result');
    },
    err: (text) => void told.push(text),
    colour: { out: false, err: false },
    progressCells: () => cells,
    workingFolder: '/',
    environment: {},
    today: () => '2026-11-23',
  };
  return { terminal, told };
}

describe('progress', () => {
  it('redraws one line, and takes it away once', () => {
    const { terminal, told } = terminalOf(80);
    const progress = progressOn(terminal, false);
    progress.show(1, 2, 'en/leaflets/stand');
    progress.show(2, 2, 'en/leaflets/write');
    progress.clear();
    progress.clear();
    expect(told).toEqual(['\r\x1b[K1/2 en/leaflets/stand', '\r\x1b[K2/2 en/leaflets/write', '\r\x1b[K']);
  });

  it('is nothing of short work where stderr is no terminal, where quiet is asked for, and before anything is shown', () => {
    const pipe = terminalOf(undefined);
    const piped = progressOn(pipe.terminal, false);
    piped.show(1, 2, 'en/leaflets/stand');
    piped.clear();
    const quiet = terminalOf(80);
    progressOn(quiet.terminal, true).show(1, 2, 'en/leaflets/stand');
    progressOn(quiet.terminal, false).clear();
    expect([pipe.told, quiet.told]).toEqual([[], []]);
  });

  it('is a plain line for each tenth of long work where stderr is no terminal', () => {
    const { terminal, told } = terminalOf(undefined);
    const progress = progressOn(terminal, false);
    for (let done = 1; done <= 25; done++) progress.show(done, 25, `en/leaflets/${done}`);
    progress.clear();
    const counts = [3, 5, 8, 10, 13, 15, 18, 20, 23];
    expect(told).toEqual(counts.map((count) => `${count}/25 documents\n`));
  });

  it('stays on its line and cannot act on the terminal', () => {
    const { terminal, told } = terminalOf(12);
    progressOn(terminal, false).show(1, 1, '釋放政治犯\x1b[2J');
    progressOn(terminal, false).show(1, 1, '\x1b[2J');
    const lines = told.map((text) => text.replace('\r\x1b[K', ''));
    expect(lines).toEqual(['1/1 釋放政', '1/1 ␛[2J']);
    expect(lines.every((line) => cellsIn(line) < 12)).toBe(true);
  });
});
