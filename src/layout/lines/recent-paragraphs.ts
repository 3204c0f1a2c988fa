import type { InlineRootBox } from '../box.ts';

/** Paragraphs kept shaped after their lines are placed: a few pages, of which flex items and floats may be laid out again. */
const kept = 256;

/** The paragraphs whose lines were placed last. Others are dropped, since all of a long document would fill the memory. */
export interface RecentParagraphs {
  /** Notes that a box's lines are placed; a paragraph that is dropped and asked for again is shaped again. */
  placed(shaped: InlineRootBox['shaped']): void;
}

/** None yet. */
export function createRecentParagraphs(): RecentParagraphs {
  const recent = new Set<InlineRootBox['shaped']>();
  return {
    placed(shaped) {
      recent.delete(shaped);
      recent.add(shaped);
      if (recent.size <= kept) return;
      const [oldest] = recent;
      recent.delete(oldest!);
      oldest!.paragraph = undefined;
      // What was found in its text is told of.
      oldest!.told = true;
    },
  };
}
