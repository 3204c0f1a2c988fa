/** How a compound stands to the one on its left (selectors-4 §15). */
export type Combinator = 'descendant' | 'child' | 'next' | 'later';

/** The pseudo-elements that are made. */
export type PseudoElementName = 'before' | 'after' | 'marker' | 'footnote-call' | 'footnote-marker';

/** An+B, and whom it counts. */
export interface Nth {
  readonly kind: 'nth';
  readonly step: number;
  readonly offset: number;
  readonly fromEnd: boolean;
  readonly ofType: boolean;
  readonly of: readonly ComplexSelector[] | undefined;
}

/** One condition on an element. */
export type SimpleSelector =
  | { readonly kind: 'tag' | 'id' | 'class'; readonly name: string }
  | {
      readonly kind: 'attribute';
      readonly name: string;
      readonly operator: '' | '=' | '~=' | '|=' | '^=' | '$=' | '*=';
      readonly value: string;
      readonly ignoreCase: boolean;
    }
  | { readonly kind: 'is' | 'where' | 'not' | 'has' | 'nest'; readonly list: readonly ComplexSelector[] }
  | Nth
  | { readonly kind: 'only'; readonly ofType: boolean }
  | { readonly kind: 'lang'; readonly ranges: readonly string[] }
  | { readonly kind: 'dir'; readonly direction: string }
  | { readonly kind: 'root' | 'empty' | 'link' | 'never' | 'anchor' };

/** Conditions on one element. */
export interface CompoundSelector {
  readonly simple: readonly SimpleSelector[];
}

/** Compounds from the subject leftwards, each with its combinator to the one before it in the text. */
export interface ComplexSelector {
  readonly subject: CompoundSelector;
  readonly left: readonly { readonly combinator: Combinator; readonly compound: CompoundSelector }[];
  readonly pseudo: PseudoElementName | undefined;
  readonly specificity: number;
}

const CLASS = 1 << 10;
const ID = 1 << 20;

/** Specificity as one number: ids, then classes, then types, each below 1024 (selectors-4 §17). */
export function specificityOf(compounds: readonly CompoundSelector[], pseudo: boolean): number {
  const simple = compounds.flatMap((compound) => compound.simple);
  return simple.reduce((total, part) => total + weight(part), Number(pseudo));
}

function weight(simple: SimpleSelector): number {
  switch (simple.kind) {
    case 'tag':
      return simple.name === '*' ? 0 : 1;
    case 'id':
      return ID;
    case 'where':
    case 'anchor':
      return 0;
    case 'is':
    case 'not':
    case 'has':
    case 'nest':
      return most(simple.list);
    case 'nth':
      return CLASS + most(simple.of ?? []);
    default:
      return CLASS;
  }
}

function most(list: readonly ComplexSelector[]): number {
  return Math.max(0, ...list.map((selector) => selector.specificity));
}
