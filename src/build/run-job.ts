import { localize } from '../campaign/locale.ts';
import type { SourceDocument } from '../content/document.ts';
import { fillDocument } from '../content/fill-document.ts';
import type { DocumentFile } from '../content/list-documents.ts';
import { type Diagnostic, diagnose, hasErrors } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { Artifact, ArtifactOrigin } from '../pack/artifact.ts';
import { artifactOf } from '../pack/checksum.ts';
import type { PdfInformation } from '../pdf/write-pdf.ts';
import { parseMarkup } from '../style/parse-markup.ts';
import type { FontFaceRule } from '../style/rules.ts';
import { styleTree } from '../style/style-tree.ts';
import type { StyledTree } from '../style/styled-tree.ts';
import { withDraftMark } from '../template/draft-mark.ts';
import { renderTemplate } from '../template/render-template.ts';
import { loadForTree } from '../text/hyphenation/load-for-tree.ts';
import { measureFonts } from '../text/measure-fonts.ts';
import { type Format, type Job, outputPath } from './plan.ts';
import { fillTree, paginateTree, type RenderedPages, writeDocxOf, writePdfOf } from './render-tree.ts';
import type { Session } from './session.ts';

/** What a job leaves: its files, unless there were errors, and everything it found. */
export interface JobResult {
  readonly artifacts: readonly Artifact[];
  readonly diagnostics: readonly Diagnostic[];
  /** Font packages whose licences go into the pack. */
  readonly packages: readonly string[];
  /** For START-HERE. */
  readonly title: string;
  readonly summary: string;
}

/**
 * Makes one document: filled, templated, styled once; laid out for PDF; written in each format. With `write` false
 * the same is found and no file kept.
 */
export async function runJob(job: Job, session: Session, write: boolean): Promise<JobResult> {
  const diagnostics: Diagnostic[] = [];
  const file = session.files.find((f) => f.id === job.file.id && f.locale.tag === job.file.locale);
  const document = file && take(session.document(file), diagnostics);
  if (!file || !document) return { artifacts: [], diagnostics, packages: [], title: '', summary: '' };
  const { tree: styled, title, summary } = styledTreeOf(file, document, session, diagnostics);
  if (!styled) return { artifacts: [], diagnostics, packages: [], title, summary };
  const context = { host: session.host, store: await session.fonts(), date: session.campaign.date };
  diagnostics.push(...(await loadForTree(styled, context.store.hyphenation)));
  const tree = fillTree(styled, context);
  const artifacts: Artifact[] = [];
  let packages: readonly string[] = [];
  for (const format of job.formats) {
    const pages = format === 'pdf' ? paginateTree(tree, context) : undefined;
    if (pages) {
      packages = pages.packages;
      diagnostics.push(...pages.diagnostics, ...tooManyPages(document, pages));
    }
    const isWritten = pages ? write && !hasErrors(diagnostics) : true;
    if (!isWritten) continue;
    const bytes = pages
      ? await writePdfOf(pages, pdfInfo(document, session, summary))
      : take(await writeDocxOf(tree, context), diagnostics);
    const origin = originOf(job, format, document, pages);
    artifacts.push(artifactOf(outputPath(job, format), bytes, origin));
  }
  return {
    artifacts: write && !hasErrors(diagnostics) ? artifacts : [],
    diagnostics,
    packages,
    title,
    summary,
  };
}

/** A document as it is laid out and written. */
export interface StyledDocument {
  readonly tree: StyledTree | undefined;
  /** In cascade order; the campaign's colours are not among them. */
  readonly styles: readonly SourceFile[];
  readonly title: string;
  readonly summary: string;
}

/** A document filled, put into its kind's template and styled, with its style sheets; no tree where there are errors. */
export function styledTreeOf(
  file: DocumentFile,
  document: SourceDocument,
  session: Session,
  diagnostics: Diagnostic[],
): StyledDocument {
  const { host, campaign } = session;
  const terms = take(session.terms(file), diagnostics);
  const filled = take(fillDocument(document, { campaign, terms, branch: undefined }), diagnostics);
  const rendered = take(renderTemplate(host, filled, { campaign, terms }), diagnostics);
  const names = { title: filled.title, summary: filled.summary, styles: rendered.styles };
  if (hasErrors(diagnostics)) return { tree: undefined, ...names };
  const parsed = take(parseMarkup(rendered, filled.body), diagnostics);
  const markup = withDraftMark(parsed, campaign, terms);
  const options = {
    source: document.kind.template,
    variables: campaign.colours,
    cache: session.styles,
    measureFonts: (faces: readonly FontFaceRule[]) => measureFonts(host, faces),
  };
  return { tree: take(styleTree(host, markup, rendered.styles, options), diagnostics), ...names };
}

function take<T>(
  outcome: { readonly value: T; readonly diagnostics: readonly Diagnostic[] },
  into: Diagnostic[],
): T {
  into.push(...outcome.diagnostics);
  return outcome.value;
}

function tooManyPages(document: SourceDocument, rendered: RenderedPages): readonly Diagnostic[] {
  const most = document.kind.maxPages;
  const pages = rendered.document.pages;
  if (most === undefined || pages.length <= most) return [];
  const lines = pages.slice(most).reduce((sum, page) => sum + textLines(page), 0);
  const over = `${lines} ${lines === 1 ? 'line' : 'lines'} of text too much`;
  const message = `this ${document.kind.name} takes ${pages.length} pages and may take ${most}: ${over}`;
  return [
    diagnose(
      'pages-exceeded',
      message,
      document.title.span,
      'Shorten the text, or move part of it into another document',
    ),
  ];
}

/** Lines of read text on a page: distinct baselines. */
function textLines(page: RenderedPages['document']['pages'][number]): number {
  const baselines = page.items.flatMap((item) =>
    item.kind === 'glyphs' && item.content !== undefined ? [item.y.toFixed(1)] : [],
  );
  return new Set(baselines).size;
}

function originOf(
  job: Job,
  format: Format,
  document: SourceDocument,
  pages: RenderedPages | undefined,
): ArtifactOrigin {
  return {
    document: document.id,
    kind: document.kind.name,
    locale: document.locale.tag,
    format,
    edition: job.edition,
    pages: pages?.document.pages.length,
    sourceHash: document.hash,
    review: document.review,
  };
}

function pdfInfo(document: SourceDocument, { campaign }: Session, summary: string): PdfInformation {
  const author = localize(campaign.organisation.name, document.locale, campaign.sourceLocale);
  return { author, subject: summary, date: campaign.date };
}
