import type { SourceDocument } from '../content/document.ts';
import { fillDocument } from '../content/fill-document.ts';
import type { DocumentFile } from '../content/list-documents.ts';
import type { MarkupElement } from '../content/markup.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { MadeFor } from '../style/at-rules/media-features.ts';
import { parseMarkup } from '../style/parse-markup.ts';
import type { FontFaceRule } from '../style/rules.ts';
import { styleTree } from '../style/style-tree.ts';
import type { StyledTree } from '../style/styled-tree.ts';
import { withDraftMark } from '../template/draft-mark.ts';
import { renderTemplate } from '../template/render-template.ts';
import { measureFonts } from '../text/fonts/measure-fonts.ts';
import type { Session } from './session.ts';

/** A document in its kind's template, before any style. */
export interface DocumentMarkup {
  /** Undefined where there are errors. */
  readonly root: MarkupElement | undefined;
  /** The template that it came from. */
  readonly source: SourceFile;
  /** In cascade order; the campaign's colours are not among them. */
  readonly styles: readonly SourceFile[];
  readonly title: string;
  readonly summary: string;
}

/** A document as it is laid out and written. */
export interface StyledDocument extends Omit<DocumentMarkup, 'root' | 'source'> {
  readonly tree: StyledTree | undefined;
}

/** A document filled and put into its kind's template. */
export function markupOf(
  file: DocumentFile,
  document: SourceDocument,
  session: Session,
  diagnostics: Diagnostic[],
): DocumentMarkup {
  const { host, campaign } = session;
  const terms = take(session.terms(file), diagnostics);
  const filled = take(fillDocument(document, { campaign, terms, branch: undefined }), diagnostics);
  const rendered = take(renderTemplate(host, filled, { campaign, terms }), diagnostics);
  const source = document.kind.template;
  const names = { source, title: filled.title, summary: filled.summary, styles: rendered.styles };
  if (hasErrors(diagnostics)) return { root: undefined, ...names };
  const parsed = take(parseMarkup(rendered, filled.body), diagnostics);
  return { root: withDraftMark(parsed, campaign, terms), ...names };
}

/** Styles a document's markup for a paper and a size of text. */
export function styleMarkup(
  { root, source, styles }: DocumentMarkup & { readonly root: MarkupElement },
  { host, campaign, styles: cache }: Session,
  madeFor: MadeFor,
): Outcome<StyledTree> {
  const options = {
    source,
    variables: campaign.colours,
    cache,
    madeFor,
    measureFonts: (faces: readonly FontFaceRule[]) => measureFonts(host, faces),
  };
  return styleTree(host, root, styles, options);
}

/** A document filled, put into its kind's template and styled for the campaign's first paper. */
export function styledTreeOf(
  file: DocumentFile,
  document: SourceDocument,
  session: Session,
  diagnostics: Diagnostic[],
): StyledDocument {
  const { root, ...rest } = markupOf(file, document, session, diagnostics);
  const madeFor = { paper: session.campaign.papers[0]!, text: 'normal' } as const;
  const tree = root && take(styleMarkup({ root, ...rest }, session, madeFor), diagnostics);
  return { tree, styles: rest.styles, title: rest.title, summary: rest.summary };
}

/** The value of an outcome, with what was found put into `into`. */
export function take<T>(outcome: Outcome<T>, into: Diagnostic[]): T {
  into.push(...outcome.diagnostics);
  return outcome.value;
}
