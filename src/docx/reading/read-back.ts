import type { Span } from '../../diagnostics/source.ts';
import type { StyledTree } from '../../style/styled-tree.ts';
import { collectDocument } from '../collect-document.ts';
import type { Block, Inline, ParagraphBlock } from '../model.ts';
import { printedImages } from '../picture-files.ts';
import { difference } from '../revisions/difference.ts';
import { type DocxContext, docxParts } from '../write-docx.ts';
import type { ReadBlock, ReadDocument, ReadParagraph } from './model.ts';
import { readParts } from './read-docx.ts';

/** What a document says once it is written as DOCX, and where its paragraphs come from. */
export interface ReadBack {
  readonly document: ReadDocument;
  /** Where the texts of a paragraph were written. */
  readonly spans: ReadonlyMap<ReadParagraph, readonly Span[]>;
}

/** Longer ways than this are not looked for: both sides are the same document. */
const mostSteps = 2000;

/** Writes a tree as DOCX and reads it as any other. */
export async function readBack(tree: StyledTree, context: DocxContext): Promise<ReadBack> {
  const document = readParts((await docxParts(tree, context)).value);
  const { loadImage, placeDrawing } = context;
  const pictures = { loadImage, placeDrawing, printed: printedImages(), diagnostics: [] };
  const model = collectDocument(tree, pictures, context.fonts ?? 'office');
  const written = [...model.blocks, ...model.footnotes.flatMap(({ blocks }) => blocks)].flatMap(writtenIn);
  const read = [...document.blocks, ...[...document.notes.values()].flat()].flatMap(paragraphsIn);
  return { document, spans: new Map(pairs(written, read).map(([from, to]) => [to, from.spans])) };
}

function writtenIn(block: Block): readonly ParagraphBlock[] {
  if (block.kind === 'paragraph') return [block];
  return block.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks.flatMap(writtenIn)));
}

/** The paragraphs of a block, those of a table cell by cell. */
export function paragraphsIn(block: ReadBlock): readonly ReadParagraph[] {
  if (block.kind === 'paragraph') return [block];
  return block.rows.flatMap((cells) => cells.flatMap(({ blocks }) => blocks.flatMap(paragraphsIn)));
}

/** Paragraphs of both in order: those of one text, and as many as there are between such. */
function pairs(
  written: readonly ParagraphBlock[],
  read: readonly ReadParagraph[],
): readonly (readonly [ParagraphBlock, ReadParagraph])[] {
  const steps = difference(
    written.map(({ inlines }) => writtenText(inlines)),
    read.map(({ inlines }) =>
      inlines
        .map((each) => (each.kind === 'text' ? each.text : ''))
        .join('')
        .trim(),
    ),
    mostSteps,
  );
  const result: [ParagraphBlock, ReadParagraph][] = [];
  let [gone, come]: [number[], number[]] = [[], []];
  const closeGap = () => {
    if (gone.length === come.length) {
      for (const [i, at] of gone.entries()) result.push([written[at]!, read[come[i]!]!]);
    }
    [gone, come] = [[], []];
  };
  for (const step of steps ?? []) {
    if (step.kind === 'deleted') gone.push(step.before);
    else if (step.kind === 'inserted') come.push(step.after);
    else {
      closeGap();
      result.push([written[step.before]!, read[step.after]!]);
    }
  }
  closeGap();
  return result;
}

function writtenText(inlines: readonly Inline[]): string {
  const text = (inline: Inline): string => {
    if (inline.kind === 'text') return inline.text;
    return 'children' in inline ? inline.children.map(text).join('') : '';
  };
  return inlines.map(text).join('').trim();
}
