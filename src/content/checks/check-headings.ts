import type { Root } from 'mdast';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../../diagnostics/source.ts';
import { sectionOf } from '../clauses.ts';
import { spanOfNode, walk } from '../markdown/walk.ts';

/**
 * Headings begin one level below what stands above them (the title, or a section's own H2) and never skip a level
 * on the way down, as tagged PDF wants (ISO 14289-1 §7.4.2).
 */
export function checkHeadings(source: SourceFile, root: Root): Diagnostic[] {
  const found: Diagnostic[] = [];
  let above = 1;
  for (const block of root.children) {
    const base = sectionOf(block) ? 2 : 1;
    if (base === 2) above = 2;
    walk({ type: 'root', children: [block] }, (node) => {
      if (node.type !== 'heading') return;
      found.push(...headingProblem(node.depth, base, above, spanOfNode(source, node)));
      above = Math.max(node.depth, base);
    });
  }
  return found;
}

function headingProblem(depth: number, base: number, above: number, span: Span): Diagnostic[] {
  const report = (message: string, level: number) => [
    diagnose('markdown-heading', message, span, `Begin the line with ${'#'.repeat(level)}`),
  ];
  if (depth === 1)
    return report('a heading of level 1 stands in the body; the title is the only one', base + 1);
  if (depth <= base)
    return report(`a heading of level ${depth} stands inside a section of that level`, base + 1);
  if (depth > above + 1)
    return report(`a heading of level ${depth} follows one of level ${above}`, above + 1);
  return [];
}
