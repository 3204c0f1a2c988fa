import type { MarkupElement, MarkupNode } from '../../content/markup.ts';
import { firstStrong } from '../../unicode/bidi/bidi-class.ts';

/** An element with what selectors ask of its surroundings. */
export interface StyleNode {
  readonly element: MarkupElement;
  readonly parent: StyleNode | undefined;
  readonly previous: StyleNode | undefined;
  /** Element children. */
  readonly children: readonly StyleNode[];
  /** 0-based place among the parent's element children. */
  readonly index: number;
  readonly id: string;
  readonly classes: readonly string[];
  /** BCP 47, from the nearest `lang`; empty where none was said. */
  readonly language: string;
  /** HTML's directionality: from the nearest `dir`. */
  readonly direction: 'ltr' | 'rtl';
}

/** The tree of style nodes over an element and all that it holds. */
export function createStyleTree(root: MarkupElement): StyleNode {
  return createNode(root, undefined, undefined, 0);
}

function createNode(
  element: MarkupElement,
  parent: StyleNode | undefined,
  previous: StyleNode | undefined,
  index: number,
): StyleNode {
  const { attributes } = element;
  const children: StyleNode[] = [];
  const node: StyleNode = {
    element,
    parent,
    previous,
    children,
    index,
    id: attributes.id ?? '',
    classes: attributes.class ? classesOf(attributes.class) : NO_CLASSES,
    language: attributes.lang ?? attributes['xml:lang'] ?? parent?.language ?? '',
    direction: directionOf(element, parent?.direction ?? 'ltr'),
  };
  let last: StyleNode | undefined;
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    last = createNode(child, node, last, children.length);
    children.push(last);
  }
  return node;
}

const NO_CLASSES: readonly string[] = [];

function classesOf(value: string): readonly string[] {
  return value.split(/[ \t\n\f\r]+/).filter((name) => name !== '');
}

/** HTML §3.2.6.4: `bdi` without `dir`, and `dir=auto`, go by their first strong character. */
function directionOf(element: MarkupElement, inherited: 'ltr' | 'rtl'): 'ltr' | 'rtl' {
  const dir = element.attributes.dir?.toLowerCase();
  if (dir === 'ltr' || dir === 'rtl') return dir;
  if (dir === 'auto' || (dir === undefined && element.tag === 'bdi')) return directionIn(element) ?? 'ltr';
  return inherited;
}

const SKIPPED = ['bdi', 'script', 'style', 'textarea'];
function directionIn(node: MarkupNode): 'ltr' | 'rtl' | undefined {
  if (node.type === 'text') return firstStrong(node.text);
  for (const child of node.children) {
    const skipped = child.type === 'element' && (SKIPPED.includes(child.tag) || child.attributes.dir);
    const found = skipped ? undefined : directionIn(child);
    if (found) return found;
  }
  return undefined;
}
