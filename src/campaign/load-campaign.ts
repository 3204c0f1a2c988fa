import type { z } from 'zod';
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { hostDiagnostic } from '../host/explain.ts';
import type { Host } from '../host/host.ts';
import type { Campaign, LocalizedText } from './campaign.ts';
import { campaignKeys, campaignSchema } from './campaign-schema.ts';
import { type Locale, resolveLocale } from './locale.ts';
import { parseYaml } from './parse-yaml.ts';
import { validate } from './validate.ts';
import { nodeAt, type YamlNode } from './yaml-node.ts';

type Written = z.output<ReturnType<typeof campaignSchema>>;

/** Reads campaign.yaml; undefined where it has errors, all of which are told. */
export function loadCampaign(host: Host): Outcome<Campaign | undefined> {
  const diagnostics: Diagnostic[] = [];
  let source: SourceFile;
  try {
    source = host.campaign.readText('campaign.yaml');
  } catch (error) {
    return { value: undefined, diagnostics: [hostDiagnostic(error)] };
  }
  const parsed = parseYaml(source);
  diagnostics.push(...parsed.diagnostics);
  const node = parsed.value;
  if (!node) {
    if (!diagnostics.length)
      diagnostics.push(diagnose('key-missing', 'campaign.yaml is empty', { source, start: 0, end: 0 }));
    return { value: undefined, diagnostics };
  }
  const written = validate(campaignSchema(), node, campaignKeys, diagnostics);
  if (!written) return { value: undefined, diagnostics };
  const locales = resolveLocales(written, node, diagnostics);
  if (!locales) return { value: undefined, diagnostics };
  return { value: { ...campaignOf(source, written, host), ...locales }, diagnostics };
}

function campaignOf(
  source: SourceFile,
  written: Written,
  host: Host,
): Omit<Campaign, 'locales' | 'sourceLocale'> {
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
    imprint: written.imprint,
  };
}

function localizedText(text: string | Record<string, string>, tag: string): LocalizedText {
  return typeof text === 'string' ? { [tag]: text } : text;
}

/** SOURCE_DATE_EPOCH's day in UTC. */
function dayOf(epoch: number | undefined): string | undefined {
  return epoch === undefined ? undefined : new Date(epoch * 1000).toISOString().slice(0, 10);
}

function resolveLocales(
  written: Written,
  node: YamlNode,
  diagnostics: Diagnostic[],
): Pick<Campaign, 'locales' | 'sourceLocale'> | undefined {
  const before = diagnostics.length;
  const locales: Locale[] = [];
  written.locales.forEach((tag, index) => {
    const span = nodeAt(node, ['locales', index])?.span;
    const locale = resolveLocale(tag, written.regions);
    if (!locale) {
      const hint =
        'Write it as en, pt-BR or zh-Hant: language in small letters, script capitalized, region in capitals';
      diagnostics.push(diagnose('locale-invalid', `${JSON.stringify(tag)} is not a locale`, span, hint));
    } else if (locales.some((other) => other.tag === tag)) {
      diagnostics.push(diagnose('locale-invalid', `the locale ${tag} is listed twice`, span));
    } else locales.push(locale);
  });
  for (const tag of Object.keys(written.regions)) {
    if (written.locales.includes(tag)) continue;
    diagnostics.push(
      diagnose(
        'locale-invalid',
        `regions names ${tag}, which is not among the locales`,
        nodeAt(node, ['regions', tag])?.span,
      ),
    );
  }
  const sourceTag = written['source-locale'];
  const sourceLocale = locales.find((locale) => locale.tag === sourceTag);
  if (!sourceLocale && diagnostics.length === before) {
    const span = nodeAt(node, ['source-locale'])?.span;
    diagnostics.push(
      diagnose('locale-invalid', `the source locale ${sourceTag} is not among the locales`, span),
    );
  }
  return sourceLocale && diagnostics.length === before ? { locales, sourceLocale } : undefined;
}
