import { resolve } from 'node:path';
import type { Environment, Folder, Host } from './host.ts';
import type { MemoryFiles } from './memory-folder.ts';
import { createMemoryFolder } from './memory-folder.ts';
import { createNodeFolder } from './node-folder.ts';

/** The files of a host for tests. */
export interface MemoryHostOptions {
  readonly campaign: MemoryFiles;
  /** The tool's files; left out, `toolRoot` serves. */
  readonly tool?: MemoryFiles;
  /** A folder on disk that stands for the tool: the real templates. */
  readonly toolRoot?: string;
  readonly packages?: Readonly<Record<string, MemoryFiles>>;
  /** Packages that are read from disk, by name. */
  readonly packageRoots?: Readonly<Record<string, string>>;
  readonly environment?: Environment;
}

/** The in-memory twin of the Node host. */
export function createMemoryHost(options: MemoryHostOptions): Host {
  return {
    campaign: createMemoryFolder('campaign', options.campaign),
    tool: toolFolder(options),
    package: (name) => packageFolder(options, name),
    environment: options.environment ?? { sourceDateEpoch: undefined },
  };
}

function toolFolder({ tool, toolRoot }: MemoryHostOptions): Folder {
  if (tool || !toolRoot) return createMemoryFolder('tool', tool ?? {});
  return createNodeFolder({ root: 'tool', folder: resolve(toolRoot), prefix: '' });
}

function packageFolder({ packages, packageRoots }: MemoryHostOptions, name: string): Folder | undefined {
  const prefix = `npm:${name}/`;
  const files = packages?.[name];
  if (files) return createMemoryFolder(`npm:${name}`, files, prefix);
  const folder = packageRoots?.[name];
  return folder ? createNodeFolder({ root: `npm:${name}`, folder: resolve(folder), prefix }) : undefined;
}
