import type { ImageData } from '../content/image.ts';
import { uprightPixels } from '../raster/printed-pixels.ts';
import { isVertical } from '../style/flow.ts';
import type { ReplacedBox } from './box.ts';
import { clampHeight, clampWidth, definiteHeight, definiteWidth, type Edges } from './sizing.ts';
import type { NaturalSize } from './svg/placed-drawing.ts';

/** Content size of a replaced box; pt. */
export interface ReplacedSize {
  readonly width: number;
  readonly height: number;
}

/** One CSS pixel (css-values-4 §6.2). */
const pixel = 0.75;

/** Border-box sizes that the parent has decided; pt. */
export interface DecidedSize {
  readonly borderWidth?: number;
  readonly borderHeight?: number;
}

/** What a drawing without a size measures where nothing else says how much (css-images-3 §5.1). */
const defaultSize = { width: 300 * pixel, height: 150 * pixel };

/** The used size by CSS 2.2 §10.3.2 and §10.6.2, the ratio kept where one side is auto. */
export function replacedSize(
  box: ReplacedBox,
  edges: Edges,
  base: number,
  heightBase: number | undefined,
  decided: DecidedSize = {},
): ReplacedSize {
  const style = box.style;
  if (decided.borderWidth !== undefined || decided.borderHeight !== undefined) {
    return decidedSize(box, edges, base, heightBase, decided);
  }
  const natural = naturalSizeOf(box);
  const { ratio } = natural;
  const width = definiteWidth(style, base, edges.horizontal);
  const height = definiteHeight(style, heightBase, edges.vertical);
  const tentative =
    width ??
    (height !== undefined && ratio ? height * ratio : naturalWidth(natural, base - edges.horizontal));
  const usedWidth = clampWidth(tentative, style, base, edges.horizontal);
  const autoHeight = ratio ? usedWidth / ratio : (natural.height ?? defaultSize.height);
  const usedHeight = clampHeight(height ?? autoHeight, style, heightBase, edges.vertical);
  if (height !== undefined || usedHeight === autoHeight || width !== undefined || !ratio) {
    return { width: usedWidth, height: usedHeight };
  }
  return { width: clampWidth(usedHeight * ratio, style, base, edges.horizontal), height: usedHeight };
}

/** One side or both as the parent wants them; the other follows by the ratio unless it is set. */
function decidedSize(
  box: ReplacedBox,
  edges: Edges,
  base: number,
  heightBase: number | undefined,
  decided: DecidedSize,
): ReplacedSize {
  const style = box.style;
  const ratio = naturalRatio(box);
  const given = (size: number | undefined, extra: number): number | undefined =>
    size === undefined ? undefined : Math.max(0, size - extra);
  const width = given(decided.borderWidth, edges.horizontal);
  const height = given(decided.borderHeight, edges.vertical);
  if (width !== undefined) {
    const own = definiteHeight(style, heightBase, edges.vertical);
    const automatic = ratio === undefined ? (naturalSizeOf(box).height ?? defaultSize.height) : width / ratio;
    const free = clampHeight(own ?? automatic, style, heightBase, edges.vertical);
    return { width, height: height ?? free };
  }
  const own = definiteWidth(style, base, edges.horizontal);
  const automatic = ratio === undefined ? (naturalSizeOf(box).width ?? defaultSize.width) : height! * ratio;
  return { width: clampWidth(own ?? automatic, style, base, edges.horizontal), height: height! };
}

/** Width by height; undefined for a box without a ratio of its own. */
export function naturalRatio(box: ReplacedBox): number | undefined {
  return naturalSizeOf(box).ratio;
}

/** A drawing with a ratio and no size of its own fills the room there is. */
function naturalWidth({ width, height, ratio }: NaturalSize, available: number): number {
  if (width !== undefined) return width;
  if (ratio === undefined) return defaultSize.width;
  return height !== undefined ? height * ratio : available > 0 ? available : defaultSize.width;
}

/** A picture's natural size at 96 pixels an inch, set upright; pt. */
export function imageSize(image: ImageData): NaturalSize {
  const { width, height } = uprightPixels(image);
  return { width: width * pixel, height: height * pixel, ratio: width / height };
}

/** The size that the content of a replaced box has by itself, as the lines around it see it. */
export function naturalSizeOf(box: ReplacedBox): NaturalSize {
  const size = naturalSize(box);
  if (!isVertical(box.style.writingMode)) return size;
  return { width: size.height, height: size.width, ratio: size.ratio && 1 / size.ratio };
}

function naturalSize(box: ReplacedBox): NaturalSize {
  switch (box.content.kind) {
    case 'image':
      return imageSize(box.content.image);
    case 'drawing':
      return box.content.drawing.natural;
    case 'qr':
      return { width: 57, height: 57, ratio: 1 };
    case 'field':
    case 'blank':
      return { width: 120, height: box.style.fontSize, ratio: undefined };
  }
}
