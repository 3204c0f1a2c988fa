import { type AmendedDocument, amendDocument } from '../../content/amendment/amend-document.ts';
import { countClauseWords } from '../../content/amendment/count-words.ts';
import type { SourceDocument } from '../../content/document.ts';
import type { DocumentFile } from '../../content/list-documents.ts';
import { type Diagnostic, diagnose, hasErrors } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../diagnostics/source.ts';
import type { Artifact } from '../../pack/artifact.ts';
import { artifactOf } from '../../pack/checksum.ts';
import type { StyledTree } from '../../style/styled-tree.ts';
import { loadForTree } from '../../text/hyphenation/load-for-tree.ts';
import { planBuild } from '../plan.ts';
import { fillTree, paginateTree, type RenderContext, writeDocxOf, writePdfOf } from '../render-tree.ts';
import type { Session } from '../session.ts';
import { type DocumentMarkup, markupOf, styleMarkup, take } from '../styled-document.ts';
import type { AmendRequest } from './request.ts';
import { sheetMarkup } from './sheet-markup.ts';

/** What was made of an amendment. */
export interface AmendReport {
  readonly diagnostics: readonly Diagnostic[];
  /** File names without a folder; none where there are errors. */
  readonly artifacts: readonly Artifact[];
  /** Of the clauses, before and after; undefined where there are errors. */
  readonly words: { readonly before: number; readonly after: number } | undefined;
}

/** An amendment sheet as PDF and DOCX, and the resolution with the changes tracked in it. */
export async function amend(session: Session, request: AmendRequest): Promise<AmendReport> {
  const diagnostics: Diagnostic[] = [];
  const nothing = { diagnostics, artifacts: [], words: undefined };
  const file = findResolution(session, request, diagnostics);
  const document = file && readSound(session, file, diagnostics);
  if (!file || !document) return nothing;
  const source: SourceFile = { ...document.source, name: 'amendment', text: request.amendments };
  const amended = take(amendDocument(session.host, session.campaign, document, source), diagnostics);
  if (!amended) return nothing;
  const words = { before: countClauseWords(document), after: countClauseWords(amended.document) };
  diagnostics.push(...overLimit(words.after, request.wordLimit, source));
  const found: Diagnostic[] = [];
  const { host, campaign } = session;
  const context: RenderContext = { host, store: await session.fonts(), date: campaign.date };
  const files = await makeFiles({ session, document, amended, request, context, found }, file);
  diagnostics.push(
    ...found.map((each) => ({ ...each, ...(each.span && { span: amended.text.origin(each.span) }) })),
  );
  const told = diagnostics.filter((each) => !isForCheck(each, document));
  return hasErrors(told) ? { ...nothing, diagnostics: told } : { diagnostics: told, artifacts: files, words };
}

function findResolution(
  { campaign, files }: Session,
  { document, locale = campaign.sourceLocale.tag }: AmendRequest,
  found: Diagnostic[],
): DocumentFile | undefined {
  const filter = { documents: [document], locales: [locale], formats: undefined, editions: undefined };
  const plan = planBuild(campaign, files, filter);
  const [id] = plan.value.asked.documents;
  if (id === undefined) {
    found.push(...plan.diagnostics);
    return undefined;
  }
  const kind = files.find((each) => each.id === id)!.kind;
  if (kind.body !== 'resolution') {
    found.push(
      diagnose(
        'usage',
        `${id} is a ${kind.name}: only resolutions are amended`,
        undefined,
        resolutions(files),
      ),
    );
    return undefined;
  }
  const file = files.find((each) => each.id === id && each.locale.tag === locale);
  if (!file) found.push(diagnose('usage', `${id} has no ${locale}.md`, undefined, 'Choose another --locale'));
  return file;
}

function resolutions(files: readonly DocumentFile[]): string {
  const ids = new Set(files.filter(({ kind }) => kind.body === 'resolution').map(({ id }) => id));
  return ids.size > 0 ? `The resolutions are ${[...ids].join(', ')}` : 'The campaign has no resolutions';
}

