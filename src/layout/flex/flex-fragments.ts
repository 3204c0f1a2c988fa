import { type BoxFragment, emptyFragment, moved } from '../fragment.ts';
import { forcesInside, joinBreaks, propagatedBreaks } from '../fragmentation/breaks.ts';
import type { FlexContainer } from './flex-axis.ts';
import type { CrossLines } from './flex-cross.ts';

/** What the lines are for the container's fragment. */
type Content = Pick<BoxFragment, 'children' | 'cutting'> & Partial<ReturnType<typeof propagatedBreaks>>;

/**
 * The lines as fragments that come apart at pages (css-flexbox-1 §10): a row between its lines, and a line across its
 * items; a column between its items, and several columns side by side.
 */
export function arranged(
  lines: readonly (readonly BoxFragment[])[],
  across: CrossLines,
  main: number,
  container: FlexContainer,
): Content {
  const { axis, style, page } = container;
  const own = { breakBefore: style.breakBefore, breakAfter: style.breakAfter, page };
  const only = lines[0] ?? [];
  if (axis.row) {
    const wrapped = lines.map((items, index) => lineFragment(items, across, index, container));
    const inOrder = wrapped.sort((a, b) => a.y - b.y);
    if (lines.length > 1) return { children: inOrder, cutting: 'flow', ...propagatedBreaks(own, inOrder) };
    return { children: only, cutting: 'parallel', ...propagatedBreaks(own, inOrder) };
  }
  if (lines.length <= 1) {
    const inOrder = only.toSorted((a, b) => a.y - b.y);
    return { children: inOrder, cutting: 'flow', ...propagatedBreaks(own, inOrder) };
  }
  const columns = lines.map((items, index) => columnFragment(items, across, index, main, container));
  return { children: columns, cutting: 'parallel', forces: forcesInside(columns, 'parallel') };
}

/** One line of a row; a forced break at any of its items is one of the line. */
function lineFragment(
  items: readonly BoxFragment[],
  across: CrossLines,
  index: number,
  container: FlexContainer,
): BoxFragment {
  const { start, size } = across.lines[index]!;
  const y = container.axis.crossReversed ? across.cross - start - size : start;
  return {
    ...emptyFragment(undefined, container.page),
    y,
    width: container.width,
    height: size,
    children: items.map((item) => moved(item, 0, -y)),
    cutting: 'parallel',
    forces: forcesInside(items, 'parallel'),
    breakBefore: items.map((item) => item.breakBefore).reduce(joinBreaks, 'auto'),
    breakAfter: items.map((item) => item.breakAfter).reduce(joinBreaks, 'auto'),
  };
}

function columnFragment(
  items: readonly BoxFragment[],
  across: CrossLines,
  index: number,
  main: number,
  container: FlexContainer,
): BoxFragment {
  const { start, size } = across.lines[index]!;
  const x = container.axis.crossReversed ? across.cross - start - size : start;
  const inOrder = items.map((item) => moved(item, -x, 0)).sort((a, b) => a.y - b.y);
  return {
    ...emptyFragment(undefined, container.page),
    x,
    width: size,
    height: main,
    children: inOrder,
    cutting: 'flow',
    forces: forcesInside(inOrder),
  };
}
