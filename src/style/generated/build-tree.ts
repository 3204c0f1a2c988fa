import type { Span } from '../../diagnostics/source.ts';
import type { AttributeRules } from '../cascade/attribute-rules.ts';
import { computeStyle } from '../cascade/compute-style.ts';
import type { MatchedRule, RuleIndex } from '../cascade/rule-index.ts';
import type { StyleEngine, StyleState } from '../cascade/style-state.ts';
import type { ComputedStyle } from '../computed-style.ts';
import { markerText } from '../counter-styles/format-counter.ts';
import type { CounterChange } from '../properties/generated-values.ts';
import type { PseudoElementName } from '../selectors/selector.ts';
import type { StyleNode } from '../selectors/style-node.ts';
import type { StyledElement, StyledNode, StyledText } from '../styled-tree.ts';
import type { ContentPart, ContentState, ContentSubject } from './content-text.ts';
import { checkCounterStyle, contentParts } from './content-text.ts';
import { copiesOf } from './row-copies.ts';

/** What the building of a styled tree reads. */
export interface TreeBuilder {
  readonly engine: StyleEngine;
  readonly index: RuleIndex;
  readonly attributeRules: AttributeRules;
  /** Rules for the root element alone, such as the campaign's colours. */
  readonly rootRules: readonly MatchedRule[];
  readonly content: ContentState;
}

/** What stands for a page's number until layout knows it: as wide as most of them. */
const PLACEHOLDER = '00';

/** An element on the way from markup to styled tree. */
interface Visit {
  readonly node: StyleNode;
  readonly state: StyleState;
  readonly root: StyleState;
  readonly depth: number;
  /** Of the parent element; undefined for the root. */
  readonly parent: StyleState | undefined;
}

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

/** Every list item counts `list-item`, unless it says itself how (css-lists-3 §4.6). */
function changeCounters(builder: TreeBuilder, state: StyleState, depth: number, reversed: boolean): void {
  const { counters } = builder.content;
  const { counterReset, counterIncrement, counterSet } = state.generated;
  for (const change of counterReset) counters.reset(change, depth);
  for (const change of incrementsOf(state, counterIncrement, reversed)) counters.increment(change, depth);
  for (const change of counterSet) counters.set(change, depth);
}

function incrementsOf(
  state: StyleState,
  declared: readonly CounterChange[],
  reversed: boolean,
): readonly CounterChange[] {
  const implicit = state.style.display === 'list-item' && !declared.some(({ name }) => name === 'list-item');
  return implicit ? [{ name: 'list-item', value: reversed ? -1 : 1 }, ...declared] : declared;
}

function isReversedItem(node: StyleNode): boolean {
  return node.parent?.element.attributes.reversed !== undefined && node.parent.element.tag === 'ol';
}

function pseudoState(builder: TreeBuilder, visit: Visit, pseudo: PseudoElementName): StyleState {
  return computeStyle(builder.engine, {
    parent: visit.state,
    root: visit.root,
    language: visit.node.language,
    rules: builder.index.match(visit.node, pseudo),
  });
}

function buildPseudo(
  builder: TreeBuilder,
  visit: Visit,
  pseudo: Exclude<PseudoElementName, 'marker'>,
): StyledElement | undefined {
  if (builder.index.hasNone(pseudo)) return undefined;
  const state = pseudoState(builder, visit, pseudo);
  const { content } = state.generated;
  if (content === 'normal' || content === 'none' || state.style.display === 'none') return undefined;
  changeCounters(builder, state, visit.depth + 1, false);
  const parts = contentParts(content, subjectOf(visit, state), builder.content);
  return generatedElement(visit, pseudo, state.style, parts);
}

function subjectOf(visit: Visit, state: StyleState, before = '', marker = ''): ContentSubject {
  const { node } = visit;
  const { quotes } = state.generated;
  const span = state.style.origins.content ?? node.element.span;
  return { element: node.element, quotes, language: node.language, span, before, marker };
}

function generatedElement(
  visit: Visit,
  pseudo: PseudoElementName,
  style: ComputedStyle,
  parts: readonly ContentPart[],
): StyledElement {
  const { span, tag } = visit.node.element;
  const children = parts.map(
    (part): StyledText =>
      typeof part === 'string'
        ? { type: 'text', text: part, span }
        : { type: 'text', text: PLACEHOLDER, span, reference: part },
  );
  return { type: 'element', tag, pseudo, attributes: {}, style, children, marker: undefined, span };
}

/** A list item's marker: what `::marker` says, or the number in the list's style (css-lists-3 §3.2). */
function buildMarker(builder: TreeBuilder, visit: Visit): StyledElement | undefined {
  const { style } = visit.state;
  if (style.display !== 'list-item') return undefined;
  const state = pseudoState(builder, visit, 'marker');
  const { content } = state.generated;
  if (content === 'none' || state.style.display === 'none') return undefined;
  const parts =
    content === 'normal'
      ? [ownMarker(builder, visit)]
      : contentParts(content, subjectOf(visit, state), builder.content);
  return parts.join('') === '' ? undefined : generatedElement(visit, 'marker', state.style, parts);
}

function ownMarker({ content }: TreeBuilder, { node, state }: Visit): string {
  const { listStyleType, origins } = state.style;
  checkCounterStyle(listStyleType, origins.listStyleType ?? node.element.span, content);
  return markerText(content.counters.value('list-item'), listStyleType, content.styles);
}

function textIn(element: StyledElement | undefined): string {
  return (element?.children ?? []).map((child) => (child.type === 'text' ? child.text : '')).join('');
}

function namedStrings(
  builder: TreeBuilder,
  visit: Visit,
  before: string,
  marker: string,
): Readonly<Record<string, string>> | undefined {
  const { stringSet } = visit.state.generated;
  if (stringSet.length === 0) return undefined;
  const span = visit.state.style.origins.stringSet ?? visit.node.element.span;
  const subject = { ...subjectOf(visit, visit.state, before, marker), span };
  return Object.fromEntries(
    stringSet.map(({ name, content }) => {
      const parts = contentParts(content, subject, builder.content);
      if (parts.some((part) => typeof part !== 'string')) reportPageInString(builder, span);
      return [name, parts.filter((part) => typeof part === 'string').join('')];
    }),
  );
}

function reportPageInString({ content: { reporter } }: TreeBuilder, span: Span): void {
  const message = 'a named string holds no page numbers; they are left out of it';
  reporter.report('css-unsupported', message, span, 'Write counter(page) where the string is printed');
}
