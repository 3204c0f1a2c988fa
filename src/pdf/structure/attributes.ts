import type { Page, StructureElement } from '../../layout/paged-document.ts';
import { pagePlace } from '../content/page-place.ts';
import { type Dictionary, textString } from '../pdf-object.ts';
import type { CellMarks } from './cell-marks.ts';

function tableAttributes(element: StructureElement, cell: CellMarks | undefined): Dictionary | undefined {
  if (element.type !== 'TH' && element.type !== 'TD') return undefined;
  const { columnSpan, rowSpan } = element;
  const headers = cell?.headers ?? [];
  if (cell?.scope === undefined && columnSpan <= 1 && rowSpan <= 1 && headers.length === 0) return undefined;
  return {
    O: 'Table',
    Scope: cell?.scope,
    Headers: headers.length > 0 ? headers.map(textString) : undefined,
    ColSpan: columnSpan > 1 ? columnSpan : undefined,
    RowSpan: rowSpan > 1 ? rowSpan : undefined,
  };
}

function layoutAttributes(element: StructureElement, pages: readonly Page[]): Dictionary | undefined {
  const { box } = element;
  const page = box && pages[box.page];
  if (!page || !box) return undefined;
  const place = pagePlace(page);
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const corners = [place.x(box.x), place.y(box.y + box.height), place.x(box.x + box.width), place.y(box.y)];
  return { O: 'Layout', BBox: corners.map(round), Placement: 'Block' };
}

/** The attributes of an element (ISO 32000-1 §14.8.5) as the value of `A`; undefined where it has none. */
export function attributesOf(
  element: StructureElement,
  pages: readonly Page[],
  cell: CellMarks | undefined,
): unknown {
  const list = element.type === 'L' && element.listNumbering;
  const all = [
    list ? { O: 'List', ListNumbering: list } : undefined,
    tableAttributes(element, cell),
    layoutAttributes(element, pages),
  ].filter((attributes) => attributes !== undefined);
  return all.length > 1 ? all : all[0];
}
