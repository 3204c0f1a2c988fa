import type { BorderSide, BorderStyle, Break, ComputedStyle } from '../style/computed-style.ts';
import type { GlyphRun } from '../text/paragraph.ts';
import type { Box, InlineContext } from './box.ts';
import type { ContentId } from './paged-document.ts';
import type { EmphasisMarks } from './paint/emphasis-marks.ts';
import type { Offset } from './relative-offset.ts';

/**
 * What layout makes of boxes: rectangles with places. Coordinates are pt, relative to the parent fragment's
 * border box, y downwards. Fragments are laid out once in an endless strip and then cut into pages and columns.
 */
export type Fragment = BoxFragment | LineFragment;

/** Which ends of a box this fragment has; a cut leaves neither border nor padding (`box-decoration-break: slice`). */
export interface Ends {
  readonly top: boolean;
  readonly bottom: boolean;
}

/** How a fragment comes apart: between its children, by rows, by parallel children, by columns, or not at all. */
export type Cutting = 'flow' | 'rows' | 'parallel' | 'columns' | 'none';

/** The part of a box that stands on one page or in one column. */
export interface BoxFragment {
  readonly kind: 'box';
  readonly box: Box | undefined;
  readonly x: number;
  readonly y: number;
  /** Of the border box. */
  readonly width: number;
  readonly height: number;
  /** In the order of the document; for `flow` and `rows` that is the order of y, but for children out of the flow. */
  readonly children: readonly Fragment[];
  /** Boxes that it is the containing block of, painted over its children (`position: absolute`). */
  readonly positioned: readonly BoxFragment[];
  readonly cutting: Cutting;
  /** Its height is set by its style or its parent, not by its content: space that it leaves free can be cut. */
  readonly sized: boolean;
  /** It is as high as what stands beside it, but never lower than its content. */
  readonly stretched: boolean;
  /** There is a forced break somewhere inside. */
  readonly forces: boolean;
  /**
   * It stands beside the flow: it takes no room in it and makes no place to break. An `unplaced` one has no size, and
   * marks where a positioned box would stand; it goes when the box's containing block is laid out.
   */
  readonly beside: 'float' | 'unplaced' | 'at-foot' | undefined;
  /** Of an `unplaced` one that is aligned by what it stands in: the parts of its own size that are left of it and above it. */
  readonly hold?: { readonly x: number; readonly y: number };
  /** How far `position: relative` moves it when it is painted. */
  readonly offset: Offset | undefined;
  /** A cell that reaches into the rows below its own. */
  readonly spansRows: boolean;
  /** How far down floats and cells that span rows reach, its own children or deeper; 0 where there are none. Pt. */
  readonly reach: number;
  readonly ends: Ends;
  /** Space above the first and below the last child inside the box: border and padding. */
  readonly before: number;
  readonly after: number;
  /** The box's own margin above, its children's collapsed with it: kept at a forced break and dropped at others (css-break-3 §5.2). */
  readonly marginTop: number;
  /** Propagated from first and last children (css-break-3 §3.1). */
  readonly breakBefore: Break;
  readonly breakAfter: Break;
  /** Used page names at its start and end (css-page-3 §8). */
  readonly startPage: string;
  readonly endPage: string;
  /** Marker of a list item; drawn with the first fragment. */
  readonly marker: LineFragment | undefined;
  /** Rows of a table's header and footer, to be repeated; only for `rows`. */
  readonly header: readonly BoxFragment[];
  readonly footer: readonly BoxFragment[];
  /** For `columns`. */
  readonly columns: ColumnsState | undefined;
  /** Of a table's cell: how far `vertical-align` moved its content down; where a page ends in it, it stands at the top. Pt. */
  readonly lowered: number;
  /** Of a table's cell: styles whose backgrounds are drawn behind it, from the bottom. */
  readonly behind: readonly ComputedStyle[];
  /** Borders of a collapsed table that belong to no single cell. */
  readonly strokes: readonly Stroke[];
  /** For a row of such a table: the edge below it, which the next row draws unless a page ends between them. */
  readonly closing: readonly Stroke[];
  /** Of an orthogonal flow: what is inside, on its own lines, at (0, 0); its width is this one's height. */
  readonly turned: BoxFragment | undefined;
  /** A repeated header: drawn as an artifact, not read twice. */
  readonly repeated: boolean;
}

/** A border segment of a collapsed table: a rectangle in the fragment's coordinates. */
export interface Stroke {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: { readonly r: number; readonly g: number; readonly b: number; readonly a: number };
  readonly style: BorderStyle;
  /** Whether it parts columns; else it parts rows. */
  readonly isUpright: boolean;
}

/** What a row of columns needs to be filled again: its uncut content. */
export interface ColumnsState {
  readonly strip: BoxFragment;
  readonly count: number;
  /** Pt. */
  readonly columnWidth: number;
  readonly gap: number;
  /** The last columns are made equally high. */
  readonly balance: boolean;
  /** The first column is the rightmost. */
  readonly rightToLeft: boolean;
  /** The line between columns. */
  readonly rule: BorderSide;
  /** There are more forced breaks than columns: what is left over goes on in another row, on the next page. */
  readonly leftOver: boolean;
  /** The margin below the last box, which counts where columns are made equally high; pt. */
  readonly trailing: number;
}

