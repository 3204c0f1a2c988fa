import type { GlyphsItem, PagedDocument } from '../../layout/paged-document.ts';
import type { Face } from '../../text/fonts/face.ts';
import { escaped } from '../content/numbers.ts';
import { type Cell, type PlacedCell, shapeKey } from './cell.ts';
import { cellsOf } from './cells.ts';
import {
  directionMarks,
  endsInHyphen,
  mainDirection,
  noMarks,
  withLineEnd,
  withMarks,
} from './direction-marks.ts';
import type { PlainCharacters } from './plain-cells.ts';
import { type CellVisitor, visitCells } from './run-cells.ts';
import { verticalCells } from './vertical-cells.ts';
import { statedWidth } from './widths.ts';

/** A face with every character that the document draws in it. */
export interface FontUsage {
  readonly face: Face;
  /** `F1`, `F2` … in the order of first use. */
  readonly name: string;
  /** The character of code (CID) `i + 1`. */
  readonly characters: readonly Cell[];
  /** How a character is shown. */
  shown(cell: Cell): ShownCharacter;
}

/** A character as an operator shows it. */
export interface ShownCharacter {
  /** Its code of two bytes, as a part of a literal string. */
  readonly code: string;
  /** How far the font's `W` moves the pen; thousandths of the em. */
  readonly stated: number;
}

/** The fonts of a document, and every run as characters of its font. */
export interface FontUsages {
  readonly all: readonly FontUsage[];
  of(face: Face): FontUsage;
  /** Goes through the characters of a run in the order of drawing. */
  visit(item: GlyphsItem, visitor: CellVisitor): void;
}

/** The characters of a face, as its runs are gone through. */
interface CharacterSet {
  readonly face: Face;
  readonly plain: PlainCharacters;
  readonly byKey: ReadonlyMap<string, Cell>;
  /** Counts a character; the object that stands for all that are equal to it. */
  add(cell: Cell): Cell;
}

/** `begin` is told of the set when it gets its first character. */
function createCharacterSet(face: Face, begin: (set: CharacterSet) => void): CharacterSet {
  const byKey = new Map<string, Cell>();
  const counted = new Set<Cell>();
  const count = (cell: Cell): Cell => {
    const key = keyOf(cell);
    const known = byKey.get(key);
    if (known) return known;
    if (byKey.size === 0) begin(set);
    byKey.set(key, cell);
    counted.add(cell);
    return cell;
  };
  const set: CharacterSet = {
    face,
    plain: new Map(),
    byKey,
    add: (cell) => (counted.has(cell) ? cell : count(cell)),
  };
  return set;
}

function keyOf(cell: Cell): string {
  return `${cell.text}\0${shapeKey(cell)}`;
}

/** Codes go by text, so that neighbours in Unicode share an entry of the ToUnicode map. */
function createUsage({ face, byKey }: CharacterSet, name: string): FontUsage {
  const keys = [...byKey.keys()].sort();
  const characters = keys.map((key) => byKey.get(key)!);
  const shown = new Map(characters.map((cell, index) => [cell, showCharacter(face, cell, index + 1)]));
  return {
    face,
    name,
    characters,
    shown(cell) {
      const found = shown.get(cell) ?? shown.get(byKey.get(keyOf(cell))!);
      if (!found) throw new Error(`A character of ${face.postScriptName} was not counted`);
      return found;
    },
  };
}

function showCharacter(face: Face, cell: Cell, code: number): ShownCharacter {
  const bytes = String.fromCharCode(code >> 8, code & 0xff);
  return { code: escaped(bytes), stated: statedWidth(face, cell.advance) };
}

/**
 * Goes through all text once and gives every character a code. Faces with equal ids are one font. What most runs are
 * made of is found again when they are drawn: kept, it would take more memory in a long document than that takes time.
 */
export function collectFonts(document: PagedDocument): FontUsages {
  const sets = new Map<string, CharacterSet>();
  /** Those with characters, in the order of first use. */
  const used: CharacterSet[] = [];
  /** Runs from right to left, and with marks, which depend on what stands beside them. */
  const others = new Map<GlyphsItem, readonly PlacedCell[]>();
  const setOf = (face: Face): CharacterSet => {
    const set = sets.get(face.id) ?? createCharacterSet(face, (begun) => used.push(begun));
    sets.set(face.id, set);
    return set;
  };
  for (const { items } of document.pages) {
    const direction = mainDirection(items);
    items.forEach((item, index) => {
      if (item.kind !== 'glyphs') return;
      const { plain, add } = setOf(item.face);
      const marks = directionMarks(item, items[index - 1], items[index + 1], direction);
      const isHyphened = endsInHyphen(items, index);
      const isUpright = item.turn === 'upright';
      if (marks === noMarks && item.level % 2 === 0 && !isUpright && !isHyphened)
        visitCells(item, plain, add);
      else {
        const bare = isUpright ? verticalCells(item) : withMarks(item, cellsOf(item), marks);
        const cells = isHyphened && !isUpright ? withLineEnd(item, bare) : bare;
        others.set(
          item,
          cells.map(({ cell, x }) => ({ cell: add(cell), x })),
        );
      }
    });
  }
  const usages = new Map(used.map((set, index) => [set.face.id, createUsage(set, `F${index + 1}`)]));
  return {
    all: [...usages.values()],
    of: (face) => usages.get(face.id)!,
    visit(item, visitor) {
      const cells = others.get(item);
      if (!cells) visitCells(item, setOf(item.face).plain, visitor);
      else for (const { cell, x } of cells) visitor(cell, x);
    },
  };
}
