import type { BorderSide, ComputedStyle, Sides } from '../computed-style.ts';
import type { Flow, Side } from '../flow.ts';
import type { Reader } from '../syntax/reader.ts';
import { takeKeyword } from '../syntax/reader.ts';
import type { Specified } from '../values/context.ts';
import { constant } from '../values/context.ts';
import type { GeneratedValues } from './generated-values.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A style while it is computed: what the other stages see, and what only generated content needs. */
export interface Draft {
  readonly style: Mutable<ComputedStyle>;
  readonly generated: Mutable<GeneratedValues>;
}

/** A property that is no shorthand, with all that the cascade needs to know of it. */
export interface Longhand<T> {
  /** As CSS writes it. */
  readonly name: string;
  readonly inherited: boolean;
  readonly initial: T;
  /** The values that are understood, in CSS's value definition syntax, for the documentation. */
  readonly syntax: string;
  /** Its place is kept in `ComputedStyle.origins`, because layout may have to complain of it. */
  readonly traced: boolean;
  /** Takes the value from the reader; undefined when it does not fit. What is left over is the caller's error. */
  parse(reader: Reader): Specified<T> | undefined;
  read(draft: Draft): T;
  write(draft: Draft, value: T): void;
}

/** A longhand whose value's type is not known. */
export type AnyLonghand = Longhand<unknown>;

/** What a shorthand sets; longhands that are not named are set to their initial value. */
export type Expansion = Readonly<Record<string, Specified<unknown>>>;

/** A shorthand, and the longhands that it resets. */
export interface Shorthand {
  readonly name: string;
  readonly longhands: readonly string[];
  readonly syntax: string;
  parse(reader: Reader): Expansion | undefined;
}

/** A flow-relative property: which physical one it is depends on the element's flow (css-logical-1). */
export interface Logical {
  readonly name: string;
  physical(flow: Flow): string;
}

interface Facts {
  readonly inherited?: boolean;
  readonly traced?: boolean;
  readonly syntax: string;
}

/** `marginTop` as `margin-top`. */
export function kebab(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A longhand that is one field of ComputedStyle. */
export function field<K extends keyof ComputedStyle>(
  key: K,
  facts: Facts & { readonly name?: string },
  initial: ComputedStyle[K],
  parse: (reader: Reader) => Specified<ComputedStyle[K]> | undefined,
): Longhand<ComputedStyle[K]> {
  return {
    name: facts.name ?? kebab(key),
    inherited: facts.inherited ?? false,
    traced: facts.traced ?? false,
    syntax: facts.syntax,
    initial,
    parse,
    read: (draft) => draft.style[key],
    write(draft, value) {
      (draft.style as ComputedStyle as Mutable<ComputedStyle>)[key] = value;
    },
  };
}

/** The fields of ComputedStyle whose values can be keywords. */
type KeywordField = {
  [K in keyof ComputedStyle]: Extract<ComputedStyle[K], string> extends never ? never : K;
}[keyof ComputedStyle];

/** A longhand that takes one of some keywords; the first is the initial one. */
export function keywords<K extends KeywordField>(
  key: K,
  values: readonly Extract<ComputedStyle[K], string>[],
  facts: Omit<Facts, 'syntax'> & { readonly name?: string } = {},
): Longhand<ComputedStyle[K]> {
  const syntax = values.join(' | ');
  return field(key, { ...facts, syntax }, values[0] as ComputedStyle[K], (reader) => {
    const word = takeKeyword(reader, values);
    return word === undefined ? undefined : constant(word as ComputedStyle[K]);
  });
}

/** The four sides in the order of CSS's shorthands. */
export const SIDES = ['top', 'right', 'bottom', 'left'] as const satisfies readonly Side[];

/** The keys of ComputedStyle that hold four sides of one type. */
type SidesKey = 'margin' | 'padding' | 'inset';

/** One side of a four-sided field. */
export function side<K extends SidesKey>(
  key: K,
  at: Side,
  name: string,
  facts: Facts,
  initial: ComputedStyle[K]['top'],
  parse: (reader: Reader) => Specified<ComputedStyle[K]['top']> | undefined,
): Longhand<ComputedStyle[K]['top']> {
  return {
    name,
    inherited: false,
    traced: facts.traced ?? false,
    syntax: facts.syntax,
    initial,
    parse,
    read: (draft) => draft.style[key][at],
    write(draft, value) {
      const sides: Sides<unknown> = { ...draft.style[key], [at]: value };
      draft.style[key] = sides as ComputedStyle[K];
    },
  };
}

/** One part of a border side. */
export function borderPart<P extends keyof BorderSide>(
  at: Side,
  part: P,
  syntax: string,
  initial: BorderSide[P],
  parse: (reader: Reader) => Specified<BorderSide[P]> | undefined,
): Longhand<BorderSide[P]> {
  return {
    name: `border-${at}-${part === 'colour' ? 'color' : part}`,
    inherited: false,
    traced: false,
    syntax,
    initial,
    parse,
    read: (draft) => draft.style.border[at][part],
    write(draft, value) {
      const border = draft.style.border;
      draft.style.border = { ...border, [at]: { ...border[at], [part]: value } };
    },
  };
}

/** A longhand that only generated content and the cascade read. */
export function generatedField<K extends keyof GeneratedValues>(
  key: K,
  name: string,
  facts: Facts,
  initial: GeneratedValues[K],
  parse: (reader: Reader) => Specified<GeneratedValues[K]> | undefined,
): Longhand<GeneratedValues[K]> {
  return {
    name,
    inherited: facts.inherited ?? false,
    traced: facts.traced ?? false,
    syntax: facts.syntax,
    initial,
    parse,
    read: (draft) => draft.generated[key],
    write(draft, value) {
      (draft.generated as Mutable<GeneratedValues>)[key] = value;
    },
  };
}
