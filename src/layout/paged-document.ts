import type { ImageData } from '../content/image.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Colour } from '../style/computed-style.ts';
import type { Face } from '../text/fonts/face.ts';
import type { Glyphs } from '../text/shaping/glyphs.ts';
import type { Matrix } from './geometry.ts';
import type { FillRule, Paint, PathSegment, Stroke } from './graphics.ts';

/**
 * A laid out document: what PDF and SVG draw. Nothing is left to decide. Coordinates are pt from the top left
 * corner of the page's trim, y downwards; glyph offsets are y upwards.
 */
export interface PagedDocument {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** Which way the pages follow each other: to the left for vertical lines that do (css-page-3 §3.1). */
  readonly direction: 'ltr' | 'rtl';
  readonly pages: readonly Page[];
  /** The root of the logical structure (ISO 32000-1 §14.7), a `Document` element. */
  readonly structure: StructureElement;
  readonly outline: readonly OutlineItem[];
  /** Named destinations by element id. */
  readonly destinations: Readonly<Record<string, Destination>>;
}

/** One page. */
export interface Page {
  readonly width: number;
  readonly height: number;
  /** Pt beyond the trim on every side. */
  readonly bleed: number;
  /** Pt beyond the bleed, where printer's marks stand; 0 without marks. */
  readonly slug: number;
  readonly items: readonly DisplayItem[];
}

/** A place in the document. */
export interface Destination {
  /** 0-based. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** A bookmark. */
export interface OutlineItem {
  readonly title: string;
  /** 1 is the top. */
  readonly level: number;
  readonly destination: Destination;
}

/**
 * Marked content: the id that a structure element refers to. An item without one is an artifact. Equal ids on one
 * page or several are parts of the same leaf, in the order of drawing.
 */
export type ContentId = number;

interface ItemBase {
  readonly content: ContentId | undefined;
}

/**
 * How glyphs stand: lying a quarter turn clockwise or counterclockwise, with the pen moving down or up; or upright, with
 * the pen moving down between their sides, and dx and dy to the right and up all the same.
 */
export type GlyphTurn = 'clockwise' | 'counterclockwise' | 'upright';

/** Glyphs of one face and size on one baseline. */
export interface GlyphsItem extends ItemBase {
  readonly kind: 'glyphs';
  readonly face: Face;
  readonly size: number;
  readonly colour: Colour;
  /** Pen position of the first glyph, on the baseline. */
  readonly x: number;
  readonly y: number;
  readonly glyphs: Glyphs;
  /** Undefined where the pen moves to the right, as it does for most text. */
  readonly turn?: GlyphTurn;
  /** It is there to be read alone: what is seen of it, paths draw. */
  readonly invisible?: true;
  /** Logical text; `cluster` of the glyphs points into it. */
  readonly text: string;
  readonly level: number;
  /** The line box that it is a part of: equal numbers in a document are one line. */
  readonly line: number | undefined;
  readonly language: string;
}

/** A path of straight and cubic segments, filled, stroked or both; the line lies over the filling. */
export interface PathItem extends ItemBase {
  readonly kind: 'path';
  readonly path: readonly PathSegment[];
  readonly fill: Paint | undefined;
  readonly fillRule: FillRule;
  readonly stroke: Stroke | undefined;
}

/** A filled rectangle: backgrounds, rules, QR modules. */
export interface RectItem extends ItemBase {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: Colour;
}

/** A picture, scaled to its box. */
export interface ImageItem extends ItemBase {
  readonly kind: 'image';
  readonly image: ImageData;
  /** Where the document asks for it. */
  readonly span: Span;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The area of a link; its text is drawn by other items. Belongs to the structure element of type Link. */
export interface LinkItem {
  readonly kind: 'link';
  readonly element: StructureElement;
  /** An absolute address, or `#id`. */
  readonly href: string;
  /** What a screen reader says: the link's text. */
  readonly contents: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is to be filled in, and how it looks then. */
export interface Field {
  readonly kind: 'text' | 'checkbox';
  /** Fields of one name and kind have one value; empty for one that shares it with none. */
  readonly name: string;
  /** What is to be written there, in the words of the document. */
  readonly label: string;
  /** BCP 47. */
  readonly language: string;
  /** The face of what is typed, as far as it goes. */
  readonly face: Face;
  readonly size: number;
  readonly colour: Colour;
  readonly align: 'left' | 'center' | 'right';
}

/** The area of a field; the line or frame of its blank is drawn by other items. Belongs to its Form element. */
export interface FieldItem {
  readonly kind: 'field';
  readonly element: StructureElement;
  readonly field: Field;
  /** Whether there is room for several lines. */
  readonly isMultiline: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Everything up to its `end` is one: transformed, then cut to a path, then made transparent. Coordinates of the clip
 * and of the items inside are those before the transform. Groups nest.
 */
export interface GroupItem {
  readonly kind: 'group';
  readonly transform: Matrix | undefined;
  readonly clip: { readonly path: readonly PathSegment[]; readonly fillRule: FillRule } | undefined;
  /** 0 to 1. */
  readonly opacity: number;
}

/** Ends the innermost group. */
export interface EndItem {
  readonly kind: 'end';
}

/** What is drawn, in order. */
export type DisplayItem =
  | GlyphsItem
  | PathItem
  | RectItem
  | ImageItem
  | LinkItem
  | FieldItem
  | GroupItem
  | EndItem;

/** Standard structure types (ISO 32000-1 §14.8.4) that layout makes. */
export type StructureType =
  | 'Document'
  | 'Sect'
  | 'Art'
  | 'Div'
  | 'BlockQuote'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TFoot'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Caption'
  | 'Figure'
  | 'Span'
  | 'Link'
  | 'Note'
  | 'Reference'
  | 'Quote'
  | 'Code'
  | 'Form';

/** An element of the logical structure. Empty elements are left out. */
export interface StructureElement {
  readonly type: StructureType;
  /** Logical order; a number is a leaf of marked content. */
  readonly children: readonly (StructureElement | ContentId)[];
  /** BCP 47, where it differs from the parent's. */
  readonly language: string | undefined;
  readonly alt: string | undefined;
  /** For TH: what it heads, its row, its columns or the rows of its group from it on; undefined where its place tells it. */
  readonly scope: 'Row' | 'Column' | 'RowGroup' | undefined;
  /** For TH and TD. */
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** For L (ISO 32000-1 table 347). */
  readonly listNumbering:
    | 'None'
    | 'Disc'
    | 'Circle'
    | 'Square'
    | 'Decimal'
    | 'UpperRoman'
    | 'LowerRoman'
    | 'UpperAlpha'
    | 'LowerAlpha'
    | undefined;
  /** For Figure: page and rectangle in page coordinates. */
  readonly box:
    | {
        readonly page: number;
        readonly x: number;
        readonly y: number;
        readonly width: number;
        readonly height: number;
      }
    | undefined;
  readonly span: Span;
}
