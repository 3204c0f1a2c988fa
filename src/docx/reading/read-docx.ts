import { type DocumentOrigin, originNames } from '../property-parts.ts';
import { createOpenFields } from './fields.ts';
import { createLeavingOut } from './leaving-out.ts';
import type { ReadBlock, ReadCell, ReadDocument, ReadListItem, ReadParagraph } from './model.ts';
import { alternativeOf, childOf, childrenOf, type PartElement, textOf, valOf } from './parse-part.ts';
import { type InlineReading, readInlines } from './read-inlines.ts';
import { PackageError, readPackage } from './read-package.ts';
import { type ReadStyles, readStyles } from './read-styles.ts';
import { type Parts, partsOf, referredPart } from './relationships.ts';

/**
 * Reads a Word document (ECMA-376, transitional or strict), whichever program wrote it. Tracked changes are read as if
 * they were accepted. Throws PackageError for what is no such document.
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocument> {
  return readParts(await readPackage(bytes));
}

/** Reads the files of a package that is not zipped, by their names. Throws PackageError. */
export function readParts(files: ReadonlyMap<string, Uint8Array>): ReadDocument {
  const parts = partsOf(new Map([...files].map(([name, bytes]) => [name.toLowerCase(), bytes])));
  const main = referredPart(parts, '', 'officeDocument');
  const document = main === undefined ? undefined : parts.part(main);
  if (main === undefined || document?.name !== 'w:document') throw new PackageError('it is no Word document');
  const partOf = (type: string) => {
    const name = referredPart(parts, main, type);
    return name === undefined ? undefined : parts.part(name);
  };
  const leftOut = createLeavingOut();
  const styles = readStyles(partOf('styles'), partOf('numbering'));
  const reading = { styles, relationships: parts.relationships(main), leftOut, fields: createOpenFields() };
  const blocks = readBlocks(childOf(document, 'w:body'), reading);
  const notesName = referredPart(parts, main, 'footnotes');
  const ofNotes = notesName === undefined ? reading.relationships : parts.relationships(notesName);
  const notes = readNotes(partOf('footnotes'), { ...reading, relationships: ofNotes });
  for (const _ of childrenOf(partOf('comments'), 'w:comment')) leftOut.count('comment');
  return { origin: originOf(parts), blocks, notes, leftOut: leftOut.all() };
}

function readNotes(
  notes: PartElement | undefined,
  reading: InlineReading,
): ReadonlyMap<string, readonly ReadBlock[]> {
  const written = childrenOf(notes, 'w:footnote').filter(
    ({ attributes }) => (attributes['w:type'] ?? 'normal') === 'normal',
  );
  return new Map(
    written.map((note) => [
      note.attributes['w:id'] ?? '',
      readBlocks(note, { ...reading, fields: createOpenFields() }),
    ]),
  );
}

/** What only groups blocks. */
const groups: ReadonlySet<string> = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:ins',
  'w:moveTo',
]);

function readBlocks(parent: PartElement | undefined, reading: InlineReading): readonly ReadBlock[] {
  const blocks: ReadBlock[] = [];
  let joined: PartElement[] = [];
  const elements = childrenOf(parent);
  for (const [i, element] of elements.entries()) {
    if (element.name !== 'w:p') {
      blocks.push(...readOther(element, reading));
      continue;
    }
    joined.push(element);
    // A paragraph whose end is deleted goes on in the next one, whose properties both have then (§17.13.5.15).
    if (childOf(markOf(element), 'w:del') && elements[i + 1]?.name === 'w:p') continue;
    blocks.push(readParagraph(joined, reading));
    joined = [];
  }
  return blocks;
}

function readOther(element: PartElement, reading: InlineReading): readonly ReadBlock[] {
  if (element.name === 'w:tbl') return [{ kind: 'table', rows: readRows(element, reading) }];
  if (element.name === 'mc:AlternateContent') return readBlocks(alternativeOf(element), reading);
  if (element.name === 'w:altChunk') reading.leftOut.count('embedded document');
  return groups.has(element.name) ? readBlocks(element, reading) : [];
}

/** The properties of a paragraph's mark. */
const markOf = (paragraph: PartElement) => childOf(childOf(paragraph, 'w:pPr'), 'w:rPr');

/** Reads a paragraph, the last of those that are one. */
function readParagraph(elements: readonly PartElement[], reading: InlineReading): ReadParagraph {
  const properties = childOf(elements.at(-1), 'w:pPr');
  const id = valOf(properties, 'w:pStyle');
  for (const mark of elements.map(markOf)) {
    if (childOf(mark, 'w:ins') ?? childOf(mark, 'w:del')) reading.leftOut.count('tracked change');
  }
  return {
    kind: 'paragraph',
    style: reading.styles.nameOf(id),
    list: listItemOf(properties, id, reading.styles),
    inlines: readInlines(elements, id, reading),
  };
}

function listItemOf(
  properties: PartElement | undefined,
  style: string | undefined,
  styles: ReadStyles,
): ReadListItem | undefined {
  const numbering = styles.numberingOf(properties, style);
  if (!numbering) return undefined;
  const isBullet = styles.isBullet(numbering);
  return isBullet === undefined ? undefined : { level: numbering.level, isBullet };
}

function readRows(table: PartElement, reading: InlineReading): readonly (readonly ReadCell[])[] {
  return childrenOf(table).flatMap((row): readonly (readonly ReadCell[])[] => {
    if (groups.has(row.name)) return readRows(row, reading);
    if (row.name !== 'w:tr') return [];
    if (childOf(childOf(row, 'w:trPr'), 'w:del')) {
      reading.leftOut.count('tracked change');
      return [];
    }
    return [readCells(row, reading)];
  });
}

function readCells(row: PartElement, reading: InlineReading): readonly ReadCell[] {
  return childrenOf(row).flatMap((cell) => {
    if (groups.has(cell.name)) return readCells(cell, reading);
    return cell.name === 'w:tc' ? [{ blocks: readBlocks(cell, reading) }] : [];
  });
}

function originOf(parts: Parts): DocumentOrigin | undefined {
  // Strict packages have a name of their own for it (Part 1, annex A.6).
  const name = referredPart(parts, '', 'custom-properties') ?? referredPart(parts, '', 'customProperties');
  const properties = childrenOf(name === undefined ? undefined : parts.part(name), 'property');
  const valueNamed = (wanted: string): string | undefined => {
    const property = properties.find(({ attributes }) => attributes.name === wanted);
    return property && textOf(property).trim();
  };
  const [document, locale, kind, source] = [
    valueNamed(originNames.document),
    valueNamed(originNames.locale),
    valueNamed(originNames.kind),
    valueNamed(originNames.source),
  ];
  if (document === undefined || locale === undefined || kind === undefined || source === undefined)
    return undefined;
  return { document, locale, kind, source };
}
