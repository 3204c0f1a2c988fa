import type { Definition, FootnoteDefinition, PhrasingContent, RootContent } from 'mdast';
import type { Campaign } from '../../campaign/campaign.ts';
import type { Terms } from '../../campaign/terms.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../../diagnostics/source.ts';
import type { Clause } from '../document.ts';
import type { MarkupElement, MarkupNode } from '../markup.ts';
import type { VariableValues } from '../variables.ts';

/** What the conversion of one body carries along. */
export interface MarkupContext {
  readonly source: SourceFile;
  readonly campaign: Campaign;
  readonly terms: Terms;
  readonly values: VariableValues;
  /** By the offset where the clause's item begins. */
  readonly clauses: ReadonlyMap<number, Clause>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  /** Numbers of the footnotes that were referred to; grows as the tree is converted. */
  readonly noteNumbers: Map<string, number>;
  /** Inside a footnote: those that are first referred to there and follow it. Undefined in the text itself. */
  readonly waitingNotes: string[] | undefined;
  readonly found: Diagnostic[];
  /** Notes hold blocks, and blocks hold notes: what converts them calls each other through this. */
  readonly convert: {
    readonly blocks: (nodes: readonly RootContent[], context: MarkupContext) => readonly MarkupNode[];
    readonly inline: (nodes: readonly PhrasingContent[], context: MarkupContext) => readonly MarkupNode[];
  };
}

/** An element; attributes that are undefined are left out. */
export function element(
  tag: string,
  span: Span,
  children: readonly MarkupNode[],
  attributes: Readonly<Record<string, string | undefined>> = {},
): MarkupElement {
  const given = Object.entries(attributes).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { type: 'element', tag, attributes: Object.fromEntries(given), children, span };
}
