import type { Span } from '../../diagnostics/source.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { usualFlow } from '../flow.ts';
import type { AnyLonghand, Expansion, Shorthand } from '../properties/property.ts';
import type { PropertyTable } from '../properties/registry.ts';
import { propertyNames } from '../properties/registry.ts';
import { isWithoutEffect } from '../properties/svg.ts';
import type { Component } from '../syntax/component.ts';
import { atEnd, readerOf } from '../syntax/reader.ts';
import type { Specified } from '../values/context.ts';
import type { Reporter } from './reporter.ts';

/** The keywords that every property takes (css-cascade-4 §7.3). */
export type WideKeyword = 'inherit' | 'initial' | 'unset' | 'revert';

/** What a declaration gives one longhand. */
export type DeclaredValue =
  | { readonly kind: 'value'; readonly compute: Specified<unknown> }
  | { readonly kind: 'wide'; readonly word: WideKeyword }
  /** Holds `var()`: it can be read only on an element. */
  | { readonly kind: 'pending' };

/** One declaration, read once. `values` is by the name of a longhand or of a flow-relative property. */
export interface Declaration {
  /** The present name, in lower case, or a custom property's as it is. */
  readonly property: string;
  readonly components: readonly Component[];
  readonly important: boolean;
  readonly values: readonly (readonly [string, DeclaredValue])[];
  /** The name, and the value. */
  readonly span: Span;
  readonly valueSpan: Span;
}

/** A declaration as it stands in the text. */
export type WrittenDeclaration = Omit<Declaration, 'values'>;

const WIDE: readonly WideKeyword[] = ['inherit', 'initial', 'unset', 'revert'];
const INITIAL: DeclaredValue = { kind: 'wide', word: 'initial' };

/** Reads a declaration; one that cannot be used is reported at its place and undefined. */
export function readDeclaration(
  written: WrittenDeclaration,
  table: PropertyTable,
  reporter: Reporter,
): Declaration | undefined {
  if (written.property.startsWith('--')) return { ...written, values: [] };
  const name = written.property.toLowerCase();
  const property = table.aliases.get(name) ?? name;
  const longhands = longhandsOf(property, table);
  if (!longhands) {
    if (isWithoutEffect(name)) return undefined;
    const hint = didYouMean(name, propertyNames(table));
    reporter.report('css-unsupported', `the property ${name} is not supported`, written.span, hint);
    return undefined;
  }
  const declaration = { ...written, property };
  const values = valuesOf(declaration, longhands, table);
  if (values) return { ...declaration, values };
  reportValue(declaration, table, reporter);
  return undefined;
}

/** Tells that a value is not understood, and what would be. */
export function reportValue(declaration: WrittenDeclaration, table: PropertyTable, reporter: Reporter): void {
  const { property, valueSpan } = declaration;
  const text = valueSpan.source.text.slice(valueSpan.start, valueSpan.end);
  const message = `${text.length > 60 ? 'this value' : JSON.stringify(text)} is not a supported value of ${property}`;
  const syntax = syntaxOf(property, table);
  reporter.report('css-unsupported', message, valueSpan, syntax && `Supported: ${syntax}`);
}

function syntaxOf(property: string, table: PropertyTable): string | undefined {
  const logical = table.logicals.get(property);
  return (table.longhands.get(logical?.physical(usualFlow) ?? property) ?? table.shorthands.get(property))
    ?.syntax;
}

function longhandsOf(property: string, table: PropertyTable): readonly string[] | undefined {
  if (table.longhands.has(property) || table.logicals.has(property)) return [property];
  return table.shorthands.get(property)?.longhands;
}

function valuesOf(
  declaration: WrittenDeclaration,
  longhands: readonly string[],
  table: PropertyTable,
): Declaration['values'] | undefined {
  const { components, property } = declaration;
  const wide = wideKeyword(components);
  if (wide) return longhands.map((name) => [name, { kind: 'wide', word: wide }]);
  if (mentionsVar(components)) return longhands.map((name) => [name, { kind: 'pending' }]);
  const expansion = expand(property, components, table);
  return expansion && longhands.map((name) => [name, declared(expansion, name)]);
}

function declared(expansion: Expansion, name: string): DeclaredValue {
  const compute = expansion[name];
  return compute ? { kind: 'value', compute } : INITIAL;
}

function wideKeyword(components: readonly Component[]): WideKeyword | undefined {
  const only = components.filter((component) => component.type !== 'space');
  if (only.length !== 1 || only[0]!.type !== 'ident') return undefined;
  const word = only[0]!.value.toLowerCase();
  return WIDE.find((keyword) => keyword === word);
}

/** True when a `var()` stands at any depth. */
function mentionsVar(components: readonly Component[]): boolean {
  return components.some(
    (component) =>
      (component.type === 'function' && component.name === 'var') ||
      ('children' in component && mentionsVar(component.children)),
  );
}

/** What a value without `var()` gives each longhand; undefined when it does not fit. */
export function expand(
  property: string,
  components: readonly Component[],
  table: PropertyTable,
): Expansion | undefined {
  const shorthand = table.shorthands.get(property);
  const physical = table.logicals.get(property)?.physical(usualFlow) ?? property;
  const longhand = table.longhands.get(physical);
  const reader = readerOf(components);
  if (atEnd(reader)) return undefined;
  const expansion = shorthand ? shorthand.parse(reader) : single(property, longhand, reader);
  return expansion && atEnd(reader) ? expansion : undefined;
}

function single(
  property: string,
  longhand: AnyLonghand | undefined,
  reader: Parameters<Shorthand['parse']>[0],
): Expansion | undefined {
  const compute = longhand?.parse(reader);
  return compute && { [property]: compute };
}

/** What a substituted value gives one longhand; undefined when it does not fit. */
export function expandFor(
  declaration: WrittenDeclaration,
  longhand: string,
  components: readonly Component[],
  table: PropertyTable,
): DeclaredValue | undefined {
  const wide = wideKeyword(components);
  if (wide) return { kind: 'wide', word: wide };
  const expansion = expand(declaration.property, components, table);
  return expansion && declared(expansion, longhand);
}
