import { kindOf, readTemplateFile } from '../campaign/override.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../diagnostics/source.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { hostDiagnostic } from '../host/explain.ts';
import type { Host } from '../host/host.ts';

/** Where partials are, in the campaign and in the tool alike. */
const partialFolder = 'templates/partials';

/** A partial by name: the campaign's file, else the tool's. `span` is where it is called. */
export function loadPartial(host: Host, name: string, span: Span): SourceFile | Diagnostic {
  const source = readOverridable(host, `${partialFolder}/${name}.hbs`, span);
  if (source) return source;
  const near = suggest(name, partialNames(host));
  const hint = near ? `Did you mean \`${near}\`?` : `Partials are the files ${partialFolder}/<name>.hbs`;
  return diagnose('template-partial', `the partial \`${name}\` does not exist`, span, hint);
}

/** A file of `templates/`: the campaign's, else the tool's; undefined where neither has it. */
export function readOverridable(host: Host, path: string, span?: Span): SourceFile | Diagnostic | undefined {
  try {
    return readTemplateFile(host, path);
  } catch (error) {
    return hostDiagnostic(error, span);
  }
}

function partialNames(host: Host): readonly string[] {
  const files = [host.campaign, host.tool].flatMap((folder) =>
    kindOf(folder, partialFolder) === 'folder' ? folder.list(partialFolder) : [],
  );
  return files.flatMap(({ name }) => (name.endsWith('.hbs') ? [name.slice(0, -'.hbs'.length)] : []));
}
