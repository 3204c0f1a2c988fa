import * as z from 'zod';
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { hostDiagnostic, startOfFile } from '../host/explain.ts';
import type { Host } from '../host/host.ts';
import { commonKeys, type Kind, type KindKey } from './kind.ts';
import { editionsSchema, loadEditions } from './load-editions.ts';
import { readTemplateFile, templateFolder, templateFolders } from './override.ts';
import { readYaml } from './read-yaml.ts';
import { validate } from './validate.ts';

const keySchema = () =>
  z
    .strictObject({
      type: z.enum(['text', 'date', 'number', 'count', 'boolean', 'list', 'choice'], {
        error: 'Expected text, date, number, count, boolean, list or choice',
      }),
      required: z.boolean('Expected true or false').default(false),
      choices: z.array(z.string('Expected text')).default([]),
    })
    .refine(({ type, choices }) => (type === 'choice') === choices.length > 0, {
      error: 'Expected `choices` for the type choice, and for no other',
    });

const keyName = () =>
  z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .refine((name) => !commonKeys.some((key) => key === name));

/** The schema of a kind.yaml. */
export function kindSchema() {
  const format = z.enum(['pdf', 'docx'], { error: 'The formats are pdf and docx' });
  return z.strictObject({
    folder: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/, 'Expected the name of a folder: lower case letters, digits and hyphens')
      .describe('Its documents are <folder>/<document>/<locale>.md'),
    body: z
      .enum(['text', 'resolution'], { error: 'Expected text or resolution' })
      .default('text')
      .describe('Free Markdown, or the four sections of a resolution'),
    pages: z
      .strictObject({ max: z.int('Expected a whole number').min(1, 'Expected at least 1') })
      .optional()
      .describe('More pages than max are an error; left out, any number'),
    formats: z.array(format).min(1, 'Expected at least one format').default(['pdf', 'docx']),
    keys: z.record(keyName(), keySchema()).default({}).describe('Front matter of its own'),
  });
}

interface Schemas {
  readonly kind: ReturnType<typeof kindSchema>;
  readonly editions: () => ReturnType<typeof editionsSchema>;
}

/** Every kind of the campaign and the tool, by name: a folder under `templates/` that has a kind.yaml. */
export function loadKinds(host: Host): Outcome<readonly Kind[]> {
  const diagnostics: Diagnostic[] = [];
  const kinds: Kind[] = [];
  const schemas = { kind: kindSchema(), editions: once(editionsSchema) };
  for (const name of templateFolders(host)) {
    const kind = loadKind(host, name, schemas, diagnostics);
    const other = kind && kinds.find((candidate) => candidate.folder === kind.folder);
    if (kind && other) {
      const message = `the kinds ${other.name} and ${name} both take the folder ${kind.folder}`;
      diagnostics.push(diagnose('value-invalid', message, { source: kind.source, start: 0, end: 0 }));
    } else if (kind) kinds.push(kind);
  }
  return { value: kinds, diagnostics };
}

function loadKind(host: Host, name: string, schemas: Schemas, diagnostics: Diagnostic[]): Kind | undefined {
  const path = `templates/${name}/kind.yaml`;
  const folder = templateFolder(host, path);
  if (!folder) {
    diagnostics.push(...forgotten(host, name));
    return undefined;
  }
  const read = readYaml(folder, path);
  diagnostics.push(...read.diagnostics);
  const { source, node } = read.value;
  if (source && !node && !read.diagnostics.length) {
    diagnostics.push(diagnose('key-missing', 'kind.yaml is empty', { source, start: 0, end: 0 }));
  }
  const written = node && validate(schemas.kind, node, diagnostics);
  if (!source || !written) return undefined;
  const template = required(host, name, 'template.hbs', source, diagnostics);
  const style = required(host, name, 'style.css', source, diagnostics);
  if (!template || !style) return undefined;
  const editions = part(host, `templates/${name}/editions.yaml`, diagnostics, (found) =>
    loadEditions(host, name, schemas.editions(), found),
  );
  return {
    name,
    source,
    folder: written.folder,
    body: written.body,
    maxPages: written.pages?.max,
    keys: Object.entries(written.keys).map(([key, value]): KindKey => ({ name: key, ...value })),
    formats: written.formats,
    get editions() {
      return editions();
    },
    get template() {
      return template();
    },
    get style() {
      return style();
    },
  };
}

/** A folder with a template but no kind.yaml would otherwise be passed over in silence. */
function forgotten(host: Host, name: string): readonly Diagnostic[] {
  const folder = templateFolder(host, `templates/${name}/template.hbs`);
  if (!folder) return [];
  const hint = 'Write one with the key `folder`: the folder of its documents in the campaign';
  return [
    diagnose('file-missing', `${folder.display(`templates/${name}`)} has no kind.yaml`, undefined, hint),
  ];
}

function required(
  host: Host,
  name: string,
  file: string,
  kind: SourceFile,
  diagnostics: Diagnostic[],
): (() => SourceFile) | undefined {
  const path = `templates/${name}/${file}`;
  if (!templateFolder(host, path)) {
    const message = `the kind ${name} has no ${file} beside its kind.yaml`;
    diagnostics.push(diagnose('file-missing', message, { source: kind, start: 0, end: 0 }));
    return undefined;
  }
  const before = diagnostics.length;
  const empty = { ...kind, path, text: '' };
  const source = part(host, path, diagnostics, (found) => read(host, path, found) ?? empty);
  return diagnostics.length === before ? source : undefined;
}

/**
 * A part of a kind. The campaign's own is read at once, so that what is wrong with it is told; the tool's, which is
 * right, when it is first asked for, since most builds are of few kinds. Throws then where the tool is broken.
 */
function part<T>(
  host: Host,
  path: string,
  diagnostics: Diagnostic[],
  make: (found: Diagnostic[]) => T,
): () => T {
  if (templateFolder(host, path) !== host.tool) {
    const value = make(diagnostics);
    return () => value;
  }
  return once(() => {
    const found: Diagnostic[] = [];
    const value = make(found);
    if (found[0]) throw new Error(`${path}: ${found[0].message}`);
    return value;
  });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function read(host: Host, path: string, diagnostics: Diagnostic[]): SourceFile | undefined {
  try {
    return readTemplateFile(host, path);
  } catch (error) {
    diagnostics.push(hostDiagnostic(error, startOfFile(templateFolder(host, path) ?? host.tool, path)));
    return undefined;
  }
}
