import type { StyledElement } from '../style/styled-tree.ts';
import { forcesPage } from './breaks.ts';
import type { Block, PageGround, PageSetup } from './model.ts';
import { startsPage } from './pulled-up.ts';
import { innerWidth, logicalSides, type Scope } from './scope.ts';
import { hex, resolveLength } from './units.ts';

/** What counts as reaching an edge. Pt. */
const near = 1;

/**
 * The ground of the page that starts with an element: a filled block of a given height that reaches from its top into
 * both corners, as a cover does, or one that is put behind the text of a whole page. `isFirst`: nothing stands before it.
 */
export function groundOf(
  element: StyledElement,
  scope: Scope,
  page: PageSetup,
  isFirst: boolean,
): PageGround | undefined {
  if (scope.inCell || scope.isVertical) return undefined;
  const { style } = element;
  const isNamed = style.page !== 'auto' && style.page !== scope.section.page;
  if (!isFirst && !isNamed && !forcesPage(element)) return undefined;
  return (
    (reachesCorners(element, scope, page) ? blockGround(element, scope) : undefined) ??
    laidBehind(element, page)
  );
}

function reachesCorners({ style }: StyledElement, scope: Scope, page: PageSetup): boolean {
  const base = innerWidth(scope);
  const { start, end } = logicalSides(style, base);
  const isRtl = style.direction === 'rtl';
  const [marginStart, marginEnd] = isRtl
    ? [page.marginRight, page.marginLeft]
    : [page.marginLeft, page.marginRight];
  const top = style.margin.top === 'auto' ? 0 : resolveLength(style.margin.top, base);
  const isWide = typeof style.width === 'string' || resolveLength(style.width, base) >= page.width - near;
  return (
    isWide &&
    page.marginTop + top <= near &&
    marginStart + scope.start + start.margin <= near &&
    (typeof style.width !== 'string' || marginEnd + scope.end + end.margin <= near)
  );
}

function blockGround(element: StyledElement, scope: Scope): PageGround | undefined {
  const height = definiteHeight(element);
  if (height === undefined || element.style.backgroundColor.a === 0) return undefined;
  return { fill: hex(element.style.backgroundColor, scope.shade), height };
}

/** Height of the border box where the style sheet gives one. Pt. */
export function definiteHeight({ style }: StyledElement): number | undefined {
  if (typeof style.height === 'string' || style.height.percent !== 0) return undefined;
  if (style.boxSizing === 'border-box') return style.height.pt;
  const { top, bottom } = style.padding;
  return (
    style.height.pt +
    resolveLength(top, 0) +
    resolveLength(bottom, 0) +
    style.border.top.width +
    style.border.bottom.width
  );
}

/** A box without content that is positioned behind what starts a page, and as large as the page. */
function laidBehind(element: StyledElement, page: PageSetup): PageGround | undefined {
  for (const child of element.children) {
    if (child.type !== 'element' || child.pseudo === undefined) continue;
    const { position, zIndex, backgroundColor, width, height } = child.style;
    const isBehind =
      position === 'absolute' && typeof zIndex === 'number' && zIndex < 0 && backgroundColor.a > 0;
    if (!isBehind || typeof width === 'string' || typeof height === 'string') continue;
    const isWhole = width.pt >= page.width - near && height.pt >= page.height - near;
    if (isWhole) return { fill: hex(backgroundColor), height: page.height };
  }
  return undefined;
}

/** Gives the ground of the block that starts a page to all that follows it there: a section is one page. */
export function spreadGrounds(blocks: readonly Block[]): readonly Block[] {
  let ground: PageGround | undefined;
  let page = '';
  return blocks.map((block) => {
    const { section } = block;
    if (section.ground || section.page !== page || startsPage(block)) ground = section.ground;
    page = section.page;
    return ground ? { ...block, section: { ...section, ground } } : block;
  });
}
