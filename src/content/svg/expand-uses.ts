import { type Diagnostic, diagnose, type Outcome } from '../../diagnostics/diagnostic.ts';
import type { MarkupElement, MarkupNode } from '../markup.ts';
import { maxSvgDepth, maxSvgElements } from './parse-svg.ts';

/** A subtree in which every `use` holds what it names. */
interface Expanded {
  readonly element: MarkupElement;
  /** Elements in it, and how many of them stand inside each other. */
  readonly size: number;
  readonly height: number;
}

interface Expanding {
  readonly ids: ReadonlyMap<string, MarkupElement>;
  /** Elements that were named before, so that a chain of uses costs no more than its links. */
  readonly known: Map<MarkupElement, Expanded>;
  /** The targets that are being expanded, outermost first. */
  readonly chain: MarkupElement[];
  readonly diagnostics: Diagnostic[];
  /** Elements that uses have added to the tree. */
  added: number;
}

/**
 * Puts under each `use` of the drawings in a tree the element that it names, so that the cascade gives it the styles
 * that it inherits there (SVG 2 §5.6). Uses that name nothing or themselves, or repeat more elements than a drawing
 * may have, are errors and hold nothing. The same tree comes back where there is no `use`.
 */
export function expandUses(root: MarkupElement): Outcome<MarkupElement> {
  const expanding: Expanding = { ids: idsOf(root), known: new Map(), chain: [], diagnostics: [], added: 0 };
  const { element } = expand(root, expanding);
  return { value: element, diagnostics: expanding.diagnostics };
}

/** The first element of each id in the drawings. */
function idsOf(root: MarkupElement): ReadonlyMap<string, MarkupElement> {
  const ids = new Map<string, MarkupElement>();
  const walk = (element: MarkupElement, isInside: boolean): void => {
    const { id } = element.attributes;
    const isDrawn = isInside || element.tag === 'svg';
    if (isDrawn && id !== undefined && !ids.has(id)) ids.set(id, element);
    for (const child of element.children) if (child.type === 'element') walk(child, isDrawn);
  };
  walk(root, false);
  return ids;
}

function expand(element: MarkupElement, expanding: Expanding): Expanded {
  if (element.tag === 'use') return expandUse(element, expanding);
  const children: MarkupNode[] = [];
  let size = 1;
  let height = 0;
  for (const child of element.children) {
    const inner = child.type === 'element' ? expand(child, expanding) : undefined;
    children.push(inner?.element ?? child);
    size += inner?.size ?? 0;
    height = Math.max(height, inner?.height ?? 0);
  }
  const same = children.every((child, index) => child === element.children[index]);
  return { element: same ? element : { ...element, children }, size, height: height + 1 };
}

function expandUse(use: MarkupElement, expanding: Expanding): Expanded {
  const used = targetOf(use, expanding);
  const children = used ? [used.element] : [];
  return { element: { ...use, children }, size: 1 + (used?.size ?? 0), height: 1 + (used?.height ?? 0) };
}

function targetOf(use: MarkupElement, expanding: Expanding): Expanded | undefined {
  const { ids, known, chain, diagnostics } = expanding;
  const address = use.attributes.href?.trim() ?? '';
  // What leads out of the drawing was told of by who read the element.
  if (!address.startsWith('#')) return undefined;
  const report = (problem: string): undefined => {
    diagnostics.push(diagnose('svg-invalid', `<use> names ${address}, ${problem}`, use.span));
  };
  const target = ids.get(address.slice(1));
  if (!target) return report('which the document does not have');
  if (chain.includes(target)) return report('which holds it');
  chain.push(target);
  const used = known.get(target) ?? expand(target, expanding);
  chain.pop();
  known.set(target, used);
  // What a target holds is counted where the target itself is used.
  const added = chain.length === 0 ? expanding.added + used.size : used.size;
  if (added <= maxSvgElements && used.height <= maxSvgDepth) {
    if (chain.length === 0) expanding.added = added;
    return used;
  }
  return report(`which repeats more than ${maxSvgElements} elements, or ${maxSvgDepth} inside each other`);
}
