import type { FontProfile } from '../campaign/campaign.ts';
import type { Span } from '../diagnostics/source.ts';
import type { FontSet } from './fonts.ts';
import type { ParagraphProperties, RunProperties, StyleProperties } from './style-properties.ts';
import type { XmlElement } from './xml.ts';

/**
 * The document as Word sees it, before any library has a say: a flat list of paragraphs and tables. A paragraph
 * names its role and carries the look it has; named styles are made of both when it is compiled. Twips unless said.
 */
export type Block = ParagraphBlock | TableBlock;

/** Which section a block of the body belongs to; a change starts a new one. */
export interface SectionKey {
  /** The `page` property. */
  readonly page: string;
  readonly columns: number;
  /** Between columns. */
  readonly gap: number;
  /** How far its first page reaches up into the page's top margin. Pt. */
  readonly pull: number;
  /** What its only page is filled with; absent for bare paper. */
  readonly ground?: PageGround;
}

/** A fill from the top of a page and over its whole width, behind the text. */
export interface PageGround {
  /** `RRGGBB`. */
  readonly fill: string;
  /** Pt. */
  readonly height: number;
}

/** One kind of page: sizes in pt, its header and footer. */
export interface PageSetup {
  readonly width: number;
  readonly height: number;
  readonly marginTop: number;
  readonly marginRight: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
  readonly header: ParagraphBlock | undefined;
  readonly footer: ParagraphBlock | undefined;
  /** Of the first page, where it has rules of its own. */
  readonly firstHeader: ParagraphBlock | undefined;
  readonly firstFooter: ParagraphBlock | undefined;
  readonly hasFirst: boolean;
}

/** What becomes of a stretch of text or a paragraph where changes are tracked. */
export type Revised = 'inserted' | 'deleted';

/** One paragraph. */
export interface ParagraphBlock {
  readonly kind: 'paragraph';
  /** Name of its style before any number is added to tell looks apart: `Body Text`. */
  readonly role: string;
  /** The filled or framed box that it stands in, by its style's name; undefined outside of them. */
  readonly box: string | undefined;
  /** Its look; spaces may still grow while the containers around it are left. */
  properties: StyleProperties;
  /** The list it is an item of, and its number there; undefined for bullets and for text that continues an item. */
  readonly item: ListItem | undefined;
  /** The containers around it start on a new page. */
  readonly pageBreak: boolean;
  /** BCP 47, of the element. */
  readonly language: string;
  /** `id`s of elements that start here. */
  readonly anchors: readonly string[];
  readonly inlines: readonly Inline[];
  /** Where its texts were written; empty for one without text. */
  readonly spans: readonly Span[];
  /** It comes in or goes, its end with it; undefined for one that stays. */
  readonly revised?: Revised;
  readonly section: SectionKey;
}

/** The place of a paragraph in a list that is counted. */
export interface ListItem {
  readonly list: number;
  readonly ordinal: number;
  /** As it is written: `2`, `二`. */
  readonly number: string;
}

/** A table, of data or for layout. */
export interface TableBlock {
  readonly kind: 'table';
  readonly role: string;
  readonly look: TableLook;
  readonly bidi: boolean;
  readonly width: number;
  readonly indent: number;
  /** Column widths; their sum is `width`. */
  readonly grid: readonly number[];
  readonly rows: readonly TableRowBlock[];
  readonly section: SectionKey;
}

/** What a table style says. */
export interface TableLook {
  readonly outer: ParagraphProperties['edges'];
  readonly insideH: ParagraphProperties['edges']['top'];
  readonly insideV: ParagraphProperties['edges']['top'];
  readonly headerBottom: ParagraphProperties['edges']['top'];
  readonly headerShade: string | undefined;
  readonly shade: string | undefined;
  /** Cell padding. */
  readonly padding: {
    readonly top: number;
    readonly end: number;
    readonly bottom: number;
    readonly start: number;
  };
}

/** A row; header rows are repeated on each page. */
export interface TableRowBlock {
  readonly header: boolean;
  /** At least; 0 where the cells decide. */
  readonly height: number;
  /** It comes in or goes; undefined for one that stays. */
  readonly revised?: Revised;
  readonly cells: readonly TableCellBlock[];
}

