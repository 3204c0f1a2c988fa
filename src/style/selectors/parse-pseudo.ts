import type { Component, FunctionComponent } from '../syntax/component.ts';
import { splitCommas } from '../syntax/component.ts';
import { parseNth } from './nth.ts';
import type { ComplexSelector, Nth, PseudoElementName, SimpleSelector } from './selector.ts';
import type { SelectorScope } from './selector-error.ts';
import { SelectorError } from './selector-error.ts';

/** How a selector list is read; handed in, because lists hold pseudo-classes and these hold lists. */
export type ParseList = (
  components: readonly Component[],
  scope: SelectorScope,
) => readonly ComplexSelector[];

type Found = SimpleSelector | { readonly kind: 'element'; readonly name: PseudoElementName };

/** The pseudo-elements that are made. */
export const PSEUDO_ELEMENTS: readonly PseudoElementName[] = [
  'before',
  'after',
  'marker',
  'footnote-call',
  'footnote-marker',
];

/** States that paper never has: they are understood, and match nothing. */
export const NEVER_MATCHING: readonly string[] = [
  'hover',
  'active',
  'focus',
  'focus-within',
  'focus-visible',
  'visited',
  'target',
  'checked',
  'disabled',
];

const NTH_WORDS: Readonly<Record<string, Pick<Nth, 'fromEnd' | 'ofType'>>> = {
  'first-child': { fromEnd: false, ofType: false },
  'last-child': { fromEnd: true, ofType: false },
  'first-of-type': { fromEnd: false, ofType: true },
  'last-of-type': { fromEnd: true, ofType: true },
};

const NTH_FUNCTIONS: Readonly<Record<string, Pick<Nth, 'fromEnd' | 'ofType'>>> = {
  'nth-child': { fromEnd: false, ofType: false },
  'nth-last-child': { fromEnd: true, ofType: false },
  'nth-of-type': { fromEnd: false, ofType: true },
  'nth-last-of-type': { fromEnd: true, ofType: true },
};

/** The pseudo-classes without arguments, less those that match nothing. */
export const PSEUDO_CLASSES: readonly string[] = [
  'root',
  'empty',
  'scope',
  'link',
  'any-link',
  ...Object.keys(NTH_WORDS),
  'only-child',
  'only-of-type',
];

/** The pseudo-classes with arguments. */
export const PSEUDO_FUNCTIONS: readonly string[] = [
  'is',
  'where',
  'not',
  'has',
  ...Object.keys(NTH_FUNCTIONS),
  'lang',
  'dir',
];

/** Reads what follows `:` or `::`. Throws SelectorError. */
export function parsePseudo(
  component: Component,
  double: boolean,
  scope: SelectorScope,
  parseList: ParseList,
): Found {
  if (component.type === 'ident') return pseudoWord(component.value.toLowerCase(), double, scope);
  if (component.type === 'function' && !double) return pseudoFunction(component, scope, parseList);
  throw unsupported(scope, double);
}

function unsupported(scope: SelectorScope, double: boolean): SelectorError {
  const written = scope.text.slice(scope.place.start, scope.place.end);
  const what = double ? 'pseudo-element' : 'pseudo-class';
  return new SelectorError('css-unsupported', `the ${what} ${written} is not supported`, scope.place);
}

function pseudoWord(name: string, double: boolean, scope: SelectorScope): Found {
  const element = PSEUDO_ELEMENTS.find((known) => known === name);
  // CSS 2 wrote :before and :after with one colon.
  if (element && (double || element === 'before' || element === 'after'))
    return { kind: 'element', name: element };
  if (double) throw unsupported(scope, double);
  const nth = Object.hasOwn(NTH_WORDS, name) ? NTH_WORDS[name] : undefined;
  if (nth) return { kind: 'nth', step: 0, offset: 1, of: undefined, ...nth };
  if (name === 'only-child') return only(false);
  if (name === 'only-of-type') return only(true);
  if (name === 'root' || name === 'empty') return { kind: name };
  if (name === 'scope') return { kind: scope.relative ? 'anchor' : 'root' };
  if (name === 'link' || name === 'any-link') return { kind: 'link' };
  if (NEVER_MATCHING.includes(name)) return { kind: 'never' };
  throw unsupported(scope, double);
}

