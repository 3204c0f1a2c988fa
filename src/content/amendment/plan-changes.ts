import { type Diagnostic, diagnose, type Outcome } from '../../diagnostics/diagnostic.ts';
import { placeOf, type Span } from '../../diagnostics/source.ts';
import type { SourceDocument } from '../document.ts';
import { type Change, itemOf, touched } from './change.ts';
import type { ClauseSection } from './clause-items.ts';
import { findClauses, findSection, nameOf } from './find-clauses.ts';
import type { Statement } from './statement.ts';
import { wordChange } from './word-change.ts';

/**
 * What amendments do to a resolution, in the order of its text: clauses and words are found, and two amendments that
 * cannot both stand are an error. Numbers are those of the original, whatever comes before.
 */
export function planChanges(
  statements: readonly Statement[],
  document: SourceDocument,
  sections: readonly ClauseSection[],
): Outcome<readonly Change[]> {
  const diagnostics: Diagnostic[] = [];
  const changes = statements.flatMap((statement) => changesOf(statement, document, sections, diagnostics));
  diagnostics.push(...conflicts(changes), ...emptied(changes, sections));
  return { value: inOrder(changes), diagnostics };
}

function changesOf(
  statement: Statement,
  document: SourceDocument,
  sections: readonly ClauseSection[],
  found: Diagnostic[],
): readonly Change[] {
  const { span } = statement;
  if (statement.kind === 'delete') {
    return statement.clauses.flatMap((range): readonly Change[] => {
      const run = findClauses(range, sections, found);
      return run ? [{ kind: 'delete', run, span }] : [];
    });
  }
  if (statement.kind === 'add') {
    const section = findSection(statement.section, span, sections, found);
    if (!section) return [];
    return [
      { kind: 'insert', place: 'end', section, item: section.items.at(-1)!, text: statement.text, span },
    ];
  }
  const run = findClauses({ first: statement.clause, last: undefined }, sections, found);
  if (!run) return [];
  const [item] = run.items;
  switch (statement.kind) {
    case 'replace':
      return [{ kind: 'replace', item, text: statement.text, span }];
    case 'insert':
      return [
        { kind: 'insert', place: statement.place, section: run.section, item, text: statement.text, span },
      ];
    case 'words': {
      const change = wordChange(statement.edit, item, document.source, span, found);
      return change ? [change] : [];
    }
  }
}

/** By clause; before it, in it, behind it, and at the end of a section behind all. */
function inOrder(changes: readonly Change[]): readonly Change[] {
  const phase = (change: Change): number =>
    change.kind === 'insert' ? { before: -1, after: 1, end: 2 }[change.place] : 0;
  const place = (change: Change): number => (change.kind === 'words' ? change.replacement.start : 0);
  return [...changes].sort(
    (a, b) => itemOf(a).index - itemOf(b).index || phase(a) - phase(b) || place(a) - place(b),
  );
}

/** Each change against those that were written before it. */
function conflicts(changes: readonly Change[]): readonly Diagnostic[] {
  return changes.flatMap((change, i) => {
    const other = changes.slice(0, i).find((earlier) => collide(earlier, change));
    const item = other && touched(change).find((each) => touched(other).includes(each));
    if (!other || !item) return [];
    const message = `${nameOf(item)} is ${done[other.kind]} at ${shown(other.span)}, and ${done[change.kind]} here`;
    return [
      diagnose('amendment-conflict', message, change.span, 'Make one amendment of the two, or two sheets'),
    ];
  });
}

const done: Readonly<Record<Change['kind'], string>> = {
  delete: 'deleted',
  replace: 'replaced',
  words: 'changed',
  insert: 'added to',
};

function shown({ source, start }: Span): string {
  const { line, column } = placeOf(source, start);
  return `${source.name}:${line}:${column}`;
}

function collide(a: Change, b: Change): boolean {
  if (!touched(a).some((item) => touched(b).includes(item))) return false;
  if (a.kind !== 'words' || b.kind !== 'words') return true;
  const [first, second] = [a.replacement, b.replacement];
  // Two insertions at one place follow each other.
  return first.start < second.end && second.start < first.end;
}

/** A resolution resolves something. */
function emptied(changes: readonly Change[], sections: readonly ClauseSection[]): readonly Diagnostic[] {
  const section = sections.find(({ name }) => name === 'resolves');
  if (!section || changes.some((change) => change.kind === 'insert' && change.section === section)) return [];
  const deleted = changes.filter((change) => change.kind === 'delete' && change.run.section === section);
  const items = new Set(deleted.flatMap(touched));
  if (items.size < section.items.length) return [];
  const message = 'nothing would be left of what the resolution resolves';
  return [diagnose('amendment-clause', message, deleted.at(-1)!.span, 'Replace a clause, or add one')];
}
