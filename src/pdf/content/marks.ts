import type { ContentId, Page } from '../../layout/paged-document.ts';
import type { PdfReference } from '../pdf-object.ts';

/** A content stream with marked content of its own: a page's, or that of a form XObject which a page draws. */
export interface MarkedStream {
  /** 0-based. */
  readonly page: number;
  /** The leaves by their numbers here. */
  readonly contents: readonly ContentId[];
  /** The form XObject; undefined for the page itself. */
  readonly form: PdfReference | undefined;
  /** Its key in the parent tree. */
  readonly structParent: number;
}

/** Where a leaf of the structure is drawn: a stream and the number of its marked content there. */
export interface MarkedContent {
  readonly stream: MarkedStream;
  readonly mcid: number;
}

/** Numbers the marked content of one stream while it is written. */
export interface StreamMarks {
  readonly page: number;
  /** A new number for the leaf. */
  add(content: ContentId): number;
  /** How many there are. */
  readonly count: number;
  /** For a form XObject: the key in the parent tree, once something is marked in it. */
  claimKey(): number;
  /** For a form XObject: what it has become. */
  close(form: PdfReference): void;
}

/** The marked content of a document as it is drawn, for the structure tree to refer to. */
export interface MarkRegister {
  /** The marks of a page's own stream. */
  ofPage(page: number): StreamMarks;
  /** The marks of a form XObject that the page draws once. */
  ofForm(page: number): StreamMarks;
  /** All streams by their keys. */
  readonly streams: readonly MarkedStream[];
  /** Where a leaf is drawn, in the order of drawing. */
  of(content: ContentId): readonly MarkedContent[];
}

type Open = { -readonly [K in keyof MarkedStream]: MarkedStream[K] } & { readonly contents: ContentId[] };

/**
 * Numbers marked content from 0 in every stream (ISO 32000-1 §14.7.4.2). In the parent tree the pages come first,
 * then the annotations, then the form XObjects.
 */
export function createMarkRegister(pages: readonly Page[], annotations: number): MarkRegister {
  const streams: Open[] = pages.map((_, page) => ({
    page,
    contents: [],
    form: undefined,
    structParent: page,
  }));
  const byContent = new Map<ContentId, MarkedContent[]>();
  let nextKey = pages.length + annotations;
  const marksOf = (stream: Open): StreamMarks => ({
    page: stream.page,
    add(content) {
      const mcid = stream.contents.push(content) - 1;
      const places = byContent.get(content);
      if (places) places.push({ stream, mcid });
      else byContent.set(content, [{ stream, mcid }]);
      return mcid;
    },
    get count() {
      return stream.contents.length;
    },
    claimKey() {
      stream.structParent = nextKey++;
      streams.push(stream);
      return stream.structParent;
    },
    close(form) {
      stream.form = form;
    },
  });
  return {
    ofPage: (page) => marksOf(streams[page]!),
    ofForm: (page) => marksOf({ page, contents: [], form: undefined, structParent: -1 }),
    streams,
    of: (content) => byContent.get(content) ?? [],
  };
}
