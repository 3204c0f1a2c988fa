import { type Raster, rasterScale } from './raster.ts';

/** A region in CSS px in which two pages do not look alike, with the colours in its middle. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly ours: string;
  readonly theirs: string;
}

/** How far an edge may be from its place: one CSS px. */
const edgeTolerance = rasterScale;

/** How far a channel may be from its value: gradients and pictures are not sampled alike. */
const channelTolerance = 12;

/** Where two pages differ, from top to bottom. Each pixel is looked for within a CSS px, from either page in the other. */
export function compareRasters(ours: Raster, theirs: Raster): readonly Region[] {
  const width = Math.min(ours.width, theirs.width);
  const height = Math.min(ours.height, theirs.height);
  const differs = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (isNear(ours, x, y, theirs, x, y)) continue;
      if (!isFound(ours, x, y, theirs) || !isFound(theirs, x, y, ours)) differs[y * width + x] = 1;
    }
  }
  const regions = regionsOf(differs, width, height).filter((bounds) =>
    isThickerThanRounding(differs, width, bounds),
  );
  return regions.map(([left, top, right, bottom]) => {
    const [x, y] = middleOf(differs, width, left, top, right, bottom);
    return {
      left: left / rasterScale,
      top: top / rasterScale,
      width: (right - left + 1) / rasterScale,
      height: (bottom - top + 1) / rasterScale,
      ours: colourAt(ours, x, y),
      theirs: colourAt(theirs, x, y),
    };
  });
}

/** Pixels are half a CSS px: an edge that is a px off may be found a pixel further. */
function isThickerThanRounding(
  differs: Uint8Array,
  width: number,
  [left, top, right, bottom]: Bounds,
): boolean {
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = y * width + x;
      if (differs[at] && differs[at + 1] && differs[at + width] && differs[at + width + 1]) return true;
    }
  }
  return false;
}

/** A region in words. */
export function describeRegion({ left, top, width, height, ours, theirs }: Region, other: string): string {
  return `${width} × ${height} px at ${left}, ${top}: ours is ${ours}, ${other} has ${theirs}`;
}

function isFound(from: Raster, x: number, y: number, to: Raster): boolean {
  for (let dy = -edgeTolerance; dy <= edgeTolerance; dy++) {
    for (let dx = -edgeTolerance; dx <= edgeTolerance; dx++) {
      const [nx, ny] = [x + dx, y + dy];
      if (nx < 0 || ny < 0 || nx >= to.width || ny >= to.height) continue;
      if (isNear(from, x, y, to, nx, ny)) return true;
    }
  }
  return false;
}

function isNear(a: Raster, ax: number, ay: number, b: Raster, bx: number, by: number): boolean {
  const i = (ay * a.width + ax) * 3;
  const j = (by * b.width + bx) * 3;
  return (
    Math.abs(a.pixels[i]! - b.pixels[j]!) <= channelTolerance &&
    Math.abs(a.pixels[i + 1]! - b.pixels[j + 1]!) <= channelTolerance &&
    Math.abs(a.pixels[i + 2]! - b.pixels[j + 2]!) <= channelTolerance
  );
}

type Bounds = readonly [left: number, top: number, right: number, bottom: number];

/** Bounds of what hangs together, holes of two CSS px bridged. */
function regionsOf(differs: Uint8Array, width: number, height: number): readonly Bounds[] {
  const seen = new Uint8Array(differs.length);
  const regions: Bounds[] = [];
  for (let start = 0; start < differs.length; start++) {
    if (differs[start] === 1 && seen[start] === 0) regions.push(flood(differs, seen, start, width, height));
  }
  return regions;
}

function flood(differs: Uint8Array, seen: Uint8Array, start: number, width: number, height: number): Bounds {
  const reach = 2 * rasterScale;
  let [left, top, right, bottom] = [width, height, 0, 0];
  const stack = [start];
  seen[start] = 1;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    [left, top, right, bottom] = [
      Math.min(left, x),
      Math.min(top, y),
      Math.max(right, x),
      Math.max(bottom, y),
    ];
    for (let ny = Math.max(0, y - reach); ny <= Math.min(height - 1, y + reach); ny++) {
      for (let nx = Math.max(0, x - reach); nx <= Math.min(width - 1, x + reach); nx++) {
        const next = ny * width + nx;
        if (differs[next] === 0 || seen[next] === 1) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
  }
  return [left, top, right, bottom];
}

/** A pixel that differs, near the middle of its region. */
function middleOf(
  differs: Uint8Array,
  width: number,
  left: number,
  top: number,
  right: number,
  bottom: number,
): readonly [number, number] {
  const [cx, cy] = [(left + right) >> 1, (top + bottom) >> 1];
  let best: readonly [number, number] = [left, top];
  let nearest = Number.POSITIVE_INFINITY;
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const far = (x - cx) ** 2 + (y - cy) ** 2;
      if (differs[y * width + x] === 0 || far >= nearest) continue;
      nearest = far;
      best = [x, y];
    }
  }
  return best;
}

function colourAt({ pixels, width }: Raster, x: number, y: number): string {
  const at = (y * width + x) * 3;
  return `#${Buffer.from(pixels.subarray(at, at + 3)).toString('hex')}`;
}
