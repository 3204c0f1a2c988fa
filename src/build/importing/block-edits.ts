import type { List, ListItem, Nodes, Parents } from 'mdast';
import type { Leaf } from '../../content/importing/leaves.ts';
import type { Edit } from './edit-leaf.ts';

/** Offsets of a node in its source. */
const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;
const endOf = (node: Nodes): number => node.position?.end.offset ?? 0;

/** A node among those around a leaf, and what it stands in. */
interface Placed {
  readonly node: Nodes;
  readonly parent: Parents;
}

/** The nodes from a leaf outwards, each with its parent. */
export function outwards({ node, ancestors }: Leaf): readonly Placed[] {
  const nodes: Nodes[] = [node, ...[...ancestors].reverse()];
  return nodes.slice(0, -1).map((each, i) => ({ node: each, parent: nodes[i + 1] as Parents }));
}

/** The innermost list item around a leaf, or one further out; with its list and how deep that is, 0-based. */
export function itemsAround(
  leaf: Leaf,
): readonly { readonly item: ListItem; readonly list: List; readonly level: number }[] {
  const items = outwards(leaf).flatMap(({ node, parent }) =>
    node.type === 'listItem' && parent.type === 'list' ? [{ item: node, list: parent }] : [],
  );
  return items.map((each, i) => ({ ...each, level: items.length - 1 - i }));
}

/** What goes with leaves that go: the outermost nodes of which nothing stays. Items of lists are told to `onItem`. */
export function removals(
  gone: ReadonlySet<Leaf>,
  all: readonly Leaf[],
  source: string,
  onItem: (list: List, item: ListItem) => void,
): readonly Edit[] {
  const done = new Set<Nodes>();
  const edits: Edit[] = [];
  for (const leaf of gone) {
    if (leaf.node.type === 'tableCell') {
      edits.push({ start: leaf.start, end: leaf.end, text: '' });
      continue;
    }
    const path = outwards(leaf);
    const kept = path.findIndex(
      ({ parent }) => all.some((other) => !gone.has(other) && isIn(other, parent)) || parent.type === 'root',
    );
    const { node, parent } = path[kept]!;
    if (done.has(node)) continue;
    done.add(node);
    if (node.type === 'listItem' && parent.type === 'list') onItem(parent, node);
    edits.push(removalOf(node, parent, source));
  }
  return edits;
}

const isIn = ({ ancestors }: Leaf, parent: Parents): boolean => ancestors.includes(parent);

/** A node with the white space that parts it from its neighbours. */
export function removalOf(node: Nodes, parent: Parents, source: string): Edit {
  const at = parent.children.indexOf(node as never);
  const [previous, next] = [
    parent.children[at - 1] as Nodes | undefined,
    parent.children[at + 1] as Nodes | undefined,
  ];
  if (next) {
    const [start, end] = [lineStart(node, source), lineStart(next, source)];
    const isWhole = start !== undefined && end !== undefined;
    return { start: isWhole ? start : startOf(node), end: isWhole ? end : startOf(next), text: '' };
  }
  return { start: previous ? endOf(previous) : startOf(node), end: endOf(node), text: '' };
}

/** Where the line of a node begins; undefined where something else is before it on that line. */
function lineStart(node: Nodes, source: string): number | undefined {
  const start = startOf(node);
  const line = source.lastIndexOf('\n', start - 1) + 1;
  return /^[\s>]*$/.test(source.slice(line, start)) ? line : undefined;
}

/** What stands before a node on its line: white space and the marks of quotes. */
export function prefixOf(node: Nodes, source: string): string {
  const start = startOf(node);
  const line = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  // The marker of an item is as wide as what its other lines are indented by.
  return line.replace(/[^\s>]/g, ' ');
}

/** The changes of lists: which items go, and which come in behind others. */
export class ListEdits {
  private readonly lists = new Map<
    List,
    { gone: Set<ListItem>; come: Map<ListItem | undefined, string[]> }
  >();

  remove(list: List, item: ListItem): void {
    this.of(list).gone.add(item);
  }

  /** Puts a new item behind another; undefined: before the first. */
  insert(list: List, behind: ListItem | undefined, text: string): void {
    const { come } = this.of(list);
    come.set(behind, [...(come.get(behind) ?? []), text]);
  }

  /** New items, and the numbers of the others. */
  edits(source: string): readonly Edit[] {
    return [...this.lists].flatMap(([list, { gone, come }]) => listEdits(list, gone, come, source));
  }

  private of(list: List) {
    const known = this.lists.get(list) ?? {
      gone: new Set<ListItem>(),
      come: new Map<ListItem | undefined, string[]>(),
    };
    this.lists.set(list, known);
    return known;
  }
}

function listEdits(
  list: List,
  gone: ReadonlySet<ListItem>,
  come: ReadonlyMap<ListItem | undefined, readonly string[]>,
  source: string,
): readonly Edit[] {
  const [first, second] = list.children;
  if (!first) return [];
  const between = second ? source.slice(endOf(first), startOf(second)) : '\n';
  const separator =
    list.spread || /\n[\s>]*\n/.test(between) ? `\n${prefixOf(first, source).trimEnd()}\n` : '\n';
  const prefix = prefixOf(first, source);
  const marker = markerOf(first, source);
  const edits: Edit[] = [];
  let number = list.start ?? 1;
  const put = (texts: readonly string[] | undefined): string[] =>
    (texts ?? []).map((text) => {
      const own = list.ordered ? `${number++}${marker}` : marker;
      return `${own} ${text.replaceAll('\n', `\n${prefix}${' '.repeat(own.length + 1)}`)}`;
    });
  const before = put(come.get(undefined));
  if (before.length > 0) {
    edits.push({
      start: startOf(first),
      end: startOf(first),
      text: before.map((text) => `${text}${separator}${prefix}`).join(''),
    });
  }
  const isCounted = isCountedUp(list, source);
  for (const item of list.children) {
    if (!gone.has(item)) {
      if (list.ordered && isCounted) edits.push(...renumbered(item, number, source));
      number++;
    }
    const texts = put(come.get(item));
    if (texts.length === 0) continue;
    const at = endOf(item);
    edits.push({ start: at, end: at, text: texts.map((text) => `${separator}${prefix}${text}`).join('') });
  }
  return edits;
}

/** What stands behind an item's number, or its bullet. */
function markerOf(item: ListItem, source: string): string {
  return /^\d*([-*+.)])/.exec(source.slice(startOf(item)))?.[1] ?? '-';
}

/** Whether the numbers of a list are written one higher each. */
function isCountedUp(list: List, source: string): boolean {
  const numbers = list.children.map((item) => Number(/^\d+/.exec(source.slice(startOf(item)))?.[0]));
  return numbers.every((number, i) => number === (list.start ?? 1) + i);
}

function renumbered(item: ListItem, number: number, source: string): readonly Edit[] {
  const start = startOf(item);
  const digits = /^\d+/.exec(source.slice(start))?.[0] ?? '';
  const text = String(number);
  const isTall = source.slice(start, endOf(item)).includes('\n');
  // Further lines are indented by the width of the number that they have.
  if (digits === text || (isTall && digits.length !== text.length)) return [];
  return [{ start, end: start + digits.length, text }];
}
