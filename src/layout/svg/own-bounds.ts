import type { StyledElement } from '../../style/styled-tree.ts';
import { boundsOf, type Rectangle } from '../geometry.ts';
import type { Drawing } from './drawing.ts';
import { lengthOf, type Viewport } from './lengths.ts';
import { pathBounds, union } from './path-geometry.ts';
import { shapeOf } from './shapes.ts';
import { transformOf } from './transform-of.ts';

/**
 * The rectangle around what an element fills, in its own user units and without its line, clips and text (SVG 2
 * §8.10): what `objectBoundingBox` measures by.
 */
export function ownBounds(
  element: StyledElement,
  viewport: Viewport,
  drawing: Drawing,
): Rectangle | undefined {
  const shape = shapeOf(element, viewport);
  if (shape) return pathBounds(shape.path);
  if (!['g', 'a', 'switch', 'use', 'svg', 'symbol'].includes(element.tag)) return undefined;
  let all: Rectangle | undefined;
  for (const child of element.children) {
    const bounds = child.type === 'element' ? ownBounds(child, viewport, drawing) : undefined;
    if (bounds && child.type === 'element') {
      all = union(all, boundsOf(transformOf(child, viewport, drawing), bounds));
    }
  }
  if (!all || element.tag !== 'use') return all;
  const at = (name: 'x' | 'y') => lengthOf(element, name, name, viewport) ?? 0;
  return { ...all, x: all.x + at('x'), y: all.y + at('y') };
}
