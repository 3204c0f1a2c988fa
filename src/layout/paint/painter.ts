import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import type { Colour, ComputedStyle } from '../../style/computed-style.ts';
import type { LinkSlot } from '../box.ts';
import { type Matrix, mapPoint, type Rectangle } from '../geometry.ts';
import type { PathSegment } from '../graphics.ts';
import { type LineFrame, onPage, turnAlong } from '../lines/line-frame.ts';
import type {
  ContentId,
  Destination,
  DisplayItem,
  GlyphsItem,
  OutlineItem,
  PathItem,
} from '../paged-document.ts';
import type { TurnedStyles } from '../vertical/turn-style.ts';
import type { PictureSource } from './picture-source.ts';

/** Everything that painting collects over the pages. */
export interface Painting {
  readonly pages: {
    readonly items: DisplayItem[];
    readonly strings: Map<string, PageStrings>;
  }[];
  readonly outline: OutlineItem[];
  readonly destinations: Record<string, Destination>;
  readonly drawn: Set<ContentId>;
  /** The next free number of a line box. */
  nextLine: number;
  /** Text that boxes cut off, the first of each, by the place that the box is written at. */
  readonly cut: Map<Span, string>;
  readonly diagnostics: Diagnostic[];
  /** Styles of turned boxes as the page has them. */
  readonly styles: TurnedStyles;
  readonly picture: PictureSource;
}

/** What a named string is given on a page. */
export interface PageStrings {
  readonly first: string;
  readonly last: string;
  /** Whether the first is given by what the page begins with. */
  readonly atStart: boolean;
}

/** The page being painted. */
export interface PagePainter {
  readonly painting: Painting;
  /** 0-based. */
  readonly page: number;
  readonly items: DisplayItem[];
  /** Content that was read on an earlier page already: everything is an artifact. */
  readonly artifact: boolean;
  /** How the lines lie on the page whose boxes are painted; undefined where they run from left to right. */
  readonly frame: LineFrame | undefined;
  /** What the boxes around do to its coordinates; undefined where they are the page's. */
  readonly transform: Matrix | undefined;
  /** What has been cut to since the stacking context began: a layer that is painted later is cut to it again. */
  readonly clips: readonly (readonly PathSegment[])[];
  /** Where the innermost box that cuts its content shows it, and the place that this box is written at. */
  readonly clip: { readonly area: Rectangle; readonly span: Span } | undefined;
}

/** The painter of what is given in coordinates of the page: of backgrounds, borders and pictures, which are never turned. */
export function upright(painter: PagePainter): PagePainter {
  return painter.frame ? { ...painter, frame: undefined } : painter;
}

/** A style whose sides are those of the page. */
export function styleOnPage({ frame, painting }: PagePainter, style: ComputedStyle): ComputedStyle {
  return frame ? painting.styles.physical(style) : style;
}

/** Adds an item; content is noted as drawn, or left out within an artifact. Glyphs are turned with the lines. */
export function emit(painter: PagePainter, written: DisplayItem): void {
  const item = painter.frame && written.kind === 'glyphs' ? turned(written, painter.frame) : written;
  if (!('content' in item) || item.content === undefined) {
    painter.items.push(item);
  } else if (painter.artifact) {
    painter.items.push({ ...item, content: undefined });
  } else {
    painter.painting.drawn.add(item.content);
    painter.items.push(item);
  }
}

function turned(item: GlyphsItem, frame: LineFrame): GlyphsItem {
  const [x, y] = mapPoint(frame.matrix, item.x, item.y);
  return { ...item, x, y, turn: item.turn ?? turnAlong(frame) };
}

/** Adds an area of a link, which is nothing in content that was read on an earlier page already. */
export function emitLink(painter: PagePainter, link: LinkSlot, area: Rectangle): void {
  if (painter.artifact) return;
  const { element, href, contents } = link;
  const { x, y, width, height } = onPage(painter.frame, area);
  painter.items.push({ kind: 'link', element, href, contents, x, y, width, height });
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
  const area = onPage(painter.frame, { x, y, width, height });
  painter.items.push({ kind: 'rect', content: undefined, ...area, fill });
}

/** Adds a path as an artifact. */
export function emitPath(painter: PagePainter, path: Omit<PathItem, 'kind' | 'content'>): void {
  painter.items.push({ kind: 'path', content: undefined, ...path });
}

/** Cuts what follows, up to `endGroup`, to a path. */
export function startClip(painter: PagePainter, path: readonly PathSegment[]): void {
  painter.items.push({
    kind: 'group',
    transform: undefined,
    clip: { path, fillRule: 'nonzero' },
    opacity: 1,
  });
}

/** Ends the innermost group. */
export function endGroup(painter: PagePainter): void {
  painter.items.push({ kind: 'end' });
}
