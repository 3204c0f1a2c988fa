import { describe, expect, it } from 'vitest';
import { processTerminal } from '../../src/cli/terminal.ts';

/** What of colours and progress a process with such streams and environment gets. */
function abilities(
  tty: { out?: boolean; err?: boolean; columns?: number },
  env: Record<string, string> = {},
) {
  const { columns } = tty;
  const stream = (isTTY = false) => ({ write: () => true, isTTY, ...(columns !== undefined && { columns }) });
  const { colour, progressCells } = processTerminal({
    env,
    stdout: stream(tty.out),
    stderr: stream(tty.err),
    cwd: () => '/',
  });
  return { out: colour.out, err: colour.err, cells: progressCells() };
}

describe('a terminal', () => {
  const both = { out: true, err: true, columns: 100 };
  it.each([
    ['both streams', both, {}, { out: true, err: true, cells: 100 }],
    ['no known width', { out: true, err: true }, {}, { out: true, err: true, cells: 80 }],
    ['stdout piped', { err: true, columns: 100 }, {}, { out: false, err: true, cells: 100 }],
    ['stderr in a file', { out: true }, {}, { out: true, err: false, cells: undefined }],
    ['neither', {}, {}, { out: false, err: false, cells: undefined }],
    ['NO_COLOR', both, { NO_COLOR: '1' }, { out: false, err: false, cells: 100 }],
    ['an empty NO_COLOR, which says nothing', both, { NO_COLOR: '' }, { out: true, err: true, cells: 100 }],
    ['CI, whose log keeps every line', both, { CI: 'true' }, { out: true, err: true, cells: undefined }],
    ['TERM=dumb', both, { TERM: 'dumb' }, { out: false, err: false, cells: undefined }],
  ])('with %s', (_, tty, env, expected) => {
    expect(abilities(tty, env)).toEqual(expected);
  });
});
