/** How a style's symbols make a number (css-counter-styles-3 §3.1, and the systems of §7 that symbols cannot tell). */
export type CounterSystem =
  | {
      readonly kind: 'cyclic' | 'numeric' | 'alphabetic' | 'symbolic';
      readonly symbols: readonly string[];
    }
  | { readonly kind: 'fixed'; readonly first: number; readonly symbols: readonly string[] }
  /** Weights in falling order. */
  | { readonly kind: 'additive'; readonly symbols: readonly WeightedSymbol[] }
  | { readonly kind: 'cjk'; readonly style: CjkStyle }
  | { readonly kind: 'ethiopic' };

/** A number, and what stands for it. */
export type WeightedSymbol = readonly [weight: number, symbol: string];

/** A counter style whose every descriptor is known. */
export interface CounterStyle {
  readonly system: CounterSystem;
  /** Around the number in a list's marker. */
  readonly prefix: string;
  readonly suffix: string;
  /** Before and after a number below zero. */
  readonly negative: readonly [string, string];
  /** Least length, and what fills it up. */
  readonly pad: { readonly length: number; readonly symbol: string };
  /** What the style can write; `auto` goes by the system. Both ends belong to it. */
  readonly ranges: readonly (readonly [number, number])[] | 'auto';
  /** Name of the style that writes the other numbers. */
  readonly fallback: string;
}

/** The data of a longhand East Asian style (css-counter-styles-3 §7.1). */
export interface CjkStyle {
  readonly digits: string;
  /** Ten, hundred, thousand. */
  readonly units: string;
  /** Chinese writes one zero for a gap; Japanese and Korean write none. */
  readonly zeros: boolean;
  /** Whether the one before a unit is dropped: never, from ten to nineteen, or before every unit. */
  readonly dropOne: 'never' | 'tens' | 'units';
  /** 10⁴; between it and what follows stands `groupSpace`. */
  readonly myriad: string;
  readonly groupSpace: string;
}

/** A style of this system; what is not said is CSS's initial value (css-counter-styles-3 §3). */
export function counterStyle(
  system: CounterSystem,
  descriptors: Partial<Omit<CounterStyle, 'system'>> = {},
): CounterStyle {
  return {
    system,
    prefix: '',
    suffix: '. ',
    negative: ['-', ''],
    pad: { length: 0, symbol: '' },
    ranges: 'auto',
    fallback: 'decimal',
    ...descriptors,
  };
}
