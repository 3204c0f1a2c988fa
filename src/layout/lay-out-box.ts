import { layOutBlock } from './block.ts';
import type { Box, ReplacedBox } from './box.ts';
import type { LayoutContext } from './boxes/box-context.ts';
import { createFloatSearch, createPositionedSearch, isMoved } from './boxes/out-of-flow.ts';
import { layOutFlex } from './flex/flex.ts';
import { type Constraints, closedBox, type Formatting, type Intrinsic, type Laid } from './formatting.ts';
import { type BoxFragment, emptyFragment } from './fragment.ts';
import { intrinsicWidth } from './intrinsic.ts';
import { relativeOffset } from './relative-offset.ts';
import { replacedSize } from './replaced.ts';
import { edgesOf } from './sizing.ts';
import { layOutTable } from './table/table.ts';
import { layOutTurned } from './vertical/turned-box.ts';

interface Measurement {
  readonly constraints: Constraints;
  readonly laid: Laid;
}

/** A flex container asks for an item's content size, its size on the line and its stretched size, nested ones twice. */
const keptMeasurements = 4;

function isSame(a: Constraints, b: Constraints): boolean {
  return (
    a.width === b.width &&
    a.height === b.height &&
    a.borderWidth === b.borderWidth &&
    a.borderHeight === b.borderHeight &&
    a.shrink === b.shrink &&
    a.independent === b.independent &&
    a.page === b.page
  );
}

/** The formatting contexts tied together for one document. */
export function createFormatting(context: LayoutContext, area: Formatting['area']): Formatting {
  const known = new WeakMap<Box, Intrinsic>();
  const measured = new WeakMap<Box, Measurement[]>();
  const formatting: Formatting = {
    context,
    area,
    holdsFloats: createFloatSearch(),
    holdsPositioned: createPositionedSearch(),
    layOut: (box, constraints) => moved(layOutBox(box, constraints, formatting), constraints),
    measure: (box, constraints) => {
      const kept = measured.get(box) ?? [];
      const same = kept.find((measurement) => isSame(measurement.constraints, constraints));
      if (same) return same.laid;
      const laid = moved(layOutBox(box, constraints, formatting), constraints);
      measured.set(box, [{ constraints, laid }, ...kept].slice(0, keptMeasurements));
      return laid;
    },
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

/** `position: relative` has no effect on anything else: the fragment says how far to move it. */
function moved(laid: Laid, c: Constraints): Laid {
  const style = laid.fragment.box?.style;
  if (!style || !isMoved(style)) return laid;
  return { ...laid, fragment: { ...laid.fragment, offset: relativeOffset(style, c) } };
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
    case 'turned':
      return layOutTurned(box, constraints, formatting);
  }
}

function layOutReplaced(box: ReplacedBox, c: Constraints): Laid {
  const edges = edgesOf(box.style, c.width);
  const size = replacedSize(box, edges, c.width, c.height, c);
  const fragment: BoxFragment = {
    ...emptyFragment(box, c.page),
    width: size.width + edges.horizontal,
    height: size.height + edges.vertical,
    before: edges.border.top + edges.padding.top,
    after: edges.border.bottom + edges.padding.bottom,
  };
  return closedBox(fragment, edges.margin);
}
