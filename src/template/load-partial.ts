import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../diagnostics/source.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { hostDiagnostic } from '../host/explain.ts';
import type { Folder, Host } from '../host/host.ts';

/** Where partials are, in the campaign and in the tool alike. */
export const partialFolder = 'templates/partials';

/** A partial by name: the campaign's file, else the tool's. `span` is where it is called. */
export function loadPartial(host: Host, name: string, span: Span): SourceFile | Diagnostic {
  const path = `${partialFolder}/${name}.hbs`;
  const folder = [host.campaign, host.tool].find((one) => one.stat(path)?.kind === 'file');
  if (!folder) {
    const hint = didYouMean(name, partialNames(host)) ?? `Partials are the files ${partialFolder}/<name>.hbs`;
    return diagnose('template-partial', `The partial \`${name}\` does not exist`, span, hint);
  }
  return readTemplateFile(folder, path, span);
}

/** A file of `templates/`: the campaign's, else the tool's; undefined where neither has it. */
export function readOverridable(host: Host, path: string): SourceFile | Diagnostic | undefined {
  const folder = [host.campaign, host.tool].find((one) => one.stat(path)?.kind === 'file');
  return folder && readTemplateFile(folder, path);
}

function readTemplateFile(folder: Folder, path: string, span?: Span): SourceFile | Diagnostic {
  try {
    return folder.readText(path);
  } catch (error) {
    return hostDiagnostic(error, span);
  }
}

function partialNames(host: Host): readonly string[] {
  const files = [host.campaign, host.tool].flatMap((folder) =>
    folder.stat(partialFolder)?.kind === 'folder' ? folder.list(partialFolder) : [],
  );
  return files.flatMap(({ name }) => (name.endsWith('.hbs') ? [name.slice(0, -'.hbs'.length)] : []));
}
