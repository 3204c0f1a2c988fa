import type { Document, IContext, ISectionOptions } from 'docx';
import type { StyledTree } from '../style/styled-tree.ts';
import { compileBlocks, compileParagraph, emptyParagraph } from './compile-blocks.ts';
import { compileMargins } from './compile-margins.ts';
import type { Compiler } from './compiler.ts';
import type { Block, DocumentModel, PageGround, PageSetup, SectionKey } from './model.ts';
import { anySection, pageSetup } from './page-setup.ts';
import { endedInParagraph } from './section-end.ts';
import { twips } from './units.ts';
import { fromXmlable, type XmlElement } from './xml.ts';

/** A part as docx writes it, its relationships by the ids docx gave them. */
export interface CompiledPart {
  readonly root: XmlElement;
  readonly relationships: readonly Relationship[];
}

/** One relationship (ECMA-376 Part 2 §9.3). */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** Everything that docx makes of a document. */
export interface CompiledDocument {
  readonly document: CompiledPart;
  readonly headers: readonly CompiledPart[];
  readonly footers: readonly CompiledPart[];
  /** Undefined where there are none. */
  readonly footnotes: CompiledPart | undefined;
  /** Files of pictures by the key that stands in the text for their relationship. */
  readonly media: ReadonlyMap<string, Uint8Array>;
}

/** Makes the document, its headers, footers and footnotes with docx, and takes them out as trees. */
export function compileDocument(
  model: DocumentModel,
  tree: StyledTree,
  compiler: Compiler,
): CompiledDocument {
  const { docx } = compiler;
  const footnotes = model.footnotes.map(({ blocks }) => ({
    // A note without text still has its number.
    children:
      blocks.length > 0
        ? blocks.map((block) => compileParagraph(block, compiler))
        : [emptyParagraph('footnote text', compiler)],
  }));
  const document = new docx.Document({
    sections: compileSections(model, tree, compiler),
    ...(footnotes.length > 0 && { footnotes: Object.fromEntries(footnotes.map((note, i) => [i + 1, note])) }),
  });
  return takeParts(document, footnotes.length > 0, compiler.pictures);
}

function takeParts(
  document: Document,
  hasFootnotes: boolean,
  pictures: ReadonlyMap<string, Uint8Array>,
): CompiledDocument {
  const take = (wrapper: Pick<IContext['viewWrapper'], 'View' | 'Relationships'>): CompiledPart => {
    const context = { viewWrapper: wrapper, file: document, stack: [] } as IContext;
    const root = fromXmlable(wrapper.View.prepForXml(context));
    const relationships = fromXmlable(wrapper.Relationships.prepForXml(context)).children.flatMap((child) =>
      typeof child === 'string' ? [] : [relationshipOf(child)],
    );
    return { root, relationships };
  };
  const parts = {
    document: take(document.Document),
    headers: document.Headers.map(take),
    footers: document.Footers.map(take),
    footnotes: hasFootnotes ? take(document.FootNotes) : undefined,
  };
  const media = new Map(document.Media.Entries.map(([key, image]) => [key, fileOf(image.data, pictures)]));
  return { ...parts, media };
}

/** The file of a picture, for which docx holds its digest. */
function fileOf(digest: unknown, pictures: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const bytes = digest instanceof ArrayBuffer ? new Uint8Array(digest) : digest;
  const file = bytes instanceof Uint8Array ? pictures.get(Buffer.from(bytes).toString('hex')) : undefined;
  if (!file) throw new TypeError('docx holds a picture that it was not given');
  return file;
}

function relationshipOf({ attributes }: XmlElement): Relationship {
  return {
    id: attributes.Id ?? '',
    type: attributes.Type ?? '',
    target: attributes.Target ?? '',
    external: attributes.TargetMode === 'External',
  };
}

interface Section {
  readonly key: SectionKey;
  readonly blocks: Block[];
}

