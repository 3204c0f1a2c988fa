import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../command/tool.ts';
import { capture } from '../command/transcript.ts';

const kinds = readdirSync('templates').filter((name) => existsSync(`templates/${name}/kind.yaml`));
const locales = readdirSync('templates/terms').map((name) => name.replace('.yaml', ''));

describe('starters', () => {
  it('are there for every kind in every language that has terms', () => {
    const missing = kinds.flatMap((kind) =>
      locales
        .filter((locale) => !existsSync(`templates/${kind}/starter/${locale}.md`))
        .map((locale) => `${kind} ${locale}`),
    );
    expect(missing).toEqual([]);
  });

  // Hong Kong's faces come with the tool; Taiwan's do not.
  it.each(
    locales.map((tag) => (tag === 'zh-Hant' ? 'zh-Hant-HK' : tag)),
  )('in %s make a campaign that builds without a warning', async (locale) => {
    const cwd = temporaryFolder();
    await capture(['init', 'content', '--locale', locale], cwd);
    const { code, stdout, stderr } = await capture(['check', '--strict'], cwd);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    const [found, ...fonts] = stderr.trimEnd().split('\n');
    expect(found).toBe(`${kinds.length} documents checked, nothing found`);
    expect(fonts).toEqual(['fonts by language:', expect.stringMatching(`^  ${locale}  \\w`)]);
    expect(stderr).not.toContain('missing');
  });
});

describe('a new campaign', () => {
  it.each([
    [['save-our_library'], 'save-our-library', 'Save our library'],
    [['content'], 'new-campaign', 'New campaign'],
    [['content', '--title', 'Ülkü: "Özgürlük"!'], 'ulku-ozgurluk', 'Ülkü: \\"Özgürlük\\"!'],
    [['釋放'], 'campaign', '釋放'],
  ])('of %j is named %s', async (args, id, title) => {
    const cwd = temporaryFolder();
    expect((await capture(['init', ...args], cwd)).code).toBe(0);
    const yaml = readFileSync(join(cwd, args[0]!, 'campaign.yaml'), 'utf8');
    expect(/^id: (.*)$/m.exec(yaml)?.[1]).toBe(id);
    expect(/^ {2}en: "(.*)"$/m.exec(yaml)?.[1]).toBe(title);
  });
});
