import { layOutBlock } from './block.ts';
import type { Box, ReplacedBox } from './box.ts';
import type { LayoutContext } from './box-context.ts';
import { layOutFlex } from './flex.ts';
import { type Constraints, closedBox, type Formatting, type Intrinsic, type Laid } from './formatting.ts';
import { type BoxFragment, emptyFragment } from './fragment.ts';
import { intrinsicWidth } from './intrinsic.ts';
import { replacedSize } from './replaced.ts';
import { edgesOf } from './sizing.ts';
import { layOutTable } from './table.ts';

/** The formatting contexts tied together for one document. */
export function createFormatting(context: LayoutContext): Formatting {
  const known = new WeakMap<Box, Intrinsic>();
  const formatting: Formatting = {
    context,
    layOut: (box, constraints) => layOutBox(box, constraints, formatting),
    intrinsic: (box) => {
      const cached = known.get(box);
      if (cached) return cached;
      const limits = intrinsicWidth(box, formatting);
      known.set(box, limits);
      return limits;
    },
  };
  return formatting;
}

function layOutBox(box: Box, constraints: Constraints, formatting: Formatting): Laid {
  switch (box.kind) {
    case 'block':
    case 'inline-root':
      return layOutBlock(box, constraints, formatting);
    case 'flex':
      return layOutFlex(box, constraints, formatting);
    case 'table':
      return layOutTable(box, constraints, formatting);
    case 'replaced':
      return layOutReplaced(box, constraints);
  }
}

function layOutReplaced(box: ReplacedBox, c: Constraints): Laid {
  const edges = edgesOf(box.style, c.width);
  const size = replacedSize(box, edges, c.width, c.height);
  const width = c.borderWidth ?? size.width + edges.horizontal;
  const fragment: BoxFragment = {
    ...emptyFragment(box, c.page),
    width,
    height: c.borderHeight ?? size.height + edges.vertical,
    before: edges.border.top + edges.padding.top,
    after: edges.border.bottom + edges.padding.bottom,
  };
  return closedBox(fragment, edges.margin);
}
