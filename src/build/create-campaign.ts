import { basename } from 'node:path';
import type { Kind } from '../campaign/kind.ts';
import { loadKinds } from '../campaign/load-kinds.ts';
import { type Locale, resolveLocale } from '../campaign/locale.ts';
import { newCampaignYaml, slugOf } from '../campaign/new-campaign.ts';
import { loadStarter } from '../campaign/starter.ts';
import { type Diagnostic, diagnose, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host/host.ts';
import { createNodeHost } from '../host/node-host.ts';
import type { SessionPlaces } from './session.ts';
import { type NewFile, refuseFilled, writeNew } from './write-new.ts';

/** What a new campaign is asked to be. */
export interface CampaignRequest {
  /** Undefined: made from the folder's name. */
  readonly title: string | undefined;
  /** Locale tags, the source locale first. */
  readonly locales: readonly string[];
  /** ISO yyyy-mm-dd. */
  readonly date: string;
}

/**
 * Writes a campaign into the empty folder `places.campaignRoot`: campaign.yaml, and a first document of every kind
 * that has a starter. Returns the paths written; none where there are errors. Throws WriteError.
 */
export function createCampaign(places: SessionPlaces, request: CampaignRequest): Outcome<readonly string[]> {
  refuseFilled(places.campaignRoot);
  const { sourceDateEpoch, ...roots } = places;
  const host = createNodeHost({ ...roots, environment: { sourceDateEpoch } });
  const diagnostics: Diagnostic[] = [...checkLocales(request.locales)];
  if (hasErrors(diagnostics)) return { value: [], diagnostics };
  const [source, ...others] = request.locales as readonly [string, ...string[]];
  const title = request.title ?? titleOf(basename(places.campaignRoot));
  const yaml = newCampaignYaml({
    id: slugOf(title) || slugOf(basename(places.campaignRoot)) || 'campaign',
    title,
    date: request.date,
    locales: [source, ...others],
  });
  const documents = firstDocuments(host, resolveLocale(source, {})!, diagnostics);
  if (hasErrors(diagnostics)) return { value: [], diagnostics };
  const files = [{ path: 'campaign.yaml', text: yaml }, ...documents];
  writeNew(places.campaignRoot, files);
  return { value: files.map(({ path }) => path), diagnostics };
}

function checkLocales(tags: readonly string[]): readonly Diagnostic[] {
  return tags.flatMap((tag, index) => {
    if (tags.indexOf(tag) !== index) return [diagnose('usage', `the locale ${tag} is named twice`)];
    if (resolveLocale(tag, {})) return [];
    const hint = 'Write it as en, pt-BR or zh-Hant: language, script and region';
    return [diagnose('usage', `${JSON.stringify(tag)} is not a locale`, undefined, hint)];
  });
}

/** `save-our-library` gives `Save our library`; the folder that a build takes by default says nothing. */
function titleOf(folder: string): string {
  const words = folder.replace(/[-_\s]+/g, ' ').trim();
  return words === '' || words === 'content'
    ? 'New campaign'
    : words.charAt(0).toUpperCase() + words.slice(1);
}

function firstDocuments(host: Host, locale: Locale, diagnostics: Diagnostic[]): readonly NewFile[] {
  const kinds = loadKinds(host);
  diagnostics.push(...kinds.diagnostics);
  return kinds.value.flatMap((kind: Kind) => {
    const { value, diagnostics: found } = loadStarter(host, kind, locale);
    diagnostics.push(...found);
    if (value.tag === undefined) return [];
    return [{ path: `${kind.folder}/first-${kind.name}/${locale.tag}.md`, text: value.text }];
  });
}
