import type { Span } from '../../diagnostics/source.ts';
import type { SectionName } from '../document.ts';

/** A clause as an amendment names it: `4`, `resolves 4`, `#funds`. */
export interface ClauseName {
  /** Undefined where the number alone must do. */
  readonly section: SectionName | undefined;
  /** Its number, or its id without the `#`. */
  readonly clause: number | string;
  readonly span: Span;
}

/** One clause, or with `last` all from the one to the other. */
export interface ClauseRange {
  readonly first: ClauseName;
  /** Its section is that of `first`. */
  readonly last: ClauseName | undefined;
}

/** A change to words inside a clause. `words` are the clause's own, without the quotation marks around them. */
export type WordEdit =
  | { readonly kind: 'replace'; readonly words: Span; readonly text: Span }
  | { readonly kind: 'delete'; readonly words: Span }
  | {
      readonly kind: 'insert';
      readonly place: 'after' | 'before';
      readonly words: Span;
      readonly text: Span;
    }
  /** Everything behind the words goes; `text` comes in its place. */
  | { readonly kind: 'rest'; readonly words: Span; readonly text: Span | undefined };

/** One amendment as it was written. Texts are Markdown; `span` is the whole of it. */
export type Statement =
  | { readonly kind: 'delete'; readonly clauses: readonly ClauseRange[]; readonly span: Span }
  | { readonly kind: 'replace'; readonly clause: ClauseName; readonly text: Span; readonly span: Span }
  | {
      readonly kind: 'insert';
      readonly place: 'after' | 'before';
      readonly clause: ClauseName;
      readonly text: Span;
      readonly span: Span;
    }
  /** At the end of a section. */
  | { readonly kind: 'add'; readonly section: SectionName; readonly text: Span; readonly span: Span }
  | { readonly kind: 'words'; readonly clause: ClauseName; readonly edit: WordEdit; readonly span: Span };
