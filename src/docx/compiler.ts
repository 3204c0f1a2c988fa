import type { PictureFiles } from './picture-files.ts';
import type { StyleRegistry } from './style-registry.ts';

/** The docx library, loaded when a document is written. */
export type Docx = typeof import('docx');

/** Who made changes, and when. */
export interface RevisionMark {
  readonly author: string;
  /** `yyyy-mm-dd`; undefined for no date. */
  readonly date: string | undefined;
}

/** What compiling needs at every step. */
export interface Compiler {
  readonly docx: Docx;
  readonly registry: StyleRegistry;
  /** BCP 47, of the document. */
  readonly language: string;
  /** Whose changes they are, where changes are tracked. */
  readonly revision: RevisionMark | undefined;
  /** Lines of text are numbered in the margin. */
  readonly numbersLines: boolean;
  /** Names of bookmarks by the `id` they stand for. */
  readonly bookmarks: ReadonlyMap<string, string>;
  /** Numbers of clauses and list items by the `id` of their paragraph, where Word cites them as they are written. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Files of the pictures by key. */
  readonly files: PictureFiles;
  /** Files of the pictures by their digest in hex; filled as pictures are compiled. */
  readonly pictures: Map<string, Uint8Array>;
}
