import type * as z from 'zod';
import { type Diagnostic, diagnose, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../diagnostics/source.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Host } from '../host/host.ts';
import type { Campaign, LocalizedText } from './campaign.ts';
import { campaignSchema } from './campaign-schema.ts';
import { checkLocalized } from './check-localized.ts';
import { imprintOf } from './load-imprint.ts';
import { type Locale, resolveLocale } from './locale.ts';
import { kindOf } from './override.ts';
import { readYaml } from './read-yaml.ts';
import { validate } from './validate.ts';
import { entryAt, nodeAt, type YamlNode } from './yaml-node.ts';

/** Where campaign.yaml may give a text for each locale. */
const localizedPaths = [['title'], ['organisation', 'name']] as const;

type Written = z.output<ReturnType<typeof campaignSchema>>;

/** Reads campaign.yaml; undefined where it has errors, all of which are told. */
export function loadCampaign(host: Host): Outcome<Campaign | undefined> {
  if (!kindOf(host.campaign, 'campaign.yaml')) return { value: undefined, diagnostics: [noCampaign(host)] };
  const read = readYaml(host.campaign, 'campaign.yaml');
  const diagnostics = [...read.diagnostics];
  const { source, node } = read.value;
  if (source && !node && !hasErrors(diagnostics)) {
    diagnostics.push(diagnose('key-missing', 'campaign.yaml is empty', { source, start: 0, end: 0 }));
  }
  const written = node && validate(campaignSchema(), node, diagnostics);
  if (!source || !written) return { value: undefined, diagnostics };
  const locales = resolveLocales(written, node, diagnostics);
  if (!locales) return { value: undefined, diagnostics };
  for (const path of localizedPaths)
    diagnostics.push(...checkLocalized(nodeAt(node, path), path, locales.locales));
  const imprint = imprintOf(written, node, diagnostics);
  const value = hasErrors(diagnostics)
    ? undefined
    : { ...campaignOf(source, written, host), ...locales, imprint };
  return { value, diagnostics };
}

function noCampaign({ campaign }: Host): Diagnostic {
  const message = `there is no file ${campaign.display('campaign.yaml')}`;
  return diagnose('file-missing', message, undefined, 'campaign-pack init <folder> makes a new campaign');
}

function campaignOf(
  source: SourceFile,
  written: Written,
  host: Host,
): Omit<Campaign, 'locales' | 'sourceLocale' | 'imprint'> {
  const { organisation } = written;
  const tag = written['source-locale'];
  return {
    source,
    id: written.id,
    version: written.version,
    date: written.date ?? dayOf(host.environment.sourceDateEpoch),
    title: localizedText(written.title, tag),
    papers: written.papers,
    url: written.url,
    organisation: {
      name: localizedText(organisation.name, tag),
      email: organisation.email,
      postalAddress: organisation['postal-address'],
    },
    colours: written.colours,
    fonts: written.fonts,
  };
}

function localizedText(text: string | Record<string, string>, tag: string): LocalizedText {
  return typeof text === 'string' ? { [tag]: text } : text;
}

/** SOURCE_DATE_EPOCH's day in UTC. */
function dayOf(epoch: number | undefined): string | undefined {
  return epoch === undefined ? undefined : new Date(epoch * 1000).toISOString().slice(0, 10);
}

type Locales = Pick<Campaign, 'locales' | 'sourceLocale'>;

function resolveLocales(written: Written, node: YamlNode, diagnostics: Diagnostic[]): Locales | undefined {
  const before = diagnostics.length;
  const locales: Locale[] = [];
  written.locales.forEach((tag, index) => {
    const span = nodeAt(node, ['locales', index])?.span;
    const locale = resolveLocale(tag, written.regions);
    if (!locale) diagnostics.push(notALocale(tag, span));
    else if (locales.some((other) => other.tag === tag)) {
      diagnostics.push(diagnose('locale-invalid', `the locale ${tag} is listed twice`, span));
    } else locales.push(locale);
  });
  diagnostics.push(...checkRegions(written, node));
  const tag = written['source-locale'];
  const sourceLocale = locales.find((locale) => locale.tag === tag);
  if (!sourceLocale) {
    const span = nodeAt(node, ['source-locale'])?.span;
    const hint = didYouMean(tag, written.locales) ?? `Add ${tag} to locales`;
    const message = `the source locale ${tag} is not among the locales`;
    diagnostics.push(diagnose('locale-invalid', message, span, hint));
  }
  return sourceLocale && diagnostics.length === before ? { locales, sourceLocale } : undefined;
}

function notALocale(tag: string, span: Span | undefined): Diagnostic {
  const canonical = canonicalTag(tag);
  const hint =
    canonical !== undefined && canonical !== tag && resolveLocale(canonical, {})
      ? `Write ${canonical}`
      : 'Write it as en, pt-BR or zh-Hant: language, script and region';
  return diagnose('locale-invalid', `${JSON.stringify(tag)} is not a locale`, span, hint);
}

function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

function checkRegions({ regions, locales }: Written, node: YamlNode): readonly Diagnostic[] {
  return Object.keys(regions).flatMap((tag) => {
    const span = entryAt(node, ['regions', tag])?.keySpan;
    if (!locales.includes(tag)) {
      const message = `regions names ${tag}, which is not among the locales`;
      return [diagnose('locale-invalid', message, span, didYouMean(tag, locales))];
    }
    const own = resolveLocale(tag, {});
    if (own?.region === regions[tag] || own?.language.split('-').at(-1) !== own?.region) return [];
    return [diagnose('locale-invalid', `${tag} already names a region`, span)];
  });
}
