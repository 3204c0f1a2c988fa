import type { Flow } from '../flow.ts';
import type { PropertyTable } from '../properties/registry.ts';
import type { Component } from '../syntax/component.ts';
import type { Declaration, DeclaredValue } from './declaration.ts';
import { layerRank } from './layers.ts';
import type { MatchedRule } from './rule-index.ts';
import type { Origin } from './style-rule.ts';

/** A declared value, and where it comes from. */
export interface Assignment {
  /** The longhand or flow-relative property that was declared. */
  readonly name: string;
  readonly value: DeclaredValue;
  readonly declaration: Declaration;
  readonly origin: Origin;
}

const NORMAL: readonly Origin[] = ['user-agent', 'hint', 'author', 'inline'];
const IMPORTANT: readonly Origin[] = ['hint', 'author', 'inline', 'user-agent'];

/**
 * All declarations of an element, the weakest first (css-cascade-4 §6.1): by importance and origin, then by
 * specificity and order, in which the rules come.
 */
export function inCascadeOrder(rules: readonly MatchedRule[]): readonly (readonly [Declaration, Origin])[] {
  const found: (readonly [Declaration, Origin])[] = [];
  const layered = rules.some(({ rule }) => rule.layer !== rules[0]!.rule.layer);
  // An earlier layer's importance counts more, as it says what later ones must leave alone (css-cascade-5 §6.4.4).
  const reversed = layered ? rules.toSorted((a, b) => layerRank(b.rule) - layerRank(a.rule)) : rules;
  const take = (origin: Origin, important: boolean) => {
    for (const { rule } of important ? reversed : rules) {
      if (rule.origin !== origin) continue;
      for (const declaration of rule.declarations) {
        if (declaration.important === important) found.push([declaration, origin]);
      }
    }
  };
  for (const origin of NORMAL) take(origin, false);
  for (const origin of IMPORTANT) take(origin, true);
  return found;
}

/** The custom properties that are declared; `initial` has no value, the other wide keywords inherit. */
export function declaredCustomProperties(
  ordered: readonly (readonly [Declaration, Origin])[],
): ReadonlyMap<string, readonly Component[]> | undefined {
  let found: Map<string, readonly Component[]> | undefined;
  for (const [declaration] of ordered) {
    if (!declaration.property.startsWith('--')) continue;
    found ??= new Map();
    const word = onlyWord(declaration.components);
    if (word === 'inherit' || word === 'unset' || word === 'revert') found.delete(declaration.property);
    else found.set(declaration.property, word === 'initial' ? GUARANTEED_INVALID : declaration.components);
  }
  return found;
}

/** A reference to nothing: the value that makes every `var()` to it fall back (css-variables-1 §2.2). */
const GUARANTEED_INVALID: readonly Component[] = [
  { type: 'function', name: 'var', children: [], start: 0, end: 0 },
];

function onlyWord(components: readonly Component[]): string | undefined {
  const only = components.filter((component) => component.type !== 'space');
  return only.length === 1 && only[0]!.type === 'ident' ? only[0]!.value.toLowerCase() : undefined;
}

/** What was declared for each longhand, the strongest last. */
export type Winners = ReadonlyMap<string, readonly Assignment[]>;

/** Sorts declarations by longhand. Flow-relative names become physical by the element's flow. */
export function collectWinners(
  ordered: readonly (readonly [Declaration, Origin])[],
  table: PropertyTable,
  flow: Flow,
): Winners {
  const winners = new Map<string, Assignment[]>();
  for (const [declaration, origin] of ordered) {
    for (const [name, value] of declaration.values) {
      const assignment = { name, value, declaration, origin };
      const physical = table.logicals.get(name)?.physical(flow) ?? name;
      const list = winners.get(physical);
      if (list) list.push(assignment);
      else winners.set(physical, [assignment]);
    }
  }
  return winners;
}

/** The last assignment, after `revert` has undone those of its origin (css-cascade-4 §7.3.4). */
export function winnerOf(assignments: readonly Assignment[]): Assignment | undefined {
  let left = assignments;
  for (;;) {
    const last = left.at(-1);
    if (last?.value.kind !== 'wide' || last.value.word !== 'revert') return last;
    const { origin } = last;
    // Attributes and inline styles are the author's; what is left is the user agent's, or nothing.
    left = origin === 'user-agent' ? [] : left.filter((other) => other.origin === 'user-agent');
  }
}
