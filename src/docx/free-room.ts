import type { StyledElement } from '../style/styled-tree.ts';
import { type Collector, isBlock } from './collector.ts';
import { definiteHeight } from './page-ground.ts';
import { twips } from './units.ts';

/** What a block that is higher than its content leaves before, between and behind its children. Twips. */
export interface FreeRoom {
  readonly before: number;
  readonly between: number;
  readonly after: number;
}

/** No room. */
export const noRoom: FreeRoom = { before: 0, between: 0, after: 0 };

/** Word's faces may take more lines than those that were measured with: so much of the content's height is kept back. */
const reserve = 0.15;

/**
 * The room in a block of a given height, `width` pt wide around, as flex columns share it out (css-flexbox-1 §9.5). Word
 * has no blocks of a height: their paragraphs are moved apart instead, by what layout measures.
 */
export function freeRoom(element: StyledElement, width: number, collector: Collector): FreeRoom {
  const height = definiteHeight(element);
  const children = element.children.filter((child) => isBlock(child) && child.style.position !== 'absolute');
  if (height === undefined || !collector.measures || children.length === 0) return noRoom;
  const content = collector.measures.height(element, width);
  const free = twips(Math.max(0, height - content * (1 + reserve)));
  if (free === 0) return noRoom;
  return shareOut(free, element, children.length);
}

function shareOut(free: number, { style }: StyledElement, count: number): FreeRoom {
  const isColumn = style.display === 'flex' && style.flexDirection === 'column';
  switch (isColumn ? style.justifyContent : 'normal') {
    case 'space-between':
      return count > 1 ? { ...noRoom, between: Math.floor(free / (count - 1)) } : { ...noRoom, after: free };
    case 'center':
      return { ...noRoom, before: Math.floor(free / 2), after: Math.floor(free / 2) };
    case 'end':
    case 'flex-end':
      return { ...noRoom, before: free };
    default:
      return { ...noRoom, after: free };
  }
}
