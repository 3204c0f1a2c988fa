import type { Formatting } from '../formatting.ts';
import type { Atom, AtomLayout } from './shape-inline.ts';

/** Inline-blocks and replaced boxes as atoms of a line; `height` is their containing block's where it is definite, pt. */
export function atomLayout(formatting: Formatting, page: string, height?: number): AtomLayout {
  return {
    layOut: (box, available): Atom => {
      const laid = formatting.layOut(box, {
        width: available,
        height,
        shrink: true,
        independent: true,
        page,
      });
      const { top, bottom, left, right } = laid.margin;
      return {
        fragment: laid.fragment,
        width: left + laid.fragment.width + right,
        height: top + laid.fragment.height + bottom,
        margin: { top, left },
      };
    },
  };
}
