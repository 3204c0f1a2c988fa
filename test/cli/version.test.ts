import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { run } from '../../src/cli/main.ts';
import { processTerminal } from '../../src/cli/terminal.ts';

it.each(['--version', '-V'])('%s prints the version of package.json', async (option) => {
  const said: string[] = [];
  const terminal = { ...processTerminal(), out: (text: string) => void said.push(text) };
  expect(await run([option], terminal)).toBe(0);
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(said.join('')).toBe(`${version}\n`);
});
