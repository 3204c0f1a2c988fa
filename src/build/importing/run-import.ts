import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceDocument } from '../../content/document.ts';
import type { DocumentFile } from '../../content/list-documents.ts';
import { type Diagnostic, diagnose, hasErrors } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import type { LeftOut, ReadDocument } from '../../docx/reading/model.ts';
import { maxFileBytes } from '../../host/limits.ts';
import { openSession, type Session, type SessionPlaces } from '../session.ts';
import { attempt, WriteError } from '../write-error.ts';
import { importDocument } from './import-document.ts';
import { type ShownChange, shownChanges } from './shown-changes.ts';

/** What is to be imported. */
export interface ImportRequest {
  /** Absolute path of the DOCX, and how the user named it. */
  readonly file: string;
  readonly name: string;
  /** Id of the document and tag of its locale, for a file that does not say them; undefined: what the file says. */
  readonly document: string | undefined;
  readonly locale: string | undefined;
}

/** Where the Markdown goes. */
export type ImportTarget =
  | { readonly kind: 'nowhere' }
  /** Absolute; what stands there is kept unless it may be replaced. */
  | { readonly kind: 'file'; readonly path: string; readonly replaces: boolean }
  /** Over the source itself. */
  | { readonly kind: 'source' };

/** What an import found and did. */
export interface ImportReport {
  /** False where the campaign could not be opened. */
  readonly opened: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** The file of the document that was edited, as findings name it; undefined where it is not known. */
  readonly source: string | undefined;
  readonly changes: readonly ShownChange[];
  /** The Markdown; undefined where there are errors. */
  readonly text: string | undefined;
  /** The file was made from another version of the source, which is not written over then. */
  readonly isOutdated: boolean;
  /** Absolute path of what was written. */
  readonly written: string | undefined;
}

const nothing = { source: undefined, changes: [], text: undefined, isOutdated: false, written: undefined };

/** Takes an edited DOCX back into the Markdown of its document. Throws WriteError. */
export async function runImport(
  places: SessionPlaces,
  request: ImportRequest,
  target: ImportTarget,
): Promise<ImportReport> {
  const { value: session, diagnostics } = openSession(places);
  // Warnings about the campaign are for `check` to tell.
  const broken = diagnostics.filter(({ severity }) => severity === 'error');
  if (!session || hasErrors(broken)) {
    session?.close();
    return { opened: false, diagnostics: broken, ...nothing };
  }
  try {
    return { opened: true, ...(await importInto(session, places, request, target)) };
  } finally {
    session.close();
  }
}

async function importInto(
  session: Session,
  places: SessionPlaces,
  request: ImportRequest,
  target: ImportTarget,
): Promise<Omit<ImportReport, 'opened'>> {
  const found: Diagnostic[] = [];
  const edited = await readEdited(request, found);
  const place = edited && originOf(session, request, edited, found);
  if (!edited || !place) return { diagnostics: found, ...nothing };
  const { file, document } = place;
  const isOutdated = edited.origin?.source !== document.hash;
  if (isOutdated && edited.origin) found.push(outdated(document, target));
  found.push(...edited.leftOut.map((left) => leftOutOf(left, request)));
  const imported = await importDocument(session, file, document, edited);
  found.push(...imported.diagnostics);
  const changes = shownChanges(imported.changes, imported.written);
  const report = { diagnostics: found, source: document.source.name, changes, isOutdated };
  if (hasErrors(found)) return { ...report, text: undefined, written: undefined };
  const path = join(places.campaignRoot, file.path);
  const isSafe = target.kind !== 'source' || !isOutdated;
  return {
    ...report,
    text: imported.text,
    written: isSafe ? write(imported.text, target, path, document) : undefined,
  };
}

