import type { BorderSide, Colour, ComputedStyle, Display, Sides } from '../computed-style.ts';
import { CURRENT_COLOUR, INITIAL_SIDE } from '../properties/border.ts';
import type { Draft } from '../properties/property.ts';
import { SIDES } from '../properties/property.ts';

/** A border that is not drawn. */
const NO_SIDE: BorderSide = { ...INITIAL_SIDE, width: 0 };
const NO_BORDER: Sides<BorderSide> = { top: NO_SIDE, right: NO_SIDE, bottom: NO_SIDE, left: NO_SIDE };

/** The adjustments that need the whole style: drawn widths, `currentcolor`, and the display type of flex items. */
export function finishStyle(draft: Draft, parent: ComputedStyle | undefined): void {
  const { style, generated } = draft;
  style.pageNumber = [...generated.counterReset, ...generated.counterSet].findLast(
    ({ name }) => name === 'page',
  )?.value;
  style.border = finishBorder(style.border, style.color);
  style.columnRule = finishSide(style.columnRule, style.color);
  if (style.textDecorationColor === CURRENT_COLOUR) style.textDecorationColor = style.color;
  finishOverflow(style);
  finishFloat(style, parent);
  // css-writing-modes-4 §3.2: a box inside a line whose own lines run another way is a block inside.
  if (style.display === 'inline' && parent && parent.writingMode !== style.writingMode) {
    style.display = 'inline-block';
  }
  style.inlineLevel = style.display.startsWith('inline');
  if (isPositioned(style) || style.float !== 'none' || !parent || holdsItems(parent)) {
    style.display = blockified(style.display);
  }
}

function holdsItems(style: ComputedStyle): boolean {
  return style.display === 'flex' || style.display === 'inline-flex';
}

function isPositioned(style: ComputedStyle): boolean {
  return style.position === 'absolute' || style.position === 'fixed';
}

/** The containing block's direction tells the sides; what is positioned or a flex item does not float (CSS 2.2 §9.7). */
function finishFloat(style: Draft['style'], parent: ComputedStyle | undefined): void {
  const direction = (parent ?? style).direction;
  if (style.clear !== 'none') style.clear = physical(style.clear, direction);
  if (style.float === 'none') return;
  const floats = !isPositioned(style) && parent !== undefined && !holdsItems(parent);
  style.float = floats ? physical(style.float, direction) : 'none';
}

function physical<T extends string>(value: T, direction: 'ltr' | 'rtl'): T | 'left' | 'right' {
  if (value === 'inline-start') return direction === 'ltr' ? 'left' : 'right';
  if (value === 'inline-end') return direction === 'ltr' ? 'right' : 'left';
  return value;
}

/** Where one axis makes a scroll container, so does the other (css-overflow-3 §3.1). */
function finishOverflow(style: Draft['style']): void {
  if (style.overflowX === 'hidden') style.overflowY = 'hidden';
  else if (style.overflowY === 'hidden') style.overflowX = 'hidden';
}

function finishBorder(border: Sides<BorderSide>, colour: Colour): Sides<BorderSide> {
  if (SIDES.every((at) => border[at] === INITIAL_SIDE)) return NO_BORDER;
  const finish = (at: keyof Sides<BorderSide>) => finishSide(border[at], colour);
  return { top: finish('top'), right: finish('right'), bottom: finish('bottom'), left: finish('left') };
}

function finishSide(side: BorderSide, colour: Colour): BorderSide {
  const drawn = side.style !== 'none' && side.style !== 'hidden';
  if (!drawn && side === INITIAL_SIDE) return NO_SIDE;
  return {
    ...side,
    width: drawn ? side.width : 0,
    colour: side.colour === CURRENT_COLOUR ? colour : side.colour,
  };
}

/** css-display-3 §2.7: the root, flex items, floats and positioned boxes are blocks. */
function blockified(display: Display): Display {
  switch (display) {
    case 'inline':
    case 'inline-block':
    case 'table-row-group':
    case 'table-header-group':
    case 'table-footer-group':
    case 'table-row':
    case 'table-cell':
    case 'table-caption':
    case 'table-column':
    case 'table-column-group':
      return 'block';
    case 'inline-flex':
      return 'flex';
    case 'inline-table':
      return 'table';
    default:
      return display;
  }
}
