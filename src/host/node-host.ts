import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Environment, Folder, Host } from './host.ts';
import { createNodeFolder } from './node-folder.ts';
import { isPackageName } from './package-files.ts';

/** Where a host finds its roots. Paths may be relative to the process's working folder. */
export interface NodeHostOptions {
  readonly campaignRoot: string;
  readonly toolRoot: string;
  /** What the names of files are told relative to. */
  readonly workingFolder: string;
  readonly environment: Environment;
}

/** The host of a real build: files on disk, each root a jail. Nothing is read until asked for. */
export function createNodeHost(options: NodeHostOptions): Host {
  const campaignRoot = resolve(options.campaignRoot);
  const toolRoot = resolve(options.toolRoot);
  const workingFolder = resolve(options.workingFolder);
  const packages = new Map<string, Folder | undefined>();
  return {
    campaign: createNodeFolder({
      root: 'campaign',
      folder: campaignRoot,
      prefix: prefixOf(workingFolder, campaignRoot),
    }),
    tool: createNodeFolder({ root: 'tool', folder: toolRoot, prefix: toolPrefix(workingFolder, toolRoot) }),
    package: (name) => {
      if (!packages.has(name)) packages.set(name, openPackage(name, [campaignRoot, toolRoot]));
      return packages.get(name);
    },
    environment: options.environment,
  };
}

/** An installed package as a folder of fonts and licences, looked for from each place in turn. */
function openPackage(name: string, places: readonly string[]): Folder | undefined {
  if (!isPackageName(name)) return undefined;
  for (const place of places) {
    const folder = findPackage(name, place);
    if (folder) return createNodeFolder({ root: `npm:${name}`, folder, prefix: `npm:${name}/` });
  }
  return undefined;
}

/** Node's resolution (node_modules in this folder and each above it), without NODE_PATH. */
function findPackage(name: string, place: string): string | undefined {
  if (!existsSync(place)) return undefined;
  let folder = realpathSync.native(place);
  while (true) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
}

function prefixOf(workingFolder: string, root: string): string {
  const way = relative(workingFolder, root);
  return way === '' ? '' : `${way.split(sep).join('/')}/`;
}

/** A tool installed outside the working folder is told of by its name, as its place says nothing to the user. */
function toolPrefix(workingFolder: string, toolRoot: string): string {
  const way = relative(workingFolder, toolRoot);
  return way.startsWith('..') || isAbsolute(way) ? 'campaign-pack:' : prefixOf(workingFolder, toolRoot);
}
