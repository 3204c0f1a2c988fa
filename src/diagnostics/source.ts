/** Which root a file belongs to: the campaign's folder, the tool's own folder, or an npm package. */
export type RootName = 'campaign' | 'tool' | `npm:${string}`;

/** A text that was read, as every span points into it. Plain data, so it can cross a thread. */
export interface SourceFile {
  /** How the user is told of it: relative to the working folder, with `/`. */
  readonly name: string;
  readonly root: RootName;
  /** Path inside the root, with `/`; relative addresses written in this text are resolved against it. */
  readonly path: string;
  /** The text as decoded, line ends as they were, without a byte order mark. */
  readonly text: string;
}

/** A stretch of a source text: UTF-16 offsets, `start` included, `end` excluded. */
export interface Span {
  readonly source: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** A place as a person reads it: both 1-based; `column` counts UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The place of an offset. A CR LF pair, a lone CR and a lone LF each end a line. */
export function placeOf(source: SourceFile, offset: number): Place {
  let line = 1;
  let lineStart = 0;
  const text = source.text;
  const end = Math.min(offset, text.length);
  for (let i = 0; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) {
      line++;
      lineStart = i + 1;
    }
  }
  return { line, column: end - lineStart + 1 };
}

/** The whole of a source, as the span of something that has no better place. */
export function wholeSpan(source: SourceFile): Span {
  return { source, start: 0, end: source.text.length };
}

/**
 * The span of a part of a text that came from `span`. Exact where the text stands in the source as it is;
 * where escapes or character references changed it, the part is looked up, and failing that the whole span serves.
 */
export function partOfSpan(span: Span, text: string, from: number, to: number): Span {
  const slice = span.source.text.slice(span.start, span.end);
  if (slice.length === text.length) return { ...span, start: span.start + from, end: span.start + to };
  const part = text.slice(from, to);
  const at = part === '' ? -1 : slice.indexOf(part);
  if (at < 0) return span;
  return { ...span, start: span.start + at, end: span.start + at + part.length };
}
