/** A part of a `content` or `string-set` value (css-content-3, css-gcpm-3). */
export type ContentItem =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'attribute'; readonly name: string; readonly fallback: string }
  | { readonly kind: 'counter'; readonly name: string; readonly counterStyle: string }
  | {
      readonly kind: 'counters';
      readonly name: string;
      readonly separator: string;
      readonly counterStyle: string;
    }
  /** `target-counter()`, and with a separator `target-counters()`. */
  | {
      readonly kind: 'target-counter';
      readonly target: TargetAddress;
      readonly name: string;
      readonly separator: string | undefined;
      readonly counterStyle: string;
    }
  | {
      readonly kind: 'target-text';
      readonly target: TargetAddress;
      readonly part: 'content' | 'before' | 'after' | 'first-letter';
    }
  | { readonly kind: 'quote'; readonly open: boolean; readonly visible: boolean }
  /** `string(name, first)`: margin boxes only. */
  | { readonly kind: 'string'; readonly name: string; readonly which: NamedStringPlace }
  /** `content()`: `string-set` only. */
  | { readonly kind: 'content'; readonly part: 'text' | 'before' | 'first-letter' | 'marker' };

/** Which of a page's values a named string has (css-gcpm-3 §1.2.1). */
export type NamedStringPlace = 'first' | 'start' | 'last' | 'first-except';

/** What a reference points at: an address, or the attribute that holds it. */
export type TargetAddress =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'attribute'; readonly name: string };

/** One counter of `counter-reset`, `-increment` or `-set`. */
export interface CounterChange {
  readonly name: string;
  readonly value: number;
}

/** OpenType features by tag. */
export type Features = Readonly<Record<string, number>>;

/** Computed values that end in the style stage: they come out as text, or merged into another field. */
export interface GeneratedValues {
  readonly content: readonly ContentItem[] | 'normal' | 'none';
  readonly counterReset: readonly CounterChange[];
  readonly counterIncrement: readonly CounterChange[];
  readonly counterSet: readonly CounterChange[];
  /** Pairs of opening and closing marks from the outside in; `auto` goes by language. */
  readonly quotes: readonly (readonly [string, string])[] | 'auto' | 'none';
  readonly stringSet: readonly { readonly name: string; readonly content: readonly ContentItem[] }[];
  // The parts of ComputedStyle.fontFeatures, kept apart because each inherits and cascades by itself.
  readonly featureSettings: Features;
  readonly variantLigatures: Features;
  readonly variantCaps: Features;
  readonly variantNumeric: Features;
  readonly variantEastAsian: Features;
  readonly variantPosition: Features;
}
