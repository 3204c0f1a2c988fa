import type { StyledElement } from '../../style/styled-tree.ts';
import type { InlineItem, TextItem } from '../../text/paragraph.ts';
import { pixel } from './lengths.ts';
import type { TextCharacter } from './text-characters.ts';

/** Text that is set as one and aligned as a whole (SVG 2 §11.4.2); user units. */
export interface TextChunk {
  /** Undefined where it goes on from the chunk before. */
  readonly x: number | undefined;
  readonly y: number | undefined;
  /** For the shaper, in pt; shifts along the line are edges. */
  readonly items: readonly InlineItem[];
  /** Of each item: the elements that hold it, and how far below the line it stands. */
  readonly placed: readonly { readonly elements: readonly StyledElement[]; readonly dy: number }[];
}

/** The chunks of a text: each begins where a character has a position of its own. */
export function textChunks(
  characters: readonly TextCharacter[],
  styleOf: (element: StyledElement) => TextItem['style'],
): readonly TextChunk[] {
  const chunks: TextChunk[] = [];
  let items: InlineItem[] = [];
  let placed: { elements: readonly StyledElement[]; dy: number }[] = [];
  let dy = 0;
  let last: TextCharacter | undefined;
  for (const character of characters) {
    const isMoved = character.dx !== undefined || character.dy !== undefined;
    if (!last || character.x !== undefined || character.y !== undefined) {
      [items, placed] = [[], []];
      chunks.push({ x: character.x, y: character.y, items, placed });
      if (character.y !== undefined) dy = 0;
      last = undefined;
    }
    dy += character.dy ?? 0;
    if (character.dx) {
      items.push({ kind: 'edge', side: 'start', width: character.dx * pixel, isolate: undefined });
      placed.push({ elements: character.elements, dy });
    }
    const before = items.at(-1);
    if (last && !isMoved && before?.kind === 'text' && last.elements.at(-1) === character.elements.at(-1)) {
      items[items.length - 1] = joined(before, character);
    } else {
      const style = styleOf(character.elements.at(-1)!);
      items.push({ kind: 'text', text: character.text, style, span: character.span });
      placed.push({ elements: character.elements, dy });
    }
    last = character;
  }
  return chunks;
}

/** A text item with one more character; its span reaches over both where they stand in one source. */
function joined(item: TextItem, { text, span }: TextCharacter): TextItem {
  const isOne = item.span.source === span.source && item.span.start <= span.start;
  return {
    ...item,
    text: item.text + text,
    span: isOne ? { ...item.span, end: Math.max(item.span.end, span.end) } : item.span,
  };
}
