import { join } from 'node:path';
import type { Kind } from '../campaign/kind.ts';
import { loadCampaign } from '../campaign/load-campaign.ts';
import { loadKinds } from '../campaign/load-kinds.ts';
import { slugOf } from '../campaign/new-campaign.ts';
import { loadStarter, titled } from '../campaign/starter.ts';
import { type Diagnostic, diagnose, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Host } from '../host/host.ts';
import { createNodeHost } from '../host/node-host.ts';
import { nameFault } from '../pack/file-name.ts';
import type { SessionPlaces } from './session.ts';
import { WriteError } from './write-error.ts';
import { writeNew } from './write-new.ts';

/** What a new document is asked to be. */
export interface DocumentRequest {
  readonly kind: string;
  /** `[a-z0-9-]+`: the name of its folder. */
  readonly slug: string;
  /** Undefined: the starter's. */
  readonly title: string | undefined;
}

/** A document that was written. */
export interface NewDocument {
  /** Inside the campaign's folder. */
  readonly path: string;
  /** Where the starter is in another language than the campaign: its tag. */
  readonly foreign: string | undefined;
}

/**
 * Writes a document in the campaign's source locale from the starter of its kind; undefined where there are errors.
 * Throws WriteError where one of that name is there.
 */
export function createDocument(
  places: SessionPlaces,
  request: DocumentRequest,
): Outcome<NewDocument | undefined> {
  const { sourceDateEpoch, ...roots } = places;
  const host = createNodeHost({ ...roots, environment: { sourceDateEpoch } });
  const campaign = loadCampaign(host);
  const kinds = loadKinds(host);
  // Warnings about the campaign are for `check` to tell.
  const broken = [...campaign.diagnostics, ...kinds.diagnostics].filter((d) => d.severity === 'error');
  const diagnostics = [...broken, ...checkSlug(request.slug)];
  const kind = campaign.value && findKind(kinds.value, request.kind, diagnostics);
  if (!kind || !campaign.value || hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const locale = campaign.value.sourceLocale;
  const folder = `${kind.folder}/${request.slug}`;
  refuseTaken(host, kind, request.slug, places.campaignRoot);
  const starter = loadStarter(host, kind, locale);
  diagnostics.push(...starter.diagnostics);
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const { text, tag } = starter.value;
  const path = `${folder}/${locale.tag}.md`;
  const { title } = request;
  writeNew(places.campaignRoot, [{ path, text: title === undefined ? text : titled(text, title) }]);
  const isForeign = tag !== undefined && tag.split('-')[0] !== locale.tag.split('-')[0];
  return { value: { path, foreign: isForeign ? tag : undefined }, diagnostics };
}

function checkSlug(slug: string): readonly Diagnostic[] {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(slug)) {
    const message = `${JSON.stringify(slug)} cannot be the name of a document: lower case letters, digits and hyphens`;
    const better = slugOf(slug);
    return [
      diagnose('usage', message, undefined, better === '' ? 'Write it as free-them' : `Write ${better}`),
    ];
  }
  const fault = nameFault(`${slug}.pdf`);
  return fault ? [diagnose('usage', `${slug}.pdf ${fault}`, undefined, 'Take another name')] : [];
}

function findKind(kinds: readonly Kind[], name: string, diagnostics: Diagnostic[]): Kind | undefined {
  const kind = kinds.find((candidate) => candidate.name === name || candidate.folder === name);
  if (kind) return kind;
  const names = kinds.map((candidate) => candidate.name);
  const hint = didYouMean(name, names) ?? `The kinds are ${names.join(', ')}`;
  diagnostics.push(diagnose('usage', `there is no kind ${JSON.stringify(name)}`, undefined, hint));
  return undefined;
}

/** A folder that differs in case alone is the same one on some systems. */
function refuseTaken(host: Host, { folder }: Kind, slug: string, root: string): void {
  const place = host.campaign.list('').find(({ name }) => name === folder);
  if (!place) return;
  if (place.kind !== 'folder')
    throw new WriteError('blocked', join(root, folder), 'is not a folder of the campaign');
  const taken = host.campaign.list(folder).find(({ name }) => name.toLowerCase() === slug);
  if (!taken) return;
  throw new WriteError('blocked', join(root, folder, taken.name), 'is there already; take another name');
}
