import type { Span } from '../../diagnostics/source.ts';
import type { Piece } from './amended-text.ts';
import type { ClauseItem, ClauseSection } from './clause-items.ts';
import type { ClauseRun } from './find-clauses.ts';

/** A stretch of the original and what comes in its place. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
}

/** A change inside a clause. */
export interface WordChange {
  readonly kind: 'words';
  readonly item: ClauseItem;
  readonly edit: 'replace' | 'delete' | 'insert-after' | 'insert-before' | 'rest';
  /** The words that are named, in the original. */
  readonly words: Span;
  /** What comes in, in the amendments; undefined for none. */
  readonly text: Span | undefined;
  readonly replacement: Replacement;
  /** The amendment. */
  readonly span: Span;
}

/** A clause that comes in, before or behind another or at the end of its section. */
export interface InsertedClause {
  readonly kind: 'insert';
  readonly place: 'after' | 'before' | 'end';
  readonly section: ClauseSection;
  /** The last of the section for `end`. */
  readonly item: ClauseItem;
  readonly text: Span;
  readonly span: Span;
}

/** One change to a resolution, its clauses found. Texts are Markdown of the amendments. */
export type Change =
  | { readonly kind: 'delete'; readonly run: ClauseRun; readonly span: Span }
  | { readonly kind: 'replace'; readonly item: ClauseItem; readonly text: Span; readonly span: Span }
  | InsertedClause
  | WordChange;

/** The clause at which a change stands: the first of a run. */
export function itemOf(change: Change): ClauseItem {
  return change.kind === 'delete' ? change.run.items[0] : change.item;
}

/** The clauses that a change takes away or writes anew; none for what comes in beside them. */
export function touched(change: Change): readonly ClauseItem[] {
  if (change.kind === 'delete') return change.run.items;
  return change.kind === 'insert' ? [] : [change.item];
}
