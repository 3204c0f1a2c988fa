import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import type { ComputedStyle, Sides } from '../../style/computed-style.ts';
import type { BackgroundBox, BackgroundImage } from '../../style/painted-style.ts';
import { isWithin } from '../geometry.ts';
import { rectanglePath } from '../graphics.ts';
import { tileCount, tilesIn, tilingOf } from './background-tiles.ts';
import { gradientPaint } from './paint-gradient.ts';
import { emitPath, emitRect, endGroup, type PagePainter, startClip } from './painter.ts';
import { insetBox, outlineOf, type RoundedBox } from './rounded-box.ts';

/** More tiles in one box than this are not drawn: each is an operator of the page. */
const MOST_TILES = 4000;

/** The edges of a box that backgrounds go by. */
export interface BackgroundEdges {
  readonly border: Sides<number>;
  readonly padding: Sides<number>;
  /** The element, for complaints about a picture that no style sheet asked for. */
  readonly span: Span;
}

/** Draws the colour and the layers of a background from the bottom up (css-backgrounds-3 §2). */
export function paintBackground(
  painter: PagePainter,
  style: ComputedStyle,
  box: RoundedBox,
  edges: BackgroundEdges,
): void {
  const layers = style.backgroundImage;
  const bottom = style.backgroundClip[(layers.length || 1) - 1] ?? style.backgroundClip.at(-1)!;
  paintColour(painter, style, areaOf(bottom, box, edges));
  for (let index = layers.length - 1; index >= 0; index--) {
    const image = layers[index]!;
    if (image.kind !== 'none') paintLayer(painter, style, index, image, box, edges);
  }
}

function paintColour(painter: PagePainter, style: ComputedStyle, area: RoundedBox): void {
  const fill = style.backgroundColor;
  if (!area.radii) return emitRect(painter, area.x, area.y, area.width, area.height, fill);
  if (fill.a === 0 || area.width <= 0 || area.height <= 0) return;
  emitPath(painter, { path: outlineOf(area), fill, fillRule: 'nonzero', stroke: undefined });
}

function areaOf(name: BackgroundBox, box: RoundedBox, { border, padding }: BackgroundEdges): RoundedBox {
  if (name === 'border-box') return box;
  const inside = insetBox(box, border);
  return name === 'padding-box' ? inside : insetBox(inside, padding);
}

function paintLayer(
  painter: PagePainter,
  style: ComputedStyle,
  index: number,
  image: Exclude<BackgroundImage, { kind: 'none' }>,
  box: RoundedBox,
  edges: BackgroundEdges,
): void {
  const of = <T>(values: readonly T[]): T => values[index % values.length]!;
  const shown = areaOf(of(style.backgroundClip), box, edges);
  const origin = areaOf(of(style.backgroundOrigin), box, edges);
  if (shown.width <= 0 || shown.height <= 0) return;
  const span = style.origins.backgroundImage ?? edges.span;
  const picture = image.kind === 'url' ? painter.painting.picture(image.url, span, style) : undefined;
  if (image.kind === 'url' && !picture) return;
  const tiling = tilingOf(origin, {
    natural: picture?.natural,
    size: of(style.backgroundSize),
    position: of(style.backgroundPosition),
    repeat: of(style.backgroundRepeat),
  });
  if (tileCount(tiling, shown) > MOST_TILES) {
    const message = `this background repeats more than ${MOST_TILES} times in one box and is left out`;
    const hint = 'Make the picture larger, or set background-size';
    painter.painting.diagnostics.push(diagnose('css-unsupported', message, span, hint));
    return;
  }
  const tiles = tilesIn(tiling, shown);
  const cut = shown.radii !== undefined || tiles.some((tile) => !isWithin(tile, shown));
  if (cut && tiles.length > 0) startClip(painter, outlineOf(shown));
  for (const tile of tiles) {
    if (picture) painter.items.push(...picture.draw(tile));
    else if (image.kind !== 'url') {
      const path = rectanglePath(tile.x, tile.y, tile.width, tile.height);
      const fill = gradientPaint(image, tile);
      emitPath(painter, { path, fill, fillRule: 'nonzero', stroke: undefined });
    }
  }
  if (cut && tiles.length > 0) endGroup(painter);
}
