import type { Block, DocumentModel, Inline, ParagraphBlock, SectionKey } from './model.ts';

/** The blocks of a section, header or footer; a table at their end gets a paragraph behind it. */
export function endedInParagraph(
  blocks: readonly Block[],
  model: DocumentModel,
  section: SectionKey,
): readonly Block[] {
  return blocks.at(-1)?.kind === 'table' ? [...blocks, spacer(model, section)] : blocks;
}

/**
 * A paragraph of one point: a section ends in a paragraph, and Word puts one of its own where it finds none. What it
 * holds takes no room.
 */
export function spacer(
  model: DocumentModel,
  section: SectionKey,
  inlines: readonly Inline[] = [],
): ParagraphBlock {
  const { paragraph, run } = model.normal;
  return {
    kind: 'paragraph',
    role: 'Spacer',
    box: undefined,
    properties: {
      paragraph: { ...paragraph, line: { rule: 'auto', value: 240 } },
      run: { ...run, size: 2, complexSize: 2 },
    },
    item: undefined,
    pageBreak: false,
    language: model.language,
    anchors: [],
    inlines,
    spans: [],
    section,
  };
}
