import type { Span } from '../diagnostics/source.ts';

/** The type of a value that a template sees, with the place it was written at where it comes from a document. */
export type Shape = ValueShape | ListShape | RecordShape | SlotShape;

/** Something that can be printed. A date is ISO yyyy-mm-dd, for the `date` helper. */
export interface ValueShape {
  readonly kind: 'text' | 'number' | 'boolean' | 'date';
  readonly span?: Span;
}

/** What `{{#each}}` goes through. */
export interface ListShape {
  readonly kind: 'list';
  readonly item: Shape;
}

/** A group of named values. */
export interface RecordShape {
  readonly kind: 'record';
  readonly fields: Readonly<Record<string, Shape>>;
}

/** The place of the document's body. */
export interface SlotShape {
  readonly kind: 'slot';
}

/** A value together with its type, so that the view and what is checked against cannot differ. */
export interface Described {
  readonly shape: Shape;
  readonly value: unknown;
}

/** A printable value; undefined where it is optional and absent. */
export function described(
  kind: ValueShape['kind'],
  value: string | number | boolean | undefined,
  span?: Span,
): Described {
  return { shape: span ? { kind, span } : { kind }, value };
}

/** A record of described values. */
export function describedRecord(fields: Readonly<Record<string, Described>>): Described {
  const entries = Object.entries(fields);
  return {
    shape: {
      kind: 'record',
      fields: Object.fromEntries(entries.map(([name, field]) => [name, field.shape])),
    },
    value: Object.fromEntries(entries.map(([name, field]) => [name, field.value])),
  };
}

/** A list of texts. */
export function describedTexts(values: readonly string[] | undefined, span?: Span): Described {
  return { shape: { kind: 'list', item: span ? { kind: 'text', span } : { kind: 'text' } }, value: values };
}

/** The field of a record, own properties only. */
export function fieldOf(shape: RecordShape, name: string): Shape | undefined {
  return Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
}

/** True for what `{{…}}` may print. */
export function isPrintable(shape: Shape): shape is ValueShape {
  return (
    shape.kind === 'text' || shape.kind === 'number' || shape.kind === 'boolean' || shape.kind === 'date'
  );
}
