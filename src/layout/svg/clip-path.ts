import { unsupported } from '../../content/svg/svg-elements.ts';
import type { StyledElement } from '../../style/styled-tree.ts';
import { type Matrix, multiply, type Rectangle } from '../geometry.ts';
import { type Clip, type Drawing, type Space, spend, within } from './drawing.ts';
import { lengthOf } from './lengths.ts';
import { mapPath } from './path-geometry.ts';
import { shapeOf } from './shapes.ts';
import { transformOf } from './transform-of.ts';

/** Most clip paths that are cut to each other. */
const deepest = 8;

/**
 * The clips that an element's `clip-path` asks for, each to be cut to the ones before (css-masking-1 §5). `bounds` is
 * the element's own rectangle. A clip path without shapes leaves nothing.
 */
export function clipsOf(
  element: StyledElement,
  bounds: () => Rectangle | undefined,
  space: Space,
  drawing: Drawing,
  depth = 0,
): readonly Clip[] {
  const id = element.style.svgOwn.clipPath;
  if (id === undefined) return [];
  const clipPath = drawing.find(id);
  if (clipPath?.tag !== 'clippath' || depth >= deepest) {
    drawing.report(
      unsupported(`clip-path names #${id}, which is no clip path; nothing is cut`, element.span),
    );
    return [];
  }
  const inner = clipSpace(clipPath, bounds, space, drawing);
  const outer = clipsOf(clipPath, bounds, space, drawing, depth + 1);
  return [...outer, inner ? shapesOf(clipPath, inner, drawing) : { path: [], fillRule: 'nonzero' }];
}

function clipSpace(
  clipPath: StyledElement,
  bounds: () => Rectangle | undefined,
  space: Space,
  drawing: Drawing,
): Space | undefined {
  const own = within(space, transformOf(clipPath, space.viewport, drawing));
  if (clipPath.attributes.clipPathUnits?.trim() !== 'objectBoundingBox') return own;
  const box = bounds();
  if (!box) return undefined;
  const unit: Matrix = [box.width, 0, 0, box.height, box.x, box.y];
  return { matrix: multiply(own.matrix, unit), viewport: { width: 1, height: 1 } };
}

/** All shapes of a clip path as one path: what is inside of any of them. */
function shapesOf(clipPath: StyledElement, space: Space, drawing: Drawing): Clip {
  const parts: Clip[] = [];
  const collect = (element: StyledElement, at: Space): void => {
    if (element.style.visibility !== 'visible') return;
    const inner = within(at, transformOf(element, at.viewport, drawing));
    if (element.style.svgOwn.clipPath !== undefined) {
      drawing.report(
        unsupported('a clip-path inside of a clip path is not supported; it is left out', element.span),
      );
    }
    if (element.tag === 'use') {
      const place = (name: 'x' | 'y') => lengthOf(element, name, name, inner.viewport) ?? 0;
      const moved = within(inner, [1, 0, 0, 1, place('x'), place('y')]);
      for (const child of childrenOf(element)) collect(child, moved);
      return;
    }
    const shape = shapeOf(element, inner.viewport);
    if (!shape) {
      const message = `<${element.tag}> in a clip path is not supported; it is left out`;
      drawing.report(unsupported(message, element.span));
      return;
    }
    spend(drawing, shape.path.length);
    parts.push({ path: mapPath(shape.path, inner.matrix), fillRule: element.style.svg.clipRule });
  };
  for (const child of childrenOf(clipPath)) collect(child, space);
  const only = parts.length === 1 ? parts[0] : undefined;
  return only ?? { path: parts.flatMap(({ path }) => path), fillRule: 'nonzero' };
}

function childrenOf(element: StyledElement): readonly StyledElement[] {
  return element.children.filter((child) => child.type === 'element');
}
