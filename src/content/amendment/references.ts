import type { Definition, Link, Nodes } from 'mdast';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Clause, SourceDocument } from '../document.ts';
import { spanOfNode, targetSpan, walk } from '../markdown/walk.ts';
import type { Replacement } from './change.ts';
import type { ClauseItem } from './clause-items.ts';

/** Where each clause of the original comes to stand: its new number, undefined where it is deleted. */
export type NewNumbers = ReadonlyMap<Clause, number | undefined>;

/**
 * Links to clauses by their place, such as `#resolves.2`, go with the clause; one to a clause that is deleted becomes plain
 * words. A warning says where words may name a number that is another's now. `isLeft`: whether a place is left as it is.
 */
export function followReferences(
  document: SourceDocument,
  items: readonly ClauseItem[],
  numbers: NewNumbers,
  isLeft: (start: number, end: number) => boolean,
  found: Diagnostic[],
): readonly Replacement[] {
  const { source, body } = document;
  const replacements: Replacement[] = [];
  walk(body, (node: Nodes) => {
    if (node.type !== 'link' && node.type !== 'definition') return;
    const span = spanOfNode(source, node);
    const item = items.find(({ clause }) => node.url === `#${clause.id}`);
    if (!item || !isLeft(span.start, span.end)) return;
    const { id, section, number } = item.clause;
    const next = numbers.get(item.clause);
    if (next === number) return;
    const target = targetSpan(span, node.url);
    if (next === undefined) {
      const message = `this refers to ${section} ${number}, which is deleted`;
      found.push(diagnose('amendment-reference', message, span, 'Amend these words too'));
      if (node.type === 'link') replacements.push(...unlinked(node, document));
      return;
    }
    // What has an id of its own keeps it.
    if (id === `${section}.${number}`) {
      replacements.push({ start: target.start, end: target.end, pieces: [`#${section}.${next}`] });
    }
    if (!namesNumber(node, number, document)) return;
    const message = `this refers to ${section} ${number}, which becomes ${next}`;
    found.push(diagnose('amendment-reference', message, span, 'Amend these words too'));
  });
  return replacements;
}

/** Takes the brackets and the target off a link. */
function unlinked(link: Link, { source }: SourceDocument): readonly Replacement[] {
  const whole = spanOfNode(source, link);
  const [first, last] = [link.children[0], link.children.at(-1)];
  if (!first || !last) return [{ start: whole.start, end: whole.end, pieces: [] }];
  return [
    { start: whole.start, end: spanOfNode(source, first).start, pieces: [] },
    { start: spanOfNode(source, last).end, end: whole.end, pieces: [] },
  ];
}

function namesNumber(node: Link | Definition, number: number, { source }: SourceDocument): boolean {
  const [first, last] = node.type === 'link' ? [node.children[0], node.children.at(-1)] : [];
  if (!first || !last) return false;
  const words = source.text.slice(spanOfNode(source, first).start, spanOfNode(source, last).end);
  return new RegExp(`(?<!\\d)${number}(?!\\d)`).test(words.normalize('NFKC'));
}
