import type { ReadBlock, ReadInline, ReadParagraph } from '../../docx/reading/model.ts';

type MarkName = 'isStrong' | 'isEmphasis';

/**
 * A paragraph as it would be in the style that it had: some programs, Google Docs among them, put the look of a style that
 * they do not know on the text by hand, and a heading comes back as bold text.
 */
export function restyled(before: ReadParagraph, after: ReadBlock): ReadBlock {
  if (after.kind !== 'paragraph' || after.style !== 'Normal' || before.style === 'Normal') return after;
  const marks = (['isStrong', 'isEmphasis'] as const).filter(
    (mark) => isWholly(after, mark) && !isWholly(before, mark),
  );
  const isBold = marks.includes('isStrong');
  // Text that is not bold has been made text: a heading that it was is one no more.
  if (/^heading \d$/.test(before.style) && !isBold) return after;
  return { ...after, style: before.style, inlines: after.inlines.map((inline) => without(inline, marks)) };
}

/** Whether all text of a paragraph is marked, spaces aside. */
function isWholly({ inlines }: ReadParagraph, mark: MarkName): boolean {
  const texts = inlines.filter((each) => each.kind === 'text').filter(({ text }) => text.trim() !== '');
  return texts.length > 0 && texts.every((text) => text[mark]);
}

function without(inline: ReadInline, marks: readonly MarkName[]): ReadInline {
  if (inline.kind !== 'text') return inline;
  return { ...inline, ...Object.fromEntries(marks.map((mark) => [mark, false])) };
}
