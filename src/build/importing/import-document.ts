import type { SourceDocument } from '../../content/document.ts';
import type { DocumentFile } from '../../content/list-documents.ts';
import { parseDocument } from '../../content/read-document.ts';
import { variableValues } from '../../content/variables.ts';
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../diagnostics/source.ts';
import type { ReadBlock, ReadDocument } from '../../docx/reading/model.ts';
import type { ReadBack } from '../../docx/reading/read-back.ts';
import { paragraphsIn } from '../../docx/reading/read-back.ts';
import { fillTree, type RenderContext, readBackOf } from '../render-tree.ts';
import type { Session } from '../session.ts';
import { markupOf, styleMarkup, take } from '../styled-document.ts';
import { type BlockChange, compareBlocks, isSame } from './compare-blocks.ts';
import { filledIn, notTaken, writtenOut } from './findings.ts';
import { editFrontValue } from './front-edits.ts';
import { tokensOf } from './paragraph-text.ts';
import { applyEdits, type PlannedEdits, planEdits, writtenIn } from './plan-edits.ts';
import type { Written } from './table-edits.ts';
import { plainMarks, writeTokens } from './write-tokens.ts';

/** What a document is once an edited file of it is taken over. */
export interface ImportedDocument {
  /** The Markdown; that of the source where nothing changed. */
  readonly text: string;
  /** What changed, in the order of the file. */
  readonly changes: readonly BlockChange[];
  /** Where the paragraphs that changed are written. */
  readonly written: Written;
  readonly diagnostics: readonly Diagnostic[];
}

/** Takes the changes of an edited file over into the source of the document that it was made from. */
export async function importDocument(
  session: Session,
  file: DocumentFile,
  document: SourceDocument,
  edited: ReadDocument,
): Promise<ImportedDocument> {
  const diagnostics: Diagnostic[] = [];
  const base = await readBackDocument(session, file, document, diagnostics);
  if (!base) {
    const written = { document, leaves: [], leafOf: new Map() };
    return { text: document.source.text, changes: [], written, diagnostics };
  }
  const changes = changesOf(base.document, edited);
  const { campaign } = session;
  const terms = session.terms(file).value;
  const values = variableValues(campaign, terms, document.locale, undefined);
  const written = writtenIn(document, values, base.spans);
  const importing = { session, file, document, edited, written, changes, spans: base.spans };
  const first = await takeOver(importing, new Set());
  const broken = leavesToWriteAnew(first.lost, importing);
  const result = broken.size > 0 ? await takeOver(importing, broken) : first;
  diagnostics.push(
    ...result.diagnostics,
    ...writtenOut(changes, written, result.text),
    ...filledIn(edited, document.source),
  );
  return { text: result.text, changes, written, diagnostics };
}

/** What one import goes by. */
interface Importing {
  readonly session: Session;
  readonly file: DocumentFile;
  readonly document: SourceDocument;
  readonly edited: ReadDocument;
  readonly written: Written;
  readonly changes: readonly BlockChange[];
  /** Where the paragraphs of the document as it is were written. */
  readonly spans: ReadBack['spans'];
}

interface Taken {
  readonly text: string;
  /** What the new source still does not say. */
  readonly lost: readonly BlockChange[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes the new source, and sees what it says once it is a document itself. */
async function takeOver(importing: Importing, anew: Parameters<typeof planEdits>[2]): Promise<Taken> {
  const { session, file, document, edited, written, changes, spans } = importing;
  const planned = planEdits(changes, written, anew);
  const front = planned.unplaced.flatMap(
    (change) =>
      (change.kind === 'edited' &&
        editFrontValue(document, change.before, change.after, spans.get(change.before) ?? [])) ||
      [],
  );
  const edits = [...front, ...planned.edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const { length } = document.source.text;
  const notes = { start: length, end: length, text: definitions(planned, edited, document.source.text) };
  const text = applyEdits(document.source.text, [...edits, notes]);
  if (text === document.source.text)
    return { text, lost: [], diagnostics: notTaken(planned.unplaced, written) };
  const source: SourceFile = { ...document.source, text };
  const diagnostics: Diagnostic[] = [];
  const parsed = take(parseDocument(session.host, session.campaign, file, source), diagnostics);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!parsed || errors.length > 0) return { text, lost: [], diagnostics: errors };
  const again = await readBackDocument(session, file, parsed, []);
  const lost = again ? changesOf(again.document, edited) : [];
  return { text, lost, diagnostics: notTaken(lost, written) };
}

/** Body and notes; a note is compared with the one that is called at its place. */
function changesOf(from: ReadDocument, to: ReadDocument): readonly BlockChange[] {
  const notes = (document: ReadDocument): readonly ReadBlock[] =>
    calledNotes(document).flatMap((id) => document.notes.get(id) ?? []);
  return [...compareBlocks(from.blocks, to.blocks), ...compareBlocks(notes(from), notes(to))];
}

function calledNotes({ blocks }: ReadDocument): readonly string[] {
  return blocks
    .flatMap(paragraphsIn)
    .flatMap(({ inlines }) => inlines.flatMap((each) => (each.kind === 'note' ? [each.id] : [])));
}

/** The texts of footnotes that came in. */
function definitions({ newNotes }: PlannedEdits, { notes }: ReadDocument, source: string): string {
  const texts = [...newNotes].map(([id, label]) => {
    const paragraphs = (notes.get(id) ?? []).flatMap(paragraphsIn);
    const text = paragraphs.map((each) =>
      writeTokens(tokensOf(each), { base: plainMarks, inCell: false, writeAtom: () => undefined }),
    );
    return `\n[^${label}]: ${text.join('\n\n    ')}\n`;
  });
  return texts.length === 0 ? '' : `${source.endsWith('\n') ? '' : '\n'}${texts.join('')}`;
}

/** Leaves whose edits did not make what was meant: all of them are written anew. */
function leavesToWriteAnew(lost: readonly BlockChange[], { written, changes }: Importing) {
  const wanted = lost.flatMap((change) =>
    'after' in change && change.kind === 'edited' ? [change.after] : [],
  );
  return new Set(
    changes.flatMap((change) => {
      if (change.kind !== 'edited' || !wanted.some((each) => isSame(each, change.after))) return [];
      return written.leafOf.get(change.before) ?? [];
    }),
  );
}

/** The document as DOCX, read; undefined where it has errors. */
async function readBackDocument(
  session: Session,
  file: DocumentFile,
  document: SourceDocument,
  found: Diagnostic[],
): Promise<ReadBack | undefined> {
  const { host, campaign } = session;
  const markup = markupOf(file, document, session, found);
  if (!markup.root || hasErrors(found)) return undefined;
  const context: RenderContext = { host, store: await session.fonts(), date: campaign.date };
  const madeFor = { paper: campaign.papers[0]!, text: 'normal' } as const;
  const tree = take(styleMarkup({ ...markup, root: markup.root }, session, madeFor), found);
  return readBackOf(fillTree(tree, context), context);
}
