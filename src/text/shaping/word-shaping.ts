import type { ShapedGlyphs } from './glyphs.ts';
import type { ShapeRequest, ShaperFont } from './shaper.ts';
import { asPart, joinParts, type Space, type WordPart } from './word-parts.ts';

/** UTF-16 units that a font shapes whole before its lookups are worth reading: a leaflet's text stays below. */
const worthReading = 4000;

/** Words beyond it, with the spaces beside them, are seldom said twice. */
const longestWord = 32;

/** Words that are kept of one kind of run; a text that has more begins anew. */
const mostWords = 4096;

/** Scripts whose letters are drawn alike whatever stands beside their run. */
const regardless: readonly string[] = ['Latn', 'Cyrl', 'Grek', 'Zyyy'];

/**
 * A font that shapes each word once, together with the spaces beside it, and puts runs together from words. The glyphs are
 * those of the whole run: `endsAtSpaces` tells, late and once, that no lookup of the font looks across a space, and a run is
 * shaped whole where a word changes the space behind it. Kerning with spaces stays, since they are shaped with the words.
 */
export function shapingByWords(font: ShaperFont, endsAtSpaces: () => boolean): ShaperFont {
  let seen = 0;
  let isAllowed: boolean | undefined;
  const shelves = new Map<string, WordShelf>();
  const shelfOf = (request: ShapeRequest): WordShelf => {
    const key = kindOf(request);
    const shelf = shelves.get(key) ?? { words: new Map(), space: spaceOf(font, request) };
    shelves.set(key, shelf);
    return shelf;
  };
  return {
    shape(request) {
      seen += request.end - request.start;
      if (seen < worthReading) return font.shape(request);
      isAllowed ??= endsAtSpaces();
      if (!isAllowed) return font.shape(request);
      const parts = partsOf(shelfOf(request), font, request);
      return parts ? joinParts(parts, request.rtl, request.end) : font.shape(request);
    },
  };
}

/** The words of one kind of run: of a script, language, direction and set of features. */
interface WordShelf {
  /** By the word with the spaces beside it; undefined for one that does not stand by itself. */
  readonly words: Map<string, ShapedGlyphs | undefined>;
  readonly space: Space;
}

function kindOf({ rtl, script, language, features }: ShapeRequest): string {
  let kind = `${rtl} ${script} ${language}`;
  for (const tag in features) kind += ` ${tag} ${features[tag]}`;
  return kind;
}

/** A space as it is shaped by itself. */
function spaceOf(font: ShaperFont, request: ShapeRequest): Space {
  const { count, packed } = font.shape({ ...request, text: ' ', start: 0, end: 1 });
  return { glyph: count === 1 ? packed[0]! : -1, advance: packed[1] ?? 0 };
}

/** A run's words in logical order; undefined where it has to be shaped whole. */
function partsOf(shelf: WordShelf, font: ShaperFont, request: ShapeRequest): readonly WordPart[] | undefined {
  const { text, end } = request;
  const parts: WordPart[] = [];
  for (let at = request.start; at < end; ) {
    const from = isSpace(text, at) ? at + 1 : at;
    const found = text.indexOf(' ', from);
    const to = found < 0 || found > end ? end : found;
    const next = Math.min(to + 1, end);
    // Spaces together, or a run that is one long word.
    if (to === from || (next - at > longestWord && at === request.start && next === end)) return undefined;
    const glyphs = wordOf(shelf, font, request, at, next);
    if (!glyphs) return undefined;
    parts.push({ glyphs, start: at });
    at = next === end ? end : to;
  }
  return parts;
}

function wordOf(
  shelf: WordShelf,
  font: ShaperFont,
  request: ShapeRequest,
  start: number,
  end: number,
): ShapedGlyphs | undefined {
  const { words, space } = shelf;
  const isKept = end - start <= longestWord && isAlikeElsewhere(request, start, end);
  const key = request.text.slice(start, end);
  const known = isKept ? words.get(key) : undefined;
  if (known || (isKept && words.has(key))) return known;
  const stretch = { ...request, start, end };
  const glyphs = asPart(font.shape(stretch), stretch, space);
  if (!isKept) return glyphs;
  if (words.size === mostWords) words.clear();
  words.set(key, glyphs);
  return glyphs;
}

/** Whether what stands beside a stretch has no say in its shape: spaces, the ends of the text, or its script. */
function isAlikeElsewhere({ text, script }: ShapeRequest, start: number, end: number): boolean {
  if (regardless.includes(script)) return true;
  const isApartBefore = start === 0 || isSpace(text, start);
  return isApartBefore && (end === text.length || isSpace(text, end - 1));
}

function isSpace(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x20;
}
