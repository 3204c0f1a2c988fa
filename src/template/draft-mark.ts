import type { Campaign } from '../campaign/campaign.ts';
import type { Terms } from '../campaign/terms.ts';
import type { MarkupElement } from '../content/markup.ts';

/**
 * Gives the root of a document that must not be distributed yet the words that say so, in `data-draft`; the style
 * sheets print them on every page. No template has to think of it.
 */
export function withDraftMark(root: MarkupElement, { imprint }: Campaign, terms: Terms): MarkupElement {
  const words = imprint.incomplete ? terms.get('document.draft')?.text : undefined;
  return words ? { ...root, attributes: { ...root.attributes, 'data-draft': words } } : root;
}
