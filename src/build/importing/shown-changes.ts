import { atomCharacter } from '../../content/importing/leaves.ts';
import { placeOf } from '../../diagnostics/source.ts';
import type { ReadParagraph, ReadTable } from '../../docx/reading/model.ts';
import { paragraphsIn } from '../../docx/reading/read-back.ts';
import type { BlockChange } from './compare-blocks.ts';
import { type ImportToken, stepsBetween, textOf, tokensOf } from './paragraph-text.ts';
import type { Written } from './table-edits.ts';
import { plainMarks, type WriteAtom, writeTokens } from './write-tokens.ts';

/** A change as a person reads it. */
export interface ShownChange {
  readonly kind: 'changed' | 'deleted' | 'inserted';
  /** Line of the source that it is on, or comes in behind; undefined for the template's own text. */
  readonly line: number | undefined;
  /** The paragraph with `[-what went-]` and `{+what came+}`. */
  readonly text: string;
}

/** The changes of a document in words. */
export function shownChanges(
  changes: readonly BlockChange[],
  { document, leafOf }: Written,
): readonly ShownChange[] {
  return changes.map((change) => {
    const leaf = paragraphsAt(change)
      .map((paragraph) => leafOf.get(paragraph))
      .find((each) => each);
    return { ...shownChange(change), line: leaf && placeOf(document.source, leaf.start).line };
  });
}

/** The paragraphs as they were that tell where a change is, the best first. */
function paragraphsAt(change: BlockChange): readonly ReadParagraph[] {
  switch (change.kind) {
    case 'edited':
    case 'deleted':
      return [change.before];
    case 'inserted':
      return [change.previous, change.next].filter((each) => each !== undefined);
    case 'cell filled':
    case 'row deleted':
      return rowAt(change.table, change.row);
    case 'row inserted':
      return rowAt(change.table, Math.max(0, change.behind));
    case 'table':
      return [];
  }
}

const rowAt = ({ rows }: ReadTable, row: number) =>
  (rows[row] ?? []).flatMap(({ blocks }) => blocks.flatMap(paragraphsIn));

function shownChange(change: BlockChange): Omit<ShownChange, 'line'> {
  switch (change.kind) {
    case 'edited':
      return { kind: 'changed', text: wordsOf(change.before, change.after) };
    case 'deleted':
      return { kind: 'deleted', text: gone(plain(textOf(change.before))) };
    case 'inserted':
      return { kind: 'inserted', text: come(plain(textOf(change.after))) };
    case 'cell filled':
      return { kind: 'inserted', text: come(change.after.map((each) => plain(textOf(each))).join(' ')) };
    case 'row inserted':
      return { kind: 'inserted', text: come(rowText(change.cells)) };
    case 'row deleted':
      return { kind: 'deleted', text: gone(rowText(change.table.rows[change.row]!)) };
    case 'table':
      return { kind: 'changed', text: plain(change.text) };
  }
}

const gone = (text: string) => `[-${text}-]`;
const come = (text: string) => `{+${text}+}`;
const plain = (text: string) => text.replaceAll(atomCharacter, '…');

function rowText(cells: Extract<BlockChange, { kind: 'row inserted' }>['cells']): string {
  return cells
    .map(({ blocks }) =>
      blocks
        .flatMap(paragraphsIn)
        .map((each) => plain(textOf(each)))
        .join(' '),
    )
    .join(' | ');
}

function wordsOf(before: ReadParagraph, after: ReadParagraph): string {
  const [from, to] = [tokensOf(before), tokensOf(after)];
  const steps = stepsBetween(from, to);
  if (!steps) return `${gone(plain(textOf(before)))} ${come(plain(textOf(after)))}`;
  let text = '';
  let [went, came]: [ImportToken[], ImportToken[]] = [[], []];
  const close = () => {
    if (went.length > 0) text += gone(shown(went));
    if (came.length > 0) text += come(shown(came));
    [went, came] = [[], []];
  };
  for (const step of steps) {
    if (step.kind === 'deleted') went.push(from[step.before]!);
    else if (step.kind === 'inserted') came.push(to[step.after]!);
    else {
      close();
      text += plain(from[step.before]!.text);
    }
  }
  close();
  return text;
}

/** Text with the marks that it has. */
function shown(tokens: readonly ImportToken[]): string {
  const atoms: WriteAtom = () => '…';
  return writeTokens(tokens, { base: plainMarks, inCell: false, writeAtom: atoms, escapes: false }) ?? '';
}
