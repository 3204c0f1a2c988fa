import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/pack/manifest.ts';
import { lint } from '../docx/lint/lint.ts';
import { unzip } from '../docx/support/package.ts';
import { installTool, smallCampaign, type Tool, temporaryFolder, writeFiles } from './tool.ts';

let tool: Tool;
beforeAll(() => {
  tool = installTool();
});

function campaign(files: Readonly<Record<string, string>> = smallCampaign()): string {
  const cwd = temporaryFolder();
  writeFiles(join(cwd, 'content'), files);
  return cwd;
}

/** Every file below a folder, by path. */
function filesIn(folder: string, prefix = ''): readonly string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .flatMap((entry) => {
      const path = prefix + entry.name;
      return entry.isDirectory() ? filesIn(folder, `${path}/`) : [path];
    })
    .sort();
}

/** The files that SHA256SUMS lists, each of which has its checksum. */
function checkedFiles(folder: string): readonly string[] {
  const lines = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
  return lines
    .map((line) => {
      const [sum, path = ''] = line.split('  ');
      const found = createHash('sha256').update(readFileSync(join(folder, path)));
      expect(found.digest('hex'), path).toBe(sum);
      return path;
    })
    .sort();
}

const read = (...parts: string[]): string => readFileSync(join(...parts), 'utf8');

/** The print editions that `templates/` asks for, in order. */
function printEditions(id: string): readonly string[] {
  if (id.startsWith('leaflets/')) return ['home-print-a4', 'large-print', 'low-ink-a4', 'print-shop'];
  if (id.startsWith('booklets/')) return ['booklet-a4', 'large-print', 'print-shop'];
  if (id.startsWith('folded-leaflets/')) return ['large-print', 'low-ink-a4', 'print-shop-a4', 'tri-fold-a4'];
  if (id.startsWith('placards/')) return ['low-ink', 'print-shop'];
  return id.startsWith('resolutions/') ? ['large-print'] : [];
}

