import type { ReplacedBox } from './box.ts';
import { clampHeight, clampWidth, definiteHeight, definiteWidth, type Edges } from './sizing.ts';

/** Content size of a replaced box; pt. */
export interface ReplacedSize {
  readonly width: number;
  readonly height: number;
}

/** One CSS pixel (css-values-4 §6.2). */
const pixel = 0.75;

/** The used size by CSS 2.2 §10.3.2 and §10.6.2, the ratio kept where one side is auto. */
export function replacedSize(
  box: ReplacedBox,
  edges: Edges,
  base: number,
  heightBase: number | undefined,
): ReplacedSize {
  const style = box.style;
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
