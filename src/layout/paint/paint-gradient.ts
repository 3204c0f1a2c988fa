import type { LinearGradientImage, RadialGradientImage } from '../../style/painted-style.ts';
import type { Rectangle } from '../geometry.ts';
import type { Gradient, LinearGradient, Paint } from '../graphics.ts';
import { resolve } from '../sizing.ts';
import { cutBelowZero, gradientStops, normalized } from './gradient-stops.ts';

/** The paint of a CSS gradient over a tile (css-images-3 §3). */
export function gradientPaint(image: LinearGradientImage | RadialGradientImage, tile: Rectangle): Paint {
  return image.kind === 'linear' ? linear(image, tile) : radial(image, tile);
}

/** The gradient line: as long as it takes for the corners to have the colours of its ends (§3.1.1). */
function linear(image: LinearGradientImage, { x, y, width, height }: Rectangle): LinearGradient {
  const [dx, dy] = heading(image.direction, width, height);
  const length = Math.abs(width * dx) + Math.abs(height * dy);
  const { stops, from, to } = normalized(gradientStops(image.stops, length, image.repeating, 1));
  const at = (offset: number) => ({
    x: x + width / 2 + dx * length * (offset - 0.5),
    y: y + height / 2 + dy * length * (offset - 0.5),
  });
  return { kind: 'linear', from: at(from), to: at(to), stops, transform: undefined };
}

/** Up, right, down, left. */
const quarters = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
] as const;

/** A unit vector; towards a corner it is at a right angle to the line between the two corners beside it. */
function heading(
  direction: LinearGradientImage['direction'],
  width: number,
  height: number,
): readonly [number, number] {
  if (typeof direction === 'number') {
    // Whole quarters are exact, so that what is level stays level.
    if (direction % 90 === 0) return quarters[(((direction / 90) % 4) + 4) % 4]!;
    const angle = (direction * Math.PI) / 180;
    return [Math.sin(angle), -Math.cos(angle)];
  }
  if (direction.x === 0 || direction.y === 0) return [direction.x, direction.y];
  const length = Math.hypot(width, height) || 1;
  return [(direction.x * height) / length, (direction.y * width) / length];
}

function radial(image: RadialGradientImage, tile: Rectangle): Paint {
  const x = resolve(image.position.x, tile.width);
  const y = resolve(image.position.y, tile.height);
  const [rx, ry] = radii(image, { ...tile, x, y });
  const last = image.stops.at(-1)!.colour!;
  // An ellipse without an area has its last colour everywhere (§3.2.3).
  if (rx <= 0 || ry <= 0) return last;
  const reach = Math.max(
    ...[0, tile.width].flatMap((cx) =>
      [0, tile.height].map((cy) => Math.hypot((cx - x) / rx, (cy - y) / ry)),
    ),
  );
  const all = cutBelowZero(gradientStops(image.stops, rx, image.repeating, reach));
  const { stops, from, to } = normalized(all);
  const gradient: Gradient = {
    kind: 'radial',
    from: { x: 0, y: 0, radius: from },
    to: { x: 0, y: 0, radius: to },
    stops,
    transform: [rx, 0, 0, ry, tile.x + x, tile.y + y],
  };
  return gradient;
}

/** The half axes (§3.2.1); `x` and `y` of the tile are the centre's place in it. */
function radii(
  { shape, size }: RadialGradientImage,
  { x, y, width, height }: Rectangle,
): readonly [number, number] {
  if (typeof size !== 'string') {
    const rx = resolve(size.x, width);
    return [rx, shape === 'circle' ? rx : resolve(size.y, height)];
  }
  const across = [Math.abs(x), Math.abs(width - x)];
  const down = [Math.abs(y), Math.abs(height - y)];
  const choose = size.startsWith('closest') ? Math.min : Math.max;
  const rx = choose(...across);
  const ry = choose(...down);
  if (shape === 'circle') {
    const radius = size.endsWith('side') ? choose(rx, ry) : Math.hypot(rx, ry);
    return [radius, radius];
  }
  // Through a corner, in the proportions of the ellipse that touches the sides.
  return size.endsWith('side') ? [rx, ry] : [rx * Math.SQRT2, ry * Math.SQRT2];
}
