import type { Block, DocumentModel, ParagraphBlock } from './model.ts';
import { noEdges, type StyleProperties } from './style-properties.ts';
import type { StyleRegistry } from './style-registry.ts';

/**
 * Enters the first look of each role. A look inside a filled or framed box is no base for a style that the whole
 * text uses: the first one outside serves, or, where there is none, the first one without its box.
 */
export function addBaseStyles(model: DocumentModel, registry: StyleRegistry): void {
  const first = new Map<string, ParagraphBlock>();
  for (const block of paragraphsOf(model.blocks)) {
    const known = first.get(block.role);
    if (!known || (isBoxed(known) && !isBoxed(block))) first.set(block.role, block);
  }
  const body = first.get('Body Text');
  // Others are based on it.
  if (!body) registry.paragraph('Body Text', spaced(model.normal));
  for (const [role, block] of body ? [['Body Text', body] as const, ...first] : first) {
    const general = /^(heading \d|Body Text|List\b.*|caption)$/.test(role);
    const look = general && isBoxed(block) ? unboxed(block.properties, model.normal) : block.properties;
    registry.paragraph(role, look);
  }
}

/** Where no text shows how paragraphs are parted: by half a line. */
function spaced({ paragraph, run }: StyleProperties): StyleProperties {
  return { paragraph: { ...paragraph, after: 120 }, run };
}

function* paragraphsOf(blocks: readonly Block[]): Generator<ParagraphBlock> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield block;
    else for (const row of block.rows) for (const cell of row.cells) yield* paragraphsOf(cell.blocks);
  }
}

function isBoxed({ properties: { paragraph } }: ParagraphBlock): boolean {
  return (
    paragraph.shade !== undefined || paragraph.edges.start !== undefined || paragraph.edges.end !== undefined
  );
}

/** Text on a fill may be of a colour that is not legible on paper: Normal's is. */
function unboxed({ paragraph, run }: StyleProperties, normal: StyleProperties): StyleProperties {
  const start = Math.max(0, -paragraph.first);
  return {
    paragraph: { ...paragraph, shade: undefined, edges: noEdges, start, end: 0 },
    run: { ...run, colour: paragraph.shade === undefined ? run.colour : normal.run.colour },
  };
}
