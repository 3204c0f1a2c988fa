import type { Formatting } from './formatting.ts';
import type { Atom, AtomLayout } from './shape-inline.ts';

/** Inline-blocks and replaced boxes as atoms of a line. */
export function atomLayout(formatting: Formatting, page: string): AtomLayout {
  return {
    layOut: (box, available): Atom => {
      const laid = formatting.layOut(box, {
        width: available,
        height: undefined,
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
