import type { CounterStyles } from '../../style/counter-styles/counter-styles.ts';
import { formatCounter } from '../../style/counter-styles/format-counter.ts';
import type { PageReference, StyledElement, StyledNode, StyledTree } from '../../style/styled-tree.ts';
import { visitElements } from './page-elements.ts';
import { createPageNumbering } from './page-numbers.ts';
import type { PageFragment } from './paginate.ts';

/** A number with one digit more can move a line to another page, and that page's number back: then it goes on for ever. */
const mostPasses = 4;

/** Something that lays a whole tree out. */
type LayOutTree<T> = (tree: StyledTree) => T & { readonly pages: readonly PageFragment[] };

/**
 * Lays out until every number of a page that stands in the text is right: each time with the numbers that the time
 * before gave. The result is the last layout.
 */
export function settleReferences<T>(tree: StyledTree, layOut: LayOutTree<T>): ReturnType<LayOutTree<T>> {
  let filled = tree;
  let laid = layOut(filled);
  let texts: readonly string[] = [];
  for (let pass = 1; pass < mostPasses; pass++) {
    const next = referenceTexts(filled, placesOf(laid.pages, tree.hasPageRestarts), laid.pages.length);
    if (next.length === texts.length && next.every((text, i) => text === texts[i])) return laid;
    texts = next;
    filled = { ...tree, root: fill(tree.root, [...texts]) };
    laid = layOut(filled);
  }
  return laid;
}

/** The numbers of the pages on which elements begin, by `id` and by the element itself. */
interface Places {
  readonly ids: ReadonlyMap<string, number>;
  readonly elements: ReadonlyMap<StyledElement, number>;
}

/** What each reference says, in the order of the tree. */
function referenceTexts(tree: StyledTree, places: Places, count: number): readonly string[] {
  return [...referencesIn(tree.root)].map(({ holder, reference }) => {
    const { target, counter } = reference;
    const page = target === undefined ? places.elements.get(holder) : places.ids.get(target);
    const value = counter === 'pages' ? count : page;
    return value === undefined ? '' : written(value, reference, tree.counterStyles);
  });
}

function written(value: number, { counterStyle }: PageReference, styles: CounterStyles): string {
  return formatCounter(value, counterStyle, styles);
}

function* referencesIn(
  element: StyledElement,
): Generator<{ readonly holder: StyledElement; readonly reference: PageReference }> {
  for (const node of [...(element.marker ? [element.marker] : []), ...element.children]) {
    if (node.type === 'element') yield* referencesIn(node);
    else if (node.reference) yield { holder: element, reference: node.reference };
  }
}

/** The tree with the texts put in, in the order in which `referencesIn` comes to them; what has none stays as it is. */
function fill(element: StyledElement, texts: string[]): StyledElement {
  const marker = element.marker && fill(element.marker, texts);
  const children = element.children.map((node): StyledNode => {
    if (node.type === 'element') return fill(node, texts);
    return node.reference ? { ...node, text: texts.shift()! } : node;
  });
  const same = marker === element.marker && children.every((child, i) => child === element.children[i]);
  return same ? element : { ...element, marker, children };
}

function placesOf(pages: readonly PageFragment[], hasRestarts: boolean): Places {
  const ids = new Map<string, number>();
  const elements = new Map<StyledElement, number>();
  const numberOf = createPageNumbering(hasRestarts);
  pages.forEach((page) => {
    const number = numberOf(page);
    visitElements(page, (element) => {
      if (elements.has(element)) return;
      elements.set(element, number);
      const { id } = element.attributes;
      if (id !== undefined && !ids.has(id)) ids.set(id, number);
    });
  });
  return { ids, elements };
}
