import type { StructureElement } from '../../layout/paged-document.ts';

/** A cell in the grid of its table; rows and columns count from 0, ends are not included. */
export interface GridCell {
  readonly element: StructureElement;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Of the rows it stands among: a head, a body or a foot. */
  readonly group: number;
}

/** The cells of a table at their places: each in the first column that no cell from a row above takes. */
export function gridOf(table: StructureElement): readonly GridCell[] {
  const cells: GridCell[] = [];
  const taken = new Set<string>();
  let top = 0;
  groupsOf(table).forEach((rows, group) => {
    const end = top + rows.length;
    for (const row of rows) {
      let left = 0;
      for (const element of childrenOf(row)) {
        while (taken.has(`${top} ${left}`)) left++;
        const bottom = Math.min(end, top + element.rowSpan);
        const right = left + element.columnSpan;
        for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) taken.add(`${y} ${x}`);
        cells.push({ element, top, bottom, left, right, group });
        left = right;
      }
      top++;
    }
  });
  return cells;
}

/** A table's rows by head, bodies and foot; rows that stand in none are a group together. */
function groupsOf(table: StructureElement): readonly (readonly StructureElement[])[] {
  const groups: StructureElement[][] = [];
  let loose: StructureElement[] | undefined;
  for (const child of childrenOf(table)) {
    if (child.type === 'TR') {
      if (!loose) {
        loose = [];
        groups.push(loose);
      }
      loose.push(child);
    } else if (child.type !== 'Caption') {
      groups.push([...childrenOf(child)]);
      loose = undefined;
    }
  }
  return groups;
}

function childrenOf({ children }: StructureElement): readonly StructureElement[] {
  return children.filter((child) => typeof child !== 'number');
}
