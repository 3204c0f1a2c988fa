import { turnTree } from '../layout/vertical/turn-tree.ts';
import type { Side } from '../style/flow.ts';
import type { StyledElement } from '../style/styled-tree.ts';
import { type Collector, type Flow, newFlow, textOf } from './collector.ts';
import type { Block, TableBlock, TableCellBlock } from './model.ts';
import { definiteHeight } from './page-ground.ts';
import { innerWidth, rootScope, type Scope } from './scope.ts';
import { noEdges } from './style-properties.ts';
import { addSpacer, pushTable } from './tables.ts';
import { hex, resolveLength, twips } from './units.ts';

/** The ways of writing down or up that Word has in cells; lines that follow each other to the right are set as all others. */
const directions: Readonly<Record<string, TableCellBlock['textDirection']>> = {
  'vertical-rl': 'down',
  'sideways-rl': 'down',
  'sideways-lr': 'up',
};

/** How many letters high a box is whose style does not say. */
const usualHeight = 20;

/** True for a block whose lines run down or up the page, in a text whose lines run across it. */
export function isVerticalBox({ style }: StyledElement, scope: Scope): boolean {
  return !scope.isVertical && directions[style.writingMode] !== undefined;
}

/**
 * Puts a box into the flow as a table of one cell, as high as the box, with lines that run as its do: a vertical one, and
 * one that fills part of its page whatever is in it, below which the text goes on.
 */
export function addTallBox(element: StyledElement, scope: Scope, flow: Flow, collector: Collector): void {
  const { style } = element;
  const width = innerWidth(scope);
  const of = (side: Side) => Math.max(0, resolveLength(style.padding[side], width) - pulledOut(style, side));
  const isRtl = style.direction === 'rtl' && directions[style.writingMode] === undefined;
  const [startSide, endSide] = isRtl ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const padding = { top: of('top'), bottom: of('bottom'), start: of(startSide), end: of(endSide) };
  const across =
    style.width === 'auto' || typeof style.width === 'string' ? width : resolveLength(style.width, width);
  const shade = style.backgroundColor.a > 0 ? hex(style.backgroundColor, scope.shade) : scope.shade;
  const height = lengthOf(element) - pulledOut(style, 'top') - pulledOut(style, 'bottom');
  const length = height - padding.top - padding.bottom;
  const textDirection = directions[style.writingMode];
  const measure = textDirection ? length : Math.min(across, width) - padding.start - padding.end;
  const isVertical = textDirection !== undefined;
  const inner = { ...rootScope(Math.max(1, measure), scope.section, scope), shade, isVertical };
  const cell: TableCellBlock = {
    columnSpan: 1,
    rowSpan: 1,
    verticalAlign: 'top',
    textDirection,
    blocks: blocksOf(isVertical ? turnTree(element) : element, inner, collector),
  };
  const table: TableBlock = {
    kind: 'table',
    role: 'Layout Table',
    look: {
      outer: noEdges,
      insideH: undefined,
      insideV: undefined,
      headerBottom: undefined,
      headerShade: undefined,
      shade,
      padding: {
        top: twips(padding.top),
        bottom: twips(padding.bottom),
        start: twips(padding.start),
        end: twips(padding.end),
      },
    },
    bidi: isRtl,
    width: 0,
    indent: twips(scope.start),
    grid: [twips(Math.min(across, width))],
    rows: [{ header: false, height: twips(height), cells: [cell] }],
    section: scope.section,
  };
  pushTable(table, flow, element, scope, collector);
}

/** How far a box reaches into the margin of the page, where none of Word's does. Pt. */
function pulledOut({ margin }: StyledElement['style'], side: Side): number {
  const own = margin[side];
  return own === 'auto' ? 0 : Math.max(0, -own.pt);
}

/** Height of the border box, pt: as its style says, or from the first letter of a line to the end of the longest. */
function lengthOf(element: StyledElement): number {
  const height = definiteHeight(element);
  if (height !== undefined) return height;
  const letters = element.children.reduce((sum, child) => sum + textOf(child).trim().length, 0);
  return Math.min(letters, usualHeight) * element.style.fontSize;
}

function blocksOf(element: StyledElement, scope: Scope, collector: Collector): readonly Block[] {
  const flow = newFlow();
  collector.addChildren(element, scope, flow);
  if (flow.blocks.at(-1)?.kind !== 'paragraph') addSpacer(element, scope, flow, collector);
  return flow.blocks;
}
