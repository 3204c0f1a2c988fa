import type { StructureElement } from '../../layout/paged-document.ts';
import { cellRoles } from './table-headers.ts';

/** What is written of a cell of a table beyond its spans. */
export interface CellMarks {
  readonly scope: 'Row' | 'Column' | undefined;
  /** Its name, where another cell calls it its header. */
  readonly id: string | undefined;
  /** The names of its headers. */
  readonly headers: readonly string[];
}

/** The marks of every cell of every table below an element. */
export function cellMarks(root: StructureElement): ReadonlyMap<StructureElement, CellMarks> {
  const roles = tablesIn(root).flatMap((table) => [...cellRoles(table)]);
  const named = new Map<StructureElement, string>();
  for (const [, { headers }] of roles) {
    for (const header of headers) if (!named.has(header)) named.set(header, cellId(named.size + 1));
  }
  return new Map(
    roles.map(([element, { scope, headers }]) => [
      element,
      { scope, id: named.get(element), headers: headers.map((header) => named.get(header)!) },
    ]),
  );
}

function tablesIn(element: StructureElement): readonly StructureElement[] {
  const below = element.children.flatMap((child) => (typeof child === 'number' ? [] : tablesIn(child)));
  return element.type === 'Table' ? [element, ...below] : below;
}

/** Zeros keep the order of the name tree. */
function cellId(number: number): string {
  return `cell-${String(number).padStart(5, '0')}`;
}
