import { parseFragment } from 'parse5';
import type { MarkupText } from '../content/markup.ts';
import type { SourceFile, Span } from '../diagnostics/source.ts';
import { partOfSpan } from '../diagnostics/source.ts';
import type { Origin, RenderedTemplate } from '../template/rendered.ts';

/** From offsets in the HTML that was parsed to the places it was written at. */
export interface Places {
  /** The span of a stretch of HTML; of one that has several origins, the first. */
  locate(start: number, end: number): Span;
  /** A text node, cut where its origin changes so that each part has a place of its own. */
  texts(text: string, start: number, end: number): readonly MarkupText[];
}

/** An HTML file: offsets are places. */
export function filePlaces(source: SourceFile): Places {
  return {
    locate: (start, end) => ({ source, start, end }),
    texts: (text, start, end) => [{ type: 'text', text, span: { source, start, end } }],
  };
}

/** A filled template: offsets lead through its origins to the template, a partial or the front matter. */
export function templatePlaces({ html, origins }: RenderedTemplate): Places {
  const endOf = (index: number) => origins[index + 1]?.offset ?? html.length;
  const locate = (start: number, end: number): Span => {
    const index = originAt(origins, start);
    const { offset, span } = origins[index]!;
    const until = Math.min(end, endOf(index));
    return partOfSpan(
      span,
      html.slice(offset, endOf(index)),
      start - offset,
      Math.max(start, until) - offset,
    );
  };
  const texts = (text: string, start: number, end: number): readonly MarkupText[] => {
    const parts: MarkupText[] = [];
    for (let at = start; at < end; ) {
      const until = Math.min(end, endOf(originAt(origins, at)));
      const part = decode(html.slice(at, until));
      if (part !== '') parts.push({ type: 'text', text: part, span: locate(at, until) });
      at = until;
    }
    // A reference that two origins make together, or text that the parser moved: the node stays whole.
    if (parts.map((part) => part.text).join('') === text) return parts;
    return [{ type: 'text', text, span: locate(start, end) }];
  };
  return { locate, texts };
}

/** Index of the origin that holds an offset: the last that starts at or before it. */
function originAt(origins: readonly Origin[], offset: number): number {
  let low = 0;
  let high = origins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (origins[middle]!.offset <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

// Character references and line ends as the parser reads them.
function decode(html: string): string {
  if (!/[&\r\0]/.test(html)) return html;
  const [node] = parseFragment(html).childNodes;
  return node && 'value' in node ? node.value : '';
}
