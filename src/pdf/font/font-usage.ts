import type { GlyphsItem, PagedDocument } from '../../layout/paged-document.ts';
import type { Face } from '../../text/face.ts';
import { type Cell, type PlacedCell, shapeKey } from './cell.ts';
import { cellsOf } from './cells.ts';
import { directionMarks, mainDirection, withMarks } from './direction-marks.ts';

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

function keyOf(cell: Cell): string {
  return `${cell.text}\0${shapeKey(cell)}`;
}

/** Codes go by text, so that neighbours in Unicode share an entry of the ToUnicode map. */
function createUsage(face: Face, name: string, characters: ReadonlyMap<string, Cell>): FontUsage {
  const keys = [...characters.keys()].sort();
  const codes = new Map(keys.map((key, index) => [key, index + 1]));
  const codeOf = (cell: Cell) => {
    const code = codes.get(keyOf(cell));
    if (code === undefined) throw new Error(`A character of ${face.postScriptName} was not counted`);
    return code;
  };
  return { face, name, characters: keys.map((key) => characters.get(key)!), codeOf };
}

/** Goes through all text once and gives every character a code. Faces with equal ids are one font. */
export function collectFonts(document: PagedDocument): FontUsages {
  const found = new Map<string, { face: Face; characters: Map<string, Cell> }>();
  const runs = new Map<GlyphsItem, readonly PlacedCell[]>();
  for (const { items } of document.pages) {
    const direction = mainDirection(items);
    items.forEach((item, index) => {
      if (item.kind !== 'glyphs') return;
      const marks = directionMarks(item, items[index - 1], items[index + 1], direction);
      const cells = withMarks(item, cellsOf(item), marks);
      runs.set(item, cells);
      if (cells.length === 0) return;
      const entry = found.get(item.face.id) ?? { face: item.face, characters: new Map<string, Cell>() };
      found.set(item.face.id, entry);
      for (const { cell } of cells) entry.characters.set(keyOf(cell), cell);
    });
  }
  const usages = new Map<string, FontUsage>();
  for (const [id, { face, characters }] of found) {
    usages.set(id, createUsage(face, `F${usages.size + 1}`, characters));
  }
  return {
    all: [...usages.values()],
    of: (face) => usages.get(face.id)!,
    cellsOf: (item) => runs.get(item) ?? [],
  };
}
