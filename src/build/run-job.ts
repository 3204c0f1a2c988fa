import type { FontProfile } from '../campaign/campaign.ts';
import { localize } from '../campaign/locale.ts';
import type { SourceDocument } from '../content/document.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import type { Artifact, ArtifactOrigin } from '../pack/artifact.ts';
import { artifactOf } from '../pack/checksum.ts';
import type { PdfInformation } from '../pdf/pdf-file.ts';
import { makeEdition } from './edition-pages.ts';
import type { FontsUsed } from './fonts-used.ts';
import { createMakings, type Makings } from './makings.ts';
import type { Output } from './output.ts';
import { type Job, outputPath } from './plan.ts';
import { type RenderContext, writeDocxOf } from './render-tree.ts';
import type { Session } from './session.ts';
import { markupOf, take } from './styled-document.ts';

/** What a job leaves: its files, unless there were errors, and everything it found. */
export interface JobResult {
  readonly artifacts: readonly Artifact[];
  /** What is made of it where nothing is wrong, whether the files are kept or not. */
  readonly made: readonly ArtifactOrigin[];
  readonly diagnostics: readonly Diagnostic[];
  /** What the pages draw with; the licences of its packages go into the pack. */
  readonly fonts: FontsUsed;
  /** For START-HERE. */
  readonly title: string;
  readonly summary: string;
}

const noFonts: FontsUsed = { faces: [], missing: [] };

/** What the outputs of a job are made with. */
interface JobContext {
  readonly document: SourceDocument;
  readonly makings: Makings;
  readonly render: RenderContext;
  readonly info: PdfInformation;
  /** That Word files name. */
  readonly fonts: FontProfile;
  /** False where nothing is kept: what can be told without writing is told, and that is all. */
  readonly write: boolean;
  readonly diagnostics: Diagnostic[];
}

/** A file without its name. */
interface Made {
  /** Undefined where nothing is kept. */
  readonly bytes: Uint8Array | undefined;
  /** Undefined for DOCX. */
  readonly pages: number | undefined;
  readonly flip?: ArtifactOrigin['flip'];
}

/**
 * Makes one document: filled and templated once, styled and laid out once for each paper and size of text, and written
 * in each edition and format. With `write` false the same is found and no file kept.
 */
export async function runJob(job: Job, session: Session, write: boolean): Promise<JobResult> {
  const diagnostics: Diagnostic[] = [];
  const file = session.files.find((f) => f.id === job.file.id && f.locale.tag === job.file.locale);
  const document = file && take(session.document(file), diagnostics);
  const nothing = { artifacts: [], made: [], diagnostics, fonts: noFonts };
  if (!file || !document) return { ...nothing, title: '', summary: '' };
  const { root, ...markup } = markupOf(file, document, session, diagnostics);
  const { title, summary } = markup;
  if (!root) return { ...nothing, title, summary };
  const render = {
    host: session.host,
    store: await session.fonts(),
    date: session.campaign.date,
    pictures: new Map(),
  };
  const makings = createMakings(document, { root, ...markup }, session, render, diagnostics);
  const info = pdfInfo(document, session, summary);
  const fonts = session.campaign.fonts.docx;
  const context: JobContext = { document, makings, render, info, fonts, write, diagnostics };
  const artifacts: Artifact[] = [];
  const origins: ArtifactOrigin[] = [];
  for (const output of job.outputs) {
    const made = await (output.format === 'pdf' ? makePdf(output, context) : makeDocx(output, context));
    if (!made) continue;
    const origin = originOf(output, document, made);
    origins.push(origin);
    if (made.bytes) artifacts.push(artifactOf(outputPath(job.file, output), made.bytes, origin));
  }
  const isRight = !hasErrors(diagnostics);
  return {
    artifacts: isRight ? artifacts : [],
    made: isRight ? origins : [],
    diagnostics,
    fonts: makings.fonts(),
    title,
    summary,
  };
}

/** Undefined where there are errors, or the document does without the edition. */
async function makePdf(
  { edition: name, paper }: Output,
  { document, makings, info, write, diagnostics }: JobContext,
): Promise<Made | undefined> {
  const edition = document.kind.editions.find((candidate) => candidate.name === name);
  const madeFor = { paper, text: edition?.text ?? 'normal' } as const;
  const pages = write ? await makings.printed(madeFor) : (await makings.pages(madeFor)).document;
  if (edition && pages.pages.length < edition.minPages) return undefined;
  // That there are too many pages was told, and what cannot be made of them is nothing new.
  const most = document.kind.maxPages;
  if (edition?.sheets !== undefined && most !== undefined && pages.pages.length > most) return undefined;
  const { colours } = await makings.tree(madeFor);
  const made = take(await makeEdition({ document: pages, colours, paper }, edition), diagnostics);
  if (!made || hasErrors(diagnostics)) return undefined;
  const bytes = write ? await made.write(info) : undefined;
  return { bytes, pages: made.pages, ...(made.flip && { flip: made.flip }) };
}

async function makeDocx({ paper }: Output, context: JobContext): Promise<Made> {
  const tree = await context.makings.tree({ paper, text: 'normal' });
  const { id, locale, kind, hash } = context.document;
  const origin = { document: id, locale: locale.tag, kind: kind.name, source: hash };
  const bytes = take(
    await writeDocxOf(tree, context.render, { origin, fonts: context.fonts }),
    context.diagnostics,
  );
  return { bytes: context.write ? bytes : undefined, pages: undefined };
}

function originOf(output: Output, document: SourceDocument, { pages, flip }: Made): ArtifactOrigin {
  const { format, edition, paper, suffix } = output;
  return {
    document: document.id,
    kind: document.kind.name,
    locale: document.locale.tag,
    format,
    edition,
    paper: suffix.endsWith(`-${paper}`) ? paper : undefined,
    pages,
    ...(flip && { flip }),
    sourceHash: document.hash,
    review: document.review,
  };
}

function pdfInfo(document: SourceDocument, { campaign }: Session, summary: string): PdfInformation {
  const author = localize(campaign.organisation.name, document.locale, campaign.sourceLocale);
  return { author, subject: summary, date: campaign.date };
}
