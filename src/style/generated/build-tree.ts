import { computeStyle } from '../cascade/compute-style.ts';
import type { MatchedRule } from '../cascade/rule-index.ts';
import type { StyleState } from '../cascade/style-state.ts';
import { isVertical } from '../flow.ts';
import type { StyleNode } from '../selectors/style-node.ts';
import type { StyledElement, StyledNode } from '../styled-tree.ts';
import { changeCounters, isReversedItem } from './change-counters.ts';
import { buildMarker, buildPseudo, namedStrings, textIn } from './generated-boxes.ts';
import { copiesOf } from './row-copies.ts';
import type { TreeBuilder, Visit } from './tree-builder.ts';

/** The styled root and its state; the element is undefined when the root is not displayed. */
export interface BuiltTree {
  readonly element: StyledElement | undefined;
  readonly state: StyleState;
}

/** Builds the styled tree in one walk in document order, which counters and quotes go by. */
export function buildTree(builder: TreeBuilder, node: StyleNode): BuiltTree {
  const rules = [...rulesOf(builder, node), ...builder.rootRules];
  const state = computeStyle(builder.engine, {
    parent: undefined,
    root: undefined,
    language: node.language,
    rules,
  });
  const element = buildElement(builder, { node, state, root: state, depth: 0, parent: undefined });
  return { element, state };
}

function rulesOf(builder: TreeBuilder, node: StyleNode): readonly MatchedRule[] {
  const rules = builder.index.match(node);
  const own = builder.attributeRules(node);
  return own.length === 0 ? rules : [...rules, ...own];
}

function buildElement(builder: TreeBuilder, visit: Visit): StyledElement | undefined {
  const { node, state, depth } = visit;
  if (state.style.display === 'none') return undefined;
  if (isVertical(state.style.writingMode)) builder.content.vertical = true;
  const { counters } = builder.content;
  changeCounters(builder, state, depth, isReversedItem(node));
  const note = state.style.float === 'footnote' ? buildNoteParts(builder, visit) : undefined;
  const marker = buildMarker(builder, visit);
  const before = buildPseudo(builder, visit, 'before');
  const strings = namedStrings(builder, visit, textIn(before), textIn(marker));
  const values = node.id === '' ? undefined : counters.snapshot();
  const inside = buildChildren(builder, visit);
  const after = buildPseudo(builder, visit, 'after');
  const children = [note?.marker, before, ...inside, after];
  if (values) noteTarget(builder, node, values, textIn(before), textIn(after));
  counters.leave(depth);
  return {
    type: 'element',
    tag: node.element.tag,
    pseudo: undefined,
    attributes: node.element.attributes,
    style: strings ? { ...state.style, stringSet: strings } : state.style,
    children: children.filter((child) => child !== undefined),
    marker,
    ...(note?.call && { call: note.call }),
    span: node.element.span,
  };
}

/**
 * The number of a footnote where it is called, in the style of the text there, and at its own start (css-gcpm-3
 * §2.3). Footnotes are counted through the document, whatever the depth of their elements.
 */
function buildNoteParts(
  builder: TreeBuilder,
  visit: Visit,
): { readonly call: StyledElement | undefined; readonly marker: StyledElement | undefined } {
  builder.content.counters.increment({ name: 'footnote', value: 1 }, 0);
  const call = buildPseudo(builder, { ...visit, state: visit.parent ?? visit.state }, 'footnote-call');
  return { call, marker: buildPseudo(builder, visit, 'footnote-marker') };
}

/** The first element with an `id` is the one that is meant (HTML §7.4.6). */
function noteTarget(
  { content: { found } }: TreeBuilder,
  { id, element }: StyleNode,
  counters: ReadonlyMap<string, readonly number[]>,
  before: string,
  after: string,
): void {
  const target = { element, counters, before, after };
  if (!found.has(id)) found.set(id, target);
}

function buildChildren(builder: TreeBuilder, visit: Visit): readonly StyledNode[] {
  const children: StyledNode[] = [];
  let at = 0;
  for (const child of visit.node.element.children) {
    if (child.type === 'text') {
      if (child.text !== '') children.push(child);
    } else children.push(...buildChild(builder, visit, visit.node.children[at++]!));
  }
  return children;
}

/** One element, none, or the copies of a row that fills pages, each with counters of its own. */
function buildChild(builder: TreeBuilder, visit: Visit, node: StyleNode): readonly StyledElement[] {
  const state = computeStyle(builder.engine, {
    parent: visit.state,
    root: visit.root,
    language: node.language,
    rules: rulesOf(builder, node),
  });
  const child = { node, state, root: visit.root, depth: visit.depth + 1, parent: visit.state };
  return Array.from(
    { length: copiesOf(state.style, builder.engine.pages.paper.height) },
    () => buildElement(builder, child) ?? [],
  ).flat();
}
