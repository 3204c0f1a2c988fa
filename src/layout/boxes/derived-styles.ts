import type { ComputedStyle, Sides } from '../../style/computed-style.ts';
import { backgroundOf, decorationOf, withBorders, withoutDecoration } from '../table/table-styles.ts';
import { anonymousStyle } from './anonymous-style.ts';

/**
 * Styles of boxes that are made from an element's: anonymous boxes, parts of a table, cells with collapsed borders.
 * Elements that are alike share their style, so these are few. Each is made once: nothing of a box is as large.
 */
export interface DerivedStyles {
  /** Of an anonymous box inside. */
  anonymous(style: ComputedStyle): ComputedStyle;
  /** All but what it draws around and behind its box. */
  withoutDecoration(style: ComputedStyle): ComputedStyle;
  /** What it draws around and behind its box, and how its inside breaks. */
  decorationOf(style: ComputedStyle): ComputedStyle;
  /** Its background alone; undefined where it has none. */
  backgroundOf(style: ComputedStyle): ComputedStyle | undefined;
  /** With borders of these widths, pt, that are not drawn by the box itself. */
  withBorders(style: ComputedStyle, widths: Sides<number>): ComputedStyle;
}

/** None made yet. */
export function createDerivedStyles(): DerivedStyles {
  const anonymous = once(anonymousStyle);
  const bordered = once(() => new Map<string, ComputedStyle>());
  return {
    anonymous,
    withoutDecoration: once((style) => withoutDecoration(style, anonymous)),
    decorationOf: once((style) => decorationOf(style, anonymous)),
    backgroundOf: once((style) => backgroundOf(style, anonymous)),
    withBorders(style, widths) {
      const known = bordered(style);
      const key = `${widths.top} ${widths.right} ${widths.bottom} ${widths.left}`;
      const found = known.get(key) ?? withBorders(style, widths);
      known.set(key, found);
      return found;
    },
  };
}

/** Makes a value once for each style. */
function once<V>(make: (style: ComputedStyle) => V): (style: ComputedStyle) => V {
  const known = new Map<ComputedStyle, V>();
  return (style) => {
    const found = known.get(style);
    if (found !== undefined) return found;
    const made = make(style);
    known.set(style, made);
    return made;
  };
}
