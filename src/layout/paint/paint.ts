import type { Box } from '../box.ts';
import { isFloat } from '../boxes/out-of-flow.ts';
import type { BoxFragment, Fragment, LineFragment } from '../fragment.ts';
import type { Rectangle } from '../geometry.ts';
import { frameIn, onPage } from '../lines/line-frame.ts';
import { edgesOf } from '../sizing.ts';
import { paintBox } from './paint-decoration.ts';
import { withEffects, withinClip } from './paint-effects.ts';
import { paintLine } from './paint-line.ts';
import { paintReplaced } from './paint-replaced.ts';
import { paintStroke } from './paint-stroke.ts';
import { emitRect, endGroup, type PagePainter, startClip, styleOnPage, upright } from './painter.ts';
import { isLayer, isMark, type Layer, layerOf, sortLayers } from './stacking.ts';

/**
 * Paints a fragment whose parent's border box starts at (x, y) of the page, as a stacking context or as if it were one
 * (CSS 2.2 appendix E): its own background; layers below; backgrounds and borders in the flow; text, pictures and
 * floats in the order of the document; layers above. Nothing is decided here.
 */
export function paintFragment(painter: PagePainter, fragment: Fragment, x: number, y: number): void {
  if (fragment.kind === 'line') return paintLineAt(painter, fragment, x, y);
  if (isMark(fragment)) return;
  const own = painterOf(painter, fragment);
  const area = areaOf(fragment, x, y);
  if (!fragment.box) return paintContext(own, fragment, area);
  withEffects(own, fragment.box.style, onPage(own.frame, area), (inside) =>
    paintContext(inside, fragment, area),
  );
}

function painterOf(painter: PagePainter, fragment: BoxFragment): PagePainter {
  return fragment.repeated && !painter.artifact ? { ...painter, artifact: true } : painter;
}

/** The border box, in the coordinates that its parent's is given in. */
function areaOf({ x, y, offset, width, height }: BoxFragment, left: number, top: number): Rectangle {
  return { x: left + x + (offset?.x ?? 0), y: top + y + (offset?.y ?? 0), width, height };
}

function paintContext(painter: PagePainter, fragment: BoxFragment, area: Rectangle): void {
  const layers: Layer[] = [];
  const own = painter.clips.length === 0 ? painter : { ...painter, clips: [] };
  decorate(own, fragment, area);
  const bottom = painter.items.length;
  paintBlocks(own, fragment, area, layers);
  const { below } = sortLayers(layers);
  if (below.length > 0) {
    const over = painter.items.splice(bottom);
    below.forEach(paintLayer);
    painter.items.push(...over);
  }
  paintContent(own, fragment, area, layers);
  sortLayers(layers).above.forEach(paintLayer);
}

function paintLayer({ painter, fragment, x, y }: Layer): void {
  for (const clip of painter.clips) startClip(painter, clip);
  paintFragment(painter, fragment, x, y);
  for (const _ of painter.clips) endGroup(painter);
}

/** Backgrounds and borders of the blocks in a box that stay in the flow; the others are put aside. */
function paintBlocks(painter: PagePainter, fragment: BoxFragment, area: Rectangle, layers: Layer[]): void {
  withinClip(painter, fragment.box, fragment, area, (inside) => {
    for (const child of fragment.children) {
      if (child.kind === 'line' || isBeside(child)) continue;
      if (isLayer(child)) {
        layers.push(layerOf(inside, child, area.x, area.y));
        continue;
      }
      const own = painterOf(inside, child);
      const place = areaOf(child, area.x, area.y);
      decorate(own, child, place);
      paintBlocks(own, child, place, layers);
    }
    const late = isMovedText(fragment);
    layers.push(...positionedLayers(inside, fragment, area).filter(({ level }) => !late || level < 0));
  });
  const turned = turnedPlace(painter, fragment, area);
  if (turned) {
    decorate(turned.painter, turned.inner, turned.area);
    paintBlocks(turned.painter, turned.inner, turned.area, layers);
  }
  for (const stroke of fragment.strokes) paintStroke(painter, stroke, area.x, area.y);
}

