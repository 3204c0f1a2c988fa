import { unsupported } from '../../content/svg/svg-elements.ts';
import type { StyledElement } from '../../style/styled-tree.ts';
import type { Rectangle } from '../geometry.ts';
import { rectanglePath } from '../graphics.ts';
import { clipsOf } from './clip-path.ts';
import { drawImage } from './draw-image.ts';
import { drawShape } from './draw-shape.ts';
import { drawText } from './draw-text.ts';
import { type Drawing, drawGroup, type Space, within } from './drawing.ts';
import { lengthOf } from './lengths.ts';
import { ownBounds } from './own-bounds.ts';
import { mapPath } from './path-geometry.ts';
import { isShape } from './shapes.ts';
import { transformOf } from './transform-of.ts';
import { readAspectRatio, readViewBox, viewBoxMatrix } from './view-box.ts';

/** Draws an element of a drawing, with its transform, clips and opacity, and all that it holds. */
function drawElement(element: StyledElement, outer: Space, drawing: Drawing): void {
  const draw = drawers[isShape(element.tag) ? 'shape' : element.tag];
  if (!draw) return;
  const space = within(outer, transformOf(element, outer.viewport, drawing));
  const bounds = () => ownBounds(element, space.viewport, drawing);
  const clips = clipsOf(element, bounds, space, drawing);
  if (clips.some(({ path }) => path.length === 0)) return;
  const { opacity } = element.style;
  // One paint by itself is as transparent as a group of it.
  const isGroup = !isShape(element.tag) || hasBoth(element);
  const [first, ...rest] = clips;
  const content = () => draw(element, space, drawing, isGroup ? 1 : opacity);
  const cut = rest.reduce<() => void>((inner, clip) => () => drawGroup(drawing, clip, 1, inner), content);
  drawGroup(drawing, first, isGroup ? opacity : 1, cut);
}

function hasBoth({ style }: StyledElement): boolean {
  return style.svg.fill.kind !== 'none' && style.svg.stroke.kind !== 'none';
}

type Draw = (element: StyledElement, space: Space, drawing: Drawing, opacity: number) => void;

const drawers: Readonly<Record<string, Draw>> = {
  shape: drawShape,
  text: drawText,
  image: drawImage,
  g: drawChildren,
  a: drawChildren,
  switch: (element, space, drawing) => {
    const chosen = elementsOf(element).find(({ attributes }) => attributes.requiredExtensions === undefined);
    if (chosen) drawElement(chosen, space, drawing);
  },
  use: drawUse,
  svg: (element, space, drawing) => drawNested(element, element, space, drawing),
};

function drawChildren(element: StyledElement, space: Space, drawing: Drawing): void {
  for (const child of elementsOf(element)) drawElement(child, space, drawing);
}

function elementsOf(element: StyledElement): readonly StyledElement[] {
  return element.children.filter((child) => child.type === 'element');
}

/** What a `use` names is its only child: a symbol or drawing fills the room that the `use` gives it. */
function drawUse(use: StyledElement, outer: Space, drawing: Drawing): void {
  const at = (name: 'x' | 'y') => lengthOf(use, name, name, outer.viewport) ?? 0;
  const space = within(outer, [1, 0, 0, 1, at('x'), at('y')]);
  for (const child of elementsOf(use)) {
    if (child.tag === 'symbol') {
      const inner = within(space, transformOf(child, space.viewport, drawing));
      drawGroup(drawing, undefined, child.style.opacity, () => drawNested(child, use, inner, drawing));
    } else if (child.tag === 'svg') {
      drawNested(child, use.attributes.width || use.attributes.height ? use : child, space, drawing);
    } else drawElement(child, space, drawing);
  }
}

/** A viewport in a drawing; `sized` is the element whose width and height it has. */
function drawNested(element: StyledElement, sized: StyledElement, space: Space, drawing: Drawing): void {
  const { viewport } = space;
  const at = (name: 'x' | 'y') => (sized === element ? lengthOf(element, name, name, viewport) : 0) ?? 0;
  const width = lengthOf(sized, 'width', 'x', viewport) ?? viewport.width;
  const height = lengthOf(sized, 'height', 'y', viewport) ?? viewport.height;
  drawViewport(element, { x: at('x'), y: at('y'), width, height }, space, drawing);
}

/** Draws what a drawing, a nested one or a symbol holds into its viewport, cut to it where it reaches beyond. */
export function drawViewport(element: StyledElement, area: Rectangle, space: Space, drawing: Drawing): void {
  if (area.width <= 0 || area.height <= 0) return;
  const { viewBox, preserveAspectRatio } = element.attributes;
  const box = readViewBox(viewBox);
  if (viewBox !== undefined && !box) {
    drawing.report(unsupported(`the viewBox ${JSON.stringify(viewBox)} shows nothing`, element.span));
    return;
  }
  const inner: Space = box
    ? {
        ...within(space, viewBoxMatrix(box, area, readAspectRatio(preserveAspectRatio))),
        viewport: { width: box.width, height: box.height },
      }
    : {
        ...within(space, [1, 0, 0, 1, area.x, area.y]),
        viewport: { width: area.width, height: area.height },
      };
  const { overflowX, overflowY } = element.style;
  const isCut = overflowX !== 'visible' || overflowY !== 'visible';
  const path = mapPath(rectanglePath(area.x, area.y, area.width, area.height), space.matrix);
  const edge = isCut ? ({ path, fillRule: 'nonzero' } as const) : undefined;
  drawGroup(drawing, edge, 1, () => drawChildren(element, inner, drawing));
}
