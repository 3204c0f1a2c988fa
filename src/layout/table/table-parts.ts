import type { ComputedStyle } from '../../style/computed-style.ts';
import type { StyledElement, StyledNode } from '../../style/styled-tree.ts';

/** A table's children in their kinds, anonymous boxes put in where CSS wants them (CSS 2.2 §17.2.1). */
export interface TableParts {
  readonly captions: readonly StyledElement[];
  /** Columns and column groups. */
  readonly columns: readonly StyledElement[];
  readonly groups: readonly PartGroup[];
}

/** A row group, or the rows that stand in the table itself. */
export interface PartGroup {
  readonly element: StyledElement | undefined;
  readonly kind: 'header' | 'body' | 'footer';
  readonly rows: readonly StyledElement[];
}

/** Makes the style of an anonymous box from its parent's. */
export type AnonymousStyle = (parent: ComputedStyle) => ComputedStyle;

const rowGroup = /^table-(row|header|footer)-group$/;

/** Sorts the children of a table; the first header group comes first, the first footer group last. */
export function tableParts(table: StyledElement, anonymous: AnonymousStyle): TableParts {
  const captions: StyledElement[] = [];
  const columns: StyledElement[] = [];
  const groups: PartGroup[] = [];
  let loose: StyledNode[] = [];
  const flush = (): void => {
    const rows = rowsOf(table, loose, anonymous);
    if (rows.length > 0) groups.push({ element: undefined, kind: 'body', rows });
    loose = [];
  };
  for (const child of flattened(table.children)) {
    const display = child.type === 'element' ? child.style.display : undefined;
    if (child.type === 'element' && display === 'table-caption') captions.push(child);
    else if (child.type === 'element' && display?.startsWith('table-column')) columns.push(child);
    else if (child.type === 'element' && display && rowGroup.test(display)) {
      flush();
      groups.push({
        element: child,
        kind: kindOf(display),
        rows: rowsOf(child, flattened(child.children), anonymous),
      });
    } else loose.push(child);
  }
  flush();
  return { captions, columns, groups: inVisualOrder(groups) };
}

function kindOf(display: string): PartGroup['kind'] {
  if (display === 'table-header-group') return 'header';
  return display === 'table-footer-group' ? 'footer' : 'body';
}

/** Only one group is the header and one the footer; others are bodies where they stand. */
function inVisualOrder(groups: readonly PartGroup[]): readonly PartGroup[] {
  const header = groups.find((group) => group.kind === 'header');
  const footer = groups.find((group) => group.kind === 'footer');
  const bodies = groups
    .filter((group) => group !== header && group !== footer)
    .map((group): PartGroup => ({ ...group, kind: 'body' }));
  return [...(header ? [header] : []), ...bodies, ...(footer ? [footer] : [])];
}

/** The rows of a group; what is no row stands in an anonymous one with its neighbours. */
function rowsOf(
  parent: StyledElement,
  nodes: readonly StyledNode[],
  anonymous: AnonymousStyle,
): readonly StyledElement[] {
  return wrapped(parent, nodes, 'table-row', (display) => display === 'table-row', anonymous);
}

/** The cells of a row; what is no cell stands in an anonymous one with its neighbours. */
export function cellsOf(row: StyledElement, anonymous: AnonymousStyle): readonly StyledElement[] {
  const isCell = (display: string): boolean => display === 'table-cell';
  return wrapped(row, flattened(row.children), 'table-cell', isCell, anonymous);
}

function wrapped(
  parent: StyledElement,
  nodes: readonly StyledNode[],
  display: 'table-row' | 'table-cell',
  isProper: (display: string) => boolean,
  anonymous: AnonymousStyle,
): readonly StyledElement[] {
  const proper: StyledElement[] = [];
  let run: StyledNode[] = [];
  const flush = (): void => {
    if (run.some((node) => !isBlank(node))) proper.push(anonymousPart(parent, display, run, anonymous));
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'element' && isProper(node.style.display)) {
      flush();
      proper.push(node);
    } else run.push(node);
  }
  flush();
  return proper;
}

/** An element that stands for an anonymous box around some nodes. */
export function anonymousPart(
  parent: StyledElement,
  display: 'table' | 'inline-table' | 'table-row' | 'table-cell',
  children: readonly StyledNode[],
  anonymous: AnonymousStyle,
): StyledElement {
  return {
    type: 'element',
    tag: `anonymous-${display}`,
    pseudo: undefined,
    attributes: {},
    style: { ...anonymous(parent.style), display },
    children,
    marker: undefined,
    span: parent.span,
  };
}

/** True for white space between parts of a table, which makes no box. */
export function isBlank(node: StyledNode): boolean {
  return node.type === 'text' && /^[ \t\n\r\f]*$/.test(node.text);
}

/** Children of elements that have no box of their own stand in their place. */
function flattened(nodes: readonly StyledNode[]): readonly StyledNode[] {
  if (!nodes.some((node) => node.type === 'element' && node.style.display === 'contents')) return nodes;
  return nodes.flatMap((node) =>
    node.type === 'element' && node.style.display === 'contents' ? flattened(node.children) : [node],
  );
}
