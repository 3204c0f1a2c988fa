import { matchesSelector } from '../selectors/match.ts';
import type { ComplexSelector, CompoundSelector, PseudoElementName } from '../selectors/selector.ts';
import type { StyleNode } from '../selectors/style-node.ts';
import type { StyleRule } from './style-rule.ts';

/** A rule that applies, by the most specific of its selectors that match. */
export interface MatchedRule {
  readonly rule: StyleRule;
  readonly specificity: number;
}

interface Entry extends MatchedRule {
  readonly selector: ComplexSelector;
}

type Buckets = Map<string, Entry[]>;

/** Rules by what their subject must have, so that an element is asked only the likely ones. */
export interface RuleIndex {
  /** The rules that match, in the order of specificity and then of appearance, within each origin. */
  match(node: StyleNode, pseudo?: PseudoElementName): readonly MatchedRule[];
  /** True when no rule is for this pseudo-element. */
  hasNone(pseudo: PseudoElementName): boolean;
}

/** Builds the index. */
export function createRuleIndex(rules: readonly StyleRule[]): RuleIndex {
  const byPseudo = new Map<PseudoElementName | undefined, Buckets>();
  for (const rule of rules) {
    for (const selector of rule.selectors) {
      const buckets: Buckets = byPseudo.get(selector.pseudo) ?? new Map();
      byPseudo.set(selector.pseudo, buckets);
      const entry = { rule, selector, specificity: selector.specificity };
      for (const key of bucketsOf(selector.subject)) {
        const bucket = buckets.get(key);
        if (bucket) bucket.push(entry);
        else buckets.set(key, [entry]);
      }
    }
  }
  return {
    match: (node, pseudo) => matchIn(byPseudo.get(pseudo), node),
    hasNone: (pseudo) => !byPseudo.has(pseudo),
  };
}

function matchIn(buckets: Buckets | undefined, node: StyleNode): readonly MatchedRule[] {
  if (!buckets) return [];
  const best = new Map<StyleRule, number>();
  const ask = (key: string) => {
    for (const { rule, selector, specificity } of buckets.get(key) ?? []) {
      const known = best.get(rule);
      if (known !== undefined && known >= specificity) continue;
      if (matchesSelector(node, selector)) best.set(rule, specificity);
    }
  };
  ask('*');
  ask(node.element.tag);
  if (node.id !== '') ask(`#${node.id}`);
  for (const name of node.classes) ask(`.${name}`);
  const matched = [...best].map(([rule, specificity]) => ({ rule, specificity }));
  return matched.sort((a, b) => a.specificity - b.specificity || a.rule.order - b.rule.order);
}

/** The rarest thing that the subject must have; `:is()` asks for one of several. */
function bucketsOf(compound: CompoundSelector): readonly string[] {
  const { simple } = compound;
  const named = (kind: 'id' | 'class' | 'tag') =>
    simple.find((part) => part.kind === kind && part.name !== '*');
  const id = named('id');
  if (id?.kind === 'id') return [`#${id.name}`];
  const className = named('class');
  if (className?.kind === 'class') return [`.${className.name}`];
  const tag = named('tag');
  if (tag?.kind === 'tag') return [tag.name];
  for (const part of simple) {
    if (part.kind !== 'is' && part.kind !== 'where' && part.kind !== 'nest') continue;
    const keys = part.list.flatMap((selector) => bucketsOf(selector.subject));
    if (!keys.includes('*')) return [...new Set(keys)];
  }
  return ['*'];
}
