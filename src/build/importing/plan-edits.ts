import type { Nodes, Parents } from 'mdast';
import type { SourceDocument } from '../../content/document.ts';
import { type Leaf, leavesOf } from '../../content/importing/leaves.ts';
import { escapeStart } from '../../content/importing/write-text.ts';
import type { VariableValues } from '../../content/variables.ts';
import type { Span } from '../../diagnostics/source.ts';
import type { ReadParagraph } from '../../docx/reading/model.ts';
import { type Atoms, atomsGone, createAtoms } from './atoms.ts';
import { itemsAround, ListEdits, outwards, prefixOf, removals } from './block-edits.ts';
import { type BlockChange, roleOf } from './compare-blocks.ts';
import { type Edit, editLeaf, rewriteLeaf } from './edit-leaf.ts';
import { tokensOf } from './paragraph-text.ts';
import { editTable, type Written } from './table-edits.ts';
import { plainMarks, writeTokens } from './write-tokens.ts';

/** What changes of a document become in its source. */
export interface PlannedEdits {
  readonly edits: readonly Edit[];
  /** Changes that have no place in the source: of the template's own text, or of what Markdown has no words for. */
  readonly unplaced: readonly BlockChange[];
  /** Footnotes that came in: their id in the file, and what they are called in the source. */
  readonly newNotes: ReadonlyMap<string, string>;
}

/** The leaves of a document, and which of them each paragraph of it was made from. */
export function writtenIn(
  document: SourceDocument,
  values: VariableValues,
  spans: ReadonlyMap<ReadParagraph, readonly Span[]>,
): Written {
  const leaves = leavesOf(document, values);
  const leafOf = new Map<ReadParagraph, Leaf>();
  for (const [paragraph, places] of spans) {
    const place = places.find(({ source }) => source === document.source);
    const leaf =
      place &&
      leaves.findLast(({ start, end }) => start <= place.start && place.start < Math.max(end, start + 1));
    if (leaf) leafOf.set(paragraph, leaf);
  }
  return { document, leaves, leafOf };
}

/** Plans the edits for changes in the order of the edited document. Leaves in `anew` are written as a whole. */
export function planEdits(
  changes: readonly BlockChange[],
  written: Written,
  anew: ReadonlySet<Leaf>,
): PlannedEdits {
  return new Planner(written, anew, changes).plan();
}

class Planner {
  private readonly edits: Edit[] = [];
  private readonly unplaced: BlockChange[] = [];
  private readonly lists = new ListEdits();
  private readonly written: Written;
  private readonly anew: ReadonlySet<Leaf>;
  private readonly changes: readonly BlockChange[];
  private readonly text: string;
  private readonly gone: ReadonlySet<Leaf>;
  private readonly atoms: Atoms;

  constructor(written: Written, anew: ReadonlySet<Leaf>, changes: readonly BlockChange[]) {
    this.written = written;
    this.anew = anew;
    this.changes = changes;
    this.text = written.document.source.text;
    const deleted = changes.flatMap((change) =>
      change.kind === 'deleted' ? (this.leafOf(change.before) ?? []) : [],
    );
    this.gone = new Set(deleted);
    this.atoms = createAtoms(this.text, written.leaves);
    for (const leaf of deleted) this.atoms.spare(leaf.units);
    for (const change of changes) {
      const leaf = change.kind === 'edited' ? this.leafOf(change.before) : undefined;
      if (leaf && change.kind === 'edited') this.atoms.spare(atomsGone(leaf, change.before, change.after));
    }
  }

  plan(): PlannedEdits {
    for (const change of this.changes) {
      if (!this.place(change)) this.unplaced.push(change);
    }
    const removed = removals(this.gone, this.written.leaves, this.text, (list, item) =>
      this.lists.remove(list, item),
    );
    const edits = [...this.edits, ...removed, ...this.lists.edits(this.text)];
    return { edits: inOrder(edits), unplaced: this.unplaced, newNotes: this.atoms.newNotes };
  }

  private place(change: BlockChange): boolean {
    switch (change.kind) {
      case 'edited':
        return this.edit(change.before, change.after);
      case 'deleted':
        return this.leafOf(change.before) !== undefined;
      case 'inserted':
        return this.insert(change);
      case 'row deleted':
      case 'row inserted':
      case 'cell filled': {
        const edit = editTable(change, this.written, (paragraph) => this.write(paragraph, true));
        if (edit) this.edits.push(edit);
        return edit !== undefined;
      }
      case 'table':
        return false;
    }
  }

  private leafOf(paragraph: ReadParagraph | undefined): Leaf | undefined {
    return paragraph && this.written.leafOf.get(paragraph);
  }

