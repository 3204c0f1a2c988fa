import type { StyledElement, StyledTree } from '../style/styled-tree.ts';
import { addBlock, addChildren } from './blocks.ts';
import { cleanText } from './clean-text.ts';
import { type Collector, hasClass, newFlow, walkElements } from './collector.ts';
import { paragraphProperties, runProperties } from './computed-properties.ts';
import type { Block, DocumentModel, ParagraphBlock, SectionKey } from './model.ts';
import { anySection, pageSetup } from './page-setup.ts';
import { type PictureSource, pictureOf } from './pictures.ts';
import { pulledUp } from './pulled-up.ts';
import { rootScope } from './scope.ts';

/** Walks a styled tree into the paragraphs and tables of a Word document. */
export function collectDocument(tree: StyledTree, pictures: PictureSource): DocumentModel {
  const body = bodyOf(tree.root);
  const notes = notesOf(tree.root);
  const collector: Collector = {
    picture: (element, measure) => pictureOf(element, measure, pictures),
    notes,
    usedNotes: new Set(),
    targets: targetsOf(tree.root),
    counterStyles: tree.counterStyles,
    frame: undefined,
    nextList: 1,
    addBlock: (element, scope, flow) => addBlock(element, scope, flow, collector),
    addChildren: (element, scope, flow) => addChildren(element, scope, flow, collector),
  };
  const section: SectionKey = { ...anySection, page: body.style.page };
  const page = pageSetup(tree, section.page);
  const measure = page.width - page.marginLeft - page.marginRight;
  const flow = newFlow();
  addChildren(body, rootScope(measure, section), flow, collector);
  return {
    blocks: pulledUp(flow.blocks, body, page.marginTop),
    frame: collector.frame,
    footnotes: footnotesOf(collector, measure),
    normal: { paragraph: paragraphProperties(body.style), run: runProperties(body.style, undefined) },
    title: cleanText(tree.title),
    language: tree.language,
    direction: tree.root.style.direction,
  };
}

function bodyOf(root: StyledElement): StyledElement {
  return (
    (root.children.find((child) => child.type === 'element' && child.tag === 'body') as
      | StyledElement
      | undefined) ?? root
  );
}

/** `<section class="footnotes">` holds a list whose items have the ids that references name. */
function notesOf(root: StyledElement): ReadonlyMap<string, StyledElement> {
  const notes = new Map<string, StyledElement>();
  for (const section of walkElements(root)) {
    if (!hasClass(section, 'footnotes')) continue;
    for (const item of walkElements(section)) {
      if (item.tag === 'li' && item.attributes.id !== undefined) notes.set(item.attributes.id, item);
    }
  }
  return notes;
}

function targetsOf(root: StyledElement): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { attributes } of walkElements(root)) if (attributes.id !== undefined) ids.add(attributes.id);
  const targets = new Set<string>();
  for (const { attributes } of walkElements(root)) {
    const id = attributes.href?.startsWith('#') ? attributes.href.slice(1) : undefined;
    if (id !== undefined && ids.has(id)) targets.add(id);
  }
  for (const element of walkElements(root)) {
    for (const child of element.children) {
      if (child.type === 'text' && child.reference?.target) targets.add(child.reference.target);
    }
  }
  return targets;
}

/** Notes hold paragraphs only; a note named in another note is reached because the set grows while it is walked. */
function footnotesOf(collector: Collector, measure: number): ReadonlyMap<string, readonly ParagraphBlock[]> {
  const footnotes = new Map<string, readonly ParagraphBlock[]>();
  for (const id of collector.usedNotes) {
    const item = collector.notes.get(id);
    if (!item) continue;
    const flow = newFlow();
    const children = item.children.filter((child) => child.type === 'text' || !isBacklink(child));
    addChildren(
      { ...item, children },
      { ...rootScope(measure, anySection), role: 'footnote text' },
      flow,
      collector,
    );
    footnotes.set(id, spaced(paragraphsOf(flow.blocks)));
  }
  return footnotes;
}

/** A space between the note's number, which docx puts first, and its text. */
function spaced(paragraphs: readonly ParagraphBlock[]): readonly ParagraphBlock[] {
  const [first, ...rest] = paragraphs;
  if (!first) return paragraphs;
  const direction = first.properties.paragraph.bidi ? 'rtl' : 'ltr';
  const format = { style: undefined, language: first.language, direction } as const;
  return [{ ...first, inlines: [{ kind: 'text', text: ' ', format }, ...first.inlines] }, ...rest];
}

function isBacklink(element: StyledElement): boolean {
  return element.attributes['data-footnote-backref'] !== undefined || hasClass(element, 'footnote-back');
}

/** The paragraphs of blocks; those of a table follow one another. */
function paragraphsOf(blocks: readonly Block[]): ParagraphBlock[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block]
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => paragraphsOf(cell.blocks))),
  );
}
