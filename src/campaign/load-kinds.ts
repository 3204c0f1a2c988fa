import { z } from 'zod';
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { hostDiagnostic } from '../host/explain.ts';
import type { Host } from '../host/host.ts';
import type { Kind, KindKey } from './kind.ts';
import { readTemplateFile, templateFolders } from './override.ts';
import { parseYaml } from './parse-yaml.ts';
import { validate } from './validate.ts';

const keySchema = () =>
  z.strictObject({
    type: z.enum(['text', 'date', 'number', 'boolean', 'list', 'choice'], {
      error: 'Expected text, date, number, boolean, list or choice',
    }),
    required: z.boolean().default(false),
    choices: z.array(z.string()).default([]),
  });

/** The schema of a kind.yaml. */
export function kindSchema() {
  const format = z.enum(['pdf', 'docx'], { error: 'The formats are pdf and docx' });
  return z.strictObject({
    folder: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/, 'Expected the name of a folder: lower case letters, digits and hyphens'),
    body: z.enum(['text', 'resolution'], { error: 'Expected text or resolution' }).default('text'),
    pages: z.strictObject({ max: z.int('Expected a whole number').min(1, 'Expected at least 1') }).optional(),
    formats: z.array(format).min(1, 'Expected at least one format').default(['pdf', 'docx']),
    keys: z.record(z.string(), keySchema()).default({}),
  });
}

function kindKeys(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return ['folder', 'body', 'pages', 'formats', 'keys'];
  if (path[0] === 'pages') return ['max'];
  return path[0] === 'keys' && path.length === 2 ? ['type', 'required', 'choices'] : [];
}

/** Every kind of the campaign and the tool, by name: a folder under `templates/` that has a kind.yaml. */
export function loadKinds(host: Host): Outcome<readonly Kind[]> {
  const diagnostics: Diagnostic[] = [];
  const kinds: Kind[] = [];
  for (const name of templateFolders(host)) {
    const kind = loadKind(host, name, diagnostics);
    const other = kind && kinds.find((candidate) => candidate.folder === kind.folder);
    if (kind && other) {
      const message = `the kinds ${other.name} and ${name} both take the folder ${kind.folder}`;
      diagnostics.push(diagnose('value-invalid', message, { source: kind.source, start: 0, end: 0 }));
    } else if (kind) kinds.push(kind);
  }
  return { value: kinds, diagnostics };
}

function loadKind(host: Host, name: string, diagnostics: Diagnostic[]): Kind | undefined {
  const source = read(host, `templates/${name}/kind.yaml`, diagnostics);
  if (!source) return undefined;
  const parsed = parseYaml(source);
  diagnostics.push(...parsed.diagnostics);
  const written = parsed.value && validate(kindSchema(), parsed.value, kindKeys, diagnostics);
  if (!written) return undefined;
  const template = required(host, name, 'template.hbs', source, diagnostics);
  const style = required(host, name, 'style.css', source, diagnostics);
  if (!template || !style) return undefined;
  return {
    name,
    source,
    folder: written.folder,
    body: written.body,
    maxPages: written.pages?.max,
    keys: Object.entries(written.keys).map(([key, value]): KindKey => ({ name: key, ...value })),
    formats: written.formats,
    template,
    style,
  };
}

function required(
  host: Host,
  name: string,
  file: string,
  kind: SourceFile,
  diagnostics: Diagnostic[],
): SourceFile | undefined {
  const before = diagnostics.length;
  const source = read(host, `templates/${name}/${file}`, diagnostics);
  if (!source && diagnostics.length === before) {
    diagnostics.push(
      diagnose('file-missing', `the kind ${name} has no ${file} beside its kind.yaml`, {
        source: kind,
        start: 0,
        end: 0,
      }),
    );
  }
  return source;
}

function read(host: Host, path: string, diagnostics: Diagnostic[]): SourceFile | undefined {
  try {
    return readTemplateFile(host, path);
  } catch (error) {
    diagnostics.push(hostDiagnostic(error));
    return undefined;
  }
}
