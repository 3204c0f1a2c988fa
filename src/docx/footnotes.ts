import { isFootnote } from '../layout/boxes/out-of-flow.ts';
import type { StyledElement } from '../style/styled-tree.ts';
import { type Collector, hasClass, newFlow, walkElements } from './collector.ts';
import type { Block, Footnote, Inline, ParagraphBlock, RunFormat } from './model.ts';
import { anySection } from './page-setup.ts';
import { rootScope } from './scope.ts';

/** How the numbers of footnotes look. */
export const noteReferenceLook = { position: 'superscript' } as const;

/** The footnotes of a tree by their `id`, the first of each. */
export function notesById(root: StyledElement): ReadonlyMap<string, StyledElement> {
  const notes = new Map<string, StyledElement>();
  for (const element of walkElements(root)) {
    const { id } = element.attributes;
    if (id !== undefined && isFootnote(element.style) && !notes.has(id)) notes.set(id, element);
  }
  return notes;
}

/**
 * What stands in the text for a footnote (`float: footnote`) or for a reference to one
 * (`<sup class="footnote-reference"><a href="#fn-1">`); undefined for other elements. Word has no notes in notes
 * (§17.11.14): those inside a note are called behind it, and in it stands their number.
 */
export function noteInlines(element: StyledElement, collector: Collector): Inline[] | undefined {
  if (!isFootnote(element.style)) {
    const note = referredNote(element, collector);
    const number = note && collector.calledNotes.get(note);
    return number === undefined
      ? undefined
      : [{ kind: 'note-number', note: number, anchor: note?.attributes.id }];
  }
  const known = collector.calledNotes.get(element);
  if (known !== undefined)
    return [{ kind: 'note-number', note: known, anchor: anchorOf(element, collector) }];
  const notes = [...walkElements(element)].filter(({ style }) => isFootnote(style));
  return notes.map((note): Inline => {
    const number = collector.calledNotes.size + 1;
    collector.calledNotes.set(note, number);
    return { kind: 'footnote', note: number, anchor: anchorOf(note, collector) };
  });
}

function referredNote(element: StyledElement, collector: Collector): StyledElement | undefined {
  if (!hasClass(element, 'footnote-reference')) return undefined;
  const link = [element, ...element.children].find((node) => node.type === 'element' && node.attributes.href);
  const href = link?.type === 'element' ? link.attributes.href : undefined;
  return href?.startsWith('#') ? collector.notesById.get(href.slice(1)) : undefined;
}

function anchorOf({ attributes: { id } }: StyledElement, { targets }: Collector): string | undefined {
  return id !== undefined && targets.has(id) ? id : undefined;
}

/** A space between numbers of notes that follow one another: 1 and 2 are not 12. */
export function notesApart(
  inlines: readonly Inline[],
  { language, direction }: RunFormat,
): readonly Inline[] {
  const style = { role: 'footnote reference', difference: noteReferenceLook };
  const space: Inline = { kind: 'text', text: '\u00a0', format: { style, language, direction } };
  return inlines.flatMap((inline, i) =>
    isNumber(inline) && isNumber(inlines[i - 1]) ? [space, inline] : [inline],
  );
}

function isNumber(inline: Inline | undefined): boolean {
  return inline?.kind === 'footnote' || inline?.kind === 'note-number';
}

/** The texts of the notes that were called, in that order. `measure`: width of a line in pt. */
export function collectFootnotes(collector: Collector, measure: number): readonly Footnote[] {
  const scope = { ...rootScope(measure, anySection), role: 'footnote text' };
  return [...collector.calledNotes.keys()].map((note) => {
    const flow = newFlow();
    // Word writes the number.
    const children = note.children.filter(
      (node) => node.type === 'text' || node.pseudo !== 'footnote-marker',
    );
    collector.addChildren({ ...note, children }, scope, flow);
    return { anchor: anchorOf(note, collector), blocks: spaced(paragraphsOf(flow.blocks)) };
  });
}

/** A space between the note's number, which docx puts first, and its text. */
function spaced(paragraphs: readonly ParagraphBlock[]): readonly ParagraphBlock[] {
  const [first, ...rest] = paragraphs;
  if (!first) return paragraphs;
  const direction = first.properties.paragraph.bidi ? 'rtl' : 'ltr';
  const format = { style: undefined, language: first.language, direction } as const;
  return [{ ...first, inlines: [{ kind: 'text', text: ' ', format }, ...first.inlines] }, ...rest];
}

/** Notes hold paragraphs only; those of a table follow one another. */
function paragraphsOf(blocks: readonly Block[]): ParagraphBlock[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block]
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => paragraphsOf(cell.blocks))),
  );
}