/** Text, pictures and floats of a box, in the order of the document: that of reading. */
function paintContent(painter: PagePainter, fragment: BoxFragment, area: Rectangle, layers: Layer[]): void {
  const { box } = fragment;
  if (box?.kind === 'replaced' && box.style.visibility === 'visible') {
    const shown = { ...box, style: styleOnPage(painter, box.style) };
    const [content, border] = [contentOf(box, fragment, area), area].map((part) =>
      onPage(painter.frame, part),
    );
    paintReplaced(upright(painter), shown, content!, border!);
  }
  const turned = turnedPlace(painter, fragment, area);
  if (turned) paintContent(turned.painter, turned.inner, turned.area, layers);
  if (fragment.marker) paintLineAt(painter, fragment.marker, area.x, area.y);
  withinClip(painter, box, fragment, area, (inside) => {
    for (const child of fragment.children) {
      if (child.kind === 'line') paintFlowLine(inside, child, area, layers);
      else if (isFloating(child)) paintFragment(inside, child, area.x, area.y);
      else if (!isMark(child) && !isLayer(child)) {
        paintContent(painterOf(inside, child), child, areaOf(child, area.x, area.y), layers);
      }
    }
    if (isMovedText(fragment))
      layers.push(...positionedLayers(inside, fragment, area).filter(({ level }) => level >= 0));
  });
}

function positionedLayers(
  painter: PagePainter,
  { positioned }: BoxFragment,
  area: Rectangle,
): readonly Layer[] {
  return positioned.map((child) => layerOf(painter, child, area.x, area.y));
}

/** Whether lines hold moved boxes, which are layers: the boxes placed in those come over them. */
function isMovedText({ children }: BoxFragment): boolean {
  return children.some(
    (child) => child.kind === 'line' && child.parts.some(({ context }) => context.isMoved),
  );
}

/** What is in an orthogonal flow, with its border box as its own lines have it. */
function turnedPlace(
  painter: PagePainter,
  { turned: inner }: BoxFragment,
  outer: Rectangle,
): { readonly painter: PagePainter; readonly inner: BoxFragment; readonly area: Rectangle } | undefined {
  if (!inner) return undefined;
  const page = onPage(painter.frame, outer);
  const frame = frameIn(inner.box!.style.writingMode, page);
  const [x, y] = frame ? [0, 0] : [page.x, page.y];
  return { painter: { ...painter, frame }, inner, area: areaOf(inner, x, y) };
}

/** A line without what is moved of it, which is put aside as a layer: over moved boxes, as it is found after them. */
function paintFlowLine(painter: PagePainter, line: LineFragment, area: Rectangle, layers: Layer[]): void {
  if (!line.parts.some(({ context }) => context.isMoved)) return paintLineAt(painter, line, area.x, area.y);
  const part = (isMoved: boolean): LineFragment => ({
    ...line,
    parts: line.parts.filter(({ context }) => context.isMoved === isMoved),
  });
  paintLineAt(painter, part(false), area.x, area.y);
  layers.push(layerOf(painter, part(true), area.x, area.y));
}

function isFloating(fragment: BoxFragment): boolean {
  return !isMark(fragment) && fragment.box !== undefined && isFloat(fragment.box.style);
}

/** A float is painted with the content; a mark is nothing to be painted. */
function isBeside(fragment: BoxFragment): boolean {
  return isMark(fragment) || isFloating(fragment);
}

function paintLineAt(painter: PagePainter, line: LineFragment, x: number, y: number): void {
  paintLine(painter, line, x + line.x, y + line.y, (p, part, px, py) =>
    paintFragment(p, part.fragment, px, py),
  );
}

function decorate(painter: PagePainter, fragment: BoxFragment, area: Rectangle): void {
  const { box } = fragment;
  if (!box) return;
  for (const { backgroundColor } of fragment.behind) {
    emitRect(painter, area.x, area.y, area.width, area.height, backgroundColor);
  }
  if (box.kind === 'turned') return;
  const decorated = box.kind !== 'table' || box.style.borderCollapse === 'separate';
  const style = decorated && !isCollapsedCell(fragment) ? box.style : withoutBorder(box.style);
  paintBox(painter, style, area, fragment.ends, box.span);
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

function contentOf(box: Box, fragment: BoxFragment, area: Rectangle): Rectangle {
  const edges = edgesOf(box.style, fragment.width);
  return {
    x: area.x + edges.border.left + edges.padding.left,
    y: area.y + fragment.before,
    width: fragment.width - edges.horizontal,
    height: fragment.height - fragment.before - fragment.after,
  };
}
