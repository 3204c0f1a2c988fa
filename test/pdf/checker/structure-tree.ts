import { type PdfValue, type ReadPdf, textOf } from '../support/read-pdf.ts';
import { markedText, pagesOf } from '../support/read-text.ts';

export type Entries = ReadonlyMap<string, PdfValue>;

/** Marked content or an annotation of a structure element. */
export type Leaf =
  | {
      readonly kind: 'content';
      readonly page: Entries;
      readonly stream: PdfValue | undefined;
      readonly mcid: number;
    }
  | { readonly kind: 'annotation'; readonly annotation: Entries };

/** A structure element as it was read. */
export interface Element {
  readonly type: string;
  readonly entries: Entries;
  readonly parent: Element | undefined;
  readonly children: readonly (Element | Leaf)[];
}

export function isElement(child: Element | Leaf): child is Element {
  return 'type' in child;
}

/** The child elements. */
export function elementsIn({ children }: Element): readonly Element[] {
  return children.filter(isElement);
}

/** An element and all below it, in reading order. */
export function allElements(element: Element): readonly Element[] {
  return [element, ...elementsIn(element).flatMap(allElements)];
}

/** The values of an attribute among the attribute objects of an element. */
export function attributeOf(
  pdf: ReadPdf,
  { entries }: Element,
  owner: string,
  name: string,
): PdfValue | undefined {
  const value = pdf.get(entries.get('A'));
  const lists = Array.isArray(value) ? value.map((entry) => pdf.get(entry)) : [value];
  for (const list of lists) {
    if (list instanceof Map && list.get('O') === `/${owner}` && list.has(name))
      return pdf.get(list.get(name));
  }
  return undefined;
}

/** Reads the logical structure; its root element is `Document`. Undefined where there is none. */
export function readStructure(pdf: ReadPdf): Element | undefined {
  const catalogue = pdf.dictionary(pdf.trailer.get('Root'));
  if (!catalogue.has('StructTreeRoot')) return undefined;
  const read = (value: PdfValue, page: Entries | undefined, parent: Element | undefined): Element | Leaf => {
    if (typeof value === 'number') return { kind: 'content', page: page!, stream: undefined, mcid: value };
    const entries = pdf.dictionary(value);
    const own = entries.has('Pg') ? pdf.dictionary(entries.get('Pg')) : page;
    if (entries.get('Type') === '/MCR')
      return { kind: 'content', page: own!, stream: entries.get('Stm'), mcid: entries.get('MCID') as number };
    if (entries.get('Type') === '/OBJR')
      return { kind: 'annotation', annotation: pdf.dictionary(entries.get('Obj')) };
    const children: (Element | Leaf)[] = [];
    const element = { type: (entries.get('S') as string).slice(1), entries, parent, children };
    const kids = pdf.get(entries.get('K'));
    const list = Array.isArray(kids) ? kids : kids === null ? [] : [entries.get('K')!];
    for (const kid of list) children.push(read(kid, own, element));
    return element;
  };
  const root = read(pdf.dictionary(catalogue.get('StructTreeRoot')).get('K')!, undefined, undefined);
  return isElement(root) ? root : undefined;
}

const inline = new Set(['Span', 'Link', 'Lbl', 'Reference', 'Quote', 'Code', 'Form', 'Note']);

/**
 * The text in reading order, a line for each block: what `ActualText` says where there is one, else what the letters
 * of the marked content map to. Pictures and drawings say nothing.
 */
export function structureText(pdf: ReadPdf, root: Element): string {
  const pages = new Map(pagesOf(pdf).map((page) => [page as Entries, markedText(pdf, page)]));
  const textOfLeaf = (leaf: Leaf): string => {
    if (leaf.kind === 'annotation') return '';
    const texts =
      leaf.stream === undefined
        ? pages.get(leaf.page)
        : markedText(pdf, pdf.dictionary(leaf.stream), leaf.stream);
    return (texts?.get(leaf.mcid) ?? '').replaceAll(/\[(?:shape|picture)\]/g, '');
  };
  const textOfElement = (element: Element): string => {
    const actual = element.entries.get('ActualText');
    const text = actual
      ? textOf(actual)
      : element.children
          .map((child) => (isElement(child) ? textOfElement(child) : textOfLeaf(child)))
          .join('');
    return inline.has(element.type) ? text : `\n${text}\n`;
  };
  return textOfElement(root);
}
