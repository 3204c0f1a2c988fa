import type { Span } from '../diagnostics/source.ts';
import type { EastAsianStyle } from './east-asian-style.ts';
import type { FontProperties, TextTransform } from './font-properties.ts';
import type { PaintedStyle } from './painted-style.ts';
import type { ParagraphStyle } from './paragraph-style.ts';
import type { Colour, LengthPercentage } from './primitive-values.ts';
import type { SvgOwnStyle, SvgStyle } from './svg-style.ts';
import type { TextDecorationStyle } from './text-decoration-style.ts';
import type { WritingStyle } from './writing-style.ts';

export type { Colour, LengthLimit, LengthPercentage } from './primitive-values.ts';
export type { SvgOwnStyle, SvgPaint, SvgStyle } from './svg-style.ts';

/** The border styles that are drawn (css-backgrounds-3 §3.2). */
export type BorderStyle =
  | 'none'
  | 'hidden'
  | 'solid'
  | 'dashed'
  | 'dotted'
  | 'double'
  | 'groove'
  | 'ridge'
  | 'inset'
  | 'outset';

/** One side's border; the width is 0 where the style is none or hidden. Pt. */
export interface BorderSide {
  readonly width: number;
  readonly style: BorderStyle;
  readonly colour: Colour;
}

/** Four physical sides; logical properties are resolved by the element's own writing mode and direction. */
export interface Sides<T> {
  readonly top: T;
  readonly right: T;
  readonly bottom: T;
  readonly left: T;
}

/** Outer and inner display types that layout knows (css-display-3). */
export type Display =
  | 'block'
  | 'inline'
  | 'inline-block'
  | 'flow-root'
  | 'list-item'
  | 'flex'
  | 'inline-flex'
  | 'none'
  | 'contents'
  | 'table'
  | 'inline-table'
  | 'table-row-group'
  | 'table-header-group'
  | 'table-footer-group'
  | 'table-row'
  | 'table-cell'
  | 'table-caption'
  | 'table-column'
  | 'table-column-group';

type Safely<P extends string> = P | `safe ${P}`;

/** How what is left over is shared around lines or items (css-align-3 §5.1); `unsafe` is what a value is without `safe`. */
export type ContentAlignment =
  | 'normal'
  | 'stretch'
  | 'space-between'
  | 'space-around'
  | 'space-evenly'
  | Safely<'flex-start' | 'flex-end' | 'start' | 'end' | 'center'>;

/** Where an item stands across its line (css-align-3 §6.1); `baseline` is the first one. */
export type SelfAlignment =
  | 'normal'
  | 'stretch'
  | 'baseline'
  | 'last baseline'
  | Safely<'flex-start' | 'flex-end' | 'start' | 'end' | 'self-start' | 'self-end' | 'center'>;

/** Forced, avoided or free breaks (css-break-3 §3.1); `always` is `page`. */
export type Break =
  | 'auto'
  | 'avoid'
  | 'avoid-page'
  | 'avoid-column'
  | 'page'
  | 'column'
  | 'left'
  | 'right'
  | 'recto'
  | 'verso';

/**
 * Every supported property of one element, computed: lengths in pt, colours in sRGB, keywords as in CSS.
 * The names are CSS's in camel case; shorthands and logical names never appear.
 */
