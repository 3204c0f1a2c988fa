import type { ImageData } from '../content/image.ts';
import type { Span } from '../diagnostics/source.ts';
import type { BorderSide, ComputedStyle } from '../style/computed-style.ts';
import type { StyledElement } from '../style/styled-tree.ts';
import type { InlineItem, ShapedParagraph } from '../text/paragraph.ts';
import type { ContentId, Field, StructureElement } from './paged-document.ts';
import type { PlacedDrawing } from './svg/placed-drawing.ts';

/** A box of the box tree (css-display-3 §1): generated once from the styled tree, never changed by layout. */
export type Box = BlockBox | InlineRootBox | FlexBox | TableBox | ReplacedBox | TurnedBox;

interface BoxBase {
  readonly style: ComputedStyle;
  readonly span: Span;
  /** The element it is the principal box of; undefined for an anonymous box. */
  readonly element: StyledElement | undefined;
  /** The outside marker of a list item. */
  readonly marker: InlineRootBox | undefined;
  /** A part of it stands on an earlier page. */
  readonly continued?: true;
  /** A float that had no room on the page where it is met. */
  readonly deferred?: true;
}

/** A block container whose children are all block-level. */
export interface BlockBox extends BoxBase {
  readonly kind: 'block';
  readonly children: readonly Box[];
}

/** A block container with only inline-level content: it establishes an inline formatting context. */
export interface InlineRootBox extends BoxBase {
  readonly kind: 'inline-root';
  readonly content: readonly InlineContent[];
  /** Set by the inline stage when the paragraph is shaped first, so that nothing is shaped twice. */
  readonly shaped: { paragraph: ShapedParagraph | undefined; width: number; told?: true };
}

/** A flex container (css-flexbox-1); every child is a flex item. */
export interface FlexBox extends BoxBase {
  readonly kind: 'flex';
  readonly children: readonly Box[];
}

/** A table: captions and grid (css-tables-3 §2). With collapsed borders its edges and its cells' are the used halves. */
export interface TableBox extends BoxBase {
  readonly kind: 'table';
  readonly captions: readonly Box[];
  /** The boxes that captions and grid are drawn with where there are captions: all but the decoration, and that alone. */
  readonly wrapper: Box;
  readonly grid: Box;
  readonly rows: readonly TableRow[];
  /** In visual order; every row is in one. */
  readonly sections: readonly TableSection[];
  readonly columnCount: number;
  readonly columns: readonly TableColumn[];
  readonly collapsed: CollapsedBorders | undefined;
}

/** Styles of the elements that stand for a column. */
export interface TableColumn {
  readonly column: ComputedStyle | undefined;
  readonly group: ComputedStyle | undefined;
}

/** A row group, or the rows of a table that are in none: `count` rows from `first`. */
export interface TableSection {
  readonly group: 'header' | 'body' | 'footer';
  readonly style: ComputedStyle | undefined;
  readonly first: number;
  readonly count: number;
}

/** The borders that won, for each edge between slots of the grid; columns count from the start edge. */
export interface CollapsedBorders {
  /** `[line][column]`: line n is above row n. */
  readonly horizontal: readonly (readonly (BorderSide | undefined)[])[];
  /** `[row][line]`: line n is before column n. */
  readonly vertical: readonly (readonly (BorderSide | undefined)[])[];
}

/** A row of a table, in visual order: the header group first, the footer group last. */
export interface TableRow {
  readonly group: 'header' | 'body' | 'footer';
  readonly style: ComputedStyle;
  /** What the row breaks by and is pointed to; it draws nothing. */
  readonly box: Box;
  readonly cells: readonly TableCell[];
}

/** A cell at its place in the grid; columns count from the start edge. */
export interface TableCell {
  readonly box: Box;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** What is drawn behind it, from the bottom: backgrounds of column group, column, row group and row (CSS 2.2 §17.5.1). */
  readonly behind: readonly ComputedStyle[];
}

/**
 * An orthogonal flow (css-writing-modes-4 §7.3): a box whose lines run another way than those around it. Its own style is
 * as the box around sees it, turned to that one's lines; `inner` is the same element with its own lines.
 */
export interface TurnedBox extends BoxBase {
  readonly kind: 'turned';
  readonly inner: Box;
}

/** An atomic box with natural dimensions. */
export interface ReplacedBox extends BoxBase {
  readonly kind: 'replaced';
  readonly content: ReplacedContent;
  readonly leaf: ContentId | undefined;
  readonly structure: FigureSlot | undefined;
  /** The link it is all of; undefined where the line that it stands on has the area. */
  readonly link: LinkSlot | undefined;
}

/** What a replaced box shows. */
export type ReplacedContent =
  | { readonly kind: 'image'; readonly image: ImageData }
  | { readonly kind: 'drawing'; readonly drawing: PlacedDrawing }
  | { readonly kind: 'qr'; readonly value: string }
  /** `element` is its Form; undefined in an artifact, which has the blank alone. */
  | { readonly kind: 'field'; readonly field: Field; readonly element: StructureElement | undefined }
  | { readonly kind: 'blank' };

/** A Figure whose rectangle is known once it is painted. */
export interface FigureSlot {
  box: StructureElement['box'];
}

/** An inline box in force: its style, its parent, and what it decorates or links. */
export interface InlineContext {
  readonly style: ComputedStyle;
  readonly parent: InlineContext | undefined;
  readonly element: StyledElement | undefined;
  readonly decorations: readonly Decoration[];
  readonly link: LinkSlot | undefined;
  /** It, or an inline box around it, is moved from its place (`position: relative`). */
  readonly isMoved: boolean;
}

/** A line that text carries; it looks as the decorating box says. */
export interface Decoration {
  readonly line: 'underline' | 'line-through';
  /** The style of the element that has the line. */
  readonly decorator: ComputedStyle;
}

/** A link, with the structure element its annotations belong to. */
export interface LinkSlot {
  readonly href: string;
  readonly contents: string;
  readonly element: StructureElement;
}

/** One inline item with what layout needs beside it; the same order as the paragraph's items. */
export type InlineContent =
  | {
      readonly kind: 'text';
      readonly item: InlineItem & { kind: 'text' };
      readonly context: InlineContext;
      readonly leaf: ContentId | undefined;
      /** For a forced break: floats that the next line is to stand below. */
      readonly clear?: ComputedStyle['clear'];
    }
  | { readonly kind: 'edge'; readonly side: 'start' | 'end'; readonly context: InlineContext }
  | { readonly kind: 'atom'; readonly box: Box; readonly context: InlineContext }
  /** A box out of the flow, a float or positioned one, where it was met. */
  | { readonly kind: 'anchor'; readonly box: Box; readonly context: InlineContext };
