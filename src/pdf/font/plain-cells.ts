import type { GlyphsItem } from '../../layout/paged-document.ts';
import type { Face } from '../../text/fonts/face.ts';
import { draws } from '../../text/outlines/outlines.ts';
import { type Cell, ownCell } from './cell.ts';
import { isDependent, spent } from './groups.ts';

/** Em: how far an advance may be from the glyph's own before readers see a gap or an overlap. */
export const tolerance = 0.06;

/** White space: shown by the face's own space where shaping gave it no outline. */
export const space = /^\s$/u;

/** A letter, or a few of them together, that a glyph of the face draws as it is; a space may be of any width. */
interface PlainCharacter {
  readonly cell: Cell;
  readonly isSpace: boolean;
}

/** What is known of a face's characters, by glyph and letter, or letters; null for one that is not plain. */
export type PlainCharacters = Map<number | string, PlainCharacter | null>;

/**
 * The cell of glyph `i` of a run from left to right, where that is a cluster for itself, in its place and as wide as the
 * font says or nearly. It is that of `cellsOf`, unless a mark follows that belongs to it; undefined for any other glyph.
 */
export function plainCell(
  { face, glyphs, text }: GlyphsItem,
  i: number,
  unitsPerPt: number,
  known: PlainCharacters,
): Cell | undefined {
  const at = glyphs.cluster(i);
  const next = i + 1 < glyphs.length ? glyphs.cluster(i + 1) : text.length;
  if (next <= at || (i > 0 && glyphs.cluster(i - 1) === at)) return undefined;
  const id = glyphs.id(i);
  const character =
    next === at + 1
      ? letterOf(face, id, text.charCodeAt(at), known)
      : ligatureOf(face, id, text.slice(at, next), known);
  if (!character) return undefined;
  const { cell, isSpace } = character;
  if (isSpace) return cell;
  const isStrange = Math.abs(glyphs.advance(i) * unitsPerPt - cell.advance) > tolerance * face.unitsPerEm;
  const isMoved = Math.abs(glyphs.dx(i) * unitsPerPt) > 0.5 || Math.abs(glyphs.dy(i) * unitsPerPt) > 0.5;
  return isStrange || isMoved ? undefined : cell;
}

function letterOf(face: Face, glyph: number, unit: number, known: PlainCharacters): PlainCharacter | null {
  const key = glyph * 0x10000 + unit;
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = createCharacter(face, glyph, String.fromCharCode(unit));
  known.set(key, made);
  return made;
}

function ligatureOf(face: Face, glyph: number, text: string, known: PlainCharacters): PlainCharacter | null {
  const key = `${glyph} ${text}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = createCharacter(face, glyph, text);
  known.set(key, made);
  return made;
}

function createCharacter(face: Face, glyph: number, text: string): PlainCharacter | null {
  if (!text.isWellFormed() || isDependent(text) || text.replace(spent, '') !== text) return null;
  if (draws(face.outlines, glyph)) return { cell: ownCell(face, glyph, text), isSpace: false };
  const drawn = space.test(text) ? spaceGlyph(face, text) : 0;
  return drawn === 0 ? null : { cell: ownCell(face, drawn, text), isSpace: true };
}

/** The glyph that shows white space: its own, or the common space's; 0 where the face has neither. */
export function spaceGlyph(face: Face, text: string): number {
  return face.glyphOf(text.codePointAt(0)!) || face.glyphOf(0x20);
}
