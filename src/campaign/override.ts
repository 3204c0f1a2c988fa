import type { SourceFile } from '../diagnostics/source.ts';
import { type Entry, type Folder, type Host, HostError } from '../host/host.ts';

/** Where a file of `templates/` is: in the campaign, which overrides file by file, else in the tool; else undefined. */
export function templateFolder(host: Host, path: string): Folder | undefined {
  return [host.campaign, host.tool].find((folder) => kindOf(folder, path) === 'file');
}

/** Reads a file of `templates/`; undefined where neither has it. Throws HostError as the folder does. */
export function readTemplateFile(host: Host, path: string): SourceFile | undefined {
  return templateFolder(host, path)?.readText(path);
}

/** Names of the folders under `templates/` of campaign and tool, each once, in order. */
export function templateFolders(host: Host): readonly string[] {
  const names = [host.campaign, host.tool].flatMap((folder) =>
    kindOf(folder, 'templates') === 'folder'
      ? folder.list('templates').filter((entry) => entry.kind === 'folder')
      : [],
  );
  return [...new Set(names.map((entry) => entry.name))].sort();
}

/** What stands at a path. A link that leads out counts as a file: whoever reads it is told why that cannot be. */
export function kindOf(folder: Folder, path: string): Entry['kind'] | undefined {
  try {
    return folder.stat(path)?.kind;
  } catch (error) {
    if (error instanceof HostError) return 'file';
    throw error;
  }
}
