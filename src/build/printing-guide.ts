import { type Edition, readingEdition } from '../campaign/edition.ts';
import type { Kind } from '../campaign/kind.ts';
import type { Locale } from '../campaign/locale.ts';
import { readTemplateFile } from '../campaign/override.ts';
import type { Terms } from '../campaign/terms.ts';
import type { FilledDocument, SourceDocument } from '../content/document.ts';
import type { MarkupElement, MarkupNode } from '../content/markup.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { Artifact, ArtifactOrigin } from '../pack/artifact.ts';
import { artifactOf } from '../pack/checksum.ts';
import { parseMarkup } from '../style/parse-markup.ts';
import { renderTemplate } from '../template/render-template.ts';
import { paginateTree, writePdfOf } from './render-tree.ts';
import type { Session } from './session.ts';
import { styleMarkup, take } from './styled-document.ts';

/** An edition as the pack has it. */
interface Printed {
  readonly name: string;
  /** Undefined for the reading edition. */
  readonly edition: Edition | undefined;
  readonly flip: 'short-edge' | 'long-edge' | undefined;
  /** The documents that have it so, where others have an edition of the same name that is printed otherwise. */
  readonly titles: readonly string[];
}

/** What is made of a document, and its title. */
interface Titled {
  readonly made: readonly ArtifactOrigin[];
  readonly title: string;
}

/** The guide's place in the pack. */
export function printingGuidePath(locale: string): string {
  return `${locale}/printing.pdf`;
}

/**
 * The page in a language that says which edition to print and how; undefined where there is nothing but the reading
 * edition, or where there are errors. The files are those of the language. With `write` false the same is found and no
 * page kept.
 */
async function printingGuide(
  session: Session,
  locale: Locale,
  files: readonly Titled[],
  write: boolean,
): Promise<Outcome<Artifact | undefined>> {
  const printed = printedEditions(session, files);
  const diagnostics: Diagnostic[] = [];
  const source = readTemplateFile(session.host, 'templates/guide/printing.hbs');
  const style = readTemplateFile(session.host, 'templates/guide/printing.css');
  if (!source || !style || printed.every(({ edition }) => !edition)) return { value: undefined, diagnostics };
  const terms = session.terms({ locale }).value;
  const filled = guideDocument(source, style, locale, terms, printed);
  const { host, campaign } = session;
  const rendered = take(renderTemplate(host, filled, { campaign, terms }), diagnostics);
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const root = take(parseMarkup(rendered, filled.body), diagnostics);
  const markup = { root, source, styles: rendered.styles, title: filled.title, summary: filled.summary };
  const madeFor = { paper: campaign.papers[0]!, text: 'normal' } as const;
  const tree = take(styleMarkup(markup, session, madeFor), diagnostics);
  const pages = paginateTree(tree, { host, store: await session.fonts(), date: campaign.date });
  diagnostics.push(...pages.diagnostics);
  if (!write || hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const bytes = await writePdfOf(pages, { author: '', subject: filled.summary, date: campaign.date });
  return { value: artifactOf(printingGuidePath(locale.tag), bytes), diagnostics };
}

/** The guides of all languages that have files, in the campaign's order. */
export async function printingGuides(
  session: Session,
  results: readonly Titled[],
  write: boolean,
): Promise<Outcome<readonly Artifact[]>> {
  const diagnostics: Diagnostic[] = [];
  const value: Artifact[] = [];
  for (const locale of session.campaign.locales) {
    const own = results.filter(({ made }) => made[0]?.locale === locale.tag);
    const guide = take(await printingGuide(session, locale, own, write), diagnostics);
    if (guide) value.push(guide);
  }
  return { value, diagnostics };
}

/** Each edition once for each way of printing it, in the order of documents and their editions. */
function printedEditions({ kinds }: Session, results: readonly Titled[]): readonly Printed[] {
  const found = new Map<string, Printed>();
  for (const { made, title } of results) {
    for (const { format, edition: name, kind, flip } of made) {
      if (format !== 'pdf') continue;
      const edition = kinds.find((each) => each.name === kind)?.editions.find((each) => each.name === name);
      if (name !== readingEdition && !edition) continue;
      const key = [name, ...(edition ? instructions(edition, flip) : [])].join(' ');
      const titles = [...(found.get(key)?.titles ?? []), title];
      found.set(key, { name, edition, flip, titles: [...new Set(titles)] });
    }
  }
  const all = [...found.values()];
  const isAlone = ({ name }: Printed) => all.filter((other) => other.name === name).length === 1;
  return all.map((each) => (isAlone(each) ? { ...each, titles: [] } : each));
}

/** The guide as a document of a kind that has no folder. */
function guideDocument(
  template: SourceFile,
  style: SourceFile,
  locale: Locale,
  terms: Terms,
  printed: readonly Printed[],
): FilledDocument {
  const span = { source: template, start: 0, end: 0 };
  const kind: Kind = {
    name: 'guide',
    source: template,
    folder: 'guide',
    body: 'text',
    maxPages: undefined,
    keys: [],
    formats: ['pdf'],
    editions: [],
    template,
    style,
  };
  const text = (key: string) => terms.get(key)?.text ?? '';
  const [title, summary] = [text('printing.title'), text('printing.lead')];
  const document: SourceDocument = {
    id: 'printing',
    kind,
    locale,
    source: template,
    title: { value: title, span },
    summary: { value: summary, span },
    review: 'source',
    facts: [],
    keys: {},
    body: { type: 'root', children: [] },
    clauses: [],
    hash: '',
  };
  /** An element with terms, each in its own language. */
  const element = (tag: string, keys: readonly string[], more = ''): MarkupElement => ({
    type: 'element',
    tag,
    attributes: {},
    span,
    children: [
      ...keys.flatMap((key, index): readonly MarkupNode[] => {
        const term = terms.get(key);
        if (!term) return [];
        const gap = index > 0 && !/^(zh|ja)\b/.test(locale.language) ? ' ' : '';
        const words = { type: 'text', text: gap + term.text, span } as const;
        if (term.locale.tag === locale.tag) return [words];
        const attributes = { lang: term.locale.language, dir: term.locale.direction };
        return [{ type: 'element', tag: 'span', attributes, children: [words], span } as const];
      }),
      ...(more === '' ? [] : [{ type: 'text', text: more, span } as const]),
    ],
  });
  const body = printed.flatMap(({ name, edition, flip, titles }) => {
    const key = edition ? `edition.${name}` : 'start-here.pdf';
    // An edition of the campaign's own may have no term: it is called by its name.
    const own = terms.get(key) ? '' : name;
    return [
      element('h2', [key], own + (titles.length > 0 ? ` – ${titles.join(' · ')}` : '')),
      element('p', edition ? instructions(edition, flip) : ['printing.reading']),
    ];
  });
  return { document, title, summary, keys: {}, body };
}

/** The terms that say what an edition is and what to do with it. */
function instructions({ sheets, ink, text, press }: Edition, flip: Printed['flip']): readonly string[] {
  return [
    ...(text === 'large' ? ['printing.large'] : []),
    ...(ink === 'low' ? ['printing.low'] : []),
    ...(press ? ['printing.press'] : []),
    ...(flip ? ['printing.both-sides', `printing.${flip}`] : []),
    ...(sheets ? [`printing.${sheets}`] : []),
  ];
}
