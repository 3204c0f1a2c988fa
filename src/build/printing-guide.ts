import { readingEdition } from '../campaign/edition.ts';
import type { Kind } from '../campaign/kind.ts';
import type { Locale } from '../campaign/locale.ts';
import { readTemplateFile } from '../campaign/override.ts';
import type { Terms } from '../campaign/terms.ts';
import type { FilledDocument, SourceDocument } from '../content/document.ts';
import type { MarkupNode } from '../content/markup.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { Artifact, ArtifactOrigin } from '../pack/artifact.ts';
import { artifactOf } from '../pack/checksum.ts';
import { parseMarkup } from '../style/parse-markup.ts';
import { renderTemplate } from '../template/render-template.ts';
import { guideBody } from './guide-body.ts';
import { guideEditions } from './guide-editions.ts';
import { paginateTree, writePdfOf } from './render-tree.ts';
import type { Session } from './session.ts';
import { styleMarkup, take } from './styled-document.ts';

/** What is made of a document. */
interface MadeFiles {
  readonly made: readonly ArtifactOrigin[];
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
  files: readonly MadeFiles[],
  write: boolean,
): Promise<Outcome<Artifact | undefined>> {
  const editions = guideEditions(
    session,
    files.flatMap(({ made }) => made),
  );
  const diagnostics: Diagnostic[] = [];
  const source = readTemplateFile(session.host, 'templates/guide/printing.hbs');
  const style = readTemplateFile(session.host, 'templates/guide/printing.css');
  if (!source || !style || editions.every(({ name }) => name === readingEdition)) {
    return { value: undefined, diagnostics };
  }
  const terms = session.terms({ locale }).value;
  const filled = guideDocument(
    source,
    style,
    locale,
    guideBody(source, locale, terms, editions, session),
    terms,
  );
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
  results: readonly MadeFiles[],
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

/** The guide as a document of a kind that has no folder. */
function guideDocument(
  template: SourceFile,
  style: SourceFile,
  locale: Locale,
  body: readonly MarkupNode[],
  terms: Terms,
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
  return { document, title, summary, keys: {}, body };
}
