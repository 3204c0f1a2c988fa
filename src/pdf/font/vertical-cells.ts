import type { GlyphsItem } from '../../layout/paged-document.ts';
import type { Face } from '../../text/fonts/face.ts';
import { draws } from '../../text/outlines/outlines.ts';
import type { Cell, CellPart, PlacedCell } from './cell.ts';
import { extractedText, type Group, groupsOf, type Run, runOf } from './groups.ts';

/**
 * How far the baseline that upright letters are written on is left of their middle; em. It is where the baseline of the
 * letters that lie along the same line is, or near it: readers take for one line what has one baseline.
 */
export function baselineShift({ ascent, descent }: Face): number {
  return (ascent - descent) / 2;
}

/**
 * An upright run as characters of a line that runs down, each glyph turned back: a quarter turn counterclockwise, which
 * the line undoes. So they are read in one line with those that lie along it; what a font for vertical writing
 * (`Identity-V`) draws is an em away from its place to poppler. A cell's `x` is its distance from the top.
 */
export function verticalCells(item: GlyphsItem): readonly PlacedCell[] {
  const run = runOf({ ...item, level: 0 });
  return groupsOf(run, item.text).flatMap((group) => {
    const text = extractedText(run, group);
    return text === ''
      ? []
      : [{ cell: turnedCell(run, group, text), x: run.pens[group.from]! / run.unitsPerPt }];
  });
}

function turnedCell(run: Run, group: Group, text: string): Cell {
  const { face, glyphs, pens, unitsPerPt } = run;
  const shift = baselineShift(face) * face.unitsPerEm;
  const parts: CellPart[] = [];
  for (let i = group.from; i < group.to; i++) {
    const glyph = glyphs.id(i);
    if (!draws(face.outlines, glyph)) continue;
    const [right, up] = [glyphs.dx(i) * unitsPerPt, glyphs.dy(i) * unitsPerPt];
    const down = pens[i]! - pens[group.from]! - up;
    parts.push({ glyph, dx: Math.round(down), dy: Math.round(right + shift), turned: true });
  }
  const advance = Math.max(0, Math.round(pens[group.to]! - pens[group.from]!));
  return { parts, advance: Math.min(0xffff, advance), text };
}
