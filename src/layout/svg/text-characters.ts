import type { Span } from '../../diagnostics/source.ts';
import type { StyledElement, StyledNode } from '../../style/styled-tree.ts';
import { applyWhiteSpace, initialWhiteSpace, type WhiteSpaceState } from '../boxes/white-space.ts';
import { lengthOf, pixel, readLength, type Viewport } from './lengths.ts';

/** A character of a text in a drawing, and where its element puts it; user units. */
export interface TextCharacter {
  readonly text: string;
  /** The `text` or `tspan` that holds it, and those around it, outermost first. */
  readonly elements: readonly StyledElement[];
  readonly span: Span;
  x: number | undefined;
  y: number | undefined;
  dx: number | undefined;
  dy: number | undefined;
}

interface Collecting {
  readonly characters: TextCharacter[];
  readonly viewport: Viewport;
  readonly space: WhiteSpaceState;
}

/** The characters of a `text` in logical order (SVG 2 §11.5), white space collapsed, with their positions. */
export function textCharacters(text: StyledElement, viewport: Viewport): readonly TextCharacter[] {
  const collecting: Collecting = { characters: [], viewport, space: initialWhiteSpace() };
  collect(text, [], collecting);
  const { characters } = collecting;
  while (characters.at(-1)?.text === ' ' && !isPreserved(characters.at(-1)!.elements)) characters.pop();
  return characters;
}

function collect(element: StyledElement, outer: readonly StyledElement[], collecting: Collecting): void {
  const elements = [...outer, element];
  const start = collecting.characters.length;
  for (const child of element.children) collectNode(child, elements, collecting);
  // Inner elements have set theirs already.
  for (const name of ['x', 'y', 'dx', 'dy'] as const) {
    positions(element, name, collecting.viewport).forEach((value, index) => {
      const character = collecting.characters[start + index];
      if (character) character[name] ??= value;
    });
  }
}

function collectNode(node: StyledNode, elements: readonly StyledElement[], collecting: Collecting): void {
  if (node.type === 'element') {
    if (isTextPart(node)) collect(node, elements, collecting);
    return;
  }
  for (const character of [...collapsed(node.text, elements, collecting.space)]) {
    const unplaced = { x: undefined, y: undefined, dx: undefined, dy: undefined };
    collecting.characters.push({ text: character, elements, span: node.span, ...unplaced });
  }
}

/** Elements whose text is part of the text around them. */
function isTextPart({ tag }: StyledElement): boolean {
  return tag === 'tspan' || tag === 'textpath' || tag === 'a';
}

/** White space as CSS collapses it; `xml:space="preserve"` keeps every space, and line ends as spaces. */
function collapsed(text: string, elements: readonly StyledElement[], space: WhiteSpaceState): string {
  if (isPreserved(elements)) {
    return applyWhiteSpace(text.replace(/\r\n?|[\n\t]/g, ' '), 'pre', space);
  }
  return applyWhiteSpace(text, 'normal', space);
}

function isPreserved(elements: readonly StyledElement[]): boolean {
  const said = elements.findLast(({ attributes }) => attributes['xml:space'] !== undefined);
  return said?.attributes['xml:space'] === 'preserve' || elements.at(-1)!.style.whiteSpace.startsWith('pre');
}

function positions(
  element: StyledElement,
  name: 'x' | 'y' | 'dx' | 'dy',
  viewport: Viewport,
): readonly number[] {
  const text = element.attributes[name];
  if (text === undefined) return [];
  const axis = name.endsWith('x') ? 'x' : 'y';
  const single = lengthOf(element, name, axis, viewport);
  if (single !== undefined) return [single];
  const parts = text.trim().split(/[\s,]+/);
  const values = parts.map((part) => readLength(part, axis, viewport, element.style.fontSize / pixel));
  return values.every((value) => value !== undefined) ? values : [];
}
