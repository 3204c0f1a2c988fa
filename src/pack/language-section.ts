/** A text that may be in another language than its section: a term that the locale lacks. */
export interface ForeignText {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** What START-HERE and the download page say of one language; every text is plain, not HTML. */
export interface LanguageSection {
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  /** What the pack is and which file to take, a paragraph each. */
  readonly paragraphs: readonly ForeignText[];
  /** Said of a translation that no one has reviewed. */
  readonly draftNote: ForeignText | undefined;
  /** Said of one that someone has. */
  readonly reviewedNote: ForeignText | undefined;
  /** What stands before the links to print editions. */
  readonly printLabel: ForeignText | undefined;
  /** The page that says how to print. */
  readonly guide: LinkedFile | undefined;
  /** The zip of the language; undefined inside of it. */
  readonly archive: LinkedFile | undefined;
  /** Documents of one kind together, in the order of the campaign. */
  readonly groups: readonly DocumentGroup[];
}

/** A file to take. */
export interface LinkedFile {
  readonly label: ForeignText;
  /** From the page; `/` between folders. */
  readonly path: string;
  /** How large it is, in words: `1.2 MB`. */
  readonly size: string;
}

/** The documents of one kind. */
export interface DocumentGroup {
  /** What the kind is called. */
  readonly label: ForeignText;
  readonly documents: readonly ListedDocument[];
}

/** A document in one language. */
export interface ListedDocument {
  readonly title: string;
  readonly summary: string;
  readonly review: 'source' | 'draft' | 'reviewed';
  readonly files: readonly ListedFile[];
}

/** A file of a document. */
export interface ListedFile extends LinkedFile {
  /** An edition for print; such links stand apart, so that the first thing to take is plain to see. */
  readonly isPrint: boolean;
}
