import type { Component } from '../syntax/component.ts';
import { parsePseudo } from './parse-pseudo.ts';
import type {
  Combinator,
  ComplexSelector,
  CompoundSelector,
  PseudoElementName,
  SimpleSelector,
} from './selector.ts';
import { specificityOf } from './selector.ts';
import type { SelectorScope } from './selector-error.ts';
import { SelectorError } from './selector-error.ts';

const ANCHOR: CompoundSelector = { simple: [{ kind: 'anchor' }] };

/** Parses a selector list (selectors-4 §18). Throws SelectorError at the part that is wrong or not supported. */
export function parseSelectorList(
  components: readonly Component[],
  scope: SelectorScope,
): readonly ComplexSelector[] {
  return splitList(components).map((part) => parseComplex(part, scope));
}

/** The parts between top-level commas, with their white space, which may be a combinator. */
function splitList(components: readonly Component[]): readonly (readonly Component[])[] {
  const parts: Component[][] = [[]];
  for (const component of components) {
    if (component.type === 'delim' && component.value === ',') parts.push([]);
    else parts.at(-1)!.push(component);
  }
  return parts.map(trim);
}

function trim(components: readonly Component[]): readonly Component[] {
  let start = 0;
  let end = components.length;
  while (components[start]?.type === 'space') start++;
  while (end > start && components[end - 1]?.type === 'space') end--;
  return components.slice(start, end);
}

/** A cursor that selectors are read with; white space counts. */
interface Cursor {
  readonly items: readonly Component[];
  index: number;
  readonly scope: SelectorScope;
  pseudo: PseudoElementName | undefined;
}

function parseComplex(components: readonly Component[], scope: SelectorScope): ComplexSelector {
  const cursor: Cursor = { items: components, index: 0, scope, pseudo: undefined };
  if (components.length === 0) throw new SelectorError('css-syntax', 'a selector is missing', scope.place);
  const compounds: CompoundSelector[] = [];
  const combinators: Combinator[] = [];
  const start = leading(cursor);
  if (start) {
    compounds.push(start.compound);
    combinators.push(start.combinator);
  }
  for (;;) {
    compounds.push(parseCompound(cursor));
    const combinator = parseCombinator(cursor);
    if (!combinator) break;
    if (cursor.pseudo) {
      throw new SelectorError('css-syntax', 'a pseudo-element must stand last', placeOf(cursor));
    }
    combinators.push(combinator);
  }
  return assemble(compounds, combinators, cursor.pseudo);
}

function assemble(
  compounds: readonly CompoundSelector[],
  combinators: readonly Combinator[],
  pseudo: PseudoElementName | undefined,
): ComplexSelector {
  const left = combinators.map((combinator, i) => ({ combinator, compound: compounds[i]! })).reverse();
  return { subject: compounds.at(-1)!, left, pseudo, specificity: specificityOf(compounds, !!pseudo) };
}

/** What stands unwritten before a selector in `:has()`: the element that is asked, and how to go on from it. */
function leading(cursor: Cursor): { compound: CompoundSelector; combinator: Combinator } | undefined {
  if (!cursor.scope.relative) return undefined;
  return { compound: ANCHOR, combinator: parseCombinator(cursor) ?? 'descendant' };
}

const COMBINATORS: Readonly<Record<string, Combinator>> = { '>': 'child', '+': 'next', '~': 'later' };

function parseCombinator(cursor: Cursor): Combinator | undefined {
  const spaces = skipSpace(cursor);
  const next = cursor.items[cursor.index];
  const found = next?.type === 'delim' ? COMBINATORS[next.value] : undefined;
  if (!found) return spaces && next ? 'descendant' : undefined;
  cursor.index++;
  skipSpace(cursor);
  return found;
}

function skipSpace(cursor: Cursor): boolean {
  const start = cursor.index;
  while (cursor.items[cursor.index]?.type === 'space') cursor.index++;
  return cursor.index > start;
}

function placeOf(cursor: Cursor): { start: number; end: number } {
  return cursor.items[cursor.index] ?? cursor.items.at(-1) ?? cursor.scope.place;
}

