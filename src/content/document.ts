import type { Root } from 'mdast';
import type { Kind } from '../campaign/kind.ts';
import type { Locale } from '../campaign/locale.ts';
import type { SourceFile, Span } from '../diagnostics/source.ts';
import type { MarkupNode } from './markup.ts';

/** A front matter value with the span of its key's value. */
export interface FrontValue {
  readonly value: string | number | boolean | readonly string[];
  readonly span: Span;
}

/** A claim that must be checked again. Dates are ISO yyyy-mm-dd. */
export interface Fact {
  readonly claim: string;
  readonly source: string;
  readonly asOf: string;
  readonly checkBy: string;
}

/** Draft or reviewed for a translation; the source has `source`. */
export type ReviewState = 'source' | 'draft' | 'reviewed';

/** One section of a resolution. */
export type SectionName = 'notes' | 'believes' | 'resolves' | 'rationale';

/** A clause as typed data, so that it can be cited, counted and amended. */
export interface Clause {
  /** `resolves.2`, or what `:clause{#id}` says. */
  readonly id: string;
  readonly section: SectionName;
  /** 1-based place in its section. */
  readonly number: number;
  /** May be dropped to keep a word limit. */
  readonly optional: boolean;
  readonly span: Span;
}

/** One Markdown file, parsed and checked; variables are still unfilled. */
export interface SourceDocument {
  /** `<folder>/<document>`: `leaflets/long-hair`. */
  readonly id: string;
  readonly kind: Kind;
  readonly locale: Locale;
  readonly source: SourceFile;
  readonly title: FrontValue;
  readonly summary: FrontValue;
  readonly review: ReviewState;
  readonly facts: readonly Fact[];
  /** The kind's own keys that are present. */
  readonly keys: Readonly<Record<string, FrontValue>>;
  readonly body: Root;
  /** Empty for kinds whose body is text. */
  readonly clauses: readonly Clause[];
  /** Hex SHA-256 of the source text with line ends normalized. */
  readonly hash: string;
}

/** A document with its variables filled for one job: what a template gets. */
export interface FilledDocument {
  readonly document: SourceDocument;
  readonly title: string;
  readonly summary: string;
  /** The kind's own keys, filled. */
  readonly keys: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly body: readonly MarkupNode[];
}