export interface ComputedStyle
  extends PaintedStyle,
    FontProperties,
    EastAsianStyle,
    ParagraphStyle,
    TextDecorationStyle,
    WritingStyle {
  // css-display, css-flexbox, css-position
  readonly display: Display;
  readonly flexDirection: 'row' | 'row-reverse' | 'column' | 'column-reverse';
  readonly flexWrap: 'nowrap' | 'wrap' | 'wrap-reverse';
  readonly flexGrow: number;
  readonly flexShrink: number;
  readonly flexBasis: LengthPercentage | 'auto' | 'content' | 'min-content' | 'max-content' | 'fit-content';
  readonly order: number;
  readonly justifyContent: ContentAlignment | 'left' | 'right' | 'safe left' | 'safe right';
  readonly alignContent: ContentAlignment;
  readonly alignItems: SelfAlignment;
  /** `auto` is the container's `align-items`. */
  readonly alignSelf: SelfAlignment | 'auto';
  readonly rowGap: LengthPercentage | 'normal';
  readonly columnGap: LengthPercentage | 'normal';
  readonly position: 'static' | 'relative' | 'absolute' | 'fixed' | 'sticky';
  /** Its display was inline-level before it was made a block to float or to be positioned: where it stands by itself. */
  readonly inlineLevel: boolean;
  /** Flow-relative keywords are computed to the side they mean; positioned boxes and flex items do not float. */
  readonly float: 'none' | 'left' | 'right' | 'inline-start' | 'inline-end' | 'block-end' | 'footnote';
  /** What a float goes to the side of (css-page-floats-3 §3): `block-end` takes it to the foot of the `page`. */
  readonly floatReference: 'inline' | 'page';
  readonly clear: 'none' | 'left' | 'right' | 'both' | 'inline-start' | 'inline-end';
  readonly inset: Sides<LengthPercentage | 'auto'>;
  // css-box, css-sizing
  readonly margin: Sides<LengthPercentage | 'auto'>;
  readonly padding: Sides<LengthPercentage>;
  readonly width: LengthPercentage | 'auto' | 'min-content' | 'max-content' | 'fit-content';
  readonly height: LengthPercentage | 'auto';
  readonly minWidth: LengthPercentage | 'auto';
  readonly minHeight: LengthPercentage | 'auto';
  readonly maxWidth: LengthPercentage | 'none';
  readonly maxHeight: LengthPercentage | 'none';
  readonly boxSizing: 'content-box' | 'border-box';
  readonly objectFit: 'fill' | 'contain' | 'cover' | 'none' | 'scale-down';
  // css-backgrounds
  readonly border: Sides<BorderSide>;
  readonly backgroundColor: Colour;
  // css-color
  readonly color: Colour;
  // css-inline, css-text
  /** Pt for a length; a number is multiplied by each element's own font size; `normal` is the face's. */
  readonly lineHeight:
    | { readonly kind: 'normal' }
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'length'; readonly pt: number };
  readonly verticalAlign:
    | 'baseline'
    | 'sub'
    | 'super'
    | 'top'
    | 'middle'
    | 'bottom'
    | 'text-top'
    | 'text-bottom'
    | LengthPercentage;
  readonly textTransform: TextTransform;
  readonly textDecorationLine: readonly ('underline' | 'line-through')[];
  readonly textDecorationColor: Colour;
  /** Pt. */
  readonly letterSpacing: number;
  /** Pt. */
  readonly wordSpacing: number;
  readonly whiteSpace: 'normal' | 'nowrap' | 'pre' | 'pre-wrap' | 'pre-line';
  readonly lineBreak: 'auto' | 'loose' | 'normal' | 'strict' | 'anywhere';
  readonly wordBreak: 'normal' | 'keep-all' | 'break-all' | 'break-word';
  readonly overflowWrap: 'normal' | 'break-word' | 'anywhere';
  /** BCP 47, from the nearest `lang`; not a CSS property, carried here because shaping asks for it everywhere. */
  readonly language: string;
  // css-lists
  readonly listStylePosition: 'inside' | 'outside';
  readonly listStyleType: string;
  // css-tables
  readonly borderCollapse: 'separate' | 'collapse';
  readonly borderSpacing: { readonly horizontal: number; readonly vertical: number };
  readonly tableLayout: 'auto' | 'fixed';
  readonly captionSide: 'top' | 'bottom';
  readonly emptyCells: 'show' | 'hide';
  // css-multicol
  readonly columnCount: number | 'auto';
  readonly columnWidth: number | 'auto';
  readonly columnFill: 'auto' | 'balance';
  readonly columnRule: BorderSide;
  readonly columnSpan: 'none' | 'all';
  // css-break, css-page
  readonly breakBefore: Break;
  readonly breakAfter: Break;
  readonly breakInside: 'auto' | 'avoid' | 'avoid-page' | 'avoid-column';
  readonly orphans: number;
  readonly widows: number;
  readonly page: string;
  /** `counter-reset: page` and `counter-set: page`: the number of the page that the element begins on. */
  readonly pageNumber: number | undefined;
  // css-gcpm
  /** Named strings this element sets, already text. */
  readonly stringSet: Readonly<Record<string, string>>;
  // SVG
  readonly svg: SvgStyle;
  readonly svgOwn: SvgOwnStyle;
  // PDF and DOCX roles
  /** `-pdf-bookmark-level`: heading level for the outline, 0 for none. Set for h1–h6 by the user agent style sheet. */
  readonly bookmarkLevel: number;
  /** `-docx-style`: name of the Word style this element's paragraphs or runs get; `auto` lets the writer choose by tag. */
  readonly docxStyle: string;
  /** `-fill-pages`: on how many pages copies of this table row fill the room that is left; 0 for a row as it is. */
  readonly fillPages: number;
  /** Where a property that can fail in layout was set, for diagnostics; the element's own span where it was not. */
  readonly origins: Readonly<Record<string, Span>>;
}
