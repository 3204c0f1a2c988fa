import type { ComputedStyle } from '../../style/computed-style.ts';
import type { StyledElement, StyledNode } from '../../style/styled-tree.ts';
import type { WritingMode } from '../../style/writing-style.ts';
import { isReplaced } from '../boxes/inline-content.ts';
import { isAtFoot } from '../boxes/out-of-flow.ts';
import { createTurnedStyles, type TurnedStyles } from './turn-style.ts';

interface Turning {
  /** Of the pages. */
  readonly principal: WritingMode;
  readonly styles: TurnedStyles;
}

/**
 * A document in which some lines are vertical, each style turned to the lines of its element. Where those run another
 * way than the ones around, `outerStyle` is the style as these see it. The root goes the way of the body
 * (css-writing-modes-4 §8).
 */
export function turnTree(root: StyledElement): StyledElement {
  const principal = principalMode(root);
  const whole = { ...root, style: withMode(root.style, principal) };
  return turned(whole, principal, { principal, styles: createTurnedStyles() });
}

/** The writing mode that the pages of a document go by. */
export function principalMode(root: StyledElement): WritingMode {
  if (root.tag !== 'html') return root.style.writingMode;
  const body = root.children.find((child) => child.type === 'element' && child.tag === 'body');
  return body?.type === 'element' ? body.style.writingMode : root.style.writingMode;
}

function withMode(style: ComputedStyle, writingMode: WritingMode): ComputedStyle {
  return style.writingMode === writingMode ? style : { ...style, writingMode };
}

/** Parts of a table go with it, and what has no box with what is around it. */
const guests: ReadonlySet<ComputedStyle['display']> = new Set([
  'contents',
  'table-row-group',
  'table-header-group',
  'table-footer-group',
  'table-row',
  'table-column',
  'table-column-group',
]);

/** An element and what is in it; `outer` is the mode of the box that it is written in. */
function turned(element: StyledElement, outer: WritingMode, turning: Turning): StyledElement {
  const { style } = element;
  // The foot of the page goes with the page.
  const around = isAtFoot(style) ? turning.principal : outer;
  // What a replaced element shows has no lines of the document's.
  if (isReplaced(element)) return { ...element, style: turning.styles.turned(style, around) };
  const own = guests.has(style.display) ? around : style.writingMode;
  const inside = (node: StyledNode): StyledNode => (node.type === 'text' ? node : turned(node, own, turning));
  const result: StyledElement = {
    ...element,
    style: turning.styles.turned(style, own),
    children: element.children.map(inside),
    marker: element.marker && turned(element.marker, own, turning),
    ...(element.call && { call: turned(element.call, outer, turning) }),
  };
  return own === around ? result : { ...result, outerStyle: turning.styles.turned(style, around) };
}
