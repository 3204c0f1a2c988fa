import type { FontProfile } from '../campaign/campaign.ts';
import { isFootnote } from '../layout/boxes/out-of-flow.ts';
import type { CounterStyles } from '../style/counter-styles/counter-styles.ts';
import type { StyledElement, StyledNode } from '../style/styled-tree.ts';
import type { Block, PageFrame, PageSetup, ParagraphBlock, Picture } from './model.ts';
import type { Scope } from './scope.ts';

/** What layout measures of an element alone, in a containing block of `width`. Pt. */
export interface Measures {
  /** How wide a table's columns are; undefined for what is no table. */
  readonly columns: (table: StyledElement, width: number) => readonly number[] | undefined;
  /** How high the border box of a block is by its content. */
  readonly height: (block: StyledElement, width: number) => number;
}

/** What the walk over one tree shares. */
export interface Collector {
  /** The picture that an `img`, `svg` or `qr-code` stands for, at most `measure` pt wide; undefined where there is none. */
  readonly picture: (element: StyledElement, measure: number) => Picture | undefined;
  /** How large things are in the PDF; undefined where that cannot be told. */
  readonly measures: Measures | undefined;
  /** The kind of page that has a name. */
  readonly pageOf: (name: string) => PageSetup;
  /** Numbers of the footnotes that were called, in that order. */
  readonly calledNotes: Map<StyledElement, number>;
  /** Footnotes by their `id`. */
  readonly notesById: ReadonlyMap<string, StyledElement>;
  /** `id`s that some link jumps to. */
  readonly targets: ReadonlySet<string>;
  readonly fonts: FontProfile;
  /** What the numbers of lists are written in. */
  readonly counterStyles: CounterStyles;
  /** What the first frame of the document repeats; undefined until it comes. */
  frame: PageFrame | undefined;
  /** Number of the next list. */
  nextList: number;
  /** The walk itself, for tables and rows whose cells hold blocks again. */
  readonly addBlock: (element: StyledElement, scope: Scope, flow: Flow) => void;
  readonly addChildren: (element: StyledElement, scope: Scope, flow: Flow) => void;
}

/** Blocks as they are put one after the other, and what waits for the next paragraph. */
export interface Flow {
  readonly blocks: Block[];
  /** Twips that the containers entered since the last paragraph want above the next one. */
  pendingBefore: number;
  pendingBreak: boolean;
  pendingAnchors: string[];
}

/** An empty flow. */
export function newFlow(): Flow {
  return { blocks: [], pendingBefore: 0, pendingBreak: false, pendingAnchors: [] };
}

/** The last block, where it is a paragraph. */
export function lastParagraph(flow: Flow): ParagraphBlock | undefined {
  const last = flow.blocks.at(-1);
  return last?.kind === 'paragraph' ? last : undefined;
}

/** Every element below a node, itself first, in document order. */
export function* walkElements(node: StyledNode): Generator<StyledElement> {
  if (node.type !== 'element') return;
  yield node;
  for (const child of node.children) yield* walkElements(child);
}

/** All text below a node but that of footnotes. */
export function textOf(node: StyledNode): string {
  if (node.type === 'text') return node.text;
  return isFootnote(node.style) ? '' : node.children.map(textOf).join('');
}

/** True for an element with a class among those its `class` attribute lists. */
export function hasClass(element: StyledElement, name: string): boolean {
  return (element.attributes.class ?? '').split(/\s+/).includes(name);
}

const blockDisplays = new Set(['block', 'flow-root', 'list-item', 'flex', 'table', 'table-caption']);
const replaced = new Set(['img', 'svg', 'qr-code', 'input']);

/** True for a node that starts a paragraph of its own; a block-level picture does so as a paragraph of itself. */
export function isBlock(node: StyledNode): node is StyledElement {
  if (node.type !== 'element' || node.tag === 'br' || isFootnote(node.style) || isOrnament(node))
    return false;
  return blockDisplays.has(node.style.display) || node.style.display.startsWith('table-');
}

/** True for a generated box that is positioned and says nothing: Word has no place for it, and the text goes on around it. */
function isOrnament({ pseudo, style, children }: StyledElement): boolean {
  return pseudo !== undefined && style.position === 'absolute' && children.every(isEmpty);
}

const isEmpty = (node: StyledNode) => node.type === 'text' && !/\S/.test(node.text);

/** True for an element that stands for something else than its children. */
export function isReplaced(element: StyledElement): boolean {
  return replaced.has(element.tag);
}

/** Children as blocks and stretches of inline content between them; white space alone is no content. */
export function partsOf(nodes: readonly StyledNode[]): readonly (StyledElement | StyledNode[])[] {
  const parts: (StyledElement | StyledNode[])[] = [];
  for (const node of nodes) {
    const last = parts.at(-1);
    if (isBlock(node)) parts.push(node);
    else if (Array.isArray(last)) last.push(node);
    else parts.push([node]);
  }
  return parts.filter((part) => !Array.isArray(part) || part.some(hasContent));
}

function hasContent(node: StyledNode): boolean {
  return node.type === 'element' || /\S/.test(node.text);
}
