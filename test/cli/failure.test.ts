import { expect, it } from 'vitest';
import { reportFailure } from '../../src/cli/failure.ts';
import { processTerminal } from '../../src/cli/terminal.ts';
import { HostError } from '../../src/host/host.ts';

it('tells of a limit of open files as one of the machine, not as a fault of the tool', () => {
  const said: string[] = [];
  const terminal = { ...processTerminal(), err: (text: string) => void said.push(text) };
  const error = Object.assign(new Error("EMFILE: too many open files, open 'x'"), { code: 'EMFILE' });
  expect(reportFailure(error, terminal, false)).toBe(74);
  expect(said.join('')).toContain('error file-unreadable: too many files are open');
  expect(said.join('')).not.toContain('fault of campaign-pack');
});

it('tells of a folder that may not be read as one of the machine too', () => {
  const said: string[] = [];
  const terminal = { ...processTerminal(), err: (text: string) => void said.push(text) };
  const error = new HostError('unreadable', 'content/leaflets', 'content/leaflets cannot be read (EACCES)');
  expect(reportFailure(error, terminal, false)).toBe(74);
  expect(said.join('')).toBe('error file-unreadable: content/leaflets cannot be read (EACCES)\n');
});
