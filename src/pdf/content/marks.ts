import type { ContentId, Page } from '../../layout/paged-document.ts';

/** Where a leaf of the structure is drawn: a page and the number of its marked content there. */
export interface MarkedContent {
  readonly page: number;
  readonly mcid: number;
}

/** The marked content of a document as it is drawn, for the structure tree to refer to. */
export interface MarkRegister {
  /** A new number on the page for the leaf. */
  add(page: number, content: ContentId): number;
  /** The leaves drawn on a page, by their numbers there. */
  onPage(page: number): readonly ContentId[];
  /** Where a leaf is drawn, in the order of drawing. */
  of(content: ContentId): readonly MarkedContent[];
}

/** Numbers marked content from 0 on every page (ISO 32000-1 §14.7.4.2). */
export function createMarkRegister(pages: readonly Page[]): MarkRegister {
  const byPage: ContentId[][] = pages.map(() => []);
  const byContent = new Map<ContentId, MarkedContent[]>();
  return {
    add(page, content) {
      const mcid = byPage[page]!.push(content) - 1;
      const places = byContent.get(content);
      if (places) places.push({ page, mcid });
      else byContent.set(content, [{ page, mcid }]);
      return mcid;
    },
    onPage: (page) => byPage[page]!,
    of: (content) => byContent.get(content) ?? [],
  };
}
