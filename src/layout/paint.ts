import type { Box } from './box.ts';
import type { BoxFragment, Fragment } from './fragment.ts';
import { mapPoint, type Rectangle } from './geometry.ts';
import type { DisplayItem } from './paged-document.ts';
import { paintDecoration } from './paint-decoration.ts';
import { withEffects, withinClip } from './paint-effects.ts';
import { paintLine } from './paint-line.ts';
import { paintReplaced } from './paint-replaced.ts';
import { emitRect, type PagePainter } from './painter.ts';
import { edgesOf } from './sizing.ts';
import { textOf } from './structure.ts';

/** Paints a fragment whose parent's border box starts at (x, y) of the page. Nothing is decided here. */
export function paintFragment(painter: PagePainter, fragment: Fragment, x: number, y: number): void {
  if (fragment.kind === 'line') {
    paintLine(painter, fragment, x + fragment.x, y + fragment.y, (p, part, px, py) =>
      paintFragment(p, part.fragment, px, py),
    );
    return;
  }
  if (fragment.beside === 'unplaced' || fragment.beside === 'at-foot') return;
  const own = fragment.repeated ? { ...painter, artifact: true } : painter;
  const { box, offset, width, height } = fragment;
  const [left, top] = [x + fragment.x + (offset?.x ?? 0), y + fragment.y + (offset?.y ?? 0)];
  if (!box) return paintBox(own, fragment, left, top);
  const area = { x: left, y: top, width, height };
  withEffects(own, box.style, area, (inside) => paintBox(inside, fragment, left, top));
}

function paintBox(painter: PagePainter, fragment: BoxFragment, x: number, y: number): void {
  const box = fragment.box;
  const area = { x, y, width: fragment.width, height: fragment.height };
  if (box) {
    note(painter, fragment, box, x, y);
    const decorated = box.kind !== 'table' || box.style.borderCollapse === 'separate';
    const style = decorated && !isCollapsedCell(fragment) ? box.style : withoutBorder(box.style);
    for (const { backgroundColor } of fragment.behind) {
      emitRect(painter, x, y, fragment.width, fragment.height, backgroundColor);
    }
    paintDecoration(painter, style, area, fragment.ends, box.span);
    if (box.kind === 'replaced' && box.style.visibility === 'visible') {
      paintReplaced(painter, box, contentOf(box, fragment, x, y), area);
    }
  }
  if (fragment.marker) paintFragment(painter, fragment.marker, x, y);
  withinClip(painter, box, fragment, area, (inside) => {
    for (const child of fragment.children) paintFragment(inside, child, x, y);
    for (const child of fragment.positioned) paintFragment(inside, child, x, y);
  });
  for (const stroke of fragment.strokes) {
    emitRect(painter, x + stroke.x, y + stroke.y, stroke.width, stroke.height, stroke.colour);
  }
}

/** Cells of a table with collapsed borders leave the drawing to their row's strokes. */
function isCollapsedCell(fragment: BoxFragment): boolean {
  const style = fragment.box?.style;
  return style?.borderCollapse === 'collapse' && style.display === 'table-cell';
}

function withoutBorder(style: Box['style']): Box['style'] {
  const none = { width: 0, style: 'none', colour: style.color } as const;
  return { ...style, border: { top: none, right: none, bottom: none, left: none } };
}

function contentOf(box: Box, fragment: BoxFragment, x: number, y: number): Rectangle {
  const edges = edgesOf(box.style, fragment.width);
  return {
    x: x + edges.border.left + edges.padding.left,
    y: y + fragment.before,
    width: fragment.width - edges.horizontal,
    height: fragment.height - fragment.before - fragment.after,
  };
}

/** Notes bookmarks, destinations and named strings where an element starts. */
function note(painter: PagePainter, fragment: BoxFragment, box: Box, x: number, y: number): void {
  const element = box.element;
  if (!element || !fragment.ends.top || painter.artifact) return;
  const { painting, page } = painter;
  const [left, top] = painter.transform ? mapPoint(painter.transform, x, y) : [x, y];
  const destination = { page, x: left, y: top };
  const id = element.attributes.id;
  if (id !== undefined && id !== '') painting.destinations[id] ??= destination;
  const level = element.style.bookmarkLevel;
  if (level > 0) painting.outline.push({ title: textOf(element.children), level, destination });
  const strings = painting.pages[page]!.strings;
  for (const [name, text] of Object.entries(element.style.stringSet)) {
    const before = strings.get(name);
    const atStart = before?.atStart ?? !painter.items.some(isInk);
    strings.set(name, { first: before?.first ?? text, last: text, atStart });
  }
}

/** Text and pictures: what a reader takes for the beginning of a page. */
function isInk({ kind }: DisplayItem): boolean {
  return kind === 'glyphs' || kind === 'image';
}