async function readEdited(
  { file, name }: ImportRequest,
  found: Diagnostic[],
): Promise<ReadDocument | undefined> {
  const refuse = (message: string, hint: string): undefined => {
    found.push(diagnose('import-invalid', message, spanOfFile(name), hint));
    return undefined;
  };
  let bytes: Uint8Array;
  try {
    if (statSync(file).size > maxFileBytes) return refuse('it is larger than any document', 'Import a DOCX');
    bytes = readFileSync(file);
  } catch {
    return refuse('there is no file that can be read', 'Name the DOCX that was edited');
  }
  const [{ readDocx }, { PackageError }] = await Promise.all([
    import('../../docx/reading/read-docx.ts'),
    import('../../docx/reading/read-package.ts'),
  ]);
  try {
    return await readDocx(bytes);
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    return refuse(error.message, 'Save it as .docx (“Word Document”) in the program that it was edited with');
  }
}

/** The document that a file was made from. */
function originOf(
  session: Session,
  { document, locale, name }: ImportRequest,
  { origin }: ReadDocument,
  found: Diagnostic[],
): { readonly file: DocumentFile; readonly document: SourceDocument } | undefined {
  const refuse = (message: string, hint: string): undefined => {
    found.push(diagnose('import-origin', message, spanOfFile(name), hint));
    return undefined;
  };
  const [id, tag] = [document ?? origin?.document, locale ?? origin?.locale];
  if (id === undefined || tag === undefined) {
    return refuse(
      'it does not say which document it was made from',
      'Name it: --document leaflets/long-hair --locale en',
    );
  }
  const ofDocument = session.files.filter((each) => each.id === id || each.id.endsWith(`/${id}`));
  const file = ofDocument.find((each) => each.locale.tag === tag);
  if (ofDocument.length === 0) {
    return refuse(
      `it was made from ${id}, which the campaign has not`,
      'Name another with --document, or the folder with --folder',
    );
  }
  if (!file)
    return refuse(
      `it was made from ${id} in ${tag}, which the campaign has not`,
      'Name another language with --locale',
    );
  const { value, diagnostics } = session.document(file);
  found.push(...diagnostics.filter(({ severity }) => severity === 'error'));
  return value && !hasErrors(diagnostics) ? { file, document: value } : undefined;
}

/** The file that is imported, as findings name it; it has no lines. */
function spanOfFile(name: string): Span {
  return { source: { name, root: 'campaign', path: name, text: '' }, start: 0, end: 0 };
}

function outdated({ source }: SourceDocument, target: ImportTarget): Diagnostic {
  const message =
    'the file was made from another version of this: what was changed here since looks like an edit';
  const hint =
    target.kind === 'source'
      ? 'Nothing is written over it: write to another file with -o and compare'
      : 'Compare both before you take it over';
  return diagnose('import-outdated', message, { source, start: 0, end: 0 }, hint);
}

function leftOutOf({ what, count }: LeftOut, { name }: ImportRequest): Diagnostic {
  const isChange = what === 'tracked change' || what === 'moved passage';
  const several = count === 1 ? `${/^[eo]/.test(what) ? 'an' : 'a'} ${what}` : `${count} ${what}s`;
  if (isChange) {
    const message = `it has ${several} that nobody has decided on; read as accepted`;
    return diagnose('import-undecided', message, spanOfFile(name), 'Accept or reject them in Word first');
  }
  return diagnose(
    'import-lost',
    `it has ${several}, which Markdown does not hold`,
    spanOfFile(name),
    'Write it into the Markdown by hand where it matters',
  );
}

/** Writes the Markdown where it is to go; over the source only if that is what the file was made from. */
function write(
  text: string,
  target: ImportTarget,
  path: string,
  { source }: SourceDocument,
): string | undefined {
  if (target.kind === 'nowhere') return undefined;
  if (target.kind === 'source') {
    if (text === source.text) return undefined;
    return replace(path, text);
  }
  if (existsSync(target.path) && !target.replaces)
    throw new WriteError('blocked', target.path, 'is there already; --force replaces it');
  return replace(target.path, text);
}

function replace(path: string, text: string): string {
  const part = `${path}.part`;
  try {
    attempt(path, () => writeFileSync(part, text));
    attempt(path, () => renameSync(part, path));
  } finally {
    rmSync(part, { force: true });
  }
  return path;
}
