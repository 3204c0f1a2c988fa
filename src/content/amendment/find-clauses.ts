import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { SectionName } from '../document.ts';
import type { ClauseItem, ClauseSection } from './clause-items.ts';
import type { ClauseName, ClauseRange } from './statement.ts';

/** Clauses of one section that follow each other. */
export interface ClauseRun {
  readonly section: ClauseSection;
  readonly items: readonly [ClauseItem, ...ClauseItem[]];
}

/**
 * The clauses that an amendment names. Each section counts from one, so that a number alone serves only where one section has
 * so many. Undefined, with a finding, where there are none or more than one.
 */
export function findClauses(
  { first, last }: ClauseRange,
  sections: readonly ClauseSection[],
  found: Diagnostic[],
): ClauseRun | undefined {
  const named = { ...first, section: first.section ?? last?.section };
  const isTorn = last?.section !== undefined && last.section !== named.section;
  const candidates = [...places(named, sections)].filter(
    ({ section, item }) => !isTorn && (!last || atOrBehind(item, last, section) !== undefined),
  );
  if (candidates.length !== 1 && last && places(named, sections).length > 0 && candidates.length === 0) {
    found.push(missing(last, sections, `${textOf(first)} to ${textOf(last)} is no run of clauses`));
    return undefined;
  }
  const [only, ...others] = candidates;
  if (!only) {
    found.push(missing(first, sections, `there is no clause ${textOf(first)}`));
    return undefined;
  }
  if (others.length > 0) {
    found.push(ambiguous(first, last, candidates));
    return undefined;
  }
  const { section, item } = only;
  const end = last ? atOrBehind(item, last, section)! : item;
  const items = section.items.slice(section.items.indexOf(item) + 1, section.items.indexOf(end) + 1);
  return { section, items: [item, ...items] };
}

interface Place {
  readonly section: ClauseSection;
  readonly item: ClauseItem;
}

function places(
  { section: wanted, clause: name }: Pick<ClauseName, 'section' | 'clause'>,
  sections: readonly ClauseSection[],
): readonly Place[] {
  return sections.flatMap((section) =>
    section.items
      .filter(({ clause }) => (typeof name === 'number' ? clause.number === name : clause.id === name))
      .filter(() => wanted === undefined || typeof name === 'string' || section.name === wanted)
      .map((item) => ({ section, item })),
  );
}

function atOrBehind(first: ClauseItem, last: ClauseName, section: ClauseSection): ClauseItem | undefined {
  const end = places({ ...last, section: undefined }, [section])[0]?.item;
  return end && end.index >= first.index ? end : undefined;
}

/** How an amendment would name a clause: `resolves 2`. */
export function nameOf({ clause }: ClauseItem): string {
  return `${clause.section} ${clause.number}`;
}

function textOf({ span }: ClauseName): string {
  return span.source.text.slice(span.start, span.end);
}

function ambiguous(
  first: ClauseName,
  last: ClauseName | undefined,
  candidates: readonly Place[],
): Diagnostic {
  const ending = last === undefined ? '' : `-${last.clause}`;
  const names = candidates.map(({ item }) => `${nameOf(item)}${ending}`);
  const message = `${textOf(first)} can be ${names.join(' or ')}: each section counts from 1`;
  return diagnose('amendment-clause', message, first.span, `Write ${names.join(', or ')}`);
}

function missing(name: ClauseName, sections: readonly ClauseSection[], message: string): Diagnostic {
  const ids = sections.flatMap(({ items }) => items.map(({ clause }) => clause.id));
  const meant = typeof name.clause === 'string' ? suggest(name.clause, ids) : undefined;
  const counts = sections.map((section) => `${section.name} 1 to ${section.items.length}`).join(', ');
  const hint = meant ? `Did you mean #${meant}?` : `The clauses are ${counts}`;
  return diagnose('amendment-clause', message, name.span, hint);
}

/** The section of a name; undefined, with a finding, where the resolution has none. */
export function findSection(
  name: SectionName,
  span: ClauseName['span'],
  sections: readonly ClauseSection[],
  found: Diagnostic[],
): ClauseSection | undefined {
  const section = sections.find((each) => each.name === name);
  if (section) return section;
  const names = sections.map((each) => each.name).join(', ');
  const message = `the resolution has no clauses in :::${name}`;
  found.push(diagnose('amendment-clause', message, span, `Sections with clauses are ${names}`));
  return undefined;
}
