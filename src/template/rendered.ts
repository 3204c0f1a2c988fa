import type { SourceFile, Span } from '../diagnostics/source.ts';

/** Where a stretch of rendered HTML came from: from `offset` up to the next entry. */
export interface Origin {
  /** UTF-16 offset into `html`. */
  readonly offset: number;
  readonly span: Span;
}

/** A filled template. `html` holds one `<body-slot></body-slot>` where the Markdown's own tree goes in. */
export interface RenderedTemplate {
  readonly html: string;
  /** In ascending order of offset; the first is at 0. */
  readonly origins: readonly Origin[];
  /** The style sheets of the document in cascade order: base.css, the kind's style.css, the campaign's colours. */
  readonly styles: readonly SourceFile[];
}
