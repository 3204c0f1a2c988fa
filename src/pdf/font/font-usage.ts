import type { GlyphsItem, PagedDocument } from '../../layout/paged-document.ts';
import type { Face } from '../../text/face.ts';
import { type Cell, type PlacedCell, shapeKey } from './cell.ts';
import { cellsOf } from './cells.ts';
import { directionMarks, mainDirection, noMarks, withMarks } from './direction-marks.ts';
import { type PlainCharacters, plainCells } from './plain-cells.ts';

/** A face with every character that the document draws in it. */
export interface FontUsage {
  readonly face: Face;
  /** `F1`, `F2` … in the order of first use. */
  readonly name: string;
  /** The character of code (CID) `i + 1`. */
  readonly characters: readonly Cell[];
  /** The code of a character. */
  codeOf(cell: Cell): number;
}

/** The fonts of a document, and every run as characters of its font. */
export interface FontUsages {
  readonly all: readonly FontUsage[];
  of(face: Face): FontUsage;
  cellsOf(item: GlyphsItem): readonly PlacedCell[];
}

/** The characters of a face, as its runs are gone through. */
interface CharacterSet {
  readonly face: Face;
  readonly plain: PlainCharacters;
  readonly byKey: ReadonlyMap<string, Cell>;
  /** Counts a character; the object that stands for all that are equal to it. */
  add(cell: Cell): Cell;
}

function createCharacterSet(face: Face): CharacterSet {
  const byKey = new Map<string, Cell>();
  const counted = new Set<Cell>();
  const count = (cell: Cell): Cell => {
    const key = keyOf(cell);
    const known = byKey.get(key);
    if (known) return known;
    byKey.set(key, cell);
    counted.add(cell);
    return cell;
  };
  return { face, plain: new Map(), byKey, add: (cell) => (counted.has(cell) ? cell : count(cell)) };
}

function keyOf(cell: Cell): string {
  return `${cell.text}\0${shapeKey(cell)}`;
}

/** Codes go by text, so that neighbours in Unicode share an entry of the ToUnicode map. */
function createUsage({ face, byKey }: CharacterSet, name: string): FontUsage {
  const keys = [...byKey.keys()].sort();
  const characters = keys.map((key) => byKey.get(key)!);
  const codes = new Map(characters.map((cell, index) => [cell, index + 1]));
  const codeOf = (cell: Cell) => {
    const code = codes.get(cell) ?? codes.get(byKey.get(keyOf(cell))!);
    if (code === undefined) throw new Error(`A character of ${face.postScriptName} was not counted`);
    return code;
  };
  return { face, name, characters, codeOf };
}

/**
 * Goes through all text once and gives every character a code. Faces with equal ids are one font. The cells of plain
 * runs are made again when they are drawn: those of a long document would take more memory than that takes time.
 */
export function collectFonts(document: PagedDocument): FontUsages {
  const sets = new Map<string, CharacterSet>();
  const others = new Map<GlyphsItem, readonly PlacedCell[]>();
  const setOf = (face: Face): CharacterSet => {
    const set = sets.get(face.id) ?? createCharacterSet(face);
    sets.set(face.id, set);
    return set;
  };
  const used = new Set<CharacterSet>();
  for (const { items } of document.pages) {
    const direction = mainDirection(items);
    items.forEach((item, index) => {
      if (item.kind !== 'glyphs') return;
      const set = setOf(item.face);
      const marks = directionMarks(item, items[index - 1], items[index + 1], direction);
      const plain = marks === noMarks ? plainCells(item, set.plain) : undefined;
      const cells = plain ?? withMarks(item, cellsOf(item), marks);
      if (cells.length > 0) used.add(set);
      if (plain) for (const { cell } of plain) set.add(cell);
      else
        others.set(
          item,
          cells.map(({ cell, x }) => ({ cell: set.add(cell), x })),
        );
    });
  }
  const usages = new Map([...used].map((set, index) => [set.face.id, createUsage(set, `F${index + 1}`)]));
  return {
    all: [...usages.values()],
    of: (face) => usages.get(face.id)!,
    cellsOf: (item) => others.get(item) ?? plainCells(item, setOf(item.face).plain) ?? [],
  };
}
