import type { ReplacedBox } from './box.ts';
import type { Rectangle } from './geometry.ts';
import { type PathSegment, rectanglePath } from './graphics.ts';
import type { GroupItem } from './paged-document.ts';
import { emit, type PagePainter } from './painter.ts';
import { qrMatrix, quietZone } from './qr-code.ts';
import { naturalSizeOf } from './replaced.ts';

/** Paints the content of a replaced box into its content rectangle, and notes where a Figure stands. */
export function paintReplaced(painter: PagePainter, box: ReplacedBox, content: Rectangle): void {
  if (box.structure && !painter.artifact) box.structure.box = { page: painter.page, ...content };
  if (box.content.kind === 'qr') paintQr(painter, box, box.content.value, content);
  else paintPicture(painter, box, content);
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

function paintPicture(painter: PagePainter, box: ReplacedBox, content: Rectangle): void {
  const area = fitted(box, content);
  const clipped = area.width > content.width + 0.01 || area.height > content.height + 0.01;
  if (clipped) painter.items.push(clipTo(content));
  if (box.content.kind === 'image') {
    emit(painter, { kind: 'image', content: box.leaf, image: box.content.image, ...area });
  } else if (box.content.kind === 'drawing') {
    for (const item of box.content.drawing.draw(area)) {
      emit(painter, 'content' in item ? { ...item, content: box.leaf } : item);
    }
  }
  if (clipped) painter.items.push({ kind: 'end' });
}

function clipTo({ x, y, width, height }: Rectangle): GroupItem {
  const path = rectanglePath(x, y, width, height);
  return { kind: 'group', transform: undefined, clip: { path, fillRule: 'nonzero' }, opacity: 1 };
}

/** The picture's rectangle by `object-fit`, centred (css-images-3 §5.5). */
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
    x: content.x + (content.width - w) / 2,
    y: content.y + (content.height - h) / 2,
    width: w,
    height: h,
  };
}
