import type { Span } from '../../diagnostics/source.ts';
import type { StyledElement, StyledNode, StyledTree } from '../../style/styled-tree.ts';

/** A row with `-fill-pages` as it is written, of which the tree holds copies. */
export interface RowPattern {
  /** Its copies have it in common, and nothing else has it. */
  readonly span: Span;
  readonly copies: number;
  /** How many pages it is to fill. */
  readonly pages: number;
}

/** The rows that fill pages, in document order. */
export function patternsOf(root: StyledElement): readonly RowPattern[] {
  const patterns = new Map<Span, RowPattern>();
  const visit = (node: StyledNode): void => {
    if (node.type === 'text') return;
    if (isFilling(node)) {
      const copies = (patterns.get(node.span)?.copies ?? 0) + 1;
      patterns.set(node.span, { span: node.span, copies, pages: node.style.fillPages });
    } else node.children.forEach(visit);
  };
  visit(root);
  return [...patterns.values()];
}

/** The tree with as many copies of each row as there are numbers for it: what each grows by, pt. */
export function keepCopies(tree: StyledTree, growth: ReadonlyMap<Span, readonly number[]>): StyledTree {
  const used = new Map<Span, number>();
  const kept = (node: StyledNode): readonly StyledNode[] => {
    if (node.type === 'text') return [node];
    if (!isFilling(node)) return [withChildren(node, node.children.flatMap(kept))];
    const at = used.get(node.span) ?? 0;
    used.set(node.span, at + 1);
    const extra = growth.get(node.span)?.[at];
    return extra === undefined ? [] : [grown(node, extra)];
  };
  return { ...tree, root: withChildren(tree.root, tree.root.children.flatMap(kept)) };
}

/** The element itself where its children are what they were. */
function withChildren(element: StyledElement, children: readonly StyledNode[]): StyledElement {
  const { children: before } = element;
  const same = before.length === children.length && before.every((child, i) => child === children[i]);
  return same ? element : { ...element, children };
}

function isFilling({ style, pseudo }: StyledElement): boolean {
  return style.fillPages > 0 && style.display === 'table-row' && pseudo === undefined;
}

function grown(row: StyledElement, extra: number): StyledElement {
  const { height } = row.style;
  if (extra === 0 || height === 'auto') return row;
  return { ...row, style: { ...row.style, height: { ...height, pt: height.pt + extra } } };
}
