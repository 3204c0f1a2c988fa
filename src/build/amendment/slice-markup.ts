import type { MarkupElement, MarkupNode } from '../../content/markup.ts';
import type { Span } from '../../diagnostics/source.ts';

/** The part of some markup that came from a stretch of its source; elements around it stay where they hold any of it. */
export function sliceMarkup(nodes: readonly MarkupNode[], span: Span): readonly MarkupNode[] {
  return nodes.flatMap((node): readonly MarkupNode[] => {
    if (node.span.source !== span.source || node.span.start >= span.end || node.span.end <= span.start)
      return [];
    if (node.span.start >= span.start && node.span.end <= span.end) return [node];
    if (node.type === 'element') {
      const children = sliceMarkup(node.children, span);
      return children.length > 0 ? [{ ...node, children }] : [];
    }
    // What an escape or a variable made is not cut.
    if (node.text.length !== node.span.end - node.span.start) return [node];
    const from = Math.max(0, span.start - node.span.start);
    const to = Math.min(node.text.length, span.end - node.span.start);
    const cut = { ...node.span, start: node.span.start + from, end: node.span.start + to };
    return [{ ...node, text: node.text.slice(from, to), span: cut }];
  });
}

/** The items of the lists of clauses in a filled body, in the order of the document's clauses. */
export function clauseElements(body: readonly MarkupNode[]): readonly MarkupElement[] {
  return body.flatMap((node): readonly MarkupElement[] => {
    if (node.type === 'text') return [];
    const isList = node.tag === 'ol' && node.attributes.class === 'clauses';
    if (!isList) return clauseElements(node.children);
    return node.children.filter(
      (child): child is MarkupElement => child.type === 'element' && child.tag === 'li',
    );
  });
}

/** Without the `id`s and notes that must stand once in a document. */
export function quoted(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  return nodes.map((node) => {
    if (node.type === 'text') return node;
    const { id: _, ...attributes } = node.attributes;
    const isJump = node.tag === 'a' && attributes.href?.startsWith('#');
    const children = quoted(node.children);
    return isJump ? { ...node, tag: 'span', attributes: {}, children } : { ...node, attributes, children };
  });
}
