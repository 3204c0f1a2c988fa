import type { MarginBoxName } from '../../style/rules.ts';
import type { InlineRootBox } from '../box.ts';
import type { Formatting } from '../formatting.ts';
import type { Rectangle } from '../geometry.ts';
import { type MarginClaim, type MarginTrio, shareMargin } from '../share-margin.ts';
import { definiteHeight, definiteWidth, edgesOf } from '../sizing.ts';
import type { PageContext } from './page-context.ts';

/** The part of a page's margin that a margin box has, its own margins included; pt, in page coordinates. */
export interface MarginArea extends Rectangle {
  /** Where a box of a size of its own stands at the right or the bottom of it: beside the page's content. */
  readonly atEnd: { readonly x: boolean; readonly y: boolean };
}

/** The names along each edge: its start, middle and end. */
const trios = {
  top: ['top-left', 'top-center', 'top-right'],
  bottom: ['bottom-left', 'bottom-center', 'bottom-right'],
  left: ['left-top', 'left-middle', 'left-bottom'],
  right: ['right-top', 'right-middle', 'right-bottom'],
} as const satisfies Record<string, MarginTrio<MarginBoxName>>;

/** The areas of the margin boxes that are made on a page; those of one edge share it. */
export function marginAreas(
  page: PageContext,
  boxes: ReadonlyMap<MarginBoxName, InlineRootBox>,
  formatting: Formatting,
): ReadonlyMap<MarginBoxName, MarginArea> {
  const across = page.width - page.marginLeft - page.marginRight;
  const down = page.height - page.marginTop - page.marginBottom;
  const [right, bottom] = [page.width - page.marginRight, page.height - page.marginBottom];
  const top = { y: 0, height: page.marginTop, end: true };
  const foot = { y: bottom, height: page.marginBottom, end: false };
  const left = { x: 0, width: page.marginLeft, end: true };
  const far = { x: right, width: page.marginRight, end: false };
  const areas = new Map<MarginBoxName, MarginArea>();
  for (const [band, side] of [
    [top, 'top'],
    [foot, 'bottom'],
  ] as const) {
    const { end: atBottom, ...place } = band;
    const shares = shareMargin(
      across,
      claims(trios[side], boxes, (box) => claimAcross(box, across, formatting)),
    );
    trios[side].forEach((name, index) => {
      const share = shares[index];
      const x = page.marginLeft + (share?.start ?? 0);
      if (share) areas.set(name, { ...place, x, width: share.size, atEnd: { x: false, y: atBottom } });
    });
    for (const [column, corner] of [
      [left, 'left-corner'],
      [far, 'right-corner'],
    ] as const) {
      const { end: atRight, ...rest } = column;
      areas.set(`${side}-${corner}`, { ...place, ...rest, atEnd: { x: atRight, y: atBottom } });
    }
  }
  for (const [column, side] of [
    [left, 'left'],
    [far, 'right'],
  ] as const) {
    const { end: atRight, ...place } = column;
    const claim = (box: InlineRootBox): MarginClaim => claimDown(box, place.width, down, formatting);
    const shares = shareMargin(down, claims(trios[side], boxes, claim));
    trios[side].forEach((name, index) => {
      const share = shares[index];
      const y = page.marginTop + (share?.start ?? 0);
      if (share) areas.set(name, { ...place, y, height: share.size, atEnd: { x: atRight, y: false } });
    });
  }
  return areas;
}

function claims(
  [start, middle, end]: MarginTrio<MarginBoxName>,
  boxes: ReadonlyMap<MarginBoxName, InlineRootBox>,
  claim: (box: InlineRootBox) => MarginClaim,
): MarginTrio<MarginClaim> {
  const of = (name: MarginBoxName | undefined): MarginClaim | undefined => {
    const box = name && boxes.get(name);
    return box && claim(box);
  };
  return [of(start), of(middle), of(end)];
}

function claimAcross(box: InlineRootBox, length: number, formatting: Formatting): MarginClaim {
  const { margin, horizontal } = edgesOf(box.style, length);
  const outer = margin.left + margin.right;
  const { min, max } = formatting.intrinsic(box);
  const width = definiteWidth(box.style, length, horizontal);
  return {
    min: min + outer,
    max: max + outer,
    set: width === undefined ? undefined : width + horizontal + outer,
  };
}

function claimDown(box: InlineRootBox, width: number, length: number, formatting: Formatting): MarginClaim {
  const { margin, vertical } = edgesOf(box.style, width);
  const outer = margin.top + margin.bottom;
  const height = definiteHeight(box.style, length, vertical);
  const laid = formatting.layOut(box, { width, height: undefined, independent: true, page: 'auto' });
  const own = laid.fragment.height + outer;
  return { min: own, max: own, set: height === undefined ? undefined : height + vertical + outer };
}