/** `:only-…` is first and last at once; one condition keeps its specificity at one class. */
function only(ofType: boolean): SimpleSelector {
  return { kind: 'only', ofType };
}

function pseudoFunction(component: FunctionComponent, scope: SelectorScope, parseList: ParseList): Found {
  const { name, children } = component;
  const inner = { ...scope, relative: false };
  const nth = Object.hasOwn(NTH_FUNCTIONS, name) ? NTH_FUNCTIONS[name] : undefined;
  if (nth) return nthFunction(component, nth, inner, parseList);
  switch (name) {
    case 'is':
    case 'where':
      return { kind: name, list: withoutPseudo(forgiving(children, inner, parseList), scope) };
    case 'not':
      return { kind: name, list: withoutPseudo(parseList(children, inner), scope) };
    case 'has':
      return { kind: name, list: withoutPseudo(parseList(children, { ...inner, relative: true }), scope) };
    case 'lang':
      return { kind: 'lang', ranges: languageRanges(component, scope) };
    case 'dir':
      return { kind: 'dir', direction: word(children) };
    default:
      throw unsupported(scope, false);
  }
}

/** An empty `:is()` is valid and matches nothing. */
function forgiving(
  children: readonly Component[],
  scope: SelectorScope,
  parseList: ParseList,
): readonly ComplexSelector[] {
  return children.every((child) => child.type === 'space') ? [] : parseList(children, scope);
}

function withoutPseudo(list: readonly ComplexSelector[], scope: SelectorScope): readonly ComplexSelector[] {
  if (list.every((selector) => !selector.pseudo)) return list;
  throw new SelectorError('css-syntax', 'a pseudo-element cannot stand here', scope.place);
}

function nthFunction(
  component: FunctionComponent,
  facts: Pick<Nth, 'fromEnd' | 'ofType'>,
  scope: SelectorScope,
  parseList: ParseList,
): SimpleSelector {
  const { children } = component;
  const of = children.findIndex((child) => child.type === 'ident' && child.value.toLowerCase() === 'of');
  const counted = of < 0 ? children : children.slice(0, of);
  const first = counted[0];
  const text = first ? scope.text.slice(first.start, counted.at(-1)!.end).replace(/\/\*.*?\*\//gs, '') : '';
  const found = parseNth(text);
  if (!found || (of >= 0 && facts.ofType)) {
    throw new SelectorError('css-syntax', `${component.name}() needs a number, odd, even or An+B`, component);
  }
  const list = of < 0 ? undefined : withoutPseudo(parseList(children.slice(of + 1), scope), scope);
  return { kind: 'nth', ...found, ...facts, of: list };
}

function languageRanges(component: FunctionComponent, scope: SelectorScope): readonly string[] {
  return splitCommas(component.children).map((part) => {
    const only = part.length === 1 ? part[0] : undefined;
    if (only?.type === 'ident' || only?.type === 'string') return only.value;
    // `*-Hant` without quotes is several tokens.
    const text = part.length > 0 ? scope.text.slice(part[0]!.start, part.at(-1)!.end) : '';
    if (/^\*(?:-(?:[a-z0-9]+|\*))*$/i.test(text)) return text;
    throw new SelectorError('css-syntax', ':lang() needs language ranges such as zh-HK', component);
  });
}

function word(children: readonly Component[]): string {
  const only = children.filter((child) => child.type !== 'space');
  return only.length === 1 && only[0]!.type === 'ident' ? only[0]!.value.toLowerCase() : '';
}
