import type { Span } from '../diagnostics/source.ts';

/**
 * The element tree that Markdown bodies and filled templates share: HTML's element and attribute names, every
 * node with the span it was written at. Character references are decoded; comments are gone.
 */
export type MarkupNode = MarkupElement | MarkupText;

/** An element. Attribute values are decoded text; a boolean attribute has the empty string. */
export interface MarkupElement {
  readonly type: 'element';
  /** Lower case: `p`, `section`, `qr-code`. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MarkupNode[];
  readonly span: Span;
}

/** A text node. */
export interface MarkupText {
  readonly type: 'text';
  readonly text: string;
  readonly span: Span;
}