/** A cell, never without a paragraph at its end. */
export interface TableCellBlock {
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly verticalAlign: 'top' | 'center' | 'bottom';
  /** Its lines run down the page, each left of the one before, or up; undefined for across. */
  readonly textDirection?: 'down' | 'up' | undefined;
  readonly blocks: readonly Block[];
}

/** Character style, language and direction of a run. */
export interface RunFormat {
  /** Name of the character style and how it departs from the paragraph's style; undefined for plain text. */
  readonly style: { readonly role: string; readonly difference: Partial<RunProperties> } | undefined;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** What stands in a paragraph. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly format: RunFormat }
  | { readonly kind: 'break' }
  | { readonly kind: 'tab' }
  | { readonly kind: 'link'; readonly address: string; readonly children: readonly Inline[] }
  | { readonly kind: 'jump'; readonly anchor: string; readonly children: readonly Inline[] }
  /** What comes in or goes; never inside another. */
  | { readonly kind: 'revision'; readonly revised: Revised; readonly children: readonly Inline[] }
  | { readonly kind: 'picture'; readonly picture: Picture }
  /** Only in a header; `width` of the page, pt. */
  | { readonly kind: 'ground'; readonly ground: PageGround; readonly width: number }
  /** Where a footnote is called, and where only its number stands; `note` counts from 1. */
  | { readonly kind: 'footnote' | 'note-number'; readonly note: number; readonly anchor: string | undefined }
  | { readonly kind: 'field'; readonly name: 'PAGE' | 'NUMPAGES'; readonly format: RunFormat }
  /** The number of the page on which a bookmark stands. */
  | { readonly kind: 'page-of'; readonly anchor: string }
  | { readonly kind: 'blank'; readonly blank: Blank };

/** What stands for a picture in a line: a file, or a drawing as shapes. */
export type Picture = ImagePicture | DrawnPicture;

/** An inline drawing; sizes in pt. */
export interface DrawnPicture {
  readonly format: 'drawing';
  /** Of a `wpg:wgp`, from (0, 0) on. */
  readonly shapes: readonly XmlElement[];
  readonly width: number;
  readonly height: number;
  /** Empty for decoration. */
  readonly alt: string;
}

/** An inline picture; sizes in pt. */
export interface ImagePicture {
  readonly format: 'png' | 'jpeg';
  /** Equal for equal pictures, whose file is in the package once. */
  readonly key: string;
  readonly width: number;
  readonly height: number;
  /** EXIF orientation 1 to 8; width and height are those after it. */
  readonly orientation: number;
  /** Empty for decoration. */
  readonly alt: string;
}

/** A place to write in, choose or tick: a content control, which prints as a ruled line or a box. */
export interface Blank {
  readonly kind: 'text' | 'date' | 'choice' | 'checkbox';
  /** Of a choice. */
  readonly choices: readonly string[];
  readonly name: string;
  readonly label: string;
  /** True where the label has to be printed with the line. */
  readonly showsLabel: boolean;
  /** Pt. */
  readonly width: number;
  readonly fontSize: number;
  readonly format: RunFormat;
}

/** What comes on every page besides the lines of its margins: on top of all but the first, and at the foot of all. */
export interface PageFrame {
  readonly header: readonly Block[];
  readonly footer: readonly Block[];
}

/** A footnote; Word writes its number. */
export interface Footnote {
  /** Its `id` where some link leads to it. */
  readonly anchor: string | undefined;
  readonly blocks: readonly ParagraphBlock[];
}

/** Everything that is compiled. */
export interface DocumentModel {
  /** Undefined where nothing is repeated. */
  readonly frame: PageFrame | undefined;
  readonly blocks: readonly Block[];
  /** In the order of their calls. */
  readonly footnotes: readonly Footnote[];
  readonly profile: FontProfile;
  /** Of headings and of the text. */
  readonly fonts: { readonly major: FontSet; readonly minor: FontSet };
  /** Of the body element: what Normal looks like. */
  readonly normal: StyleProperties;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Lines run down the pages, each left of the one before. */
  readonly isVertical: boolean;
}
