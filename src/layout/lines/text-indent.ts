import type { InlineRootBox } from '../box.ts';
import { resolve } from '../sizing.ts';

/** Pt that a line is indented, by its index and whether it begins the text or follows a forced break. */
export type LineIndent = (index: number, anew: boolean) => number;

/** The indents of a box's lines in `width` pt (css-text-4 §7.1). */
export function indentOf({ style, continued }: InlineRootBox, width: number): LineIndent {
  const { textIndent } = style;
  const indent = resolve(textIndent, width);
  const isHanging = textIndent.hanging === true;
  return (index, anew) => {
    // Where a text goes on, its first line was on an earlier page.
    const isFirst = index === 0 ? !continued : anew && textIndent.eachLine === true;
    return isFirst === isHanging ? 0 : indent;
  };
}
