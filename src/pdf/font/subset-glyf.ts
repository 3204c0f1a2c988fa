import {
  ARGS_ARE_OFFSETS,
  ARGS_ARE_WORDS,
  componentsOf,
  HAS_INSTRUCTIONS,
  isComposite,
  MORE_COMPONENTS,
} from '../../text/outlines/glyf-components.ts';
import type { CellPart } from './cell.ts';

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

/** A composite glyph of the parts, each moved by its offset; empty where nothing is drawn. */
export function composeOutline(
  parts: readonly CellPart[],
  outlineOf: (glyph: number) => Uint8Array,
  newGlyph: (glyph: number) => number,
): Uint8Array {
  const drawn = parts.filter(({ glyph }) => outlineOf(glyph).length >= 10);
  if (drawn.length === 0) return new Uint8Array(0);
  const outline = new Uint8Array(10 + drawn.length * 8);
  const view = new DataView(outline.buffer);
  const box = [0x7fff, 0x7fff, -0x8000, -0x8000];
  drawn.forEach(({ glyph, dx, dy }, index) => {
    const bytes = outlineOf(glyph);
    const source = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let side = 0; side < 4; side++) {
      const value = source.getInt16(2 + side * 2) + (side % 2 === 0 ? dx : dy);
      box[side] = side < 2 ? Math.min(box[side]!, value) : Math.max(box[side]!, value);
    }
    const more = index < drawn.length - 1 ? MORE_COMPONENTS : 0;
    view.setUint16(10 + index * 8, ARGS_ARE_WORDS | ARGS_ARE_OFFSETS | more);
    view.setUint16(12 + index * 8, newGlyph(glyph));
    view.setInt16(14 + index * 8, dx);
    view.setInt16(16 + index * 8, dy);
  });
  view.setInt16(0, -1);
  box.forEach((value, side) => {
    view.setInt16(2 + side * 2, value);
  });
  return outline;
}
