import type { CounterChange } from '../properties/generated-values.ts';

/** One counter, made by an element of `depth`; its scope is that element's later siblings and what they hold. */
interface Instance {
  value: number;
  readonly depth: number;
}

/** The counters in scope while the tree is walked in document order (css-lists-3 §4). */
export interface Counters {
  reset(change: CounterChange, depth: number): void;
  increment(change: CounterChange, depth: number): void;
  set(change: CounterChange, depth: number): void;
  /** Ends the scopes of counters made by children of an element of `depth`. */
  leave(depth: number): void;
  /** The innermost value; 0 for a counter that does not exist. */
  value(name: string): number;
  /** All values of all counters. */
  snapshot(): ReadonlyMap<string, readonly number[]>;
  /** All values, the outermost first. */
  values(name: string): readonly number[];
}

/** No counters yet. */
export function createCounters(): Counters {
  const stacks = new Map<string, Instance[]>();
  const stackOf = (name: string): Instance[] => {
    const stack = stacks.get(name) ?? [];
    stacks.set(name, stack);
    return stack;
  };
  const innermost = (name: string, depth: number): Instance => {
    const stack = stackOf(name);
    if (stack.length === 0) stack.push({ value: 0, depth });
    return stack.at(-1)!;
  };
  return {
    reset({ name, value }, depth) {
      const stack = stackOf(name);
      // A later sibling's counter takes the place of an earlier one's.
      while ((stack.at(-1)?.depth ?? -1) >= depth) stack.pop();
      stack.push({ value, depth });
    },
    increment({ name, value }, depth) {
      innermost(name, depth).value += value;
    },
    set({ name, value }, depth) {
      innermost(name, depth).value = value;
    },
    leave(depth) {
      for (const stack of stacks.values()) {
        while ((stack.at(-1)?.depth ?? -1) > depth) stack.pop();
      }
    },
    snapshot: () =>
      new Map([...stacks].map(([name, stack]) => [name, stack.map((instance) => instance.value)])),
    value: (name) => stacks.get(name)?.at(-1)?.value ?? 0,
    values: (name) => stacks.get(name)?.map((instance) => instance.value) ?? [],
  };
}
