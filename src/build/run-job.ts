import type { SourceDocument } from '../content/document.ts';
import { fillDocument } from '../content/fill-document.ts';
import type { DocumentFile } from '../content/list-documents.ts';
import { type Diagnostic, diagnose, hasErrors } from '../diagnostics/diagnostic.ts';
import type { Artifact, ArtifactOrigin } from '../pack/artifact.ts';
import { artifactOf } from '../pack/checksum.ts';
import { parseMarkup } from '../style/parse-markup.ts';
import { styleTree } from '../style/style-tree.ts';
import type { StyledTree } from '../style/styled-tree.ts';
import { renderTemplate } from '../template/render-template.ts';
import { type Format, type Job, outputPath } from './plan.ts';
import { paginateTree, type RenderedPages, writeDocxOf, writePdfOf } from './render-tree.ts';
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

/** Makes one document: filled, templated, styled once; laid out for PDF; written in each format. */
export async function runJob(job: Job, session: Session, write: boolean): Promise<JobResult> {
  const diagnostics: Diagnostic[] = [];
  const file = session.files.find((f) => f.id === job.file.id && f.locale.tag === job.file.locale);
  const document = file && take(session.document(file), diagnostics);
  if (!file || !document) return { artifacts: [], diagnostics, packages: [], title: '', summary: '' };
  const { tree, title, summary } = styledTreeOf(file, document, session, diagnostics);
  const artifacts: Artifact[] = [];
  const packages: string[] = [];
  if (tree) {
    const context = { host: session.host, store: await session.fonts(), date: session.campaign.date };
    const pages = job.formats.includes('pdf') ? paginateTree(tree, context) : undefined;
    if (pages) {
      diagnostics.push(...pages.diagnostics, ...tooManyPages(document, pages));
      packages.push(...pages.packages);
    }
    if (write && !hasErrors(diagnostics)) {
      for (const format of job.formats) {
        artifacts.push(await artifactFor(job, format, document, tree, pages, context, session, diagnostics));
      }
    }
  }
  return { artifacts, diagnostics, packages, title, summary };
}

function styledTreeOf(
  file: DocumentFile,
  document: SourceDocument,
  session: Session,
  diagnostics: Diagnostic[],
): { readonly tree: StyledTree | undefined; readonly title: string; readonly summary: string } {
  const { host, campaign } = session;
  const terms = take(session.terms(file), diagnostics);
  const filled = take(fillDocument(document, { campaign, terms, branch: undefined }), diagnostics);
  const rendered = take(renderTemplate(host, filled, { campaign, terms }), diagnostics);
  const names = { title: filled.title, summary: filled.summary };
  if (hasErrors(diagnostics)) return { tree: undefined, ...names };
  const markup = take(parseMarkup(rendered, filled.body), diagnostics);
  const options = { source: document.kind.template, variables: campaign.colours };
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
      'shorten the text, or move part of it into another document',
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

async function artifactFor(
  job: Job,
  format: Format,
  document: SourceDocument,
  tree: StyledTree,
  pages: RenderedPages | undefined,
  context: Parameters<typeof writeDocxOf>[1],
  session: Session,
  diagnostics: Diagnostic[],
): Promise<Artifact> {
  const campaign = session.campaign;
  const origin: ArtifactOrigin = {
    document: document.id,
    kind: document.kind.name,
    locale: document.locale.tag,
    format,
    edition: job.edition,
    pages: format === 'pdf' ? pages?.document.pages.length : undefined,
    sourceHash: document.hash,
    review: document.review,
  };
  const author =
    campaign.organisation.name[document.locale.tag] ??
    campaign.organisation.name[campaign.sourceLocale.tag] ??
    '';
  const bytes =
    format === 'pdf' && pages
      ? await writePdfOf(pages, { author, subject: String(document.summary.value), date: campaign.date })
      : take(await writeDocxOf(tree, context), diagnostics);
  return artifactOf(outputPath(job, format), bytes, origin);
}
