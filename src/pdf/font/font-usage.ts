import type { GlyphsItem, PagedDocument } from '../../layout/paged-document.ts';
import type { Face } from '../../text/face.ts';
import { glyphTexts } from './cluster-text.ts';

/** A character of a font as a PDF knows it: one glyph standing for one text. */
export interface Character {
  readonly glyph: number;
  readonly text: string;
}

/** A face with every character that the document draws in it. */
export interface FontUsage {
  readonly face: Face;
  /** `F1`, `F2` … in the order of first use. */
  readonly name: string;
  /** The character of code (CID) `i + 1`. */
  readonly characters: readonly Character[];
  /** The code of a character. */
  codeOf(glyph: number, text: string): number;
}

/** The fonts of a document: by face, and each run's texts as `glyphTexts` gives them. */
export interface FontUsages {
  readonly all: readonly FontUsage[];
  of(face: Face): FontUsage;
  textsOf(item: GlyphsItem): readonly (string | undefined)[];
}

function keyOf(glyph: number, text: string): string {
  return `${glyph}:${text}`;
}

function compareCharacters(a: Character, b: Character): number {
  if (a.text !== b.text) return a.text < b.text ? -1 : 1;
  return a.glyph - b.glyph;
}

/** Codes go by text, so that neighbours in Unicode share an entry of the ToUnicode map. */
function createUsage(face: Face, name: string, characters: readonly Character[]): FontUsage {
  const sorted = [...characters].sort(compareCharacters);
  const codes = new Map(sorted.map(({ glyph, text }, index) => [keyOf(glyph, text), index + 1]));
  const codeOf = (glyph: number, text: string) => {
    const code = codes.get(keyOf(glyph, text));
    if (code === undefined) throw new Error(`glyph ${glyph} of ${face.postScriptName} was not counted`);
    return code;
  };
  return { face, name, characters: sorted, codeOf };
}

/** Goes through all text once and gives every character a code. Faces with equal ids are one font. */
export function collectFonts(document: PagedDocument): FontUsages {
  const found = new Map<string, { face: Face; characters: Map<string, Character> }>();
  const texts = new Map<GlyphsItem, readonly (string | undefined)[]>();
  for (const page of document.pages) {
    for (const item of page.items) {
      if (item.kind !== 'glyphs') continue;
      let entry = found.get(item.face.id);
      if (entry === undefined) {
        entry = { face: item.face, characters: new Map() };
        found.set(item.face.id, entry);
      }
      const itemTexts = glyphTexts(item.face, item.glyphs, item.text, item.level);
      texts.set(item, itemTexts);
      item.glyphs.forEach((glyph, index) => {
        const text = itemTexts[index];
        if (text !== undefined) entry.characters.set(keyOf(glyph.id, text), { glyph: glyph.id, text });
      });
    }
  }
  const usages = new Map<string, FontUsage>();
  for (const [id, { face, characters }] of found) {
    usages.set(id, createUsage(face, `F${usages.size + 1}`, [...characters.values()]));
  }
  return {
    all: [...usages.values()],
    of: (face) => usages.get(face.id)!,
    textsOf: (item) => texts.get(item) ?? [],
  };
}
