import type { Campaign } from '../../campaign/campaign.ts';
import { type Diagnostic, diagnose, hasErrors, type Outcome } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../diagnostics/source.ts';
import type { Host } from '../../host/host.ts';
import type { SourceDocument } from '../document.ts';
import { definitionsOf } from '../markdown/definitions.ts';
import { spanOfNode, walk } from '../markdown/walk.ts';
import { parseDocument } from '../read-document.ts';
import { type AmendedText, joinPieces } from './amended-text.ts';
import { type Change, type Replacement, touched } from './change.ts';
import { type ClauseSection, clauseSections } from './clause-items.ts';
import { compose, type Entry, entriesOf, indented, isKept } from './compose.ts';
import { planChanges } from './plan-changes.ts';
import { readStatements } from './read-statements.ts';
import { followReferences } from './references.ts';

/** A resolution as amended. */
export interface AmendedDocument {
  readonly document: SourceDocument;
  readonly text: AmendedText;
  /** In the order of the original. */
  readonly changes: readonly Change[];
  /** What each clause of the amended document was made from, in their order. */
  readonly entries: readonly Entry[];
}

/**
 * Amends a resolution that has no errors. What is found in the new text is told at its place in the amendments; the value is
 * undefined where there are errors.
 */
export function amendDocument(
  host: Host,
  campaign: Campaign,
  document: SourceDocument,
  amendments: SourceFile,
): Outcome<AmendedDocument | undefined> {
  const diagnostics: Diagnostic[] = [];
  const failed = { value: undefined, diagnostics };
  const sections = clauseSections(document);
  const statements = readStatements(amendments);
  const changes = planChanges(statements.value, document, sections);
  diagnostics.push(...statements.diagnostics, ...changes.diagnostics);
  if (hasErrors(diagnostics)) return failed;
  const entries = sections.flatMap((section) => entriesOf(section, changes.value));
  const replacements = replacementsOf(document, sections, changes.value, diagnostics);
  const parse = (more: readonly Replacement[]) => {
    const pieces = compose(document.source, sections, changes.value, [...replacements, ...more]);
    const text = joinPieces(pieces, document.source);
    const { id, kind, locale } = document;
    return {
      text,
      parsed: parseDocument(host, campaign, { id, kind, locale, path: document.source.path }, text.source),
    };
  };
  const first = parse([]);
  const orphans = orphanNotes(document, first.parsed.value);
  const { text, parsed } = orphans.length > 0 ? parse(orphans) : first;
  diagnostics.push(
    ...parsed.diagnostics.map((each) => ({ ...each, ...(each.span && { span: text.origin(each.span) }) })),
  );
  if (!parsed.value || hasErrors(diagnostics)) return failed;
  if (parsed.value.clauses.length !== entries.length) {
    diagnostics.push(leaked(amendments));
    return failed;
  }
  return { value: { document: parsed.value, text, changes: changes.value, entries }, diagnostics };
}

/** What is written anew inside of clauses that stay, and the links that follow them. */
function replacementsOf(
  document: SourceDocument,
  sections: readonly ClauseSection[],
  changes: readonly Change[],
  found: Diagnostic[],
): readonly Replacement[] {
  const written = changes.flatMap((change): readonly Replacement[] => {
    if (change.kind === 'words') return [change.replacement];
    if (change.kind !== 'replace') return [];
    const { textStart, end, start, digitsEnd } = change.item;
    const indent = ' '.repeat(digitsEnd - start + 2);
    return [{ start: textStart, end, pieces: indented(change.text, indent) }];
  });
  const numbers = new Map(
    sections.flatMap((section) => {
      const entries = entriesOf(section, changes);
      return section.items.map((item) => [item.clause, entries.indexOf(item) + 1 || undefined] as const);
    }),
  );
  const gone = changes.filter((change) => change.kind === 'delete').flatMap(touched);
  const isLeft = (start: number, end: number) =>
    [...written, ...gone].every((stretch) => end <= stretch.start || start >= stretch.end);
  const items = sections.flatMap((section) => section.items);
  return [...written, ...followReferences(document, items, numbers, isLeft, found)];
}

/** Footnotes that were called where nothing is left go with their call. */
function orphanNotes(document: SourceDocument, amended: SourceDocument | undefined): readonly Replacement[] {
  const { source, body } = document;
  const { footnotes } = definitionsOf(body);
  if (!amended || footnotes.size === 0) return [];
  const [before, after] = [calledNotes(document), calledNotes(amended)];
  return [...footnotes]
    .filter(([name]) => before.has(name) && !after.has(name))
    .map(([, note]) => ({
      start: spanOfNode(source, note).start,
      end: spanOfNode(source, note).end,
      pieces: [],
    }));
}

function calledNotes({ body }: SourceDocument): ReadonlySet<string> {
  const names = new Set<string>();
  walk(body, (node) => {
    if (node.type === 'footnoteReference') names.add(node.identifier);
  });
  return names;
}

/** Markdown that ends its own clause. */
function leaked(source: SourceFile): Diagnostic {
  const span = { source, start: 0, end: source.text.length };
  const message = 'the new text does not stay one clause';
  return diagnose('amendment-syntax', message, span, 'Write each new clause as an amendment of its own');
}

/** The place of what a change made among the clauses of the amended document; undefined for what it took away. */
export function amendedIndex(change: Change, { entries }: AmendedDocument): number | undefined {
  const index = entries.findIndex((entry) =>
    isKept(entry)
      ? change.kind !== 'insert' && change.kind !== 'delete' && entry === change.item
      : entry === change,
  );
  return index < 0 ? undefined : index;
}
