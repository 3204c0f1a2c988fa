import type { Span } from '../../diagnostics/source.ts';
import type { ComputedStyle } from '../computed-style.ts';
import { usualFlow } from '../flow.ts';
import type { AnyLonghand, Draft } from '../properties/property.ts';
import type { ComputeContext } from '../values/context.ts';
import type { Assignment, Winners } from './cascade.ts';
import { collectWinners, declaredCustomProperties, inCascadeOrder, winnerOf } from './cascade.ts';
import type { DeclaredValue } from './declaration.ts';
import { expandFor, reportValue } from './declaration.ts';
import { finishStyle } from './finish-style.ts';
import type { MatchedRule } from './rule-index.ts';
import type { StyleEngine, StyleState } from './style-state.ts';
import { camel, defaultValue, lineHeightOf, startingPoint } from './style-state.ts';
import type { CustomProperties } from './substitute.ts';
import { resolveCustomProperties, substitute } from './substitute.ts';

/** Whom a style is computed for. */
export interface StyleSubject {
  readonly parent: StyleState | undefined;
  /** The root element's state; undefined for the root itself. */
  readonly root: StyleState | undefined;
  readonly language: string;
  /** In the order of specificity and appearance within each origin. */
  readonly rules: readonly MatchedRule[];
}

const NO_CUSTOM: CustomProperties = new Map();

/**
 * The computed style. Elements with the same parent style, rules and language get the same object, so that whole
 * lists and tables cost one computation.
 */
export function computeStyle(engine: StyleEngine, subject: StyleSubject): StyleState {
  const key = `${subject.language} ${subject.rules.map(({ rule }) => rule.order).join(' ')}`;
  const known = subject.parent?.children.get(key);
  if (known) return known;
  const state = computeAnew(engine, subject);
  subject.parent?.children.set(key, state);
  return state;
}

/** One computation while it runs. */
interface Run {
  readonly engine: StyleEngine;
  readonly parent: StyleState | undefined;
  readonly custom: CustomProperties;
  readonly winners: Winners;
  readonly draft: Draft;
  readonly origins: Record<string, Span>;
}

/** Properties that tell which side a flow-relative one is. */
const FLOW = ['direction', 'writing-mode'];

/** Properties that others are computed against, in the order they are needed. */
const FIRST = [
  ...FLOW,
  '-min-font-size',
  'font-size',
  'font-family',
  'font-weight',
  'font-style',
  'font-stretch',
  'font-variation-settings',
  'line-height',
  'color',
];

function computeAnew(engine: StyleEngine, subject: StyleSubject): StyleState {
  const { parent } = subject;
  const ordered = inCascadeOrder(subject.rules);
  const declared = declaredCustomProperties(ordered);
  const inherited = parent?.custom ?? NO_CUSTOM;
  const custom = declared ? resolveCustomProperties(inherited, declared) : inherited;
  const draft = startingDraft(engine, subject);
  const base = { engine, parent, custom, draft, origins: inheritedOrigins(parent, engine) };
  // The flow is needed to tell which side a flow-relative property is.
  const byName: Run = { ...base, winners: collectWinners(ordered, engine.table, usualFlow) };
  for (const name of FLOW)
    if (byName.winners.has(name)) applyProperty(name, byName, contextOf(byName, subject));
  const { direction, writingMode } = draft.style;
  const isUsual = direction === usualFlow.direction && writingMode === usualFlow.writingMode;
  const run = isUsual ? byName : { ...base, winners: collectWinners(ordered, engine.table, draft.style) };
  for (const name of FIRST) {
    if (run.winners.has(name)) applyProperty(name, run, contextOf(run, subject));
    // Line heights and lengths in `em` are of the size that is used.
    if (name === 'font-size') raiseFontSize(draft.style);
  }
  applyRest(run, subject);
  draft.style.origins = run.origins;
  finishStyle(draft, parent?.style);
  return { ...draft, custom, starting: undefined, children: new Map() };
}

function startingDraft(engine: StyleEngine, subject: StyleSubject): Draft {
  const { style, generated } = startingPoint(engine, subject.parent);
  return { style: { ...style, language: subject.language }, generated: { ...generated } };
}

function inheritedOrigins(parent: StyleState | undefined, engine: StyleEngine): Record<string, Span> {
  const origins: Record<string, Span> = {};
  if (!parent) return origins;
  for (const [name, span] of Object.entries(parent.style.origins)) {
    if (engine.inheritedFields.includes(name as keyof ComputedStyle)) origins[name] = span;
  }
  return origins;
}

/**
 * What relative values refer to at this moment: the draft still holds the parent's size, line height and colour
 * until its own are applied.
 */
function contextOf(run: Run, subject: StyleSubject): ComputeContext {
  const { style } = run.draft;
  const root = subject.root?.style ?? style;
  return {
    fontSize: style.fontSize,
    rootFontSize: root.fontSize,
    font: () => run.engine.measureFont(style),
    rootFont: () => run.engine.measureFont(root),
    lineHeight: lineHeightOf(style),
    rootLineHeight: lineHeightOf(root),
    viewport: run.engine.pages.area,
    colour: style.color,
    direction: style.direction,
    parentWeight: run.parent?.style.fontWeight ?? 400,
  };
}

function applyRest(run: Run, subject: StyleSubject): void {
  const context = contextOf(run, subject);
  for (const name of run.winners.keys()) if (!FIRST.includes(name)) applyProperty(name, run, context);
}

function applyProperty(name: string, run: Run, context: ComputeContext): void {
  const assignments = run.winners.get(name);
  const property = assignments && run.engine.table.longhands.get(name);
  const winner = assignments && winnerOf(assignments);
  if (!property || !assignments) return;
  run.draft.style.origins = run.origins;
  property.write(
    run.draft,
    winner ? lookUp(winner, property, run, context) : defaultValue(property, run.parent),
  );
  if (property.traced && winner) traceOrigin(name, winner, run);
}

function raiseFontSize(style: Draft['style']): void {
  if (style.fontSize < style.minFontSize) style.fontSize = style.minFontSize;
}

function traceOrigin(name: string, winner: Assignment, run: Run): void {
  if (winner.origin === 'user-agent' || winner.origin === 'hint') delete run.origins[camel(name)];
  else run.origins[camel(name)] = winner.declaration.valueSpan;
}

function lookUp(winner: Assignment, property: AnyLonghand, run: Run, context: ComputeContext): unknown {
  const value = winner.value.kind === 'pending' ? settle(winner, run) : winner.value;
  if (value?.kind === 'value') return value.compute(context);
  if (value?.kind === 'wide') {
    if (value.word === 'initial') return property.initial;
    if (value.word === 'inherit') return run.parent ? property.read(run.parent as Draft) : property.initial;
  }
  return defaultValue(property, run.parent);
}

/** The value with its variables filled; one that does not fit acts as `unset` (css-variables-1 §3.1). */
function settle(winner: Assignment, run: Run): DeclaredValue | undefined {
  const { declaration, name } = winner;
  const { table, reporter } = run.engine;
  const missing: string[] = [];
  const components = substitute(declaration.components, (variable) => {
    const found = run.custom.get(variable);
    if (!found) missing.push(variable);
    return found;
  });
  const value = components && expandFor(declaration, name, components, table);
  if (value) return value;
  if (components || missing.length === 0) reportValue(declaration, table, reporter);
  else {
    const message = `the custom property ${missing.at(-1)} has no value here`;
    reporter.report('css-unsupported', message, declaration.valueSpan, 'Set it, or give var() a fallback');
  }
  return undefined;
}
