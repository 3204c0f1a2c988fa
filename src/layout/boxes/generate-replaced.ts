import type { StyledElement } from '../../style/styled-tree.ts';
import type { InlineContext, ReplacedBox, ReplacedContent } from '../box.ts';
import { placeDrawing } from '../svg/placed-drawing.ts';
import type { LayoutContext } from './box-context.ts';
import { fieldOf } from './field.ts';
import { placeFor, type StructurePlace } from './structure.ts';

/** The box of an element that is replaced by a picture, a code or a blank; undefined for any other. */
export function replacedBox(
  element: StyledElement,
  parent: StructurePlace,
  inline: InlineContext,
  context: LayoutContext,
): ReplacedBox | undefined {
  const content = replacedContent(element, context);
  if (!content) return undefined;
  const place = content.kind === 'blank' ? { ...parent, node: undefined } : placeFor(element, parent);
  const figure = place.node?.type === 'Figure' ? place.node : undefined;
  const form = place.node?.type === 'Form' ? place.node : undefined;
  const leaf = figure || form ? context.nextContent++ : undefined;
  if (leaf !== undefined) (figure ?? form)?.children.push(leaf);
  const base = { style: element.style, span: element.span, element, marker: undefined };
  const shown = content.kind === 'field' ? { ...content, element: form } : content;
  return { kind: 'replaced', ...base, content: shown, leaf, structure: figure, link: inline.link };
}

function replacedContent(element: StyledElement, context: LayoutContext): ReplacedContent | undefined {
  if (element.pseudo) return undefined;
  if (element.tag === 'qr-code') return { kind: 'qr', value: element.attributes.value ?? '' };
  if (element.tag === 'input') return { kind: 'field', field: fieldOf(element, context), element: undefined };
  if (element.tag === 'svg') return drawingContent(element, context.root ?? element, element, context);
  if (element.tag !== 'img') return undefined;
  const picture = context.loadImage(element);
  if (picture?.format === 'svg') return drawingContent(picture.root, picture.root, element, context);
  return picture ? { kind: 'image', image: picture } : { kind: 'blank' };
}

function drawingContent(
  root: StyledElement,
  scope: StyledElement,
  { style }: StyledElement,
  { fonts, diagnostics }: LayoutContext,
): ReplacedContent {
  return { kind: 'drawing', drawing: placeDrawing(root, { fonts, style, scope, diagnostics }) };
}
