import { atomCharacter } from '../../content/importing/leaves.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../../diagnostics/source.ts';
import type { ReadDocument, ReadParagraph } from '../../docx/reading/model.ts';
import { paragraphsIn } from '../../docx/reading/read-back.ts';
import type { BlockChange } from './compare-blocks.ts';
import { textOf } from './paragraph-text.ts';
import type { Written } from './table-edits.ts';

/** What is in the file and not in the new source. */
export function notTaken(lost: readonly BlockChange[], written: Written): readonly Diagnostic[] {
  return lost.map((change) => {
    const span = spanOf(change, written);
    if (change.kind === 'edited' && !span) {
      const message = `${quoted(textOf(change.before))} is the template’s own text, and now reads ${quoted(textOf(change.after))}`;
      return diagnose(
        'import-template',
        message,
        undefined,
        'Change the template, a term or campaign.yaml, which all documents share',
      );
    }
    return diagnose('import-lost', lostMessage(change), span, 'Write it into the Markdown by hand');
  });
}

function lostMessage(change: BlockChange): string {
  switch (change.kind) {
    case 'edited':
      return `not all of this is taken over: ${quoted(textOf(change.after))}`;
    case 'inserted':
      return `this has no place in the source: ${quoted(textOf(change.after))}`;
    case 'deleted':
      return `this is deleted in the file, and stays: ${quoted(textOf(change.before))}`;
    case 'cell filled':
      return `a cell is filled in: ${quoted(change.after.map(textOf).join(' '))}`;
    case 'row inserted':
      return `a row of a table that came in: ${quoted(change.cells.flatMap(({ blocks }) => blocks.flatMap(paragraphsIn).map(textOf)).join(' · '))}`;
    case 'row deleted':
      return `row ${change.row + 1} of a table is deleted in the file, and stays`;
    case 'table':
      return `a table came in, went or has other columns: ${quoted(change.text)}`;
  }
}

function spanOf(change: BlockChange, { document, leafOf }: Written): Span | undefined {
  const paragraph: ReadParagraph | undefined =
    'before' in change
      ? change.before
      : change.kind === 'inserted'
        ? (change.previous ?? change.next)
        : undefined;
  const leaf = paragraph && leafOf.get(paragraph);
  return leaf && { source: document.source, start: leaf.start, end: leaf.end };
}

/** Variables whose value was edited: what they are now stands in their place. */
export function writtenOut(
  changes: readonly BlockChange[],
  { document: { source }, leafOf }: Written,
  text: string,
): readonly Diagnostic[] {
  const count = (variable: string, within: string) => within.split(variable).length - 1;
  return changes.flatMap((change) => {
    const leaf = change.kind === 'edited' ? leafOf.get(change.before) : undefined;
    const places = new Set(
      leaf?.units.filter(({ isVariable }) => isVariable).map(({ start, end }) => `${start}-${end}`),
    );
    return [...places].flatMap((place) => {
      const [start, end] = place.split('-').map(Number) as [number, number];
      const variable = source.text.slice(start, end);
      if (count(variable, text) >= count(variable, source.text)) return [];
      const message = `the value of ${variable} was edited: the text stands in its place`;
      const hint = 'Change campaign.yaml if all documents are meant, and write the variable again';
      return [diagnose('import-template', message, { source, start, end }, hint)];
    });
  });
}

/** Blanks that someone filled in: that is one branch's, and no change of the document. */
export function filledIn(edited: ReadDocument, source: SourceFile): readonly Diagnostic[] {
  const blanks = edited.blocks
    .flatMap(paragraphsIn)
    .flatMap(({ inlines }) => inlines.filter((each) => each.kind === 'blank'));
  return blanks.flatMap((blank) => {
    if (blank.text === '') return [];
    const message = `the blank ${blank.name || 'of a line'} is filled in with ${quoted(blank.text)}, and stays a blank`;
    return [
      diagnose(
        'import-lost',
        message,
        { source, start: 0, end: 0 },
        'What one branch writes in is no part of the document',
      ),
    ];
  });
}

/** A text as a message has it: not all of a long one. */
function quoted(text: string): string {
  const plain = text.replaceAll(atomCharacter, '…');
  const characters = [...plain];
  return JSON.stringify(characters.length > 60 ? `${characters.slice(0, 58).join('').trimEnd()}…` : plain);
}
