import type { ComputedStyle } from '../../style/computed-style.ts';
import type { Box, InlineContent, InlineRootBox } from '../box.ts';
import { type BoxFragment, type Fragment, isInFlow, type LineFragment } from '../fragment.ts';
import { edgesOf } from '../sizing.ts';
import type { Rest } from './rest.ts';

/** Floats that had no room on a page, and how deep in the nesting of boxes they go on. */
export interface DeferredFloat {
  readonly box: Box;
  readonly depth: number;
}

/**
 * What is left of a box, as a box to be laid out anew: on a page of another width, or beside other floats, lines do
 * not stay as they are. Floats that go on come first. Undefined where the cut goes through what is not laid out
 * piece by piece (tables, flex containers, columns): they keep the places that they began with.
 */
export function remainderOf(rest: Rest, deferred: readonly DeferredFloat[] = [], depth = 0): Box | undefined {
  const { box } = rest.fragment;
  if (!box) return undefined;
  if (!rest.continued) return box;
  const floats = floatsOf(rest, deferred, depth);
  if (!floats) return undefined;
  if (box.kind === 'inline-root') return restOfLines(box, rest, floats);
  if (box.kind !== 'block') return undefined;
  const child = rest.fragment.children[rest.index];
  if (!child) return { ...continued(box, rest), children: floats };
  if (child.kind !== 'box' || !child.box) return undefined;
  const at = box.children.indexOf(child.box);
  const first = rest.first ? remainderOf(rest.first, deferred, depth + 1) : child.box;
  if (at < 0 || !first) return undefined;
  return { ...continued(box, rest), children: [...floats, first, ...box.children.slice(at + 1)] };
}

/** The floats that go on at this depth, or as near to it as the rest reaches; undefined where one cannot be laid out anew. */
function floatsOf(
  { carried, first }: Rest,
  deferred: readonly DeferredFloat[],
  depth: number,
): readonly Box[] | undefined {
  const floats = [
    ...carried.map(({ rest }) => remainderOf(rest)),
    ...deferred
      .filter((float) => float.depth === depth || (!first && float.depth > depth))
      .map(({ box }): Box => ({ ...box, deferred: true })),
  ];
  return floats.every((box) => box !== undefined) ? floats : undefined;
}

function restOfLines(box: InlineRootBox, rest: Rest, floats: readonly Box[]): InlineRootBox | undefined {
  const line = rest.fragment.children[rest.index];
  if (line?.kind === 'box') return undefined;
  const context = box.content[0]?.context;
  if (!context && floats.length > 0) return undefined;
  const anchors = floats.map((float): InlineContent => ({ kind: 'anchor', box: float, context: context! }));
  const content = [...anchors, ...(line ? contentFrom(box.content, line.start) : [])];
  return { ...continued(box, rest), content, shaped: toShapeAgain() };
}

/** What was found at the first time is not told again. */
function toShapeAgain(): InlineRootBox['shaped'] {
  return { paragraph: undefined, width: Number.NaN, told: true };
}

/** The content from the start of a line. */
function contentFrom(content: readonly InlineContent[], start: LineFragment['start']): InlineContent[] {
  return content.slice(start.item).map((part, index) => {
    if (index > 0 || part.kind !== 'text' || start.offset === 0) return part;
    return { ...part, item: { ...part.item, text: part.item.text.slice(start.offset) } };
  });
}

/** A box without what only its first part has, and with what is left of a height of its own. */
function continued<B extends Box>(box: B, rest: Rest): B {
  const next = withoutStart(box);
  return { ...next, style: { ...next.style, ...remainingHeight(rest) } };
}

/** A box without what only its first part has. */
export function withoutStart<B extends Box>(box: B): B {
  const { style } = box;
  const zero = { pt: 0, percent: 0 };
  const next: ComputedStyle = {
    ...style,
    margin: { ...style.margin, top: zero },
    padding: { ...style.padding, top: zero },
    border: { ...style.border, top: { ...style.border.top, width: 0, style: 'none' } },
    // The lines of a hanging indent go on, the first line's does not.
    textIndent: style.textIndent.hanging || style.textIndent.eachLine ? style.textIndent : zero,
    breakBefore: 'auto',
  };
  return { ...box, style: next, marker: undefined, continued: true };
}

/** What is left of a height of its own, as a property of what goes on. */
function remainingHeight({ fragment, height }: Rest): Partial<ComputedStyle> {
  if (!fragment.sized || fragment.stretched) return {};
  const content = { pt: Math.max(0, height - fragment.after), percent: 0 };
  return { height: content, minHeight: 'auto', maxHeight: 'none', boxSizing: 'content-box' };
}

/** A box without some floats inside it; the box itself where it holds none of them. */
export function withoutFloats<B extends Box>(box: B, floats: ReadonlySet<Box>): B {
  if (box.kind === 'inline-root') {
    const content = box.content.filter((part) => part.kind !== 'anchor' || !floats.has(part.box));
    if (content.length === box.content.length) return box;
    return { ...box, content, shaped: toShapeAgain() };
  }
  if (box.kind !== 'block') return box;
  const children = box.children.flatMap((child) => (floats.has(child) ? [] : [withoutFloats(child, floats)]));
  const same =
    children.length === box.children.length && children.every((child, i) => child === box.children[i]);
  return same ? box : { ...box, children };
}

/** Whether a float goes on from an earlier page, anywhere in a rest. */
export function carriesFloats(rest: Rest): boolean {
  return rest.carried.some(isFloat) || (rest.first !== undefined && carriesFloats(rest.first));
}

/** Whether the line that a rest begins with was laid out beside floats, which an earlier page may hold. */
export function beginsBesideFloats({ fragment, index, first }: Rest): boolean {
  if (first) return beginsBesideFloats(first);
  const child = fragment.children[index];
  return child !== undefined && isNarrowed(child, fragment);
}

function isNarrowed(child: Fragment, parent: BoxFragment): boolean {
  if (child.kind === 'box') {
    const inner = child.cutting === 'flow' ? child.children.find(isInFlow) : undefined;
    return inner !== undefined && isNarrowed(inner, child);
  }
  if (!parent.box) return false;
  const { border, padding, horizontal } = edgesOf(parent.box.style, parent.width);
  const [left, width] = [border.left + padding.left, parent.width - horizontal];
  return child.x - left > slack || left + width - child.x - child.width > slack;
}

/** Room for rounding, pt. */
const slack = 0.01;

/** The floats that go on to the next page as they are, with the depth that they do so at. */
export function floatsMovedWhole(rest: Rest, depth = 0): readonly DeferredFloat[] {
  const own = rest.carried.flatMap((part) => {
    const { box } = part.rest.fragment;
    return box && isFloat(part) && !part.rest.continued ? [{ box, depth }] : [];
  });
  return rest.first ? [...own, ...floatsMovedWhole(rest.first, depth + 1)] : own;
}

function isFloat({ rest }: Rest['carried'][number]): boolean {
  return rest.fragment.beside === 'float';
}
