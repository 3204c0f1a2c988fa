import { unsupported } from '../../content/svg/svg-elements.ts';
import type { StyledElement } from '../../style/styled-tree.ts';
import { boundsOf, inverse, multiply } from '../geometry.ts';
import { isGradient, type Stroke } from '../graphics.ts';
import { type Drawing, extend, type Space, spend, uniformScale } from './drawing.ts';
import { pixel } from './lengths.ts';
import { fillOf, scaledStroke, strokeOf } from './paints.ts';
import { mapPath, pathBounds } from './path-geometry.ts';
import { shapeOf } from './shapes.ts';
import { strokedBounds } from './stroke-bounds.ts';

/** Draws a basic shape or path. Its points are put on the page at once; a line that is stretched keeps its transform. */
export function drawShape(element: StyledElement, space: Space, drawing: Drawing, opacity: number): void {
  const shape = shapeOf(element, space.viewport);
  if (shape?.problem) drawing.report(unsupported(shape.problem, element.span));
  const bounds = shape && pathBounds(shape.path);
  const { svg, svgOwn } = element.style;
  if (!shape || !bounds || element.style.visibility !== 'visible') return;
  const subject = { element, bounds, space, opacity };
  const fill = element.tag === 'line' ? undefined : fillOf(subject, drawing);
  const stroke = strokeOf(subject, drawing);
  if (!fill && !stroke) return;
  const item = { kind: 'path', content: undefined, fillRule: svg.fillRule } as const;
  spend(drawing, shape.path.length);
  const path = mapPath(shape.path, space.matrix);
  const isFixed = svgOwn.vectorEffect === 'non-scaling-stroke';
  const scale = isFixed ? pixel : uniformScale(space.matrix);
  if (!stroke || scale !== undefined) {
    const drawn = stroke && scaledStroke(stroke, scale ?? 1);
    extend(drawing, drawn ? strokedBounds(path, drawn) : pathBounds(path));
    drawing.items.push({ ...item, path, fill, stroke: drawn });
    return;
  }
  if (fill) drawing.items.push({ ...item, path, fill, stroke: undefined });
  extend(drawing, boundsOf(space.matrix, strokedBounds(shape.path, stroke) ?? bounds));
  drawing.items.push({ kind: 'group', transform: space.matrix, clip: undefined, opacity: 1 });
  drawing.items.push({ ...item, path: shape.path, fill: undefined, stroke: localStroke(stroke, space) });
  drawing.items.push({ kind: 'end' });
}

/** A stroke inside of a group with the space's map: a gradient's own leads to the page, and the group does so again. */
function localStroke(stroke: Stroke, { matrix }: Space): Stroke {
  const { paint } = stroke;
  const back = inverse(matrix);
  if (!isGradient(paint) || !paint.transform || !back) return stroke;
  return { ...stroke, paint: { ...paint, transform: multiply(back, paint.transform) } };
}
