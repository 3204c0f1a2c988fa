import { parseImage } from '../../content/read-image.ts';
import { unsupported } from '../../content/svg/svg-elements.ts';
import { uprightPixels } from '../../raster/printed-pixels.ts';
import type { StyledElement } from '../../style/styled-tree.ts';
import { boundsOf, type Rectangle } from '../geometry.ts';
import { rectanglePath } from '../graphics.ts';
import { type Drawing, drawGroup, extend, type Space } from './drawing.ts';
import { lengthOf } from './lengths.ts';
import { mapPath } from './path-geometry.ts';
import { readAspectRatio, viewBoxMatrix } from './view-box.ts';

/** Draws a PNG or JPEG that is written out in its own address (RFC 2397); others were refused before. */
export function drawImage(element: StyledElement, space: Space, drawing: Drawing): void {
  const match = /^\s*data:image\/(png|jpe?g)\s*;\s*base64\s*,([\s\S]*)$/i.exec(element.attributes.href ?? '');
  if (!match) {
    drawing.report(
      unsupported('a picture in a drawing is PNG or JPEG in base64; this one is left out', element.span),
    );
    return;
  }
  const bytes = new Uint8Array(Buffer.from(match[2]!, 'base64'));
  const { value: image, diagnostics } = parseImage(
    bytes,
    `in the drawing.${match[1]!.toLowerCase()}`,
    element.span,
  );
  for (const diagnostic of diagnostics) drawing.report(diagnostic);
  if (!image || element.style.visibility !== 'visible') return;
  const natural = uprightPixels(image);
  const area = areaOf(element, space, natural);
  if (area.width <= 0 || area.height <= 0) return;
  const ratio = readAspectRatio(element.attributes.preserveAspectRatio);
  const [sx, , , sy, x, y] = viewBoxMatrix({ x: 0, y: 0, ...natural }, area, ratio);
  const placed = { x, y, width: natural.width * sx, height: natural.height * sy };
  const path = mapPath(rectanglePath(area.x, area.y, area.width, area.height), space.matrix);
  const clip = ratio.fit === 'slice' ? ({ path, fillRule: 'nonzero' } as const) : undefined;
  extend(drawing, boundsOf(space.matrix, clip ? area : placed));
  drawGroup(drawing, clip, 1, () => {
    const [a, b, c, d] = space.matrix;
    const isUpright = b === 0 && c === 0 && a > 0 && d > 0;
    const item = { kind: 'image', content: undefined, image, span: element.span } as const;
    if (isUpright) drawing.items.push({ ...item, ...boundsOf(space.matrix, placed) });
    else {
      drawing.items.push({ kind: 'group', transform: space.matrix, clip: undefined, opacity: 1 });
      drawing.items.push({ ...item, ...placed }, { kind: 'end' });
    }
  });
}

/** A side that is not given goes by the other one and the picture's own shape. */
function areaOf(
  element: StyledElement,
  { viewport }: Space,
  natural: { readonly width: number; readonly height: number },
): Rectangle {
  const at = (name: string, axis: 'x' | 'y') => lengthOf(element, name, axis, viewport);
  const [width, height] = [at('width', 'x'), at('height', 'y')];
  const ratio = natural.width / natural.height;
  return {
    x: at('x', 'x') ?? 0,
    y: at('y', 'y') ?? 0,
    width: width ?? (height === undefined ? natural.width : height * ratio),
    height: height ?? (width === undefined ? natural.height : width / ratio),
  };
}
