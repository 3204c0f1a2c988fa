import { type PdfValue, type ReadPdf, textOf } from '../support/read-pdf.ts';
import { allElements, attributeOf, type Element, elementsIn, isElement } from './structure-tree.ts';

/** Standard structure types (ISO 32000-1 §14.8.4). */
const types = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form'
  ).split(' '),
);

/** What each type may stand in, where that is limited. */
const parents: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
};

/** What is wrong with the elements by themselves (ISO 14289-1 §7). */
export function checkStructure(pdf: ReadPdf, root: Element): readonly string[] {
  const elements = allElements(root);
  return [
    ...(root.type === 'Document' ? [] : [`the root is ${root.type}, not Document`]),
    ...elements.flatMap((element) => checkElement(pdf, element)),
    ...checkHeadings(elements),
    ...elements.flatMap((element) => (element.type === 'Table' ? checkTable(pdf, element) : [])),
    ...checkNotes(pdf, elements),
  ];
}

function checkElement(pdf: ReadPdf, element: Element): readonly string[] {
  const { type, parent, entries, children } = element;
  const faults: string[] = [];
  if (!types.has(type)) faults.push(`${type} is no standard type`);
  const allowed = parents[type];
  if (allowed && !allowed.includes(parent?.type ?? '')) faults.push(`${type} stands in ${parent?.type}`);
  if (entries.has('Lang') && !/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(textOf(entries.get('Lang'))))
    faults.push(`${type} has the language “${textOf(entries.get('Lang'))}”`);
  if (type === 'L') faults.push(...checkList(pdf, element));
  if (type === 'Figure') faults.push(...checkFigure(pdf, element));
  const annotations = children.filter((child) => !isElement(child) && child.kind === 'annotation').length;
  if (type === 'Link' && annotations === 0) faults.push('a Link has no annotation');
  if (type === 'Link' && annotations === children.length) faults.push('a Link has no content');
  if (type === 'Form' && (annotations !== 1 || children.length !== 1))
    faults.push('a Form is not one widget');
  return faults;
}

function checkList(pdf: ReadPdf, list: Element): readonly string[] {
  const items = elementsIn(list).filter(({ type }) => type === 'LI');
  const isLabelled = items.some((item) => elementsIn(item).some(({ type }) => type === 'Lbl'));
  const numbering = attributeOf(pdf, list, 'List', 'ListNumbering');
  const faults = isLabelled && numbering === undefined ? ['a list with labels has no ListNumbering'] : [];
  const strange = items.some((item) => item.children.some((child) => !isElement(child)));
  return strange ? [...faults, 'an item of a list holds content outside of Lbl and LBody'] : faults;
}

function checkFigure(pdf: ReadPdf, figure: Element): readonly string[] {
  const alt = figure.entries.get('Alt');
  return [
    ...(alt && textOf(alt).trim() !== '' ? [] : ['a Figure has no alternate text']),
    ...(attributeOf(pdf, figure, 'Layout', 'BBox') === undefined ? ['a Figure has no BBox'] : []),
  ];
}

function checkHeadings(elements: readonly Element[]): readonly string[] {
  const faults: string[] = [];
  let level = 0;
  for (const { type } of elements) {
    const own = Number(/^H([1-6])$/.exec(type)?.[1] ?? 0);
    if (own > level + 1) faults.push(`${type} comes after ${level === 0 ? 'no heading' : `H${level}`}`);
    if (own > 0) level = own;
  }
  return faults;
}

/** Header cells say what they head, and rows have equal numbers of columns, spans counted. */
function checkTable(pdf: ReadPdf, table: Element): readonly string[] {
  const rows = allElements(table).filter(({ type, parent }) => type === 'TR' && tableOf(parent) === table);
  const widths = rows.map(() => 0);
  const faults: string[] = [];
  rows.forEach((row, index) => {
    for (const cell of elementsIn(row)) {
      const span = (name: string) => Number(attributeOf(pdf, cell, 'Table', name) ?? 1);
      for (let i = index; i < Math.min(rows.length, index + span('RowSpan')); i++)
        widths[i]! += span('ColSpan');
      if (cell.type !== 'TH') continue;
      const scope = attributeOf(pdf, cell, 'Table', 'Scope');
      if (scope !== '/Row' && scope !== '/Column' && scope !== '/Both') faults.push('a TH has no Scope');
    }
  });
  if (widths.some((width) => width !== widths[0])) faults.push(`rows of a table have ${widths} columns`);
  return faults;
}

function tableOf(element: Element | undefined): Element | undefined {
  return element === undefined || element.type === 'Table' ? element : tableOf(element.parent);
}

/** Every Note has an ID of its own, which the tree of IDs leads back from. */
function checkNotes(pdf: ReadPdf, elements: readonly Element[]): readonly string[] {
  const catalogue = pdf.dictionary(pdf.trailer.get('Root'));
  const root = pdf.dictionary(catalogue.get('StructTreeRoot'));
  const names = root.has('IDTree') ? (pdf.dictionary(root.get('IDTree')).get('Names') as PdfValue[]) : [];
  const known = new Map<string, unknown>();
  for (let i = 0; i < names.length; i += 2) known.set(textOf(names[i]), pdf.dictionary(names[i + 1]));
  return elements
    .filter(({ type }) => type === 'Note')
    .flatMap(({ entries }) => {
      const id = entries.has('ID') ? textOf(entries.get('ID')) : '';
      if (id === '') return ['a Note has no ID'];
      return known.get(id) === entries ? [] : [`the ID tree does not lead to the Note “${id}”`];
    });
}
