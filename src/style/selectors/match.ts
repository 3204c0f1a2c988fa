import { matchesLanguageRange } from './language-range.ts';
import { isNth } from './nth.ts';
import type { ComplexSelector, CompoundSelector, Nth, SimpleSelector } from './selector.ts';
import type { StyleNode } from './style-node.ts';

/** True when the element is the selector's subject. `anchor` is the element that a `:has()` is asked of. */
export function matchesSelector(node: StyleNode, selector: ComplexSelector, anchor?: StyleNode): boolean {
  return matchesCompound(node, selector.subject, anchor) && matchesLeft(node, selector, 0, anchor);
}

function matchesLeft(
  node: StyleNode,
  selector: ComplexSelector,
  at: number,
  anchor: StyleNode | undefined,
): boolean {
  const step = selector.left[at];
  if (!step) return true;
  const { combinator, compound } = step;
  const once = combinator === 'child' || combinator === 'next';
  const upwards = combinator === 'child' || combinator === 'descendant';
  let other = upwards ? node.parent : node.previous;
  while (other) {
    if (matchesCompound(other, compound, anchor) && matchesLeft(other, selector, at + 1, anchor)) return true;
    if (once) return false;
    other = upwards ? other.parent : other.previous;
  }
  return false;
}

function matchesCompound(
  node: StyleNode,
  compound: CompoundSelector,
  anchor: StyleNode | undefined,
): boolean {
  for (const simple of compound.simple) if (!matchesSimple(node, simple, anchor)) return false;
  return true;
}

function matchesSimple(node: StyleNode, simple: SimpleSelector, anchor: StyleNode | undefined): boolean {
  switch (simple.kind) {
    case 'tag':
      return simple.name === '*' || node.element.tag === simple.name;
    case 'id':
      return node.id === simple.name;
    case 'class':
      return node.classes.includes(simple.name);
    case 'attribute':
      return matchesAttribute(attributeOf(node, simple.name), simple);
    case 'is':
    case 'where':
    case 'nest':
      return matchesAny(node, simple.list, anchor);
    case 'not':
      return !matchesAny(node, simple.list, anchor);
    case 'has':
      return simple.list.some((selector) => hasMatch(node, selector));
    case 'nth':
      return matchesNth(node, simple);
    case 'only':
      return isOnly(node, simple.ofType);
    case 'lang':
      return simple.ranges.some((range) => matchesLanguageRange(node.language, range));
    case 'dir':
      return node.direction === simple.direction;
    default:
      return matchesState(node, simple.kind, anchor);
  }
}

function matchesState(
  node: StyleNode,
  kind: 'root' | 'empty' | 'link' | 'never' | 'anchor',
  anchor: StyleNode | undefined,
): boolean {
  switch (kind) {
    case 'root':
      return node.parent === undefined;
    case 'empty':
      return node.element.children.every((child) => child.type === 'text' && child.text === '');
    case 'link':
      return node.element.tag === 'a' && node.element.attributes.href !== undefined;
    case 'anchor':
      return node === anchor;
    case 'never':
      return false;
  }
}

function matchesAny(
  node: StyleNode,
  list: readonly ComplexSelector[],
  anchor: StyleNode | undefined,
): boolean {
  return list.some((selector) => matchesSelector(node, selector, anchor));
}

type AttributeSelector = Extract<SimpleSelector, { kind: 'attribute' }>;

function matchesAttribute(written: string | undefined, selector: AttributeSelector): boolean {
  if (written === undefined) return false;
  const { operator } = selector;
  if (operator === '') return true;
  const value = selector.ignoreCase ? written.toLowerCase() : written;
  const wanted = selector.ignoreCase ? selector.value.toLowerCase() : selector.value;
  if (operator === '=') return value === wanted;
  if (operator === '|=') return value === wanted || value.startsWith(`${wanted}-`);
  // The empty string is no part of anything here (selectors-4 §6.2).
  if (wanted === '') return false;
  if (operator === '~=') return value.split(/[ \t\n\f\r]+/).includes(wanted);
  if (operator === '^=') return value.startsWith(wanted);
  return operator === '$=' ? value.endsWith(wanted) : value.includes(wanted);
}

function matchesNth(node: StyleNode, nth: Nth): boolean {
  const siblings = node.parent?.children ?? [node];
  if (nth.of && !matchesAny(node, nth.of, undefined)) return false;
  if (!nth.of && !nth.ofType) {
    const place = nth.fromEnd ? siblings.length - node.index : node.index + 1;
    return isNth(place, nth.step, nth.offset);
  }
  const counted = (other: StyleNode) =>
    nth.of ? matchesAny(other, nth.of, undefined) : other.element.tag === node.element.tag;
  const before = nth.fromEnd ? siblings.slice(node.index + 1) : siblings.slice(0, node.index);
  return isNth(before.filter(counted).length + 1, nth.step, nth.offset);
}

function isOnly(node: StyleNode, ofType: boolean): boolean {
  const siblings = node.parent?.children ?? [node];
  const { tag } = node.element;
  return siblings.every((other) => other === node || (ofType && other.element.tag !== tag));
}

/** Looks below the element and, where the selector goes sideways, below and at its later siblings. */
function hasMatch(node: StyleNode, selector: ComplexSelector): boolean {
  const first = selector.left.at(-1)?.combinator;
  if (first === 'child' || first === 'descendant') return someBelow(node, selector, node);
  const later = (node.parent?.children ?? []).slice(node.index + 1);
  return later.some((other) => matchesSelector(other, selector, node) || someBelow(other, selector, node));
}

function someBelow(node: StyleNode, selector: ComplexSelector, anchor: StyleNode): boolean {
  return node.children.some(
    (child) => matchesSelector(child, selector, anchor) || someBelow(child, selector, anchor),
  );
}

function attributeOf(node: StyleNode, name: string): string | undefined {
  return Object.hasOwn(node.element.attributes, name) ? node.element.attributes[name] : undefined;
}
