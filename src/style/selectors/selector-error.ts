import type { ComplexSelector } from './selector.ts';

/** UTF-16 offsets into the style sheet. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** A selector that cannot be used; caught where the rule is read, and told there. */
export class SelectorError extends Error {
  readonly code: 'css-syntax' | 'css-unsupported';
  readonly place: Place;

  constructor(code: 'css-syntax' | 'css-unsupported', message: string, place: Place) {
    super(message);
    this.code = code;
    this.place = { start: place.start, end: place.end };
  }
}

/** What a selector is read against. */
export interface SelectorScope {
  /** The whole text that the components' places point into. */
  readonly text: string;
  /** Where to point when there is nothing to point at. */
  readonly place: Place;
  /** The selectors of the rule around, which `&` stands for. */
  readonly parent: readonly ComplexSelector[] | undefined;
  /** Inside `:has()`: a selector starts at the element that is asked. */
  readonly relative: boolean;
}
