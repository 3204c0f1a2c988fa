import type { Campaign } from '../campaign/campaign.ts';
import type { Terms } from '../campaign/terms.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { FilledDocument, FrontValue, SourceDocument } from './document.ts';
import { definitionsOf } from './markdown/definitions.ts';
import { convertBlocks } from './markup/blocks.ts';
import type { MarkupContext } from './markup/context.ts';
import { fillString } from './markup/fill.ts';
import { convertInline } from './markup/inline.ts';
import type { BranchValues } from './variables.ts';
import { variableValues } from './variables.ts';

/** What a document is filled with. */
export interface FillContext {
  readonly campaign: Campaign;
  readonly terms: Terms;
  readonly branch: BranchValues | undefined;
}

/**
 * Fills a document's variables and turns its Markdown into markup. Values go into parsed text, never into Markdown.
 * Reports only what depends on the values; the rest was found when the document was read.
 */
export function fillDocument(
  document: SourceDocument,
  { campaign, terms, branch }: FillContext,
): Outcome<FilledDocument> {
  const found: Diagnostic[] = [];
  const context: MarkupContext = {
    source: document.source,
    campaign,
    terms,
    values: variableValues(campaign, terms, document.locale, branch),
    clauses: new Map(document.clauses.map((clause) => [clause.span.start, clause])),
    ...definitionsOf(document.body),
    noteNumbers: new Map(),
    waitingNotes: undefined,
    found,
    convert: { blocks: convertBlocks, inline: convertInline },
  };
  const fill = ({ value, span }: FrontValue) =>
    typeof value === 'string' ? fillString(value, span, context) : value;
  const keys = Object.entries(document.keys).map(([name, value]) => [name, fill(value)] as const);
  const body = convertBlocks(document.body.children, context);
  const title = String(fill(document.title));
  const summary = String(fill(document.summary));
  return { value: { document, title, summary, keys: Object.fromEntries(keys), body }, diagnostics: found };
}
