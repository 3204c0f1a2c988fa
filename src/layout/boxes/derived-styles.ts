import type { ComputedStyle, Sides } from '../../style/computed-style.ts';
import type { DrawnBullet } from '../../style/styled-tree.ts';
import { backgroundOf, decorationOf, withBorders, withoutDecoration } from '../table/table-styles.ts';
import { anonymousStyle } from './anonymous-style.ts';

/** How a marker's bullet is set and drawn. */
export interface StyledBullet {
  readonly style: ComputedStyle;
  readonly bullet: DrawnBullet;
}

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
  /** Of a marker's bullet, as `make` makes it of the marker's for this sign and position. */
  bullet(
    style: ComputedStyle,
    sign: string,
    position: ComputedStyle['listStylePosition'],
    make: () => StyledBullet,
  ): StyledBullet;
}

/** None made yet. */
export function createDerivedStyles(): DerivedStyles {
  const anonymous = once(anonymousStyle);
  const bordered = once(() => new Map<string, ComputedStyle>());
  const bullets = once(() => new Map<string, StyledBullet>());
  return {
    anonymous,
    withoutDecoration: once((style) => withoutDecoration(style, anonymous)),
    decorationOf: once((style) => decorationOf(style, anonymous)),
    backgroundOf: once((style) => backgroundOf(style, anonymous)),
    withBorders(style, widths) {
      const key = `${widths.top} ${widths.right} ${widths.bottom} ${widths.left}`;
      return keyed(bordered(style), key, () => withBorders(style, widths));
    },
    bullet: (style, sign, position, make) => keyed(bullets(style), `${sign} ${position}`, make),
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

function keyed<V>(known: Map<string, V>, key: string, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
