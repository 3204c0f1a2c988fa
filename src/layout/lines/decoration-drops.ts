import type { FontBook } from '../../text/fonts/font-book.ts';
import type { InlineContext } from '../box.ts';
import { inlineExtent, type LineExtent, riseOnLine } from './vertical-align.ts';

/**
 * How far below the baseline of text, which is `rise` above its line's, is that of each box whose line it carries: a line
 * stays where it is under text that is raised or lowered inside its box (css-text-decor-4 §2.1). Pt, in the order of the
 * context's decorations; undefined where there is nothing to be told.
 */
export function decorationDrops(
  context: InlineContext,
  rise: number,
  line: LineExtent,
  fonts: FontBook,
): readonly number[] | undefined {
  const { decorations, style } = context;
  if (decorations.every(({ decorator }) => decorator === style)) return undefined;
  const drops = decorations.map(({ decorator }) => {
    let box: InlineContext | undefined = context;
    while (box && box.style !== decorator) box = box.parent;
    // What is not among the boxes of the line is around it all.
    return rise - (box?.parent ? riseOnLine(inlineExtent(box, fonts), line, fonts) : 0);
  });
  return drops.some((drop) => drop !== 0) ? drops : undefined;
}
