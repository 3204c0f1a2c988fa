import { unsupported } from '../../content/svg/svg-elements.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { StyledElement } from '../../style/styled-tree.ts';
import type { Matrix } from '../geometry.ts';
import type { Drawing } from './drawing.ts';
import { readTransformList } from './transform-list.ts';

/** What an element's `transform` does to its coordinates; undefined where it has none that is understood. */
export function transformOf(element: StyledElement, drawing: Drawing): Matrix | undefined {
  const { transform, origins } = element.style;
  if (transform.length > 0) {
    const message = 'a transform in the style of what a drawing holds is not supported; nothing is moved';
    const place = origins.transform ?? element.span;
    drawing.report(diagnose('css-unsupported', message, place, 'Write it as the attribute transform'));
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
