import type { ContentId, Page, PagedDocument, StructureElement } from '../../layout/paged-document.ts';
import type { MarkRegister } from '../content/marks.ts';
import type { PdfFile } from '../pdf-file.ts';
import { type Dictionary, type PdfReference, textString } from '../pdf-object.ts';
import { attributesOf } from './attributes.ts';
import { type CellMarks, cellMarks } from './cell-marks.ts';
import { rightToLeftTexts } from './logical-text.ts';

/** Elements that hold text itself, so that the text may be stated for the whole of one. */
const textual: ReadonlySet<string> = new Set([
  ...['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'P', 'Span', 'Link', 'Lbl', 'Reference', 'Quote', 'Code'],
]);

/** Elements that a table needs though they hold nothing. */
const keptEmpty: ReadonlySet<string> = new Set(['TH', 'TD', 'TR', 'Figure']);

/** An annotation that belongs to an element. */
export interface OwnedAnnotation {
  readonly element: StructureElement;
  readonly page: number;
  readonly reference: PdfReference;
  /** Its key in the parent tree. */
  readonly structParent: number;
}

interface TreeContext {
  readonly file: PdfFile;
  readonly pages: readonly Page[];
  readonly pageReferences: readonly PdfReference[];
  readonly marks: MarkRegister;
  readonly annotations: ReadonlyMap<StructureElement, readonly OwnedAnnotation[]>;
  readonly spoken: ReadonlyMap<ContentId, string>;
  /** The element of each leaf. */
  readonly owners: Map<ContentId, PdfReference>;
  /** The element of each annotation, by its key. */
  readonly annotationOwners: Map<number, PdfReference>;
  readonly cells: ReadonlyMap<StructureElement, CellMarks>;
  /** How many notes are written. */
  notes: number;
  /** Elements by their ids. */
  readonly named: Map<string, PdfReference>;
}

/** The structure type of every leaf's element. */
export function leafTypes(root: StructureElement): ReadonlyMap<ContentId, string> {
  const types = new Map<ContentId, string>();
  const visit = (element: StructureElement) => {
    for (const child of element.children) {
      if (typeof child === 'number') types.set(child, element.type);
      else visit(child);
    }
  };
  visit(root);
  return types;
}

/** A leaf's marked content as kids of an element whose own page is `page`. */
function leafKids(context: TreeContext, content: ContentId, page: number): unknown[] {
  return context.marks
    .of(content)
    .map(({ stream, mcid }) =>
      stream.page === page && !stream.form
        ? mcid
        : { Type: 'MCR', Pg: context.pageReferences[stream.page], Stm: stream.form, MCID: mcid },
    );
}

/** The page of the first thing that an element itself shows. */
function firstPage(context: TreeContext, element: StructureElement): number | undefined {
  for (const child of element.children) {
    if (typeof child === 'number') {
      const place = context.marks.of(child)[0];
      if (place) return place.stream.page;
    }
  }
  return context.annotations.get(element)?.[0]?.page;
}

/** The whole text of an element, where every child is a leaf and one of them has to be told. */
function wholeText(context: TreeContext, element: StructureElement): string | undefined {
  if (!textual.has(element.type) || element.alt !== undefined) return undefined;
  const texts = element.children.map((child) =>
    typeof child === 'number' ? context.spoken.get(child) : undefined,
  );
  return texts.length > 0 && texts.every((text) => text !== undefined) ? texts.join('') : undefined;
}

/** A Span around one leaf that says its text. */
function spokenLeaf(context: TreeContext, parent: PdfReference, content: ContentId, text: string): unknown {
  const page = context.marks.of(content)[0]!.stream.page;
  const kids = leafKids(context, content, page);
  const span = context.file.object({
    S: 'Span',
    P: parent,
    Pg: context.pageReferences[page],
    ActualText: textString(text),
    K: kids.length === 1 ? kids[0] : kids,
  });
  context.owners.set(content, span);
  return span;
}

function childKids(
  context: TreeContext,
  element: StructureElement,
  own: PdfReference,
  page: number,
): unknown[] {
  const whole = wholeText(context, element);
  if (whole !== undefined) own.data.ActualText = textString(whole);
  return element.children.flatMap((child): unknown[] => {
    if (typeof child !== 'number') {
      const reference = writeElement(context, child, own);
      return reference ? [reference] : [];
    }
    if (context.marks.of(child).length === 0) return [];
    const spoken = whole === undefined && element.alt === undefined ? context.spoken.get(child) : undefined;
    if (spoken !== undefined) return [spokenLeaf(context, own, child, spoken)];
    context.owners.set(child, own);
    return leafKids(context, child, page);
  });
}

function annotationKids(
  context: TreeContext,
  element: StructureElement,
  own: PdfReference,
  page: number,
): unknown[] {
  return (context.annotations.get(element) ?? []).map((annotation) => {
    context.annotationOwners.set(annotation.structParent, own);
    const elsewhere = annotation.page === page ? undefined : context.pageReferences[annotation.page];
    return { Type: 'OBJR', Pg: elsewhere, Obj: annotation.reference };
  });
}

/** Writes an element and all below it; nothing for one that holds nothing and is not needed. */
function writeElement(
  context: TreeContext,
  element: StructureElement,
  parent: PdfReference,
): PdfReference | undefined {
  const page = firstPage(context, element) ?? -1;
  const own = context.file.reserve({ S: element.type, P: parent });
  const kids = [...childKids(context, element, own, page), ...annotationKids(context, element, own, page)];
  const cell = context.cells.get(element);
  const id = element.type === 'Note' ? noteId(++context.notes) : cell?.id;
  if (id !== undefined) {
    context.named.set(id, own);
    own.data.ID = textString(id);
  }
  own.data.Pg = page >= 0 ? context.pageReferences[page] : undefined;
  if (element.language !== undefined) own.data.Lang = textString(element.language);
  if (element.alt !== undefined) own.data.Alt = textString(element.alt);
  own.data.A = attributesOf(element, context.pages, cell);
  if (kids.length > 0) own.data.K = kids.length === 1 ? kids[0] : kids;
  own.end();
  return kids.length > 0 || keptEmpty.has(element.type) ? own : undefined;
}

/** An id for a Note; zeros keep the order of the name tree. */
function noteId(number: number): string {
  return `note-${String(number).padStart(5, '0')}`;
}

/** Elements by their ids, which are ASCII, in the order of their bytes (ISO 32000-1 §7.9.6). */
function idTree(named: ReadonlyMap<string, PdfReference>): Dictionary | undefined {
  if (named.size === 0) return undefined;
  const entries = [...named].sort(([a], [b]) => (a < b ? -1 : 1));
  return { Names: entries.flatMap(([id, element]) => [textString(id), element]) };
}

/** From marked content and annotations back to their elements (ISO 32000-1 §14.7.4.4). */
function parentTree(context: TreeContext, annotations: readonly OwnedAnnotation[]): Dictionary {
  const entries: (readonly [key: number, owner: unknown])[] = [
    ...context.marks.streams.map(
      ({ structParent, contents }) =>
        [structParent, contents.map((content) => context.owners.get(content) ?? null)] as const,
    ),
    ...annotations.map(
      ({ structParent }) => [structParent, context.annotationOwners.get(structParent) ?? null] as const,
    ),
  ];
  return { Nums: entries.sort(([a], [b]) => a - b).flat() };
}

function byElement(
  annotations: readonly OwnedAnnotation[],
): ReadonlyMap<StructureElement, readonly OwnedAnnotation[]> {
  const map = new Map<StructureElement, OwnedAnnotation[]>();
  for (const annotation of annotations) {
    const known = map.get(annotation.element);
    if (known) known.push(annotation);
    else map.set(annotation.element, [annotation]);
  }
  return map;
}

/** Writes the logical structure (ISO 32000-1 §14.7) and enters it in the catalogue. */
export function writeStructure(
  file: PdfFile,
  document: PagedDocument,
  pageReferences: readonly PdfReference[],
  marks: MarkRegister,
  annotations: readonly OwnedAnnotation[],
): void {
  const context: TreeContext = {
    file,
    pages: document.pages,
    pageReferences,
    marks,
    annotations: byElement(annotations),
    spoken: rightToLeftTexts(document),
    owners: new Map(),
    annotationOwners: new Map(),
    cells: cellMarks(document.structure),
    notes: 0,
    named: new Map(),
  };
  const root = file.reserve({ Type: 'StructTreeRoot' });
  root.data.K = writeElement(context, document.structure, root);
  root.data.ParentTree = file.object(parentTree(context, annotations));
  root.data.ParentTreeNextKey = marks.streams.length + annotations.length;
  root.data.IDTree = idTree(context.named);
  root.end();
  file.catalogue.MarkInfo = { Marked: true };
  file.catalogue.StructTreeRoot = root;
}
