import type { Span } from '../diagnostics/source.ts';
import type { ComputedStyle } from '../style/computed-style.ts';
import type { Face } from './fonts/face.ts';
import type { Glyphs } from './shaping/glyphs.ts';
import type { Upright } from './shaping/upright.ts';

/**
 * What a paragraph is made of, in logical order. White space is already collapsed and text-transform applied by
 * the caller; a forced break inside text is U+000A.
 */
export type InlineItem = TextItem | AtomItem | EdgeItem | AnchorItem;

/** A stretch of text of one style. */
export interface TextItem {
  readonly kind: 'text';
  readonly text: string;
  readonly style: ComputedStyle;
  /** Where `text` came from. */
  readonly span: Span;
}

/** An inline-block, picture or other box that takes part as one unit (bidi class ON, U+FFFC). */
export interface AtomItem {
  readonly kind: 'atom';
  /** Pt, margins included. */
  readonly width: number;
}

/** The start or end edge of an inline box that has padding, border or margin. Width 0 is allowed. */
export interface EdgeItem {
  readonly kind: 'edge';
  readonly side: 'start' | 'end';
  /** Pt. */
  readonly width: number;
  /** How the box's content is embedded (css-writing-modes-4 §2.4.2); undefined: no control. */
  readonly isolate: 'ltr' | 'rtl' | 'auto' | undefined;
  /** The direction that all its content takes, whatever its letters are. */
  readonly override?: 'ltr' | 'rtl' | undefined;
  /** The box's own, which says on which side of it the edge is; undefined for what is no edge of a box. */
  readonly direction?: 'ltr' | 'rtl';
}

/** Where a box out of the flow was met: takes no room, and text is broken as if it were not there. */
export interface AnchorItem {
  readonly kind: 'anchor';
  readonly width: 0;
}

/** A paragraph as layout hands it over. */
export interface Paragraph {
  readonly items: readonly InlineItem[];
  /** The block container's: direction, alignment, wrapping and language come from it. */
  readonly style: ComputedStyle;
}

/**
 * A run of glyphs of one face, size, level and item, in visual order from left to right. `left` and `right` are the
 * line's: in a vertical one they are its top and bottom.
 */
export interface GlyphRun {
  readonly kind: 'glyphs';
  /** Punctuation that stands outside of the line's width. */
  readonly hangs?: true;
  /** Index of the TextItem. */
  readonly item: number;
  readonly face: Face;
  /** Pt; the computed font size with size-adjust applied. */
  readonly size: number;
  /**
   * In a vertical line: its glyphs stand upright, the pen moves down the middle of the line by their advances, and dx and
   * dy are to the right and up on the page. Undefined where it lies along its line.
   */
  readonly upright?: Upright;
  readonly glyphs: Glyphs;
  /** The run's text in logical order, and where it starts in the item's text. */
  readonly text: string;
  readonly offset: number;
  /** Bidi embedding level (UAX #9); odd is right-to-left. */
  readonly level: number;
  /** Pt from the line's left edge. */
  readonly x: number;
  readonly width: number;
}

/** An atom, edge or anchor placed on a line. */
export interface PlacedItem {
  readonly kind: 'atom' | 'edge';
  readonly item: number;
  readonly level: number;
  readonly x: number;
  readonly width: number;
}

/** A piece of a line. */
export type LinePiece = GlyphRun | PlacedItem;

/** A broken line. Pieces stand in visual order from left to right. */
export interface Line {
  readonly pieces: readonly LinePiece[];
  /** Pt, without the white space that hangs at its end (which is among the pieces, for extraction). */
  readonly width: number;
  /** Ended by U+000A or the paragraph's end: not to be justified. */
  readonly last: boolean;
  /** Embedding level of its bidi paragraph: odd where its start is on the right (it goes by the text under `plaintext`). */
  readonly level: number;
}

/** A line, and the offset at which the next one begins. */
export interface LineAt {
  readonly line: Line;
  readonly end: number;
}

/**
 * Pt that a line has, by its index from 0; `anew` tells that it begins the text or follows a forced break, where
 * `text-indent` may ask for less.
 */
export type LineWidths = (line: number, anew: boolean) => number;

/** A paragraph shaped once; it can be broken at any widths. */
export interface ShapedParagraph {
  /** Pt: the widest unbreakable part, and the widest line when only forced breaks are taken. */
  readonly minContent: number;
  readonly maxContent: number;
  /**
   * Lines for the given widths (pt, by line index, from 0). Obeys `text-wrap: balance`. Never loses text: a word
   * wider than its line overflows, or breaks where `overflow-wrap` lets it. An empty paragraph has no lines.
   */
  breakLines(widthOf: LineWidths): readonly Line[];
  /**
   * The first-fit line that begins at an offset (0 for the first, then the `end` of the one before), for text whose
   * room is known only when the line's place is; undefined where nothing is left.
   */
  lineAt(start: number, width: number): LineAt | undefined;
  /** Offset at which an item begins, as `lineAt` counts. */
  offsetOf(item: number): number;
  /** Pt of the text between two offsets, without the white space that hangs at its end. */
  measure(start: number, end: number): number;
  /** The line with its word spaces stretched to `width`; the same line where it has none. */
  justify(line: Line, width: number): Line;
}
