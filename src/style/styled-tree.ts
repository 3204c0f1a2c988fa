import type { ImageData } from '../content/image.ts';
import type { SourceFile, Span } from '../diagnostics/source.ts';
import type { Colour, ComputedStyle } from './computed-style.ts';
import type { CounterStyles } from './counter-styles/counter-styles.ts';
import type { FontFaceRule, PageRule } from './rules.ts';

/** A document with every value computed: what layout and the DOCX writer read. */
export interface StyledTree {
  readonly root: StyledElement;
  /** In cascade order, least specific first. */
  readonly pages: readonly PageRule[];
  readonly fontFaces: readonly FontFaceRule[];
  /** What numbers of pages and lists are written in. */
  readonly counterStyles: CounterStyles;
  /** The root's custom properties that are colours, by name without dashes: `accent`. */
  readonly colours: ReadonlyMap<string, Colour>;
  /** Some text is the number of a page: it takes more than one layout to know it. */
  readonly hasPageReferences: boolean;
  /** Some element gives its page a number of its own. */
  readonly hasPageRestarts: boolean;
  /** Some lines run up or down the page. */
  readonly hasVerticalText: boolean;
  /** The text of `<title>`. */
  readonly title: string;
  /** BCP 47, from the root's `lang`. */
  readonly language: string;
  readonly source: SourceFile;
}

/** An element, text, or generated box of the styled tree. */
export type StyledNode = StyledElement | StyledText;

/** A pseudo-element's name; generated elements have no attributes. */
export type PseudoName = 'before' | 'after' | 'marker' | 'footnote-call' | 'footnote-marker';

/**
 * An element with computed style. `::before` and `::after` are children with `pseudo` set; `display: none` and
 * `<head>` are already gone; counters are already text.
 */
export interface StyledElement {
  readonly type: 'element';
  readonly tag: string;
  readonly pseudo: PseudoName | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly style: ComputedStyle;
  readonly children: readonly StyledNode[];
  /** The `::marker` of a list item that has one: its text children and own style. */
  readonly marker: StyledElement | undefined;
  /** The `::footnote-call` of an element with `float: footnote`: it stands where the element is written. */
  readonly call?: StyledElement;
  readonly span: Span;
  /** Made by layout, for an element whose lines run another way than those around it: its style as these see it. */
  readonly outerStyle?: ComputedStyle;
  /** Made by layout, for a list's bullet, whose character is written unseen. */
  readonly bullet?: DrawnBullet;
}

/** How a bullet is drawn from its glyph's outline, pt. */
export interface DrawnBullet {
  /** Font size of what is drawn. */
  readonly size: number;
  /** Its pen from that of the character, along the line and above the baseline. */
  readonly x: number;
  readonly y: number;
}

/** A text node; its style is its parent's. White space is as written: `white-space` is applied in layout. */
export interface StyledText {
  readonly type: 'text';
  readonly text: string;
  readonly span: Span;
  /** Given where the text is the number of a page: `text` stands in until layout has counted. */
  readonly reference?: PageReference;
}

/** A number that only the finished pages give (css-gcpm-3, css-content-3 §2.6). */
export interface PageReference {
  /** `id` of the element whose page is meant; undefined for the page that the text stands on. */
  readonly target: string | undefined;
  readonly counter: 'page' | 'pages';
  readonly counterStyle: string;
}

/** A drawing (SVG) with every value computed; a document of its own, which inherits nothing. */
export interface StyledDrawing {
  readonly format: 'svg';
  readonly root: StyledElement;
}

/** The picture of an `<img>`, ready for layout. */
export type StyledPicture = ImageData | StyledDrawing;
