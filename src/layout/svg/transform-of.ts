import { unsupported } from '../../content/svg/svg-elements.ts';
import type { StyledElement } from '../../style/styled-tree.ts';
import type { Matrix } from '../geometry.ts';
import { transformOf as styleTransform } from '../paint/style-transform.ts';
import type { Drawing } from './drawing.ts';
import { pixel, type Viewport } from './lengths.ts';
import { readTransformList } from './transform-list.ts';

/**
 * What an element's `transform`, as a property or an attribute, does to its coordinates; undefined where it has none
 * that is understood. The property is measured by the viewport (`view-box` of css-transforms-1 §8).
 */
export function transformOf(
  element: StyledElement,
  { width, height }: Viewport,
  drawing: Drawing,
): Matrix | undefined {
  const area = { x: 0, y: 0, width: width * pixel, height: height * pixel };
  const styled = styleTransform(element.style, area);
  if (styled) {
    const [a, b, c, d, e, f] = styled;
    return [a, b, c, d, e / pixel, f / pixel];
  }
  const text = element.attributes.transform;
  if (text === undefined || text.trim() === '' || text.trim() === 'none') return undefined;
  const matrix = readTransformList(text);
  if (!matrix) {
    const message = `the transform ${JSON.stringify(text)} is not understood; nothing is moved`;
    drawing.report(unsupported(message, element.span));
  }
  return matrix;
}
