import type { Box } from './box.ts';
import type { Constraints, Formatting } from './formatting.ts';
import { clampWidth, definiteWidth, type Edges, edgesOf } from './sizing.ts';

/** The used width of a block-level border box (CSS 2.2 §10.3.3, css-sizing-3 §3.2); pt. */
export function usedBorderWidth(box: Box, edges: Edges, c: Constraints, formatting: Formatting): number {
  if (c.borderWidth !== undefined) return Math.max(c.borderWidth, edges.horizontal);
  const style = box.style;
  const fill = c.width - edges.margin.left - edges.margin.right - edges.horizontal;
  const definite = definiteWidth(style, c.width, edges.horizontal);
  const content = definite ?? automaticWidth(box, fill, c, formatting);
  return clampWidth(content, style, c.width, edges.horizontal) + edges.horizontal;
}

function automaticWidth(box: Box, fill: number, c: Constraints, formatting: Formatting): number {
  const keyword = box.style.width;
  if (keyword === 'auto' && !c.shrink) return fill;
  const limits = formatting.intrinsic(box);
  // Percentages of padding are none in them.
  const own = edgesOf(box.style, 0).horizontal;
  const [min, max] = [limits.min - own, limits.max - own];
  if (keyword === 'min-content') return min;
  if (keyword === 'max-content') return max;
  return Math.min(Math.max(min, fill), max);
}
