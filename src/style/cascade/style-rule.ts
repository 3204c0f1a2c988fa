import type { ComplexSelector } from '../selectors/selector.ts';
import type { Declaration } from './declaration.ts';
import type { Layer } from './layers.ts';

/** Where a rule comes from; a presentational attribute comes before the author's rules (css-cascade-4 §6.1). */
export type Origin = 'user-agent' | 'hint' | 'author' | 'inline';

/** A style rule, and its place among all rules of its origin. */
export interface StyleRule {
  readonly origin: Origin;
  readonly selectors: readonly ComplexSelector[];
  readonly declarations: readonly Declaration[];
  /** Unique over all rules of a run; later rules are greater. */
  readonly order: number;
  /** Undefined outside of all layers, as the root of them is. */
  readonly layer?: Layer;
}
