import type { ComputedStyle } from '../style/computed-style.ts';
import type { Box } from './box.ts';

/** Whether a box is taken to the side of its containing block (CSS 2.2 §9.5). */
export function isFloat(style: ComputedStyle): boolean {
  return style.float === 'left' || style.float === 'right';
}

/** Whether a box establishes a formatting context for its content by itself: no float gets in or out (CSS 2.2 §9.4.1). */
export function isFormattingRoot(box: Box): boolean {
  if (box.kind !== 'block' && box.kind !== 'inline-root') return true;
  const { display, position, columnCount, columnWidth } = box.style;
  return (
    isFloat(box.style) ||
    position === 'absolute' ||
    position === 'fixed' ||
    columnCount !== 'auto' ||
    columnWidth !== 'auto' ||
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
