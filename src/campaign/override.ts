import type { SourceFile } from '../diagnostics/source.ts';
import type { Folder, Host } from '../host/host.ts';

/** Where a file of `templates/` is: in the campaign, which overrides file by file, else in the tool; else undefined. */
export function templateFolder(host: Host, path: string): Folder | undefined {
  return [host.campaign, host.tool].find((folder) => folder.stat(path)?.kind === 'file');
}

/** Reads a file of `templates/`; undefined where neither has it. Throws HostError as the folder does. */
export function readTemplateFile(host: Host, path: string): SourceFile | undefined {
  return templateFolder(host, path)?.readText(path);
}

/** Names of the folders under `templates/` of campaign and tool, each once, in order. */
export function templateFolders(host: Host): readonly string[] {
  const names = [host.campaign, host.tool].flatMap((folder) =>
    folder.stat('templates')?.kind === 'folder'
      ? folder.list('templates').filter((entry) => entry.kind === 'folder')
      : [],
  );
  return [...new Set(names.map((entry) => entry.name))].sort();
}
