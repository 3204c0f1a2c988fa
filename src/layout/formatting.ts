import type { Sides } from '../style/computed-style.ts';
import type { Box } from './box.ts';
import type { LayoutContext } from './boxes/box-context.ts';
import type { FloatPlace } from './floats/float-area.ts';
import type { BoxFragment } from './fragment.ts';
import { forcesInside } from './fragmentation/breaks.ts';
import { type Strut, strutOf } from './margins.ts';

/** What a box is laid out into. All pt. */
export interface Constraints {
  /** Width of the containing block: base of percentages, and of an automatic width. */
  readonly width: number;
  /** Height of the containing block where it is definite. */
  readonly height: number | undefined;
  /** Of the containing block; the box's own where it does not say. */
  readonly direction?: 'ltr' | 'rtl';
  /** Border-box width that the parent has decided (flex items, cells). */
  readonly borderWidth?: number;
  /** Border-box height that the parent has decided (stretched items, cells). */
  readonly borderHeight?: number;
  /** An automatic width shrinks to its content (inline-block). */
  readonly shrink?: boolean;
  /** The box must not let its children's margins out (flex items, cells, inline-blocks). */
  readonly independent?: boolean;
  /**
   * Where floats may reach the box from outside: the place of the containing block's content edge across, and of the
   * box's own top edge down. Absent where none can.
   */
  readonly floats?: FloatPlace | undefined;
  /** The used page name of the parent. */
  readonly page: string;
}

/** A box that was laid out, with what its parent needs to place it. */
export interface Laid {
  /** At x 0, y 0. */
  readonly fragment: BoxFragment;
  /** Margins that adjoin the box's top and bottom, its children's among them where they collapse through. */
  readonly top: Strut;
  readonly bottom: Strut;
  /** Nothing separates top and bottom: they collapse with each other. */
  readonly collapsesThrough: boolean;
  /** Used side margins; `auto` is 0. */
  readonly margin: Sides<number>;
}

/** Outer limits of a box's width, border and padding included, margins not; pt. */
export interface Intrinsic {
  readonly min: number;
  readonly max: number;
}

/** The formatting contexts call each other through this, so that their modules do not. */
export interface Formatting {
  readonly context: LayoutContext;
  /** The area of the first page inside its margins (css-page-3 §4): what room an orthogonal flow has where no box says. Pt. */
  readonly area: { readonly width: number; readonly height: number };
  readonly layOut: (box: Box, constraints: Constraints) => Laid;
  /** `layOut` for contexts that lay a box out more than once: what was found last is kept. */
  readonly measure: (box: Box, constraints: Constraints) => Laid;
  readonly intrinsic: (box: Box) => Intrinsic;
  /** Whether floats in a box belong to the formatting context around its content. */
  readonly holdsFloats: (box: Box) => boolean;
  /** Whether there is a positioned box anywhere inside a box. */
  readonly holdsPositioned: (box: Box) => boolean;
}

/** A box whose margins are its own alone: flex containers, tables and replaced boxes let none of their children's out. */
export function closedBox(fragment: BoxFragment, margin: Sides<number>): Laid {
  return {
    fragment: { ...fragment, forces: forcesInside(fragment.children, fragment.cutting) },
    top: strutOf(margin.top),
    bottom: strutOf(margin.bottom),
    collapsesThrough: false,
    margin,
  };
}
