import type { Root } from 'mdast';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../diagnostics/source.ts';
import { spanOfNode, walk } from '../markdown/walk.ts';

/** Definitions that would be lost: a second one of the same name, and a footnote that nothing refers to. */
export function checkReferences(source: SourceFile, root: Root): Diagnostic[] {
  const found: Diagnostic[] = [];
  const defined = new Set<string>();
  const used = new Set<string>();
  walk(root, (node) => {
    if (node.type === 'footnoteReference') used.add(node.identifier);
  });
  walk(root, (node) => {
    if (node.type !== 'definition' && node.type !== 'footnoteDefinition') return;
    const span = spanOfNode(source, node);
    const isFootnote = node.type === 'footnoteDefinition';
    const name = isFootnote ? `[^${node.label ?? node.identifier}]` : `[${node.label ?? node.identifier}]`;
    const key = `${node.type} ${node.identifier}`;
    if (defined.has(key)) {
      const message = `${name} is defined a second time, which would be lost`;
      found.push(diagnose('reference-unknown', message, span, 'Rename or delete one of the two'));
    } else if (isFootnote && !used.has(node.identifier)) {
      const message = `nothing refers to the footnote ${name}, so its text would be lost`;
      found.push(
        diagnose('reference-unknown', message, span, `Write ${name} where it belongs, or delete it`),
      );
    }
    defined.add(key);
  });
  return found;
}
