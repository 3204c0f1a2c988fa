import type { CounterStyle, CounterSystem } from './counter-style.ts';
import { counterStyle } from './counter-style.ts';
import { COUNTER_STYLES } from './predefined.ts';

/** An `@counter-style` rule: what it says, and the style that it extends instead of having a system of its own. */
export interface CounterStyleRule {
  readonly name: string;
  readonly system: CounterSystem | { readonly kind: 'extends'; readonly base: string };
  /** The descriptors that were given. */
  readonly descriptors: Partial<Omit<CounterStyle, 'system'>>;
}

/** The counter styles of one document by name. */
export interface CounterStyles {
  /** Undefined for a name that stands for none. `symbols()` is a name of its own, as `symbolsName` writes it. */
  get(name: string): CounterStyle | undefined;
  /**
   * The predefined style that writes the same numbers, which a style has that extends it and changes no more than
   * what stands around them; else the name itself.
   */
  numbersOf(name: string): string;
  /** The names that a sheet may use, for suggestions. */
  names(): readonly string[];
}

/** The predefined styles, and those of the rules, of which a later one replaces an earlier one of its name. */
export function createCounterStyles(rules: readonly CounterStyleRule[] = []): CounterStyles {
  const written = new Map(rules.map((rule) => [rule.name, rule]));
  const known = new Map<string, CounterStyle | undefined>();
  const get = (name: string): CounterStyle | undefined => {
    if (!known.has(name)) known.set(name, make(name, []));
    return known.get(name);
  };
  const make = (name: string, chain: readonly string[]): CounterStyle | undefined => {
    const rule = written.get(name);
    if (!rule) return predefined(name) ?? anonymous(name);
    const { system, descriptors } = rule;
    if (system.kind !== 'extends') return counterStyle(system, descriptors);
    // A chain that bites its tail, and one that leads nowhere, extend decimal (css-counter-styles-3 §3.1.7).
    const { base } = system;
    const extended = chain.includes(base) || base === name ? undefined : make(base, [...chain, name]);
    return { ...(extended ?? predefined('decimal')!), ...descriptors };
  };
  const numbersOf = (name: string): string => {
    const rule = written.get(name);
    if (rule?.system.kind !== 'extends' || rule.system.base === name) return name;
    const changed = Object.keys(rule.descriptors).some((key) => key !== 'prefix' && key !== 'suffix');
    return changed || written.has(rule.system.base) ? name : rule.system.base;
  };
  return { get, numbersOf, names: () => [...Object.keys(COUNTER_STYLES), ...written.keys()] };
}

function predefined(name: string): CounterStyle | undefined {
  return Object.hasOwn(COUNTER_STYLES, name) ? COUNTER_STYLES[name]!() : undefined;
}

/** The types of `symbols()` (css-counter-styles-3 §4). */
export const SYMBOLS_TYPES = ['symbolic', 'cyclic', 'numeric', 'alphabetic', 'fixed'] as const;
export type SymbolsType = (typeof SYMBOLS_TYPES)[number];

const ANONYMOUS = 'symbols ';

/** The name under which an anonymous style is looked up; no identifier holds a space. */
export function symbolsName(type: SymbolsType, symbols: readonly string[]): string {
  return ANONYMOUS + JSON.stringify([type, ...symbols]);
}

function anonymous(name: string): CounterStyle | undefined {
  if (!name.startsWith(ANONYMOUS)) return undefined;
  const [kind, ...symbols] = JSON.parse(name.slice(ANONYMOUS.length)) as [SymbolsType, ...string[]];
  const system: CounterSystem = kind === 'fixed' ? { kind, first: 1, symbols } : { kind, symbols };
  return counterStyle(system, { suffix: ' ' });
}
