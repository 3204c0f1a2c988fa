import type { Span } from '../../../src/diagnostics/source.ts';
import type {
  ContentId,
  DisplayItem,
  GlyphsItem,
  Page,
  PagedDocument,
  StructureElement,
} from '../../../src/layout/paged-document.ts';
import { Glyphs } from '../../../src/text/shaping/glyphs.ts';
import { embeddingLevels } from '../../../src/unicode/bidi/embedding-levels.ts';
import { scriptOf } from '../../../src/unicode/script.ts';
import type { TestFace } from './faces.ts';

const source = { name: 'test', root: 'campaign', path: 'test.md', text: '' } as const;

/** A place in a file, for what is made without one. */
export const nowhere: Span = { source, start: 0, end: 0 };

/** A structure element of which only some is said. */
export function element(
  type: StructureElement['type'],
  children: readonly (StructureElement | ContentId)[],
  more: Partial<StructureElement> = {},
): StructureElement {
  return {
    type,
    children,
    language: undefined,
    alt: undefined,
    scope: undefined,
    columnSpan: 1,
    rowSpan: 1,
    listNumbering: undefined,
    box: undefined,
    span: nowhere,
    ...more,
  };
}

/** A document of one language whose pages are A5. */
export function paged(
  pages: readonly (readonly DisplayItem[])[],
  structure: StructureElement,
  more: Partial<PagedDocument> = {},
): PagedDocument {
  return {
    title: 'A “test” & <more>',
    language: 'en',
    direction: 'ltr',
    pages: pages.map((items): Page => ({ width: 420, height: 595, bleed: 0, slug: 0, items })),
    structure,
    outline: [],
    destinations: {},
    ...more,
  };
}

/** How a line of text is to be set. */
export interface LineOptions {
  readonly faces: readonly TestFace[];
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly content: ContentId | undefined;
  readonly language: string;
  readonly rtl?: boolean;
}

interface Run {
  readonly start: number;
  end: number;
  readonly level: number;
  readonly face: TestFace;
  readonly script: string;
}

/** Runs of one level, script and face; what no face has goes to the first. */
function runsOf(text: string, levels: ArrayLike<number>, faces: readonly TestFace[]): readonly Run[] {
  const runs: Run[] = [];
  let offset = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0)!;
    const last = runs.at(-1);
    const own = scriptOf(codePoint);
    const neutral = own === 'Zyyy';
    const usable = (face: TestFace) => face.face.glyphOf(codePoint) !== 0;
    const keeps = last !== undefined && neutral && usable(last.face);
    const face = keeps ? last.face : (faces.find(usable) ?? faces[0]!);
    const script = neutral ? (last?.script ?? 'Latn') : own;
    const level = levels[offset]!;
    if (last && last.level === level && last.face === face && last.script === script)
      last.end += character.length;
    else runs.push({ start: offset, end: offset + character.length, level, face, script });
    offset += character.length;
  }
  return runs;
}

/** Rule L2 of UAX #9. */
function visualOrder(runs: readonly Run[]): readonly Run[] {
  const order = [...runs];
  for (let level = Math.max(...order.map((run) => run.level)); level > 0; level--) {
    for (let i = 0; i < order.length; i++) {
      let end = i;
      while (end < order.length && order[end]!.level >= level) end++;
      order.splice(i, end - i, ...order.slice(i, end).reverse());
      i = Math.max(i, end);
    }
  }
  return order;
}

/** A line of text, shaped and in visual order; its items' right end too. */
export function line(text: string, options: LineOptions): { items: GlyphsItem[]; end: number } {
  const { levels } = embeddingLevels(text, options.rtl ? 1 : 0);
  const runs = visualOrder(runsOf(text, levels, options.faces));
  const items: GlyphsItem[] = [];
  let x = options.x;
  for (const run of runs) {
    const { face, font } = run.face;
    const rtl = run.level % 2 === 1;
    const { start, end, script } = run;
    const shaped = font.shape({ text, start, end, rtl, script, language: options.language, features: {} });
    const scale = options.size / face.unitsPerEm;
    const whole = Glyphs.shaped(shaped, scale);
    const glyphs = whole.slice(0, whole.length, start);
    const colour = { r: 0, g: 0, b: 0, a: 1 };
    const { size, y, content, language } = options;
    const part = text.slice(start, end);
    items.push({
      kind: 'glyphs',
      face,
      size,
      colour,
      x,
      y,
      glyphs,
      text: part,
      level: run.level,
      line: y,
      language,
      content,
    });
    x += glyphs.width();
  }
  return { items, end: x };
}
