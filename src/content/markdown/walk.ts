import type { Nodes, Parents, Root } from 'mdast';
import type { SourceFile, Span } from '../../diagnostics/source.ts';

/** Calls `visit` for every node in document order, with its ancestors from the root down. */
export function walk(root: Root, visit: (node: Nodes, ancestors: readonly Parents[]) => void): void {
  const ancestors: Parents[] = [];
  const enter = (node: Nodes) => {
    visit(node, ancestors);
    if (!('children' in node)) return;
    ancestors.push(node as Parents);
    for (const child of node.children) enter(child);
    ancestors.pop();
  };
  enter(root);
}

/** The span of a node. */
export function spanOfNode(source: SourceFile, node: Pick<Nodes, 'position'>): Span {
  const { position } = node;
  return { source, start: position?.start.offset ?? 0, end: position?.end.offset ?? source.text.length };
}

/** Where a link's target stands inside the whole link. */
export function targetSpan(span: Span, target: string): Span {
  const text = span.source.text.slice(span.start, span.end);
  const at = target === '' ? -1 : text.lastIndexOf(target);
  return at < 0 ? span : { ...span, start: span.start + at, end: span.start + at + target.length };
}
