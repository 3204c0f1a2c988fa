import { matchesSelector } from '../selectors/match.ts';
import type {
  ComplexSelector,
  CompoundSelector,
  PseudoElementName,
  SimpleSelector,
} from '../selectors/selector.ts';
import type { StyleNode } from '../selectors/style-node.ts';
import { layerRank } from './layers.ts';
import type { StyleRule } from './style-rule.ts';

/** A rule that applies, by the most specific of its selectors that match. */
export interface MatchedRule {
  readonly rule: StyleRule;
  readonly specificity: number;
}

interface Entry extends MatchedRule {
  readonly selector: ComplexSelector;
  /** What some ancestor must be: most rules are told apart by it without walking up. */
  readonly above: readonly string[];
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
      const entry = { rule, selector, specificity: selector.specificity, above: keysAbove(selector) };
      for (const key of bucketsOf(selector.subject)) {
        const bucket = buckets.get(key);
        if (bucket) bucket.push(entry);
        else buckets.set(key, [entry]);
      }
    }
  }
  const keysOf = createAncestorKeys();
  return {
    match: (node, pseudo) => matchIn(byPseudo.get(pseudo), node, keysOf(node.parent)),
    hasNone: (pseudo) => !byPseudo.has(pseudo),
  };
}

function matchIn(
  buckets: Buckets | undefined,
  node: StyleNode,
  ancestors: ReadonlySet<string>,
): readonly MatchedRule[] {
  if (!buckets) return [];
  const matched: Entry[] = [];
  const ask = (key: string) => {
    const bucket = buckets.get(key);
    if (!bucket) return;
    for (const entry of bucket) {
      if (hasAll(ancestors, entry.above) && matchesSelector(node, entry.selector)) matched.push(entry);
    }
  };
  ask('*');
  if (!node.parent) ask(':root');
  ask(node.element.tag);
  if (node.id !== '') ask(`#${node.id}`);
  for (const name of node.classes) ask(`.${name}`);
  if (matched.length < 2) return matched;
  matched.sort(weaker);
  return strongestOfEach(matched);
}

/** Layers count before specificity, and that before order (css-cascade-5 §6.1). */
function weaker(a: Entry, b: Entry): number {
  const layers = a.rule.layer === b.rule.layer ? 0 : layerRank(a.rule) - layerRank(b.rule);
  return layers || a.specificity - b.specificity || a.rule.order - b.rule.order;
}

function hasAll(keys: ReadonlySet<string>, wanted: readonly string[]): boolean {
  for (const key of wanted) if (!keys.has(key)) return false;
  return true;
}

/** Tags, ids and classes that the selector asks of ancestors; what it asks of siblings is left out. */
function keysAbove(selector: ComplexSelector): readonly string[] {
  return selector.left.flatMap(({ combinator, compound }) =>
    combinator === 'child' || combinator === 'descendant' ? compound.simple.flatMap(keyOf) : [],
  );
}

function keyOf(simple: SimpleSelector): readonly string[] {
  if (simple.kind === 'id') return [`#${simple.name}`];
  if (simple.kind === 'class') return [`.${simple.name}`];
  return simple.kind === 'tag' && simple.name !== '*' ? [simple.name] : [];
}

/** The keys of an element and all above it, made once for all its children. */
function createAncestorKeys(): (node: StyleNode | undefined) => ReadonlySet<string> {
  const known = new WeakMap<StyleNode, ReadonlySet<string>>();
  const none: ReadonlySet<string> = new Set();
  const keysOf = (node: StyleNode | undefined): ReadonlySet<string> => {
    if (!node) return none;
    const found = known.get(node);
    if (found) return found;
    const above = keysOf(node.parent);
    const own = [node.element.tag, ...node.classes.map((name) => `.${name}`)];
    if (node.id !== '') own.push(`#${node.id}`);
    const keys = own.every((key) => above.has(key)) ? above : new Set([...above, ...own]);
    known.set(node, keys);
    return keys;
  };
  return keysOf;
}

/** A rule may match by several selectors: the most specific counts, which comes last. */
function strongestOfEach(sorted: readonly Entry[]): readonly MatchedRule[] {
  const repeated = sorted.some((entry, at) => isLater(sorted, entry, at));
  return repeated ? sorted.filter((entry, at) => !isLater(sorted, entry, at)) : sorted;
}

function isLater(sorted: readonly Entry[], entry: Entry, at: number): boolean {
  for (let i = at + 1; i < sorted.length; i++) if (sorted[i]!.rule === entry.rule) return true;
  return false;
}

/** The rarest thing that the subject must have; `:is()` asks for one of several. */
function bucketsOf(compound: CompoundSelector): readonly string[] {
  const { simple } = compound;
  const named = (kind: 'id' | 'class' | 'tag') =>
    simple.find((part) => part.kind === kind && part.name !== '*');
  if (simple.some((part) => part.kind === 'root')) return [':root'];
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