/** A line box. */
export interface LineFragment {
  readonly kind: 'line';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** From the top of the line box. */
  readonly baseline: number;
  /** Where it starts: an item of its paragraph, and an offset in the text of that. */
  readonly start: { readonly item: number; readonly offset: number };
  /** The footnotes that are called on it. */
  readonly notes: readonly Box[];
  readonly parts: readonly LinePart[];
}

/** A part of a line; `x` from the line's left edge, `rise` above the baseline. */
export type LinePart =
  | {
      readonly kind: 'text';
      readonly run: GlyphRun;
      readonly x: number;
      readonly rise: number;
      readonly context: InlineContext;
      readonly leaf: ContentId | undefined;
      readonly marks: EmphasisMarks | undefined;
      /** How far below are the baselines that its decorations stand on, one by one; undefined where they are its own. */
      readonly drops: readonly number[] | undefined;
    }
  | { readonly kind: 'atom'; readonly fragment: Fragment; readonly context: InlineContext }
  | {
      /** The box of an inline element on this line: background, borders. */
      readonly kind: 'inline-box';
      readonly context: InlineContext;
      readonly x: number;
      readonly width: number;
      /** Of the content area with padding and border, from the line's top. */
      readonly y: number;
      readonly height: number;
      readonly starts: boolean;
      readonly ends: boolean;
    };

/** The bottom of a fragment in its parent's coordinates. */
export function bottomOf(fragment: Fragment): number {
  return fragment.y + fragment.height;
}

/** False for floats and positioned boxes: what follows is placed as if they were not there. */
export function isInFlow(fragment: Fragment): boolean {
  return fragment.kind === 'line' || fragment.beside === undefined;
}

/** The same fragment somewhere else. */
export function moved<F extends Fragment>(fragment: F, dx: number, dy: number): F {
  return dx === 0 && dy === 0 ? fragment : { ...fragment, x: fragment.x + dx, y: fragment.y + dy };
}

/** The first baseline inside a fragment, from its top; undefined where there is no line. */
export function firstBaseline(fragment: Fragment): number | undefined {
  if (fragment.kind === 'line') return fragment.baseline;
  if (fragment.cutting === 'rows') return rowBaseline(fragment.children[0]);
  for (const child of fragment.children) {
    if (!isInFlow(child)) continue;
    const baseline = firstBaseline(child);
    if (baseline !== undefined) return child.y + baseline;
  }
  return undefined;
}

/** A table's baseline: that of its first row's cells which are aligned by it, else the end of the longest cell's content. */
function rowBaseline(row: Fragment | undefined): number | undefined {
  if (row?.kind !== 'box') return undefined;
  let lowest: number | undefined;
  for (const cell of row.children) {
    if (cell.kind === 'line') continue;
    const align = cell.box?.style.verticalAlign;
    const aligned =
      align === 'top' || align === 'middle' || align === 'bottom' ? undefined : firstBaseline(cell);
    if (aligned !== undefined) return row.y + cell.y + aligned;
    lowest = Math.max(lowest ?? 0, cell.y + cell.height - cell.after);
  }
  return lowest === undefined ? undefined : row.y + lowest;
}

/** The last baseline inside a fragment, from its top: where an inline-block stands on its line; a table in it has none (CSS 2.2 §10.8.1). */
export function lastBaseline(fragment: Fragment): number | undefined {
  if (fragment.kind === 'line') return fragment.baseline;
  if (fragment.cutting === 'rows') return undefined;
  for (let i = fragment.children.length - 1; i >= 0; i--) {
    const child = fragment.children[i]!;
    if (!isInFlow(child)) continue;
    const baseline = lastBaseline(child);
    if (baseline !== undefined) return child.y + baseline;
  }
  return undefined;
}

/** A fragment of a box before anything is known of it. */
export function emptyFragment(box: Box | undefined, page: string): BoxFragment {
  return {
    kind: 'box',
    box,
    x: 0,
    y: 0,
    width: 0,
    height: 0,
    children: [],
    positioned: [],
    cutting: 'none',
    sized: false,
    stretched: false,
    forces: false,
    beside: undefined,
    spansRows: false,
    reach: 0,
    offset: undefined,
    ends: { top: !box?.continued, bottom: true },
    before: 0,
    after: 0,
    marginTop: 0,
    breakBefore: box?.style.breakBefore ?? 'auto',
    breakAfter: box?.style.breakAfter ?? 'auto',
    startPage: page,
    endPage: page,
    marker: undefined,
    header: [],
    footer: [],
    columns: undefined,
    lowered: 0,
    behind: [],
    strokes: [],
    closing: [],
    turned: undefined,
    repeated: false,
  };
}

/** How far down what does not take room in the flow reaches among placed children; 0 where there is nothing. Pt. */
export function reachOf(children: readonly Fragment[]): number {
  let reach = 0;
  for (const child of children) {
    if (child.kind === 'line') continue;
    if (child.beside === 'float' || child.spansRows) reach = Math.max(reach, bottomOf(child));
    else if (child.reach > 0) reach = Math.max(reach, child.y + child.reach);
  }
  return reach;
}

/** Where a positioned box would stand if it were in the flow (css-position-3 §3.5.3). */
export function unplaced(box: Box, x: number, y: number, page: string): BoxFragment {
  return { ...emptyFragment(box, page), x, y, beside: 'unplaced' };
}
