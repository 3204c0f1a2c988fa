import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LayoutContext } from './boxes/box-context.ts';
import { createDerivedStyles } from './boxes/derived-styles.ts';
import { createRecentParagraphs } from './lines/recent-paragraphs.ts';

/** What a run of layout starts from; what it finds is told in `diagnostics`. */
export function createLayoutContext(
  { fonts, loadImage }: Pick<LayoutContext, 'fonts' | 'loadImage'>,
  diagnostics: Diagnostic[],
): LayoutContext {
  return {
    fonts,
    loadImage,
    diagnostics,
    nextContent: 0,
    footnotes: 0,
    recent: createRecentParagraphs(),
    styles: createDerivedStyles(),
    root: undefined,
  };
}
