import type { LengthPercentage } from '../../style/computed-style.ts';
import type { BackgroundSize, Position, Repeat } from '../../style/painted-style.ts';
import type { Rectangle } from '../geometry.ts';
import { resolve } from '../sizing.ts';
import type { NaturalSize } from '../svg/placed-drawing.ts';

/** How a layer lies: the size that its picture has by itself, which a gradient lacks, and the layer's properties. */
export interface TilingOptions {
  readonly natural: NaturalSize | undefined;
  readonly size: BackgroundSize;
  readonly position: Position;
  readonly repeat: { readonly x: Repeat; readonly y: Repeat };
}

/** Tiles along one axis: where one of them starts, how long they are, and from one to the next; 0 for one alone. */
interface Axis {
  readonly start: number;
  readonly length: number;
  readonly step: number;
}

/** Tiles in both directions. */
export interface Tiling {
  readonly x: Axis;
  readonly y: Axis;
}

/** How a picture is sized, placed and repeated in its positioning area (css-backgrounds-3 §2.4 to 2.9). */
export function tilingOf(area: Rectangle, { natural, size, position, repeat }: TilingOptions): Tiling {
  let { width, height } = concreteSize(area, natural, size);
  // `round` makes a whole number fit; the other size follows where it is auto.
  const autoX = typeof size !== 'string' && size.x === 'auto';
  const autoY = typeof size !== 'string' && size.y === 'auto';
  if (repeat.x === 'round' && width > 0) {
    const rounded = area.width / Math.max(1, Math.round(area.width / width));
    if (autoY && repeat.y !== 'round') height *= rounded / width;
    width = rounded;
  }
  if (repeat.y === 'round' && height > 0) {
    const rounded = area.height / Math.max(1, Math.round(area.height / height));
    if (autoX && repeat.x !== 'round') width *= rounded / height;
    height = rounded;
  }
  return {
    x: axis(area.x, area.width, width, position.x, repeat.x),
    y: axis(area.y, area.height, height, position.y, repeat.y),
  };
}

function axis(from: number, room: number, length: number, place: LengthPercentage, repeat: Repeat): Axis {
  const start = from + resolve(place, room - length);
  if (repeat === 'no-repeat') return { start, length, step: 0 };
  if (repeat !== 'space') return { start, length, step: length };
  const count = Math.floor(room / length + 1e-6);
  return count < 2
    ? { start, length, step: 0 }
    : { start: from, length, step: length + (room - count * length) / (count - 1) };
}

/** The default sizing of css-images-3 §5.3: what is not given follows by the ratio, or is the picture's or the area's. */
function concreteSize(
  area: Rectangle,
  natural: TilingOptions['natural'],
  size: BackgroundSize,
): { readonly width: number; readonly height: number } {
  const ratio = natural?.ratio;
  if (typeof size === 'string') {
    if (!ratio) return area;
    const across = area.width;
    const down = area.height * ratio;
    const width = size === 'cover' ? Math.max(across, down) : Math.min(across, down);
    return { width, height: width / ratio };
  }
  const width = size.x === 'auto' ? undefined : resolve(size.x, area.width);
  const height = size.y === 'auto' ? undefined : resolve(size.y, area.height);
  if (width !== undefined && height !== undefined) return { width, height };
  if (width !== undefined) return { width, height: ratio ? width / ratio : (natural?.height ?? area.height) };
  if (height !== undefined) return { width: ratio ? height * ratio : (natural?.width ?? area.width), height };
  if (natural?.width !== undefined) {
    return { width: natural.width, height: natural.height ?? (ratio ? natural.width / ratio : area.height) };
  }
  if (natural?.height !== undefined) {
    return { width: ratio ? natural.height * ratio : area.width, height: natural.height };
  }
  return concreteSize(area, natural, 'contain');
}

/** The tiles that show in an area, row by row. */
export function tilesIn({ x, y }: Tiling, area: Rectangle): readonly Rectangle[] {
  const columns = startsIn(x, area.x, area.width);
  return startsIn(y, area.y, area.height).flatMap((top) =>
    columns.map((left) => ({ x: left, y: top, width: x.length, height: y.length })),
  );
}

/** How many tiles show in an area, before any is made. */
export function tileCount({ x, y }: Tiling, area: Rectangle): number {
  const along = (side: Axis, room: number): number => (side.step > 0 ? Math.ceil(room / side.step) + 1 : 1);
  return along(x, area.width) * along(y, area.height);
}

function startsIn({ start, length, step }: Axis, from: number, room: number): readonly number[] {
  const end = from + room;
  // A tile of which less than this shows is rounding.
  const hair = 1e-4;
  if (length <= 0) return [];
  if (step === 0) return start < end - hair && start + length > from + hair ? [start] : [];
  const first = Math.floor((from + hair - start - length) / step) + 1;
  const starts: number[] = [];
  for (let i = first; start + i * step < end - hair; i++) starts.push(start + i * step);
  return starts;
}
