import type { Campaign } from '../campaign/campaign.ts';
import { readingEdition } from '../campaign/edition.ts';
import type { DocumentFile } from '../content/list-documents.ts';
import { type Diagnostic, diagnose, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { checkNames, type PlannedName } from '../pack/file-name.ts';
import { chosenOutputs, editionNames, type Output, type OutputFilter, outputsOf } from './output.ts';

/** What the user narrowed the build to; undefined: everything. */
export interface BuildFilter extends OutputFilter {
  readonly documents: readonly string[] | undefined;
  readonly locales: readonly string[] | undefined;
}

/** One document in one locale: its files share a styled tree and laid out pages, so they are made together. Plain data. */
export interface Job {
  readonly file: DocumentFileKey;
  readonly outputs: readonly Output[];
}

/** A DocumentFile without its kind, so that it can cross a thread. */
export interface DocumentFileKey {
  readonly id: string;
  readonly locale: string;
}

/** What a build will do; made without touching a file or a clock. */
export interface BuildPlan {
  /** In the order of the pack: locales as the campaign lists them, documents by id. */
  readonly jobs: readonly Job[];
  /** Ids and locale tags that were asked for, whether or not each document is there in each locale. */
  readonly asked: { readonly documents: ReadonlySet<string>; readonly locales: readonly string[] };
}

/** Plans a build: which jobs, and whether their outputs can stand beside each other. */
export function planBuild(
  campaign: Campaign,
  files: readonly DocumentFile[],
  filter: BuildFilter,
): Outcome<BuildPlan> {
  const diagnostics: Diagnostic[] = [];
  const documents = chosenDocuments(files, filter.documents, diagnostics);
  const locales = chosenLocales(campaign, filter.locales, diagnostics);
  diagnostics.push(...unknownEditions(campaign, files, filter.editions ?? []));
  const jobs: Job[] = [];
  for (const locale of locales) {
    for (const file of files) {
      if (file.locale.tag !== locale || !documents.has(file.id)) continue;
      const outputs = chosenOutputs(outputsOf(file.kind, campaign), filter);
      if (outputs.length) jobs.push({ file: { id: file.id, locale }, outputs });
    }
  }
  if (hasErrors(diagnostics))
    return { value: { jobs: [], asked: { documents: new Set(), locales: [] } }, diagnostics };
  if (!jobs.length) diagnostics.push(nothingToBuild(files));
  diagnostics.push(...checkNames(outputNames(campaign, jobs, files)));
  return { value: { jobs, asked: { documents, locales } }, diagnostics };
}

function nothingToBuild(files: readonly DocumentFile[]): Diagnostic {
  const hint = files.length
    ? 'No document is there in the locales, formats and editions that were chosen'
    : 'Write a first one: campaign-pack new leaflet <name>';
  return diagnose('usage', 'there is no document to build', undefined, hint);
}

/** The zip of everything, or of one language. */
export function zipPath(campaign: Pick<Campaign, 'id' | 'version'>, locale?: string): string {
  return `${campaign.id}-${campaign.version}${locale === undefined ? '' : `-${locale}`}.zip`;
}

function outputNames(
  campaign: Campaign,
  jobs: readonly Job[],
  files: readonly DocumentFile[],
): readonly PlannedName[] {
  const spans = new Map(files.map((file) => [file.path, spanOf(campaign, file.path)]));
  const locales = [...new Set(jobs.map((job) => job.file.locale))];
  return [
    ...jobs.flatMap(({ file, outputs }) =>
      outputs.map((output) => ({
        path: outputPath(file, output),
        from: `${file.id}/${file.locale}.md`,
        span: spans.get(`${file.id}/${file.locale}.md`),
      })),
    ),
    ...[undefined, ...locales].map((locale) => ({
      path: zipPath(campaign, locale),
      from: campaign.source.name,
      span: { source: campaign.source, start: 0, end: 0 },
    })),
  ];
}

/** The beginning of a file beside campaign.yaml, whose name tells how the user is told of it. */
function spanOf({ source }: Campaign, path: string): Span {
  const name = source.name.slice(0, source.name.length - source.path.length) + path;
  return { source: { name, root: source.root, path, text: '' }, start: 0, end: 0 };
}

/** Where an output of a document goes inside `out/`. */
export function outputPath({ id, locale }: DocumentFileKey, { suffix, format }: Output): string {
  return `${locale}/${id}${suffix}.${format}`;
}

function unknownEditions(
  campaign: Campaign,
  files: readonly DocumentFile[],
  wanted: readonly string[],
): readonly Diagnostic[] {
  const others = wanted.filter((name) => name !== readingEdition);
  if (others.length === 0) return [];
  const names = editionNames([...new Set(files.map(({ kind }) => kind))], campaign);
  return others.flatMap((name) => {
    if (names.includes(name)) return [];
    const hint = didYouMean(name, names) ?? `The editions are ${names.join(', ')}`;
    return [diagnose('usage', `there is no edition ${name}`, undefined, hint)];
  });
}

function chosenDocuments(
  files: readonly DocumentFile[],
  wanted: readonly string[] | undefined,
  diagnostics: Diagnostic[],
): ReadonlySet<string> {
  const ids = [...new Set(files.map((file) => file.id))];
  if (!wanted) return new Set(ids);
  const chosen = new Set<string>();
  for (const name of wanted) {
    const matches = ids.filter((id) => id === name || id.endsWith(`/${name}`));
    const exact = ids.includes(name) ? [name] : matches;
    if (exact.length === 1) chosen.add(exact[0]!);
    else diagnostics.push(unknownDocument(name, exact, ids));
  }
  return chosen;
}

function unknownDocument(name: string, matches: readonly string[], ids: readonly string[]): Diagnostic {
  if (matches.length > 1) {
    return diagnose(
      'usage',
      `--document ${name} could be ${matches.join(' or ')}`,
      undefined,
      'Write the whole id',
    );
  }
  const names = [...ids, ...ids.map((id) => id.slice(id.indexOf('/') + 1))];
  const known = ids.length ? `The documents are ${ids.join(', ')}` : undefined;
  const hint = didYouMean(name, names) ?? known;
  return diagnose('usage', `there is no document ${name}`, undefined, hint);
}

function chosenLocales(
  campaign: Campaign,
  wanted: readonly string[] | undefined,
  diagnostics: Diagnostic[],
): readonly string[] {
  const tags = campaign.locales.map((locale) => locale.tag);
  if (!wanted) return tags;
  for (const tag of wanted) {
    if (tags.includes(tag)) continue;
    const hint = didYouMean(tag, tags) ?? `The locales are ${tags.join(', ')}`;
    diagnostics.push(diagnose('usage', `the campaign has no locale ${tag}`, undefined, hint));
  }
  return tags.filter((tag) => wanted.includes(tag));
}
