import type { ReplacedBox } from './box.ts';
import type { Rectangle } from './geometry.ts';
import { type PathSegment, rectanglePath } from './graphics.ts';
import type { GroupItem } from './paged-document.ts';
import { emit, type PagePainter } from './painter.ts';
import { qrMatrix, quietZone } from './qr-code.ts';

/** Paints the content of a replaced box into its content rectangle, and notes where a Figure stands. */
export function paintReplaced(painter: PagePainter, box: ReplacedBox, content: Rectangle): void {
  if (box.structure && !painter.artifact) box.structure.box = { page: painter.page, ...content };
  if (box.content.kind === 'qr') paintQr(painter, box, box.content.value, content);
  else if (box.content.kind === 'image') paintImage(painter, box, content);
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

function paintImage(painter: PagePainter, box: ReplacedBox, content: Rectangle): void {
  if (box.content.kind !== 'image') return;
  const { image } = box.content;
  const area = fitted(box, content);
  const clipped = area.width > content.width + 0.01 || area.height > content.height + 0.01;
  if (clipped) painter.items.push(clipTo(content));
  emit(painter, { kind: 'image', content: box.leaf, image, ...area });
  if (clipped) painter.items.push({ kind: 'end' });
}

function clipTo({ x, y, width, height }: Rectangle): GroupItem {
  const path = rectanglePath(x, y, width, height);
  return { kind: 'group', transform: undefined, clip: { path, fillRule: 'nonzero' }, opacity: 1 };
}

/** The picture's rectangle by `object-fit`, centred (css-images-3 §5.5). */
function fitted(box: ReplacedBox, content: Rectangle): Rectangle {
  if (box.content.kind !== 'image' || box.style.objectFit === 'fill') return content;
  const { image } = box.content;
  const turned = image.orientation >= 5;
  const width = turned ? image.height : image.width;
  const height = turned ? image.width : image.height;
  const contain = Math.min(content.width / width, content.height / height);
  const cover = Math.max(content.width / width, content.height / height);
  const scales = { contain, cover, none: 0.75, 'scale-down': Math.min(contain, 0.75) };
  const scale = scales[box.style.objectFit];
  const w = width * scale;
  const h = height * scale;
  return {
    x: content.x + (content.width - w) / 2,
    y: content.y + (content.height - h) / 2,
    width: w,
    height: h,
  };
}
