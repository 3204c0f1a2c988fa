import { type BoxFragment, type Fragment, moved } from '../fragment.ts';

/**
 * What is left of a fragment of the strip: all of it, or what follows a cut. It points into the strip and copies
 * nothing, so that a document of many pages is cut in time that is linear in their number.
 *
 * A rest has coordinates of its own: its top edge is at y 0.
 */
export interface Rest {
  readonly fragment: BoxFragment;
  /** A part of the fragment stands on an earlier page. */
  readonly continued: boolean;
  /** The first child of which anything is left. */
  readonly index: number;
  /** What is left of that child, where a part of it has been placed. */
  readonly first: Rest | undefined;
  /** Top of that child: below repeated headers, and a margin that is kept; pt. */
  readonly lead: number;
  /** The children after it stand this much higher than in the strip; pt. */
  readonly shift: number;
  /** Of the border box; pt. */
  readonly height: number;
  /** For `parallel`: what is left of each child. For `columns`: of their strip, alone. */
  readonly parts: readonly Rest[];
  /** What hangs over from the part before: floats and cells that span rows. */
  readonly carried: readonly Carried[];
  /** Of the boxes that the fragment contains by position; undefined where all are. */
  readonly positioned: PositionedRest | undefined;
  /** For `columns`: how they are filled if nothing more is cut. */
  readonly columns: readonly BoxFragment[];
  /** For `columns`: they do not hold all of it, however high they are. */
  readonly leftOver: boolean;
}

/** Which positioned boxes are still to come, and where. Pt. */
export interface PositionedRest {
  /** Those from here on, in the coordinates of the fragment. */
  readonly from: number;
  /** They stand this much higher than in the strip. */
  readonly shift: number;
}

/** A part of a fragment that hung over the cut, at its place in the rest. */
export interface Carried {
  readonly rest: Rest;
  readonly x: number;
  readonly y: number;
}

/** The whole of a fragment, uncut. */
export function whole(fragment: BoxFragment): Rest {
  return {
    fragment,
    continued: false,
    index: 0,
    first: undefined,
    lead: fragment.children[0]?.y ?? 0,
    shift: 0,
    height: fragment.height,
    parts: partsOf(fragment),
    carried: [],
    positioned: undefined,
    columns: [],
    leftOver: fragment.columns?.leftOver ?? false,
  };
}

function partsOf(fragment: BoxFragment): readonly Rest[] {
  if (fragment.columns) return [whole(fragment.columns.strip)];
  if (fragment.cutting !== 'parallel') return [];
  return fragment.children.flatMap((child) => (child.kind === 'box' ? [whole(raised(child))] : []));
}

/** A cell with its content at the top: parts are made of what is cut. */
export function raised(cell: BoxFragment): BoxFragment {
  if (cell.lowered === 0) return cell;
  const children = cell.children.map((child) => moved(child, 0, -cell.lowered));
  return { ...cell, children, marker: cell.marker && moved(cell.marker, 0, -cell.lowered), lowered: 0 };
}

/** Top of child `index` in the coordinates of the rest; pt. */
export function topOf(rest: Rest, index: number): number {
  return index === rest.index ? rest.lead : rest.fragment.children[index]!.y - rest.shift;
}

/** Height of what is left of child `index`; pt. */
export function heightOf(rest: Rest, index: number): number {
  return restOf(rest, index)?.height ?? rest.fragment.children[index]!.height;
}

/** Child `index` where a part of it has been placed. */
function restOf(rest: Rest, index: number): Rest | undefined {
  return index === rest.index ? rest.first : undefined;
}

/** Height without the margin of the last child, which the end of a page cuts off (css-break-3 §5.2); pt. */
export function neededHeight(rest: Rest): number {
  const { fragment } = rest;
  if (fragment.cutting !== 'flow' || fragment.sized) return rest.height;
  const content = contentHeight(rest);
  return content > 0 ? Math.min(rest.height, content) : rest.height;
}

/** Height that the children that are left take, what hangs beside them too, with the edge below; 0 for none. Pt. */
export function contentHeight(rest: Rest): number {
  const { children, after } = rest.fragment;
  const last = children.findLastIndex((child) => !isBeside(child));
  const end = last < rest.index ? 0 : topOf(rest, last) + heightOf(rest, last);
  const bottom = Math.max(end, hangingBottom(rest));
  return bottom > 0 ? bottom + after : 0;
}

/** How far down what hangs beside the flow of a rest reaches, if all that is left of the flow is placed; pt. */
export function hangingBottom(rest: Rest): number {
  const { reach, children } = rest.fragment;
  const own = reach > 0 && rest.index < children.length ? reach - rest.shift : 0;
  return rest.carried.reduce((most, { rest: part, y }) => Math.max(most, y + part.height), own);
}

/** What is left of child `index`, which is a box. */
export function childRest(rest: Rest, index: number, child: BoxFragment): Rest {
  return restOf(rest, index) ?? whole(child);
}

/** True for a child that stands beside the flow: it makes no place to break. */
export function isBeside(child: Fragment): boolean {
  return child.kind === 'box' && child.beside !== undefined;
}
