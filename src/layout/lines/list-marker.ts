import type { InlineRootBox } from '../box.ts';
import type { Formatting } from '../formatting.ts';
import { type Fragment, isInFlow, type LineFragment } from '../fragment.ts';
import { atomLayout } from './atom-layout.ts';
import { layOutLines } from './inline.ts';
import { shapeInline } from './shape-inline.ts';

/** The content box that a marker stands beside; pt. */
export interface MarkerPlace {
  readonly width: number;
  readonly direction: 'ltr' | 'rtl';
  /** Floats may have moved the first line; the marker goes with it. */
  readonly amongFloats: boolean;
}

/** The outside marker beside the first baseline, its end at the content's start edge (css-lists-3 §3.1). */
export function placedMarker(
  marker: InlineRootBox,
  children: readonly Fragment[],
  place: MarkerPlace,
  formatting: Formatting,
): LineFragment | undefined {
  const atoms = atomLayout(formatting, 'auto');
  const width = shapeInline(marker, place.width, atoms, formatting.context).paragraph.maxContent;
  const line = layOutLines(marker, width, atoms, formatting.context).children[0];
  if (line?.kind !== 'line') return undefined;
  const gap = trailingSpace(marker, formatting);
  const first = firstLine(children, place.width);
  const [left, right] = place.amongFloats && first ? [first.left, first.right] : [0, 0];
  const x = place.direction === 'ltr' ? left - width - gap : place.width - right + gap;
  return { ...line, x, y: (first?.baseline ?? line.baseline) - line.baseline };
}

/** The first line in the content: its baseline, and what it leaves free on both sides of its own block. */
function firstLine(
  children: readonly Fragment[],
  width: number,
): { readonly baseline: number; readonly left: number; readonly right: number } | undefined {
  for (const child of children) {
    if (!isInFlow(child)) continue;
    if (child.kind === 'line') {
      return { baseline: child.y + child.baseline, left: child.x, right: width - child.x - child.width };
    }
    const inner = firstLine(child.children, child.width);
    if (inner) return { ...inner, baseline: child.y + inner.baseline };
  }
  return undefined;
}

/** The space that ends a marker's suffix was trimmed as the end of a line; here it is what keeps marker and text apart. */
function trailingSpace(marker: InlineRootBox, formatting: Formatting): number {
  const written =
    marker.element?.children.map((child) => (child.type === 'text' ? child.text : '')).join('') ?? '';
  const spaces = written.length - written.trimEnd().length;
  const { stored, sizeAdjust } = formatting.context.fonts.primary(marker.style);
  const { face } = stored;
  return (spaces * face.advanceOf(face.glyphOf(0x20)) * marker.style.fontSize * sizeAdjust) / face.unitsPerEm;
}