/** A warning about what the resolution says already. */
function isForCheck({ code, severity, span }: Diagnostic, { source }: SourceDocument): boolean {
  return severity === 'warning' && code !== 'amendment-reference' && span?.source === source;
}

/** A document without errors. Its warnings are for `check` to tell. */
function readSound(session: Session, file: DocumentFile, found: Diagnostic[]): SourceDocument | undefined {
  const { value, diagnostics } = session.document(file);
  found.push(...diagnostics.filter(({ severity }) => severity === 'error'));
  return hasErrors(diagnostics) ? undefined : value;
}

function overLimit(words: number, limit: number | undefined, source: SourceFile): readonly Diagnostic[] {
  if (limit === undefined || words <= limit) return [];
  const span = { source, start: 0, end: source.text.length };
  const message = `the clauses have ${words} words as amended, and may have ${limit}`;
  const hint = 'Amend to fewer; each ideograph, and each letter of Thai and its kin, counts as a word';
  return [diagnose('word-limit', message, span, hint)];
}

/** What the files of one amendment are made with. */
interface Making {
  readonly session: Session;
  readonly document: SourceDocument;
  readonly amended: AmendedDocument;
  readonly request: AmendRequest;
  readonly context: RenderContext;
  readonly found: Diagnostic[];
}

async function makeFiles(making: Making, file: DocumentFile): Promise<readonly Artifact[]> {
  const { session, document, amended, found } = making;
  const before = await styled(markupOf(file, document, session, found), making);
  const after = await styled(markupOf(file, amended.document, session, found), making);
  const markup = before && sheetMarkup({ ...making, before }, found);
  const sheet = markup && (await styled(markup, making));
  if (!before || !after || !sheet || hasErrors(found)) return [];
  const files = [...(await sheetFiles(sheet, making)), await trackedFile(before, after, making)];
  if (!making.request.markdown) return files;
  return [...files, artifactOf(fileName(document, 'amended.md'), utf8(amended.text.source.text))];
}

const utf8 = (text: string) => new TextEncoder().encode(text);

function fileName({ id, locale }: SourceDocument, end: string): string {
  return `${id.slice(id.lastIndexOf('/') + 1)}--${locale.tag}--${end}`;
}

async function styled(
  { root, ...markup }: DocumentMarkup,
  { session, context, found }: Making,
): Promise<StyledTree | undefined> {
  if (!root) return undefined;
  const madeFor = { paper: session.campaign.papers[0]!, text: 'normal' } as const;
  const tree = take(styleMarkup({ ...markup, root }, session, madeFor), found);
  found.push(...(await loadForTree(tree, context.store.hyphenation)));
  return fillTree(tree, context);
}

async function sheetFiles(
  sheet: StyledTree,
  { document, request, context, found }: Making,
): Promise<readonly Artifact[]> {
  const pages = paginateTree(sheet, context);
  found.push(...pages.diagnostics);
  const docx = take(await writeDocxOf(sheet, context), found);
  if (hasErrors(found)) return [];
  const info = { author: request.branch ?? '', subject: document.id, date: context.date };
  return [
    artifactOf(fileName(document, 'amendment.pdf'), await writePdfOf(pages, info)),
    artifactOf(fileName(document, 'amendment.docx'), docx),
  ];
}

async function trackedFile(
  before: StyledTree,
  after: StyledTree,
  { session, document, request, context, found }: Making,
): Promise<Artifact> {
  const { id, locale, kind, hash } = document;
  const origin = { document: id, locale: locale.tag, kind: kind.name, source: hash };
  const author = request.branch ?? session.terms(document).value.get('amendment.author')?.text ?? '';
  const more = { origin, changes: { from: before, author }, numbersLines: request.numbersLines };
  return artifactOf(
    fileName(document, 'tracked-changes.docx'),
    take(await writeDocxOf(after, context, more), found),
  );
}
