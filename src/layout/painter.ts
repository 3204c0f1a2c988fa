import type { Colour } from '../style/computed-style.ts';
import type { ContentId, Destination, DisplayItem, OutlineItem } from './paged-document.ts';

/** Everything that painting collects over the pages. */
export interface Painting {
  readonly pages: {
    readonly items: DisplayItem[];
    readonly strings: Map<string, { first: string; last: string }>;
  }[];
  readonly outline: OutlineItem[];
  readonly destinations: Record<string, Destination>;
  readonly drawn: Set<ContentId>;
}

/** The page being painted. */
export interface PagePainter {
  readonly painting: Painting;
  /** 0-based. */
  readonly page: number;
  readonly items: DisplayItem[];
  /** Content that was read on an earlier page already: everything is an artifact. */
  readonly artifact: boolean;
}

/** Adds an item; content is noted as drawn, or left out within an artifact. */
export function emit(painter: PagePainter, item: DisplayItem): void {
  if (!('content' in item) || item.content === undefined) {
    painter.items.push(item);
  } else if (painter.artifact) {
    painter.items.push({ ...item, content: undefined });
  } else {
    painter.painting.drawn.add(item.content);
    painter.items.push(item);
  }
}

/** Adds a filled rectangle as an artifact; nothing for one that cannot be seen. */
export function emitRect(
  painter: PagePainter,
  x: number,
  y: number,
  width: number,
  height: number,
  fill: Colour,
): void {
  if (fill.a === 0 || width <= 0 || height <= 0) return;
  painter.items.push({ kind: 'rect', content: undefined, x, y, width, height, fill });
}
