import type { ReplacedBox } from './box.ts';
import { clampHeight, clampWidth, definiteHeight, definiteWidth, type Edges } from './sizing.ts';

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
  const natural = naturalSize(box);
  const ratio = natural.height > 0 ? natural.width / natural.height : 1;
  const width = definiteWidth(style, base, edges.horizontal);
  const height = definiteHeight(style, heightBase, edges.vertical);
  const hasRatio = box.content.kind !== 'blank';
  const tentative = width ?? (height !== undefined && hasRatio ? height * ratio : natural.width);
  const usedWidth = clampWidth(tentative, style, base, edges.horizontal);
  const autoHeight = hasRatio ? usedWidth / ratio : natural.height;
  const usedHeight = clampHeight(height ?? autoHeight, style, heightBase, edges.vertical);
  if (height !== undefined || usedHeight === autoHeight || width !== undefined || !hasRatio) {
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
    const automatic = ratio === undefined ? naturalSize(box).height : width / ratio;
    const free = clampHeight(own ?? automatic, style, heightBase, edges.vertical);
    return { width, height: height ?? free };
  }
  const own = definiteWidth(style, base, edges.horizontal);
  const automatic = ratio === undefined ? naturalSize(box).width : height! * ratio;
  return { width: clampWidth(own ?? automatic, style, base, edges.horizontal), height: height! };
}

/** Width by height; undefined for a box without a ratio of its own. */
export function naturalRatio(box: ReplacedBox): number | undefined {
  const { width, height } = naturalSize(box);
  return box.content.kind === 'blank' || width === 0 || height === 0 ? undefined : width / height;
}

function naturalSize(box: ReplacedBox): ReplacedSize {
  switch (box.content.kind) {
    case 'image': {
      const { width, height, orientation } = box.content.image;
      const turned = orientation >= 5;
      return { width: (turned ? height : width) * pixel, height: (turned ? width : height) * pixel };
    }
    case 'qr':
      return { width: 57, height: 57 };
    case 'blank':
      return { width: 120, height: box.style.fontSize };
  }
}
