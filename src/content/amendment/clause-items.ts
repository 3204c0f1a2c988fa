import type { List, ListItem } from 'mdast';
import type { SourceFile } from '../../diagnostics/source.ts';
import { clauseDirectiveOf, sectionOf } from '../clauses.ts';
import type { Clause, SectionName, SourceDocument } from '../document.ts';
import type { ContainerDirective } from '../markdown/directive-nodes.ts';
import { spanOfNode } from '../markdown/walk.ts';

/** A clause with where its parts stand in the source. Offsets. */
export interface ClauseItem {
  readonly clause: Clause;
  readonly item: ListItem;
  /** Place among all clauses of the document, from 0. */
  readonly index: number;
  readonly start: number;
  /** Behind the digits of its marker. */
  readonly digitsEnd: number;
  /** Where its text begins, behind the marker and `:clause{…}`. */
  readonly textStart: number;
  readonly end: number;
}

/** A section with a list of clauses. */
export interface ClauseSection {
  readonly name: SectionName;
  readonly items: readonly ClauseItem[];
  /** The whole container, fences and all. */
  readonly start: number;
  readonly end: number;
  /** What stands between an item and a new one: a line end, or two, and the list's own indentation. */
  readonly separator: string;
}

/** The sections of a resolution that have clauses, in the order of the text. */
export function clauseSections(document: SourceDocument): readonly ClauseSection[] {
  const { source, body, clauses } = document;
  const byStart = new Map(clauses.map((clause, index) => [clause.span.start, { clause, index }]));
  return body.children.flatMap((node): readonly ClauseSection[] => {
    const name = sectionOf(node);
    if (!name) return [];
    const container = node as ContainerDirective;
    const lists = container.children.filter((child): child is List => child.type === 'list');
    const items = lists.flatMap((list) => list.children).flatMap((item) => clauseItem(item, byStart, source));
    if (items.length === 0) return [];
    const span = spanOfNode(source, container);
    const list = lists.find((each) => each.children.includes(items[0]!.item))!;
    return [{ name, items, start: span.start, end: span.end, separator: separatorOf(list, items, source) }];
  });
}

function clauseItem(
  item: ListItem,
  byStart: ReadonlyMap<number, { readonly clause: Clause; readonly index: number }>,
  source: SourceFile,
): readonly ClauseItem[] {
  const span = spanOfNode(source, item);
  const found = byStart.get(span.start);
  if (!found) return [];
  const marker = /^\d+/.exec(source.text.slice(span.start, span.end))?.[0] ?? '';
  const directive = clauseDirectiveOf(item);
  const first = item.children[0];
  const textStart = directive
    ? spanOfNode(source, directive).end
    : first
      ? spanOfNode(source, first).start
      : span.end;
  const digitsEnd = span.start + marker.length;
  return [{ ...found, item, start: span.start, digitsEnd, textStart, end: span.end }];
}

function separatorOf(list: List, [first]: readonly ClauseItem[], { text }: SourceFile): string {
  const line =
    Math.max(text.lastIndexOf('\n', first!.start - 1), text.lastIndexOf('\r', first!.start - 1)) + 1;
  const isLoose = list.spread === true || list.children.some((item) => item.spread === true);
  return `${isLoose ? '\n\n' : '\n'}${text.slice(line, first!.start).replace(/\S/g, ' ')}`;
}
