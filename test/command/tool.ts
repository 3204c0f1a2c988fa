import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

/** What a run of the tool left. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The tool as a user installs it: launcher, bundle, templates and fonts; no JavaScript of node_modules. */
export interface Tool {
  readonly root: string;
  readonly launcher: string;
  /** Files of the bundle, each with the source files in it. */
  readonly bundle: ReadonlyMap<string, readonly string[]>;
  run(
    args: readonly string[],
    options?: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> },
  ): Run;
}

/** A new empty folder. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'campaign-pack-'));
}

/** Writes files into a folder, by path. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

interface Bundle {
  readonly dist: string;
  /** Names of its files, each with the source files in it. */
  readonly inputs: ReadonlyMap<string, readonly string[]>;
}

/** Made once a thread: every file of tests that installs the tool gets a copy. */
let made: Bundle | undefined;

function makeBundle(): Bundle {
  const folder = temporaryFolder();
  const dist = join(folder, 'dist');
  const list = join(folder, 'inputs.json');
  execFileSync('node', ['src/bundle/bundle.mjs', dist, list]);
  const inputs: Record<string, readonly string[]> = JSON.parse(readFileSync(list, 'utf8'));
  return {
    dist,
    inputs: new Map(Object.entries(inputs).map(([path, names]) => [relative(dist, path), names])),
  };
}

/** Bundles the source as it is and installs it away from the repository, in a folder of its own. */
export function installTool(): Tool {
  made ??= makeBundle();
  const root = temporaryFolder();
  const dist = join(root, 'dist');
  cpSync(made.dist, dist, { recursive: true });
  cpSync('bin', join(root, 'bin'), { recursive: true });
  cpSync('templates', join(root, 'templates'), { recursive: true });
  writeFileSync(
    join(root, 'package.json'),
    '{ "name": "campaign-pack", "version": "0.0.0", "type": "module" }',
  );
  mkdirSync(join(root, 'node_modules'));
  symlinkSync(resolve('node_modules/@expo-google-fonts'), join(root, 'node_modules/@expo-google-fonts'));
  const launcher = join(root, 'bin/campaign-pack.js');
  return {
    root,
    launcher,
    bundle: new Map([...made.inputs].map(([path, names]) => [join(dist, path), names])),
    run(args, options = {}) {
      const { PATH = '' } = process.env;
      const child = spawnSync('node', [launcher, ...args], {
        cwd: options.cwd ?? root,
        env: { PATH, ...options.env },
        encoding: 'utf8',
      });
      return { code: child.status, stdout: child.stdout, stderr: child.stderr };
    },
  };
}

/** A campaign of one leaflet in English, with a body to try things on. */
export function smallCampaign(body = 'Stand with them.'): Readonly<Record<string, string>> {
  return {
    'campaign.yaml': `id: small
version: 1.0.0
date: 2026-11-23
title: { en: Small campaign }
source-locale: en
locales: [en]
url: https://example.org
organisation: { name: Example, email: mail@example.org, postal-address: Example Street 1 }
`,
    'leaflets/stand/en.md': `---
title: Stand
summary: A short leaflet.
---
${body}
`,
  };
}
