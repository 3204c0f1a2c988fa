import type { Span } from '../diagnostics/source.ts';
import type { ComputedStyle } from './computed-style.ts';
import type { NamedStringPlace } from './properties/generated-values.ts';

/** One `@font-face` (css-fonts-4 §4). */
export interface FontFaceRule {
  readonly family: string;
  /** 1 to 1000; a range for a variable face. */
  readonly weight: { readonly min: number; readonly max: number };
  /** Percent of the normal width; a range for a variable face. */
  readonly stretch: { readonly min: number; readonly max: number };
  readonly style: 'normal' | 'italic';
  /**
   * The `src: url()` as written: `npm:@scope/name/file.ttf`, or a path relative to the style sheet. A fragment names
   * one font of a collection.
   */
  readonly url: string;
  /** Inclusive code point ranges in ascending order; undefined: all. */
  readonly unicodeRange: readonly (readonly [number, number])[] | undefined;
  /** `size-adjust` as a factor, 1 by default. */
  readonly sizeAdjust: number;
  /** Parts of the em, in place of the font's own; undefined where the font's serve. */
  readonly ascentOverride: number | undefined;
  readonly descentOverride: number | undefined;
  readonly lineGapOverride: number | undefined;
  /** Values of a variable font's axes by tag, which an element's own win over. */
  readonly variationSettings: Readonly<Record<string, number>>;
  readonly span: Span;
}

/** The sixteen margin boxes (css-page-3 §4), less the four corners' neighbours that nobody sets. */
export type MarginBoxName =
  | 'top-left-corner'
  | 'top-left'
  | 'top-center'
  | 'top-right'
  | 'top-right-corner'
  | 'bottom-left-corner'
  | 'bottom-left'
  | 'bottom-center'
  | 'bottom-right'
  | 'bottom-right-corner'
  | 'left-top'
  | 'left-middle'
  | 'left-bottom'
  | 'right-top'
  | 'right-middle'
  | 'right-bottom';

/** The boxes of a page that are not of its content: margin boxes, and the footnote area (css-gcpm-3 §2.5). */
export type PageBoxName = MarginBoxName | 'footnote';

/** A part of `content` in a margin box: fixed text, a page counter, or a named string (css-gcpm-3). */
export type MarginContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'counter'; readonly name: 'page' | 'pages'; readonly counterStyle: string }
  | { readonly kind: 'string'; readonly name: string; readonly which: NamedStringPlace };

/** A margin box with its content and computed style; inherits from the page context. */
export interface MarginBox {
  readonly name: PageBoxName;
  readonly content: readonly MarginContent[];
  readonly style: ComputedStyle;
  readonly span: Span;
}

/** Which pages a rule is for. */
export interface PageSelector {
  readonly name: string | undefined;
  readonly pseudo: readonly ('first' | 'left' | 'right' | 'blank')[];
}

/** One `@page` rule, its declarations computed; absent values are undefined so that rules can be merged in order. */
export interface PageRule {
  readonly selector: PageSelector;
  /** Page size in pt. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
  /** In pt; percentages are of the page's width or height, resolved by the style stage. */
  readonly marginTop: number | undefined;
  readonly marginRight: number | undefined;
  readonly marginBottom: number | undefined;
  readonly marginLeft: number | undefined;
  /** Pt beyond the trim. */
  readonly bleed: number | undefined;
  readonly marks: { readonly crop: boolean; readonly cross: boolean } | undefined;
  readonly boxes: readonly MarginBox[];
  readonly span: Span;
}
