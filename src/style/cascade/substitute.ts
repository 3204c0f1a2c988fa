import type { Component } from '../syntax/component.ts';

/** The custom properties of an element: their values without `var()`. */
export type CustomProperties = ReadonlyMap<string, readonly Component[]>;

/** More parts than this is an attack by doubling, not a style (css-variables-1 §3.3). */
const MOST = 4096;

/**
 * Replaces every `var()`. Undefined when one has neither value nor fallback, or the result grows past all bounds:
 * the declaration is then invalid at computed-value time (css-variables-1 §3.1).
 */
export function substitute(
  components: readonly Component[],
  lookUp: (name: string) => readonly Component[] | undefined,
): readonly Component[] | undefined {
  const budget = { left: MOST };
  return replace(components, lookUp, budget);
}

function replace(
  components: readonly Component[],
  lookUp: (name: string) => readonly Component[] | undefined,
  budget: { left: number },
): readonly Component[] | undefined {
  const result: Component[] = [];
  for (const component of components) {
    const parts = replaceOne(component, lookUp, budget);
    if (!parts) return undefined;
    budget.left -= parts.length;
    if (budget.left < 0) return undefined;
    result.push(...parts);
  }
  return result;
}

function replaceOne(
  component: Component,
  lookUp: (name: string) => readonly Component[] | undefined,
  budget: { left: number },
): readonly Component[] | undefined {
  if (component.type !== 'function' && component.type !== 'block') return [component];
  if (component.type === 'block' || component.name !== 'var') {
    const children = replace(component.children, lookUp, budget);
    return children && [{ ...component, children }];
  }
  const inner = component.children;
  const name = inner.find((child) => child.type !== 'space');
  if (name?.type !== 'ident' || !name.value.startsWith('--')) return undefined;
  const value = lookUp(name.value);
  if (value) return value;
  const comma = inner.findIndex((child) => child.type === 'delim' && child.value === ',');
  return comma < 0 ? undefined : replace(inner.slice(comma + 1), lookUp, budget);
}

/**
 * The custom properties of an element from the inherited ones and those declared on it. A property of a cycle,
 * or one whose `var()` fails, has no value.
 */
export function resolveCustomProperties(
  inherited: CustomProperties,
  declared: ReadonlyMap<string, readonly Component[]>,
): CustomProperties {
  if (declared.size === 0) return inherited;
  const resolved = new Map(inherited);
  for (const name of declared.keys()) resolved.delete(name);
  const state: Resolving = { declared, resolved, open: [], cyclic: new Set(), done: new Set() };
  for (const name of declared.keys()) resolve(name, state);
  return resolved;
}

interface Resolving {
  readonly declared: ReadonlyMap<string, readonly Component[]>;
  readonly resolved: Map<string, readonly Component[]>;
  readonly open: string[];
  readonly cyclic: Set<string>;
  readonly done: Set<string>;
}

function resolve(name: string, state: Resolving): readonly Component[] | undefined {
  const at = state.open.indexOf(name);
  if (at >= 0) for (const member of state.open.slice(at)) state.cyclic.add(member);
  const components = state.declared.get(name);
  if (at >= 0 || state.done.has(name) || !components) return state.resolved.get(name);
  state.open.push(name);
  // A fallback's variables count for cycles even where the fallback is not used.
  for (const other of referencedNames(components)) resolve(other, state);
  const value = substitute(components, (other) => state.resolved.get(other));
  state.open.pop();
  state.done.add(name);
  if (value && !state.cyclic.has(name)) state.resolved.set(name, value);
  return state.resolved.get(name);
}

function referencedNames(components: readonly Component[]): readonly string[] {
  return components.flatMap((component) => {
    if (!('children' in component)) return [];
    const inner = referencedNames(component.children);
    if (component.type !== 'function' || component.name !== 'var') return inner;
    const name = component.children.find((child) => child.type === 'ident');
    return name?.type === 'ident' ? [name.value, ...inner] : inner;
  });
}