  private edit(was: ReadParagraph, is: ReadParagraph): boolean {
    const leaf = this.leafOf(was);
    // Code whose lines begin with marks of a quotation or an item is not found as it is.
    if (!leaf || (leaf.node.type === 'code' && leaf.units.length === 0)) return false;
    const change = { leaf, source: this.text, before: tokensOf(was), after: tokensOf(is), atoms: this.atoms };
    const edits = this.anew.has(leaf) && leaf.node.type !== 'code' ? undefined : editLeaf(change);
    this.edits.push(...(edits ?? [rewriteLeaf(change)]));
    return true;
  }

  private write(paragraph: ReadParagraph, inCell: boolean): string {
    return (
      writeTokens(tokensOf(paragraph), { base: plainMarks, inCell, writeAtom: this.atoms.writer([]) }) ?? ''
    );
  }

  private insert({ after, previous, next }: Extract<BlockChange, { kind: 'inserted' }>): boolean {
    const [before, behind] = [this.leafOf(previous), this.leafOf(next)];
    const anchor = before ?? behind;
    if (!anchor || anchor.node.type === 'tableCell') return false;
    const role = roleOf(after);
    if (after.list) return this.insertItem(after, before, behind, anchor);
    const heading = /^heading (\d)$/.exec(role);
    const text = heading
      ? `${'#'.repeat(Number(heading[1]))} ${this.write(after, false)}`
      : escapeStart(this.write(after, false));
    // Beside what has the same style it stands in the same box.
    const isOfNext =
      before === undefined ||
      (behind !== undefined && after.style === next!.style && after.style !== previous!.style);
    const beside = isOfNext ? behind! : before;
    const { node } = this.blockBeside(beside, after);
    const prefix = prefixOf(node, this.text);
    const lines = text.replaceAll('\n', `\n${prefix}`);
    const gap = `\n${prefix.trimEnd()}\n${prefix}`;
    const at = isOfNext ? node.position!.start.offset! : node.position!.end.offset!;
    this.edits.push({ start: at, end: at, text: isOfNext ? `${lines}${gap}` : `${gap}${lines}` });
    return true;
  }

  /** The block beside which a paragraph comes in: outside of lists, and of boxes that it does not look like. */
  private blockBeside(
    leaf: Leaf,
    { style }: ReadParagraph,
  ): { readonly node: Nodes; readonly parent: Parents } {
    const path = outwards(leaf);
    const isOpen = (parent: Parents): boolean => {
      const { type, name } = parent as { readonly type: string; readonly name?: string };
      if (type === 'root') return true;
      if (type === 'listItem') return /^list continue/i.test(style);
      if (type === 'blockquote') return /^quote/i.test(style);
      if (type !== 'containerDirective') return false;
      return name !== 'callout' && name !== 'action' ? true : style.toLowerCase().startsWith(name);
    };
    return path.find(({ parent }) => isOpen(parent)) ?? path.at(-1)!;
  }

  private insertItem(
    after: ReadParagraph,
    before: Leaf | undefined,
    behind: Leaf | undefined,
    anchor: Leaf,
  ): boolean {
    const text = escapeStart(this.write(after, false));
    const { level, isBullet } = after.list!;
    const fits = (leaf: Leaf | undefined) =>
      leaf &&
      itemsAround(leaf).find((each) => each.level === level && (each.list.ordered === true) !== isBullet);
    const above = fits(before);
    if (above) {
      this.lists.insert(above.list, above.item, text);
      return true;
    }
    const below = fits(behind);
    if (below) {
      const at = below.list.children.indexOf(below.item);
      this.lists.insert(below.list, below.list.children[at - 1], text);
      return true;
    }
    // A list of its own.
    const marker = isBullet ? '- ' : '1. ';
    const item = before && itemsAround(before)[0];
    if (item && item.level === level - 1) {
      const inner = prefixOf(before.node, this.text);
      const at = item.item.position!.end.offset!;
      this.edits.push({ start: at, end: at, text: `\n${inner}${marker}${text}` });
      return true;
    }
    const { node } = this.blockBeside(anchor, after);
    const prefix = prefixOf(node, this.text);
    const gap = `\n${prefix.trimEnd()}\n${prefix}`;
    const at = before ? node.position!.end.offset! : node.position!.start.offset!;
    this.edits.push({
      start: at,
      end: at,
      text: before ? `${gap}${marker}${text}` : `${marker}${text}${gap}`,
    });
    return true;
  }
}

/** Edits in their order in the source; what comes in at one place keeps the order of the edited document. */
function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return edits
    .map((edit, i) => ({ edit, i }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.i - b.i)
    .map(({ edit }) => edit);
}

/** The source with edits made, their line ends as its own; of edits that lie in another, the outer one stands. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  let result = '';
  let at = 0;
  for (const { start, end, text: written } of edits) {
    const text = written.replace(/\r?\n/g, lineEnd);
    if (start < at) {
      if (end <= at) result += start === end ? text : '';
      continue;
    }
    result += source.slice(at, start) + text;
    at = end;
  }
  return result + source.slice(at);
}