function parseCompound(cursor: Cursor): CompoundSelector {
  const simple: SimpleSelector[] = [];
  for (;;) {
    const before = cursor.index;
    const part = parseSimple(cursor);
    if (part) simple.push(part);
    if (cursor.index === before) break;
  }
  const next = cursor.items[cursor.index];
  const stops = !next || next.type === 'space' || (next.type === 'delim' && next.value in COMBINATORS);
  if (!stops || (simple.length === 0 && !cursor.pseudo)) {
    throw new SelectorError('css-syntax', 'this selector does not parse', placeOf(cursor));
  }
  return { simple };
}

/** Reads one condition; a pseudo-element moves the cursor but is kept apart. */
function parseSimple(cursor: Cursor): SimpleSelector | undefined {
  const next = cursor.items[cursor.index];
  if (next?.type === 'ident') return advance(cursor, { kind: 'tag', name: next.value.toLowerCase() });
  if (next?.type === 'hash') return advance(cursor, { kind: 'id', name: next.value });
  if (next?.type === 'block' && next.bracket === '[') return advance(cursor, parseAttribute(next));
  if (next?.type !== 'delim') return undefined;
  if (next.value === '*') return advance(cursor, { kind: 'tag', name: '*' });
  if (next.value === '&') return advance(cursor, parentSelector(cursor.scope));
  if (next.value === '.') return parseClass(cursor);
  return next.value === ':' ? parsePseudoAt(cursor) : undefined;
}

function advance(cursor: Cursor, simple: SimpleSelector): SimpleSelector {
  cursor.index++;
  return simple;
}

/** Outside of any rule `&` is the root (css-nesting-1 §3). */
function parentSelector(scope: SelectorScope): SimpleSelector {
  return scope.parent ? { kind: 'nest', list: scope.parent } : { kind: 'root' };
}

function parseClass(cursor: Cursor): SimpleSelector {
  const name = cursor.items[cursor.index + 1];
  if (name?.type !== 'ident') {
    throw new SelectorError('css-syntax', 'a class name is missing', placeOf(cursor));
  }
  cursor.index += 2;
  return { kind: 'class', name: name.value };
}

function parsePseudoAt(cursor: Cursor): SimpleSelector | undefined {
  const colon = cursor.items[cursor.index]!;
  const second = cursor.items[cursor.index + 1];
  const double = second?.type === 'delim' && second.value === ':';
  const name = cursor.items[cursor.index + (double ? 2 : 1)];
  if (!name) throw new SelectorError('css-syntax', 'a name is missing after the colon', colon);
  const place = { start: colon.start, end: name.end };
  const found = parsePseudo(name, double, { ...cursor.scope, place }, parseSelectorList);
  cursor.index += double ? 3 : 2;
  if (found.kind !== 'element') return found;
  cursor.pseudo = found.name;
  return undefined;
}

type Operator = Extract<SimpleSelector, { kind: 'attribute' }>['operator'];

function parseAttribute(block: Component & { readonly children: readonly Component[] }): SimpleSelector {
  const items = block.children.filter((child) => child.type !== 'space');
  const fail = () => new SelectorError('css-syntax', 'this attribute selector does not parse', block);
  const name = items[0];
  if (name?.type !== 'ident') throw fail();
  const attribute = { kind: 'attribute' as const, name: name.value.toLowerCase() };
  if (items.length === 1) return { ...attribute, operator: '', value: '', ignoreCase: false };
  const signs = items.slice(1).filter((item) => item.type === 'delim');
  const operator = signs.map((sign) => ('value' in sign ? sign.value : '')).join('');
  const [value, flag, ...rest] = items.slice(1 + signs.length);
  const known = ['=', '~=', '|=', '^=', '$=', '*='].includes(operator);
  if (!known || (value?.type !== 'string' && value?.type !== 'ident') || rest.length > 0) throw fail();
  const flagName = flag?.type === 'ident' ? flag.value.toLowerCase() : flag && '?';
  if (flagName !== undefined && flagName !== 'i' && flagName !== 's') throw fail();
  return {
    ...attribute,
    operator: operator as Operator,
    value: value.value,
    ignoreCase: flagName === 'i',
  };
}
