import type { SourceFile, Span } from '../../diagnostics/source.ts';

/** What an amended text is put together from: a stretch of a source as it is, or characters that stand in none. */
export type Piece = Span | string;

/** Where a stretch of the amended text came from. */
interface Segment {
  /** Offset in the amended text. */
  readonly start: number;
  /** Undefined for what stands in no source. */
  readonly from: Span | undefined;
}

/** A text put together from pieces, that knows where each of them came from. */
export interface AmendedText {
  readonly source: SourceFile;
  /** The place in the original, or in the amendments, of a span of the amended text. Other spans stay. */
  origin(span: Span): Span;
  /** Where a span of the amendments, or of the original, stands in the amended text; undefined where it does not. */
  placeOf(span: Span): Span | undefined;
}

/** Puts pieces together. The new text bears the name of the original, so that what it names beside it is found. */
export function joinPieces(pieces: readonly Piece[], original: SourceFile): AmendedText {
  const segments: Segment[] = [];
  let text = '';
  for (const piece of pieces) {
    segments.push({ start: text.length, from: typeof piece === 'string' ? undefined : piece });
    text += typeof piece === 'string' ? piece : piece.source.text.slice(piece.start, piece.end);
  }
  const source = { ...original, text };
  return {
    source,
    origin: (span) => (span.source === source ? originOf(span, segments) : span),
    placeOf: ({ source: wanted, start, end }) => {
      const own = segments.filter(
        ({ from }) => from?.source === wanted && from.start < end && from.end > start,
      );
      const [first, last] = [own[0], own.at(-1)];
      if (!first?.from || !last?.from) return undefined;
      const offset = (segment: Segment, at: number) => segment.start + at - segment.from!.start;
      return {
        source,
        start: offset(first, Math.max(start, first.from.start)),
        end: offset(last, Math.min(end, last.from.end)),
      };
    },
  };
}

/** From the first stretch of the span that stands in a source; as far as it goes on in the same one. */
function originOf(span: Span, segments: readonly Segment[]): Span {
  const index = segments.findLastIndex(({ start }) => start <= span.start);
  const first =
    segments.slice(Math.max(0, index)).find(({ from }) => from && from.end > from.start) ?? segments[0];
  if (!first?.from) return span;
  const { from } = first;
  const start = Math.min(from.end, from.start + Math.max(0, span.start - first.start));
  const last = segments.findLast((each) => each.start < span.end && each.from?.source === from.source);
  const end = last?.from ? Math.min(last.from.end, last.from.start + span.end - last.start) : from.end;
  return { source: from.source, start, end: Math.max(start, end) };
}
