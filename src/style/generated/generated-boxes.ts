import type { Span } from '../../diagnostics/source.ts';
import { computeStyle } from '../cascade/compute-style.ts';
import type { StyleState } from '../cascade/style-state.ts';
import type { ComputedStyle } from '../computed-style.ts';
import { markerText } from '../counter-styles/format-counter.ts';
import type { PseudoElementName } from '../selectors/selector.ts';
import type { StyledElement, StyledText } from '../styled-tree.ts';
import { changeCounters } from './change-counters.ts';
import type { ContentPart, ContentSubject } from './content-text.ts';
import { checkCounterStyle, contentParts } from './content-text.ts';
import type { TreeBuilder, Visit } from './tree-builder.ts';

/** What stands for a page's number until layout knows it: as wide as most of them. */
const PLACEHOLDER = '00';

function pseudoState(builder: TreeBuilder, visit: Visit, pseudo: PseudoElementName): StyleState {
  return computeStyle(builder.engine, {
    parent: visit.state,
    root: visit.root,
    language: visit.node.language,
    rules: builder.index.match(visit.node, pseudo),
  });
}

/** The `::before` or `::after` of an element; undefined where it has none. */
export function buildPseudo(
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
export function buildMarker(builder: TreeBuilder, visit: Visit): StyledElement | undefined {
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

/** The text of a generated box. */
export function textIn(element: StyledElement | undefined): string {
  return (element?.children ?? []).map((child) => (child.type === 'text' ? child.text : '')).join('');
}

/** The named strings that an element sets, as text (css-gcpm-3 §1.1). */
export function namedStrings(
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
