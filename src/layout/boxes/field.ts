import type { ComputedStyle } from '../../style/computed-style.ts';
import type { StyledElement } from '../../style/styled-tree.ts';
import { chooseFaces } from '../../text/fonts/choose-faces.ts';
import type { ReplacedBox, ReplacedContent } from '../box.ts';
import type { Rectangle } from '../geometry.ts';
import type { Field } from '../paged-document.ts';
import type { PagePainter } from '../paint/painter.ts';
import type { LayoutContext } from './box-context.ts';

/** The field that an `<input>` is: a box to tick, or a line to write on. */
export function fieldOf(element: StyledElement, { fonts }: LayoutContext): Field {
  const { style, attributes } = element;
  const name = attributes.name ?? '';
  return {
    kind: attributes.type?.toLowerCase() === 'checkbox' ? 'checkbox' : 'text',
    name,
    label: attributes['aria-label'] ?? attributes.title ?? name,
    language: style.language,
    face: chooseFaces('a', style, fonts).runs[0]!.face.stored.face,
    size: style.fontSize,
    colour: style.color,
    align: alignmentOf(style),
  };
}

function alignmentOf({ textAlign, direction }: ComputedStyle): Field['align'] {
  if (textAlign === 'center' || textAlign === 'left' || textAlign === 'right') return textAlign;
  return (direction === 'rtl') === (textAlign === 'end') ? 'left' : 'right';
}

/**
 * Notes the area of a field. A line to write on may be lower than a line of type: its area then reaches up as far as
 * one needs, and a little below the rule, for viewers leave room under the letters that writing does not. Content that was read on an earlier page already is the blank alone, for a field belongs to one place of
 * the reading order.
 */
export function paintField(
  painter: PagePainter,
  box: ReplacedBox,
  { field, element }: Extract<ReplacedContent, { kind: 'field' }>,
  content: Rectangle,
): void {
  if (painter.artifact || !element || box.leaf === undefined || box.style.visibility !== 'visible') return;
  const line = (field.face.ascent + field.face.descent) * field.size;
  const isMultiline = field.kind === 'text' && content.height >= 2 * line;
  const isLine = field.kind === 'text' && !isMultiline;
  const height = isLine ? Math.max(content.height, line) : content.height;
  const drop = isLine ? (field.face.descent * field.size) / 2 : 0;
  const { x, width } = content;
  painter.painting.drawn.add(box.leaf);
  painter.items.push({
    kind: 'field',
    element,
    field,
    isMultiline,
    x,
    y: content.y + content.height - height + drop,
    width,
    height,
  });
}
