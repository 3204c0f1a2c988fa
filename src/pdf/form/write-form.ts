import type { Matrix } from '../../layout/geometry.ts';
import type { Field, FieldItem, PagedDocument, StructureElement } from '../../layout/paged-document.ts';
import { placedItems } from '../../layout/paint/placed-items.ts';
import { rectangleOf } from '../annotation-area.ts';
import { decimals } from '../content/numbers.ts';
import { pagePlace } from '../content/page-place.ts';
import type { TypingFonts } from '../font/embed-fonts.ts';
import type { PdfFile } from '../pdf-file.ts';
import { type Dictionary, type PdfReference, textString } from '../pdf-object.ts';
import type { OwnedAnnotation } from '../structure/structure-tree.ts';
import { type AppearanceWriter, createAppearanceWriter, ON } from './appearance.ts';
import { fieldNames } from './field-names.ts';

/** A widget before it is written, with its key in the parent tree. */
interface Widget {
  readonly item: FieldItem;
  readonly transform: Matrix | undefined;
  readonly page: number;
  readonly structParent: number;
}

/** Field flag (ISO 32000-1 table 228): bit 13. */
const MULTILINE = 1 << 12;

/** Annotation flag (table 165): printed. */
const PRINT = 4;

const quadding = { left: 0, center: 1, right: 2 } as const;

/** The elements for fields in reading order. */
function formElements(element: StructureElement): readonly StructureElement[] {
  if (element.type === 'Form') return [element];
  return element.children.flatMap((child) => (typeof child === 'number' ? [] : formElements(child)));
}

/** In reading order, which viewers step through them by. */
function widgetsOf(document: PagedDocument, firstKey: number): readonly Widget[] {
  const found = new Map<StructureElement, Omit<Widget, 'structParent'>>();
  document.pages.forEach(({ items }, page) => {
    for (const { item, transform } of placedItems(items)) {
      if (item.kind === 'field') found.set(item.element, { item, transform, page });
    }
  });
  if (found.size === 0) return [];
  const ordered = formElements(document.structure).filter((element) => found.has(element));
  return ordered.map((element, index) => ({ ...found.get(element)!, structParent: firstKey + index }));
}

/** How typed text looks: as high as the field allows and as long as it has room, or at the size of the text around. */
function defaultAppearance({ face, size, colour }: Field, isMultiline: boolean, typing: TypingFonts): object {
  const fill = `${decimals(colour.r, colour.g, colour.b)} rg`;
  return textString(`/${typing.nameOf(face)} ${isMultiline ? decimals(size) : 0} Tf ${fill}`);
}

/** What fields of one name have in common. */
function fieldEntries({ item }: Widget, name: string, typing: TypingFonts): Dictionary {
  const { field, isMultiline } = item;
  const common = { T: textString(name), TU: textString(field.label) };
  if (field.kind === 'checkbox') return { FT: 'Btn', ...common, V: 'Off' };
  return {
    FT: 'Tx',
    ...common,
    Ff: isMultiline ? MULTILINE : undefined,
    DA: defaultAppearance(field, isMultiline, typing),
  };
}

function widgetEntries(widget: Widget, document: PagedDocument, looks: AppearanceWriter): Dictionary {
  const { item, transform, page, structParent } = widget;
  const Rect = rectangleOf(item, transform, pagePlace(document.pages[page]!));
  const [width, height] = [Rect[2] - Rect[0], Rect[3] - Rect[1]];
  const empty = looks.empty(width, height);
  const base = { Type: 'Annot', Subtype: 'Widget', Rect, F: PRINT, StructParent: structParent };
  if (item.field.kind === 'checkbox') {
    const states = { Off: empty, [ON]: looks.ticked(item.field, width, height) };
    return { ...base, AS: 'Off', AP: { N: states } };
  }
  const Q = quadding[item.field.align];
  return { ...base, Q: Q === 0 ? undefined : Q, AP: { N: empty } };
}

/**
 * Writes every field of the document with its widgets (ISO 32000-1 §12.7) and enters them in the catalogue. Their keys
 * in the parent tree start at `firstKey`. Nothing of it asks a viewer to draw the fields anew: they look as they do on
 * paper until something is typed.
 */
export function writeForm(
  file: PdfFile,
  document: PagedDocument,
  typing: TypingFonts,
  firstKey: number,
): readonly OwnedAnnotation[] {
  const widgets = widgetsOf(document, firstKey);
  if (widgets.length === 0) return [];
  const looks = createAppearanceWriter(file);
  const annotations = new Map<Widget, PdfReference>();
  const fields: PdfReference[] = [];
  for (const [name, own] of fieldNames(widgets, ({ item }) => item.field)) {
    const entries = fieldEntries(own[0]!, name, typing);
    const [only] = own;
    if (own.length === 1) {
      const merged = file.object({ ...entries, ...widgetEntries(only!, document, looks) });
      annotations.set(only!, merged);
      fields.push(merged);
      continue;
    }
    const parent = file.reserve(entries);
    const kids = own.map((widget) =>
      file.object({ Parent: parent, ...widgetEntries(widget, document, looks) }),
    );
    own.forEach((widget, index) => {
      annotations.set(widget, kids[index]!);
    });
    parent.data.Kids = kids;
    parent.end();
    fields.push(parent);
  }
  file.catalogue.AcroForm = file.object({
    Fields: fields,
    DR: typing.all.size > 0 ? { Font: Object.fromEntries(typing.all) } : undefined,
  });
  return widgets.map((widget) => ({
    element: widget.item.element,
    page: widget.page,
    reference: annotations.get(widget)!,
    structParent: widget.structParent,
  }));
}
