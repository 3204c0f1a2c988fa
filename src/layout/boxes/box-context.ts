import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { StyledElement, StyledPicture } from '../../style/styled-tree.ts';
import type { FontBook } from '../../text/fonts/font-book.ts';
import type { RecentParagraphs } from '../lines/recent-paragraphs.ts';
import type { DerivedStyles } from './derived-styles.ts';

/** What one run of layout shares: its doors, and what it collects on the way. */
export interface LayoutContext {
  readonly fonts: FontBook;
  /** The picture of an `<img>`, read once; undefined where it cannot be had, which was then reported. */
  readonly loadImage: (element: StyledElement) => StyledPicture | undefined;
  readonly diagnostics: Diagnostic[];
  readonly recent: RecentParagraphs;
  readonly styles: DerivedStyles;
  /** The next free id of marked content. */
  nextContent: number;
  /** How many boxes go to the foot of a page: footnotes, and page floats. */
  footnotes: number;
  /** The document whose boxes are generated; drawings in it find each other's gradients and clip paths there. */
  root: StyledElement | undefined;
}
