/** TrueType composite glyph flags (OpenType `glyf`). */
export const ARGS_ARE_WORDS = 0x0001;
export const ARGS_ARE_OFFSETS = 0x0002;
const HAS_SCALE = 0x0008;
export const MORE_COMPONENTS = 0x0020;
const HAS_XY_SCALE = 0x0040;
export const HAS_TWO_BY_TWO = 0x0080;
export const HAS_INSTRUCTIONS = 0x0100;
export const OFFSETS_UNSCALED = 0x1000;

/** One component of a composite glyph: where its record starts, and how long it is. */
export interface Component {
  readonly at: number;
  readonly length: number;
  readonly flags: number;
  readonly glyph: number;
}

/** What a component's points are multiplied with: x' = xx·x + yx·y, y' = xy·x + yy·y. */
export interface ComponentScale {
  readonly xx: number;
  readonly xy: number;
  readonly yx: number;
  readonly yy: number;
}

/** The scale of a component. */
export function scaleOf(outline: Uint8Array, { at, flags, length }: Component): ComponentScale {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  const f = (index: number) => view.getInt16(at + length - 2 * index) / 16384;
  if (flags & HAS_SCALE) return { xx: f(1), xy: 0, yx: 0, yy: f(1) };
  if (flags & HAS_XY_SCALE) return { xx: f(2), xy: 0, yx: 0, yy: f(1) };
  if (flags & HAS_TWO_BY_TWO) return { xx: f(4), xy: f(3), yx: f(2), yy: f(1) };
  return { xx: 1, xy: 0, yx: 0, yy: 1 };
}

/** Whether a `glyf` entry is built of other glyphs. */
export function isComposite(outline: Uint8Array): boolean {
  return outline.length >= 10 && (outline[0]! & 0x80) !== 0;
}

function u16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

/** The components of a composite glyph; none for a simple one. A record that runs over the end stops the list. */
export function componentsOf(outline: Uint8Array): readonly Component[] {
  const components: Component[] = [];
  if (!isComposite(outline)) return components;
  let at = 10;
  let flags = MORE_COMPONENTS;
  while (flags & MORE_COMPONENTS && at + 4 <= outline.length) {
    flags = u16(outline, at);
    let length = 4 + (flags & ARGS_ARE_WORDS ? 4 : 2);
    if (flags & HAS_SCALE) length += 2;
    else if (flags & HAS_XY_SCALE) length += 4;
    else if (flags & HAS_TWO_BY_TWO) length += 8;
    components.push({ at, length, flags, glyph: u16(outline, at + 2) });
    at += length;
  }
  return components;
}
