import { expect, it } from 'vitest';
import { reportFailure } from '../../src/cli/failure.ts';
import { processTerminal } from '../../src/cli/terminal.ts';

it('tells of a limit of open files as one of the machine, not as a fault of the tool', () => {
  const said: string[] = [];
  const terminal = { ...processTerminal(), err: (text: string) => void said.push(text) };
  const error = Object.assign(new Error("EMFILE: too many open files, open 'x'"), { code: 'EMFILE' });
  expect(reportFailure(error, terminal, false)).toBe(74);
  expect(said.join('')).toContain('error file-unreadable: too many files are open');
  expect(said.join('')).not.toContain('fault of campaign-pack');
});
