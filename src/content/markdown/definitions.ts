import type { Definition, FootnoteDefinition, Root } from 'mdast';
import { walk } from './walk.ts';

/** What a body defines, by identifier. */
export interface Definitions {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
}

/** Link and footnote definitions of a body, the first of each name. */
export function definitionsOf(root: Root): Definitions {
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  walk(root, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier)) {
      footnotes.set(node.identifier, node);
    }
  });
  return { definitions, footnotes };
}
