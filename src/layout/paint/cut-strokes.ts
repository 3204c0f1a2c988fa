import type { BoxFragment, Stroke } from '../fragment.ts';

/** A part of a row that is cut: whether it is the first and the last one, and how high it is; pt. */
export interface RowPart {
  readonly first: boolean;
  readonly last: boolean;
  readonly height: number;
}

/** The strokes of a part of a row: edges above with the first, edges below with the last, those between columns in each. */
export function strokesOfPart({ strokes, height }: BoxFragment, part: RowPart): readonly Stroke[] {
  const down = part.height - height;
  return strokes.flatMap((stroke) => {
    const bottom = stroke.y + stroke.height;
    if (stroke.isUpright) {
      const y = part.first ? stroke.y : 0;
      return [{ ...stroke, y, height: (part.last ? bottom + down : part.height) - y }];
    }
    if ((stroke.y + bottom) / 2 < height / 2) return part.first ? [stroke] : [];
    return part.last ? [{ ...stroke, y: stroke.y + down }] : [];
  });
}

/** The edges below a row, where its last part ends. */
export function closingOfPart({ closing, height }: BoxFragment, part: number): readonly Stroke[] {
  return closing.map((stroke) => ({ ...stroke, y: stroke.y + part - height }));
}
