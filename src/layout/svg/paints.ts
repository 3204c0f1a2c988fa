import { unsupported } from '../../content/svg/svg-elements.ts';
import type { Colour, SvgPaint } from '../../style/computed-style.ts';
import type { StyledElement } from '../../style/styled-tree.ts';
import type { Rectangle } from '../geometry.ts';
import type { Paint, Stroke } from '../graphics.ts';
import type { Drawing, Space } from './drawing.ts';
import { gradientPaint, isGradientElement } from './gradient.ts';
import { userLength } from './lengths.ts';

/** What an element is painted on. */
interface Subject {
  readonly element: StyledElement;
  /** Its own rectangle in user units, which gradients measure by. */
  readonly bounds: Rectangle | undefined;
  readonly space: Space;
  /** Of the element, where it is not a group's. */
  readonly opacity: number;
}

/** What fills an element; undefined for nothing that can be seen. */
export function fillOf(subject: Subject, drawing: Drawing): Paint | undefined {
  const { fill, fillOpacity } = subject.element.style.svg;
  return paintOf('fill', fill, fillOpacity * subject.opacity, subject, drawing);
}

/** The line along an element's path in its own user units; undefined for none that can be seen. */
export function strokeOf(subject: Subject, drawing: Drawing): Stroke | undefined {
  const { svg } = subject.element.style;
  const { viewport } = subject.space;
  const width = userLength(svg.strokeWidth, viewport);
  if (svg.stroke.kind === 'none' || width <= 0) return undefined;
  const paint = paintOf('stroke', svg.stroke, svg.strokeOpacity * subject.opacity, subject, drawing);
  if (!paint) return undefined;
  const dash = svg.strokeDasharray.map((length) => userLength(length, viewport));
  const isSolid = dash.every((length) => length === 0) || dash.some((length) => length < 0);
  return {
    paint,
    width,
    // A pattern of an odd number is repeated, so that dashes and gaps come by turns.
    dash: isSolid ? [] : dash.length % 2 === 1 ? [...dash, ...dash] : dash,
    dashOffset: isSolid ? 0 : userLength(svg.strokeDashoffset, viewport),
    cap: svg.strokeLinecap,
    join: svg.strokeLinejoin,
    miterLimit: svg.strokeMiterlimit,
  };
}

/** A stroke in a space that is larger by a factor. */
export function scaledStroke(stroke: Stroke, scale: number): Stroke {
  return {
    ...stroke,
    width: stroke.width * scale,
    dash: stroke.dash.map((length) => length * scale),
    dashOffset: stroke.dashOffset * scale,
  };
}

function paintOf(
  what: 'fill' | 'stroke',
  paint: SvgPaint | undefined,
  opacity: number,
  subject: Subject,
  drawing: Drawing,
): Paint | undefined {
  const { element } = subject;
  switch (paint?.kind) {
    case 'current':
      return visible(element.style.color, opacity);
    case 'colour':
      return visible(paint.colour, opacity);
    case 'reference': {
      const target = drawing.find(paint.id);
      if (target && isGradientElement(target)) {
        return gradientPaint(target, subject.bounds, opacity, subject.space, drawing);
      }
      if (!paint.fallback) {
        const message = `${what} names #${paint.id}, which is no gradient; there is no ${what}`;
        drawing.report(unsupported(message, element.span));
      }
      return paintOf(what, paint.fallback, opacity, subject, drawing);
    }
    default:
      return undefined;
  }
}

function visible(colour: Colour, opacity: number): Colour | undefined {
  const a = colour.a * opacity;
  return a > 0 ? { ...colour, a } : undefined;
}