describe('build of the sample campaign', () => {
  let cwd: string;
  beforeAll(() => {
    cwd = temporaryFolder();
    cpSync('content', join(cwd, 'content'), { recursive: true });
    mkdirSync(join(cwd, 'out'));
    writeFileSync(join(cwd, 'out/mine.txt'), 'mine');
    const run = tool.run(['build', '--jobs', '2'], { cwd });
    expect(run.stderr).not.toMatch(/\berror\b/);
    expect(run.code).toBe(0);
  });

  it('leaves what the manifest and the checksums list, and files of mine', () => {
    const manifest: Manifest = JSON.parse(read(cwd, 'out/manifest.json'));
    const listed = manifest.files.map((file) => file.path);
    expect(filesIn(join(cwd, 'out'))).toEqual([...listed, 'SHA256SUMS', 'manifest.json', 'mine.txt'].sort());
    expect(checkedFiles(join(cwd, 'out'))).toEqual([...listed, 'manifest.json'].sort());
    for (const file of manifest.files) expect(file.bytes).toBe(statSync(join(cwd, 'out', file.path)).size);
  });

  it('has a page that leads to every file, and nowhere else', () => {
    const manifest: Manifest = JSON.parse(read(cwd, 'out/manifest.json'));
    const others = manifest.files.map(({ path }) => path).filter((path) => path !== 'index.html');
    const page = read(cwd, 'out/index.html');
    const links = [...page.matchAll(/href="([^"#]+)"/g)].map((match) => decodeURI(match[1]!));
    expect(links.sort()).toEqual([...others, 'SHA256SUMS', 'manifest.json'].sort());
    expect(page).not.toMatch(/<script|<link|src=|url\(|https?:/);
  });

  it('makes each document in each language and format, a zip of all and one a language', () => {
    const manifest: Manifest = JSON.parse(read(cwd, 'out/manifest.json'));
    const documents = manifest.files.filter((file) => file.document).map((file) => file.path);
    const expected = ['ar', 'en', 'es', 'zh-Hans', 'zh-Hant'].flatMap((locale) =>
      [
        // These show how paper is folded, in three languages that do it differently.
        ...(['ar', 'en', 'zh-Hant'].includes(locale)
          ? ['booklets/movers-briefing', 'folded-leaflets/silenced-not-defeated']
          : []),
        'leaflets/join-the-campaign',
        'leaflets/long-hair',
        'petitions/free-political-prisoners',
        'placards/free-all-prisoners',
        'resolutions/labour-rights-silenced-voices',
        'resolutions/solidarity-political-prisoners',
      ].flatMap((id) => [
        ...printEditions(id).map((name) => `${locale}/${id}--${name}.pdf`),
        ...['docx', 'pdf'].map((format) => `${locale}/${id}.${format}`),
      ]),
    );
    expect(documents).toEqual(expected);
    const base = `${manifest.campaign}-${manifest.version}`;
    const zips = manifest.files.map((file) => file.path).filter((path) => path.endsWith('.zip'));
    expect(zips.sort()).toEqual(
      ['-ar', '-en', '-es', '-zh-Hans', '-zh-Hant', ''].map((part) => `${base}${part}.zip`).sort(),
    );
    for (const zip of zips) {
      const folder = temporaryFolder();
      for (const [path, bytes] of unzip(readFileSync(join(cwd, 'out', zip)))) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), bytes);
      }
      expect(checkedFiles(folder)).toEqual(filesIn(folder).filter((path) => path !== 'SHA256SUMS'));
      const inside: Manifest = JSON.parse(read(folder, 'manifest.json'));
      const own = expected.filter(
        (path) => zip === `${base}.zip` || zip === `${base}-${path.split('/')[0]}.zip`,
      );
      expect(inside.files.flatMap((file) => (file.document ? [file.path] : []))).toEqual(own);
      const others = inside.files.filter((file) => !file.document).map((file) => file.path);
      expect(others).toContain('START-HERE.html');
      expect(others.filter((path) => path.startsWith('licences/')).length).toBeGreaterThan(0);
      const page = read(folder, 'START-HERE.html');
      const links = [...page.matchAll(/href="([^"#]+)"/g)].map((match) => match[1]!);
      const guides = [...new Set(own.map((path) => `${path.split('/')[0]}/printing.pdf`))];
      expect(links.sort()).toEqual([...own, ...guides].sort());
      expect(page).not.toMatch(/<script|src=|https?:/);
    }
  });

  it('makes Word files without a fault that Microsoft’s validator would pass over', () => {
    const manifest: Manifest = JSON.parse(read(cwd, 'out/manifest.json'));
    const documents = manifest.files.map(({ path }) => path).filter((path) => path.endsWith('.docx'));
    expect(documents).toHaveLength(36);
    const faults = documents.flatMap((path) =>
      lint(unzip(readFileSync(join(cwd, 'out', path)))).map((fault) => `${path}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('has the same bytes in another place, time zone, language and number of threads', () => {
    const elsewhere = temporaryFolder();
    cpSync('content', join(elsewhere, 'deep/er/campaign'), { recursive: true });
    const env = { TZ: 'Pacific/Auckland', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8', USER: 'someone' };
    const args = ['build', 'deep/er/campaign', '--out', 'pack', '--jobs', '1', '--quiet'];
    expect(tool.run([...args, '--locale', 'ar,zh-Hant'], { cwd: elsewhere, env }).code).toBe(0);
    // What holds all languages differs with them.
    const ofOneLanguage = (path: string) => /^(ar|zh-Hant)\/|-(ar|zh-Hant)\.zip$/.test(path);
    const sums = (folder: string) =>
      read(folder, 'SHA256SUMS')
        .split('\n')
        .filter((line) => ofOneLanguage(line.slice(66)));
    const found = sums(join(elsewhere, 'pack'));
    expect(found).toEqual(sums(join(cwd, 'out')));
    expect(found.filter((line) => line.endsWith('.zip'))).toHaveLength(2);
  });
});

describe('build', () => {
  it('ends with 74 where a file cannot be written, with the old pack as it was', () => {
    const cwd = campaign();
    expect(tool.run(['build'], { cwd }).code).toBe(0);
    const before = read(cwd, 'out/SHA256SUMS');
    // Files of at most 4 KB, in units of 1 KB.
    const limited = `ulimit -f 4; exec node '${tool.launcher}' build --quiet`;
    writeFiles(join(cwd, 'content'), smallCampaign('Another text.'));
    const run = spawnSync('bash', ['-c', limited], { cwd, encoding: 'utf8' });
    expect(run.status).toBe(74);
    expect(run.stderr).toMatch(/^[^\n]+: error output-failed: is over the file size limit\n$/);
    expect(read(cwd, 'out/SHA256SUMS')).toBe(before);
    checkedFiles(join(cwd, 'out'));
    expect(readdirSync(cwd).sort()).toEqual(['content', 'out']);
  });

  it('does not mind a reader that goes away', () => {
    const cwd = campaign(smallCampaign('<b>x</b>\n\n'.repeat(600)));
    const piped = `node '${tool.launcher}' check | head -1; echo "\${PIPESTATUS[0]}"`;
    const run = spawnSync('bash', ['-c', piped], { cwd, encoding: 'utf8' });
    const [first, code] = run.stdout.split('\n');
    expect(first).toMatch(/^content\/leaflets\/stand\/en\.md:\d+:1: error markdown-html/);
    expect(code).toBe('1');
    expect(run.stderr).toBe('');
  });

  it('says nothing to a pipe before it ends', () => {
    const run = tool.run(['build'], { cwd: campaign() });
    expect(run).toEqual({ code: 0, stdout: '', stderr: expect.stringMatching(/^\d+ files in out\n$/) });
  });

  it('ends with 143 when it is told to stop, with nothing half written', async () => {
    const cwd = campaign();
    const { PATH = '' } = process.env;
    // A pipe that is taken for a terminal gets the progress.
    const terminal = ['--import', 'data:text/javascript,process.stderr.isTTY=true'];
    const child = spawn('node', [...terminal, tool.launcher, 'build'], {
      cwd,
      env: { PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // The first line of progress: the work has begun and the writing has not.
    child.stderr.once('data', () => child.kill('SIGTERM'));
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect([0, 143]).toContain(code);
    if (code === 143) expect(existsSync(join(cwd, 'out'))).toBe(false);
    expect(readdirSync(cwd).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('is told, not thrown, that the working folder was deleted', () => {
    const gone = temporaryFolder();
    const script = 'rmdir "$PWD" && exec node "$0" check';
    const run = spawnSync('sh', ['-c', script, tool.launcher], { cwd: gone, encoding: 'utf8' });
    expect(run).toMatchObject({
      status: 74,
      stderr: 'error file-missing: the working folder is not there any more\n',
    });
  });
});
