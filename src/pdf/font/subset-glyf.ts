import {
  ARGS_ARE_OFFSETS,
  ARGS_ARE_WORDS,
  componentsOf,
  HAS_INSTRUCTIONS,
  HAS_TWO_BY_TWO,
  isComposite,
  MORE_COMPONENTS,
  OFFSETS_UNSCALED,
} from '../../text/outlines/glyf-components.ts';
import type { CellPart } from './cell.ts';

/** The map of (x, y) to (−y, x), as a component has it: four numbers of 2.14 bits. */
const QUARTER_TURN = [0, 0x4000, -0x4000, 0];

function setU16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >> 8;
  bytes[at + 1] = value & 0xff;
}

function stripSimple(outline: Uint8Array): Uint8Array {
  const contours = (outline[0]! << 8) | outline[1]!;
  const lengthAt = 10 + contours * 2;
  const instructions = ((outline[lengthAt] ?? 0) << 8) | (outline[lengthAt + 1] ?? 0);
  if (instructions === 0 || lengthAt + 2 + instructions > outline.length) return outline;
  const stripped = new Uint8Array(outline.length - instructions);
  stripped.set(outline.subarray(0, lengthAt));
  stripped.set(outline.subarray(lengthAt + 2 + instructions), lengthAt + 2);
  return stripped;
}

function stripComposite(outline: Uint8Array, newGlyph: (glyph: number) => number): Uint8Array {
  const components = componentsOf(outline);
  const last = components.at(-1);
  const copy = new Uint8Array(outline.subarray(0, last ? last.at + last.length : 10));
  for (const component of components) {
    setU16(copy, component.at, component.flags & ~HAS_INSTRUCTIONS);
    setU16(copy, component.at + 2, newGlyph(component.glyph));
  }
  return copy;
}

/** A `glyf` entry without its hinting, its components renumbered by `newGlyph`. The outline stays as it is. */
export function stripOutline(outline: Uint8Array, newGlyph: (glyph: number) => number): Uint8Array {
  if (outline.length < 10) return new Uint8Array(0);
  return isComposite(outline) ? stripComposite(outline, newGlyph) : stripSimple(outline);
}

/** `glyphs` and after them every glyph that a composite among them is built of, each once. */
export function closeOverComponents(
  glyphs: readonly number[],
  outlineOf: (glyph: number) => Uint8Array,
): readonly number[] {
  const closed = new Set(glyphs);
  // A set visits what is added while it is walked.
  for (const glyph of closed) for (const part of componentsOf(outlineOf(glyph))) closed.add(part.glyph);
  return [...closed];
}

/** A composite glyph of the parts, each turned as it says and moved by its offset; empty where nothing is drawn. */
export function composeOutline(
  parts: readonly CellPart[],
  outlineOf: (glyph: number) => Uint8Array,
  newGlyph: (glyph: number) => number,
): Uint8Array {
  const drawn = parts.filter(({ glyph }) => outlineOf(glyph).length >= 10);
  if (drawn.length === 0) return new Uint8Array(0);
  const outline = new Uint8Array(drawn.reduce((length, { turned }) => length + (turned ? 16 : 8), 10));
  const view = new DataView(outline.buffer);
  const box = [0x7fff, 0x7fff, -0x8000, -0x8000];
  let at = 10;
  drawn.forEach((part, index) => {
    const { glyph, dx, dy, turned } = part;
    boundsOf(part, outlineOf(glyph)).forEach((value, side) => {
      box[side] = side < 2 ? Math.min(box[side]!, value) : Math.max(box[side]!, value);
    });
    const more = index < drawn.length - 1 ? MORE_COMPONENTS : 0;
    const map = turned ? HAS_TWO_BY_TWO | OFFSETS_UNSCALED : 0;
    view.setUint16(at, ARGS_ARE_WORDS | ARGS_ARE_OFFSETS | map | more);
    view.setUint16(at + 2, newGlyph(glyph));
    [dx, dy, ...(turned ? QUARTER_TURN : [])].forEach((value, i) => {
      view.setInt16(at + 4 + i * 2, value);
    });
    at += turned ? 16 : 8;
  });
  view.setInt16(0, -1);
  box.forEach((value, side) => {
    view.setInt16(2 + side * 2, value);
  });
  return outline;
}

/** Left, bottom, right and top of a part in its composite. */
function boundsOf({ dx, dy, turned }: CellPart, outline: Uint8Array): readonly number[] {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  const [left, bottom, right, top] = [2, 4, 6, 8].map((at) => view.getInt16(at)) as [
    number,
    number,
    number,
    number,
  ];
  const [x, y, x2, y2] = turned ? [-top, left, -bottom, right] : [left, bottom, right, top];
  return [x + dx, y + dy, x2 + dx, y2 + dy];
}