function sectionsOf(blocks: readonly Block[], fallback: SectionKey): Section[] {
  const sections: Section[] = [];
  for (const block of blocks) {
    const last = sections.at(-1);
    if (last && JSON.stringify(last.key) === JSON.stringify(block.section)) last.blocks.push(block);
    else sections.push({ key: block.section, blocks: [block] });
  }
  return sections.length > 0 ? sections : [{ key: fallback, blocks: [] }];
}

function compileSections(model: DocumentModel, tree: StyledTree, compiler: Compiler): ISectionOptions[] {
  const { docx } = compiler;
  const sections = sectionsOf(model.blocks, anySection);
  return sections.map(({ key, blocks }, i): ISectionOptions => {
    const setup = pageSetup(tree, key.page, model.profile);
    const previous = sections[i - 1]?.key;
    const samePage = previous?.page === key.page;
    const goesOn = samePage && previous?.pull === key.pull && sameGround(previous?.ground, key.ground);
    return {
      properties: {
        ...pageProperties(setup, key, model.isVertical ? docx.PageTextDirectionType : undefined),
        ...(i > 0 && { type: goesOn ? docx.SectionType.CONTINUOUS : docx.SectionType.NEXT_PAGE }),
        ...(compiler.numbersLines && hasItems(blocks) && { lineNumbers: everyLine(docx) }),
        ...(key.columns > 1 && { column: { count: key.columns, space: key.gap, equalWidth: true } }),
        ...(((i === 0 && (setup.hasFirst || model.frame)) || key.ground) && { titlePage: true }),
      },
      ...(samePage && !key.ground
        ? {}
        : compileMargins(setup, model, { isFirst: i === 0, ground: key.ground }, compiler)),
      children: compileBlocks(endedInParagraph(goesOn ? blocks : onNewPage(blocks), model, key), compiler),
    };
  });
}

/** The blocks of a section that starts a page by itself. */
function onNewPage([first, ...rest]: readonly Block[]): readonly Block[] {
  if (!first) return rest;
  return [first.kind === 'paragraph' ? { ...first, pageBreak: false } : first, ...rest];
}

const sameGround = (one: PageGround | undefined, other: PageGround | undefined) =>
  one?.fill === other?.fill && one?.height === other?.height;

/**
 * Lines are numbered through the sections that clauses stand in, for they are cited by them: left of the numbers of
 * clauses, which hang in the margin too.
 */
function everyLine({ LineNumberRestartFormat }: Compiler['docx']) {
  return { countBy: 1, distance: 600, restart: LineNumberRestartFormat.CONTINUOUS };
}

const hasItems = (blocks: readonly Block[]) =>
  blocks.some((block) => block.kind === 'paragraph' && block.item !== undefined);

function pageProperties(
  setup: PageSetup,
  { pull, ground }: SectionKey,
  vertical: Compiler['docx']['PageTextDirectionType'] | undefined,
): NonNullable<ISectionOptions['properties']> {
  const landscape = setup.width > setup.height;
  // docx swaps the sides of a landscape page itself.
  const [width, height] = landscape ? [setup.height, setup.width] : [setup.width, setup.height];
  // Word takes a margin below nothing for an exact height, and at the sides not at all.
  // LibreOffice shows no ground on a page from right to left whose side margins are 0.
  const leastSide = ground ? 1 : 0;
  const margin = (pt: number) => twips(Math.max(0, pt));
  return {
    page: {
      size: { width: twips(width), height: twips(height), orientation: landscape ? 'landscape' : 'portrait' },
      margin: {
        top: margin(setup.marginTop - pull),
        right: Math.max(leastSide, margin(setup.marginRight)),
        bottom: margin(setup.marginBottom),
        left: Math.max(leastSide, margin(setup.marginLeft)),
        // The shape that is the ground stands in the header, which must not push the text down.
        header: ground && setup.marginTop < 14 ? 0 : twips(Math.max(14, setup.marginTop * 0.45)),
        footer: twips(Math.max(14, setup.marginBottom * 0.45)),
        gutter: 0,
      },
      ...(vertical && { textDirection: vertical.TOP_TO_BOTTOM_RIGHT_TO_LEFT }),
    },
  };
}
