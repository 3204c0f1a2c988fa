import type { Sides } from '../../style/computed-style.ts';
import type { ReplacedBox } from '../box.ts';
import { paintField } from '../boxes/field.ts';
import { boundsOf, isWithin, type Rectangle } from '../geometry.ts';
import { type PathSegment, rectanglePath } from '../graphics.ts';
import { naturalSizeOf } from '../replaced.ts';
import { resolve } from '../sizing.ts';
import { emit, emitLink, endGroup, type PagePainter, startClip } from './painter.ts';
import { qrMatrix, quietZone } from './qr-code.ts';
import { insetBox, outlineOf, roundedBox } from './rounded-box.ts';

/** Paints the content of a replaced box into its content rectangle, and notes where a Figure stands. */
export function paintReplaced(
  painter: PagePainter,
  box: ReplacedBox,
  content: Rectangle,
  border: Rectangle,
): void {
  if (box.structure && !painter.artifact) {
    box.structure.box = { page: painter.page, ...boundsOf(painter.transform, content) };
  }
  if (box.content.kind === 'qr') paintQr(painter, box, box.content.value, content);
  else if (box.content.kind === 'field') paintField(painter, box, box.content, content);
  else if (box.content.kind !== 'blank') paintPicture(painter, box, content, border);
  if (box.link && box.style.visibility === 'visible') emitLink(painter, box.link, content);
}

/** The dark modules as one path: runs of a row are one rectangle; the quiet zone is inside the box. */
function paintQr(painter: PagePainter, box: ReplacedBox, value: string, content: Rectangle): void {
  const matrix = qrMatrix(value);
  const side = Math.min(content.width, content.height);
  const module = side / (matrix.size + 2 * quietZone);
  const x0 = content.x + (content.width - side) / 2 + quietZone * module;
  const y0 = content.y + (content.height - side) / 2 + quietZone * module;
  const path: PathSegment[] = [];
  for (let row = 0; row < matrix.size; row++) {
    for (let column = 0; column < matrix.size; column++) {
      if (!matrix.dark(row, column)) continue;
      const start = column;
      while (column + 1 < matrix.size && matrix.dark(row, column + 1)) column++;
      const left = x0 + start * module;
      const right = x0 + (column + 1) * module;
      const top = y0 + row * module;
      path.push(...rectanglePath(left, top, right - left, module));
    }
  }
  emit(painter, {
    kind: 'path',
    content: box.leaf,
    path,
    fill: box.style.color,
    fillRule: 'nonzero',
    stroke: undefined,
  });
}

function paintPicture(painter: PagePainter, box: ReplacedBox, content: Rectangle, border: Rectangle): void {
  const area = fitted(box, content);
  const clipped = !isWithin(area, content);
  const rounded = roundedBox(box.style, border, { top: true, bottom: true });
  // Pictures are cut at the content edge, round corners and all.
  const shown = rounded.radii
    ? insetBox(rounded, insetsOf(border, content))
    : { ...content, radii: undefined };
  if (clipped || shown.radii) startClip(painter, outlineOf(shown));
  if (box.content.kind === 'image') {
    emit(painter, { kind: 'image', content: box.leaf, image: box.content.image, span: box.span, ...area });
  } else if (box.content.kind === 'drawing') {
    for (const item of box.content.drawing.draw(area)) {
      emit(painter, 'content' in item ? { ...item, content: box.leaf } : item);
    }
  }
  if (clipped || shown.radii) endGroup(painter);
}

function insetsOf(outer: Rectangle, inner: Rectangle): Sides<number> {
  return {
    top: inner.y - outer.y,
    left: inner.x - outer.x,
    right: outer.x + outer.width - inner.x - inner.width,
    bottom: outer.y + outer.height - inner.y - inner.height,
  };
}

/** The picture's rectangle by `object-fit` and `object-position` (css-images-3 §5.5). */
function fitted(box: ReplacedBox, content: Rectangle): Rectangle {
  const { width, height, ratio } = naturalSizeOf(box);
  if (!ratio || box.style.objectFit === 'fill') return content;
  // Only the ratio of a drawing may be known: it is contained as it is.
  const natural =
    width ?? (height === undefined ? Math.min(content.width, content.height * ratio) : height * ratio);
  const contain = Math.min(content.width, content.height * ratio);
  const cover = Math.max(content.width, content.height * ratio);
  const widths = { contain, cover, none: natural, 'scale-down': Math.min(contain, natural) };
  const w = widths[box.style.objectFit];
  const h = w / ratio;
  return {
    x: content.x + resolve(box.style.objectPosition.x, content.width - w),
    y: content.y + resolve(box.style.objectPosition.y, content.height - h),
    width: w,
    height: h,
  };
}
