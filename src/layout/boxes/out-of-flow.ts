import type { ComputedStyle } from '../../style/computed-style.ts';
import type { Box } from '../box.ts';
import { cutsContent } from '../overflow.ts';

/** Whether a box is taken to the side of its containing block (CSS 2.2 §9.5). */
export function isFloat(style: ComputedStyle): boolean {
  return style.float === 'left' || style.float === 'right';
}

/** Whether a box is taken to the foot of the page that calls it (css-gcpm-3 §2). */
export function isFootnote(style: ComputedStyle): boolean {
  return style.float === 'footnote';
}

/** Whether a box is taken to the foot of the page where it is met (css-page-floats-3 §4). */
export function isPageFloat(style: ComputedStyle): boolean {
  return style.float === 'block-end' && style.floatReference === 'page';
}

/** Whether a box stands at the foot of a page. */
export function isAtFoot(style: ComputedStyle): boolean {
  return isFootnote(style) || isPageFloat(style);
}

/** Whether a box is taken out of the flow and placed by its insets (css-position-3 §3). */
export function isPositioned(style: ComputedStyle): boolean {
  return style.position === 'absolute' || style.position === 'fixed';
}

/** Whether a box leaves the flow: what follows is placed as if it were not there. */
export function isOutOfFlow(style: ComputedStyle): boolean {
  return isFloat(style) || isPositioned(style);
}

/** Whether a box is moved from its place when it is painted. */
export function isMoved(style: ComputedStyle): boolean {
  return style.position === 'relative' || style.position === 'sticky';
}

/** Whether a box is a containing block for positioned boxes inside it. */
export function containsPositioned(style: ComputedStyle): boolean {
  return (
    style.position !== 'static' ||
    style.transform.length + style.translate.length + style.rotate.length + style.scale.length > 0
  );
}

/** Whether a box establishes a formatting context for its content by itself: no float gets in or out (CSS 2.2 §9.4.1). */
export function isFormattingRoot(box: Box): boolean {
  if (box.kind !== 'block' && box.kind !== 'inline-root') return true;
  const { display, columnCount, columnWidth, overflowY } = box.style;
  return (
    isOutOfFlow(box.style) ||
    columnCount !== 'auto' ||
    columnWidth !== 'auto' ||
    (overflowY === 'hidden' && cutsContent(box)) ||
    roots.has(display)
  );
}

const roots: ReadonlySet<ComputedStyle['display']> = new Set([
  'flow-root',
  'inline-block',
  'table-cell',
  'table-caption',
]);

/** Looks for floats that belong to the formatting context around a box's content; what was found is kept. */
export function createFloatSearch(): (box: Box) => boolean {
  const known = new WeakMap<Box, boolean>();
  const holds = (box: Box): boolean => {
    if (box.kind !== 'block' && box.kind !== 'inline-root') return false;
    const cached = known.get(box);
    if (cached !== undefined) return cached;
    const found =
      box.kind === 'inline-root'
        ? box.content.some((content) => content.kind === 'anchor' && isFloat(content.box.style))
        : box.children.some((child) => isFloat(child.style) || (!isFormattingRoot(child) && holds(child)));
    known.set(box, found);
    return found;
  };
  return holds;
}

/** Looks for positioned boxes anywhere in a box; what was found is kept. */
export function createPositionedSearch(): (box: Box) => boolean {
  const known = new WeakMap<Box, boolean>();
  const isOrHolds = (box: Box | undefined): boolean =>
    box !== undefined && (isPositioned(box.style) || holds(box));
  const look = (box: Box): boolean => {
    switch (box.kind) {
      case 'inline-root':
        return box.content.some(
          (part) => part.kind !== 'text' && part.kind !== 'edge' && isOrHolds(part.box),
        );
      case 'block':
      case 'flex':
        return box.children.some(isOrHolds);
      case 'table':
        return (
          box.captions.some(isOrHolds) ||
          box.rows.some((row) => row.cells.some((cell) => isOrHolds(cell.box)))
        );
      case 'replaced':
      case 'turned':
        return false;
    }
  };
  const holds = (box: Box): boolean => {
    const found = known.get(box) ?? look(box);
    known.set(box, found);
    return found;
  };
  return holds;
}
