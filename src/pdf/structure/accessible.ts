import type { PagedDocument, StructureElement } from '../../layout/paged-document.ts';

/** Every element, in reading order. */
function elementsOf(root: StructureElement): readonly StructureElement[] {
  const elements: StructureElement[] = [];
  const visit = (element: StructureElement): void => {
    elements.push(element);
    for (const child of element.children) if (typeof child !== 'number') visit(child);
  };
  visit(root);
  return elements;
}

/** Whether headings start with H1 and go down by one level at a time (ISO 14289-1 §7.4.2). */
function headingsDescend(elements: readonly StructureElement[]): boolean {
  let level = 0;
  for (const { type } of elements) {
    const match = /^H([1-6])$/.exec(type);
    if (!match) continue;
    if (Number(match[1]) > level + 1) return false;
    level = Number(match[1]);
  }
  return true;
}

/** Columns of a table's rows, where all rows have as many; cells that span rows count in each. */
function isRegular(table: StructureElement): boolean {
  const rows = elementsOf(table).filter(({ type }) => type === 'TR');
  const widths: number[] = rows.map(() => 0);
  rows.forEach((row, index) => {
    for (const cell of row.children) {
      if (typeof cell === 'number') continue;
      for (let i = index; i < Math.min(rows.length, index + cell.rowSpan); i++) widths[i]! += cell.columnSpan;
    }
  });
  return widths.every((width) => width === widths[0]);
}

/**
 * Whether a document may call itself PDF/UA-1 (ISO 14289-1): all that the writer does not see to by itself, which is
 * a title, a language, text for pictures and blanks, names for links, orderly headings and regular tables.
 */
export function isAccessible(document: PagedDocument): boolean {
  const elements = elementsOf(document.structure);
  const fields = document.pages.flatMap(({ items }) => items.filter((item) => item.kind === 'field'));
  const labels = new Map(fields.map(({ element, field }) => [element, field.label]));
  const named = (element: StructureElement) => (labels.get(element) ?? element.alt ?? '').trim() !== '';
  return (
    document.title.trim() !== '' &&
    document.language !== '' &&
    headingsDescend(elements) &&
    elements.every((element) => (element.type !== 'Figure' && element.type !== 'Form') || named(element)) &&
    elements.every((element) => element.type !== 'Table' || isRegular(element)) &&
    document.pages.every(({ items }) =>
      items.every((item) => item.kind !== 'link' || item.contents.trim() !== ''),
    )
  );
}
