import type { DocumentOrigin } from '../property-parts.ts';

/** What is read of a Word document: its text, and what of its form has a meaning. */
export interface ReadDocument {
  /** What its properties say of where it comes from; undefined where one of them is missing. */
  readonly origin: DocumentOrigin | undefined;
  /** Of the body, in order; headers and footers are left out. */
  readonly blocks: readonly ReadBlock[];
  /** Footnotes by their ids. */
  readonly notes: ReadonlyMap<string, readonly ReadBlock[]>;
  /** What the file holds that is not in the rest of this, each kind once. */
  readonly leftOut: readonly LeftOut[];
}

/** What cannot be read as text. */
export interface LeftOut {
  readonly what:
    | 'comment'
    | 'drawing'
    | 'endnote'
    | 'equation'
    | 'embedded document'
    | 'highlighted passage'
    | 'object'
    | 'ruby text'
    | 'struck passage'
    | 'symbol'
    | 'text box'
    | 'tracked change'
    | 'moved passage';
  readonly count: number;
}

/** A paragraph or a table. */
export type ReadBlock = ReadParagraph | ReadTable;

/** One paragraph. */
export interface ReadParagraph {
  readonly kind: 'paragraph';
  /** Name of its style, as a style pane shows it, without the number that tells looks of one role apart: `Body Text`. */
  readonly style: string;
  /** The list that it is an item of. */
  readonly list: ReadListItem | undefined;
  readonly inlines: readonly ReadInline[];
}

/** An item's place: how deep, and whether it has a bullet in place of a number. */
export interface ReadListItem {
  /** 0-based. */
  readonly level: number;
  readonly isBullet: boolean;
}

/** A table, row by row. */
export interface ReadTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly ReadCell[])[];
}

/** A cell; one that goes on from the row above is empty. */
export interface ReadCell {
  readonly blocks: readonly ReadBlock[];
}

/** How a stretch of text is marked. */
export interface ReadMarks {
  readonly isStrong: boolean;
  readonly isEmphasis: boolean;
  readonly isCode: boolean;
  /** Address of the link it is; `#name` inside of the document. */
  readonly href: string | undefined;
}

/** What stands in a paragraph. Neighbours never have the same marks. */
export type ReadInline =
  | ({ readonly kind: 'text'; readonly text: string } & ReadMarks)
  /** A content control, or what was left of one: the line to write on. */
  | { readonly kind: 'blank'; readonly name: string; readonly text: string }
  | { readonly kind: 'note'; readonly id: string }
  | { readonly kind: 'picture'; readonly alternative: string }
  | { readonly kind: 'break' };
