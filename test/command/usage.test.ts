import { beforeAll, describe, expect, it } from 'vitest';
import { installTool, smallCampaign, type Tool, temporaryFolder, writeFiles } from './tool.ts';

let tool: Tool;
let cwd: string;
beforeAll(() => {
  tool = installTool();
  cwd = temporaryFolder();
  writeFiles(
    cwd,
    Object.fromEntries(Object.entries(smallCampaign()).map(([path, text]) => [`content/${path}`, text])),
  );
});

/** What a person sees: the command, what it prints, and its exit code. */
function transcript(args: readonly string[]): string {
  const { code, stdout, stderr } = tool.run(args, { cwd });
  return `$ ${['campaign-pack', ...args].join(' ')}\n${stdout}${stderr}exit code ${code}\n`;
}

const help = [['--help'], ['build', '--help'], ['check', '--help'], ['render', '--help']];
const mistakes: readonly (readonly string[])[] = [
  [],
  ['biuld'],
  ['build', '--lokale', 'en'],
  ['build', 'content', 'extra'],
  ['build', '--format', 'odt'],
  ['build', '--jobs', '0'],
  ['build', '--locale', 'en,,fr'],
  ['build', '--locale', 'eng'],
  ['build', '--document', 'stnd'],
  ['check', 'nowhere'],
  ['render', 'page.html'],
  ['render', 'page.html', '-o', 'page.odt'],
];

describe('help', () => {
  it('lists what there is', async () => {
    const text = help.map((args) => transcript(args)).join('\n');
    await expect(text).toMatchFileSnapshot('../golden/command/help.txt');
  });
});

describe('a mistake in a command', () => {
  it('is told in a line or two, with what to write, and ends with 2', async () => {
    const transcripts = mistakes.map((args) => transcript(args));
    await expect(transcripts.join('\n')).toMatchFileSnapshot('../golden/command/usage.txt');
    expect(transcripts.filter((text) => !text.endsWith('exit code 2\n'))).toEqual([]);
  });

  it('covers the environment', () => {
    const run = tool.run(['build'], { cwd, env: { SOURCE_DATE_EPOCH: 'yesterday' } });
    expect(run).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error usage: SOURCE_DATE_EPOCH must be seconds since 1970 in digits\n',
    });
  });
});
