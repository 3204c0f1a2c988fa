import type { StyledElement } from '../style/styled-tree.ts';
import { type Collector, type Flow, newFlow } from './collector.ts';
import type { Block, Inline, PageFrame } from './model.ts';
import { rootScope, type Scope } from './scope.ts';

/** True for a block that is laid out as a table only so that its top or bottom comes on every page. */
export function isFrame(element: StyledElement): boolean {
  if (element.style.display !== 'table' || element.tag === 'table') return false;
  return element.children.some((child) => child.type === 'element' && isRepeated(child));
}

function isRepeated({ style }: StyledElement): boolean {
  return style.display === 'table-header-group' || style.display === 'table-footer-group';
}

/**
 * Puts a frame's content into the flow, where headings are found and text is edited. Word repeats a page's header and
 * footer: the footer takes the bottom, on all pages, and the header of the pages behind the first a copy of the top.
 */
export function addFrame(element: StyledElement, scope: Scope, flow: Flow, collector: Collector): PageFrame {
  const header: Block[] = [];
  const footer: Block[] = [];
  const apart = (part: StyledElement): readonly Block[] => {
    const own = newFlow();
    collector.addChildren(part, rootScope(scope.measure, scope.section), own);
    return own.blocks.map(withoutTargets);
  };
  for (const child of element.children) {
    if (child.type === 'element' && child.style.display === 'table-footer-group')
      footer.push(...apart(child));
    else if (child.type === 'element' && child.style.display === 'table-header-group') {
      collector.addBlock(child, scope, flow);
      header.push(...apart(child));
    } else collector.addChildren({ ...element, children: [child] }, scope, flow);
  }
  return { header, footer };
}

/** A copy must not be jumped to, and Word has footnotes in the text alone; their numbers may stand elsewhere. */
function withoutTargets(block: Block): Block {
  if (block.kind === 'paragraph') {
    return { ...block, anchors: [], pageBreak: false, inlines: block.inlines.flatMap(withoutNotes) };
  }
  const rows = block.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(withoutTargets) })),
  }));
  return { ...block, rows };
}

function withoutNotes(inline: Inline): readonly Inline[] {
  if (inline.kind === 'footnote') return [];
  return inline.kind === 'link' || inline.kind === 'jump'
    ? [{ ...inline, children: inline.children.flatMap(withoutNotes) }]
    : [inline];
}
