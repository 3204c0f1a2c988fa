import type { CssNode } from 'css-tree';
import parse from 'css-tree/parser';
import type { Component } from './component.ts';
import { parseComponents } from './component.ts';

/** UTF-16 offsets into the text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A part of a style sheet, before anything is made of it. */
export type SheetNode = SheetRule | SheetAtRule | SheetDeclaration | SheetError;

/** A style rule: a selector list, not yet read, and what its block holds. */
export interface SheetRule {
  readonly type: 'rule';
  readonly prelude: readonly Component[];
  readonly preludePlace: Place;
  readonly children: readonly SheetNode[];
}

/** A rule such as `@page`, known by its name alone. */
export interface SheetAtRule {
  readonly type: 'at-rule';
  /** In lower case, without `@`. */
  readonly name: string;
  readonly prelude: readonly Component[];
  /** The prelude, or the name where there is none. */
  readonly place: Place;
  /** Undefined where the rule ends with a semicolon. */
  readonly children: readonly SheetNode[] | undefined;
}

/** A property and its value, not yet read. */
export interface SheetDeclaration {
  readonly type: 'declaration';
  readonly property: string;
  readonly important: boolean;
  readonly components: readonly Component[];
  readonly place: Place;
  readonly valuePlace: Place;
}

/** What css-tree could not make out. */
export interface SheetError {
  readonly type: 'error';
  readonly message: string;
  readonly place: Place;
}

/** Parses a style sheet (css-syntax-3). Never fails: what does not parse is an error node at its place. */
export function parseSheet(text: string): readonly SheetNode[] {
  return parseAs(text, 'stylesheet');
}

/** Parses the value of a `style` attribute. */
export function parseDeclarations(text: string): readonly SheetNode[] {
  return parseAs(text, 'declarationList');
}

function parseAs(text: string, context: 'stylesheet' | 'declarationList'): readonly SheetNode[] {
  const errors: SheetError[] = [];
  const ast = parse(text, {
    context,
    positions: true,
    parseValue: false,
    parseCustomProperty: false,
    parseAtrulePrelude: false,
    parseRulePrelude: false,
    onParseError(error, fallback) {
      const start = 'offset' in error ? Number(error.offset) : 0;
      const place = placeOf(fallback) ?? { start, end: start };
      errors.push({ type: 'error', message: error.message, place: withoutSemicolon(text, place) });
    },
  });
  return [...errors, ...childrenOf(ast, text)];
}

function withoutSemicolon(text: string, { start, end }: Place): Place {
  return { start, end: text.charAt(end - 1) === ';' && end - start > 1 ? end - 1 : end };
}

function placeOf(node: CssNode | null | undefined): Place | undefined {
  return node?.loc ? { start: node.loc.start.offset, end: node.loc.end.offset } : undefined;
}

function childrenOf(node: CssNode, text: string): readonly SheetNode[] {
  const nodes: SheetNode[] = [];
  if (!('children' in node) || !node.children) return nodes;
  for (const child of node.children) {
    const read = readNode(child, text);
    if (read) nodes.push(read);
  }
  return nodes;
}

function readNode(node: CssNode, text: string): SheetNode | undefined {
  if (node.type === 'Rule') return readRule(node, text);
  if (node.type === 'Atrule') return readAtRule(node, text);
  if (node.type === 'Declaration') return readDeclaration(node, text);
  return undefined;
}

function readRule(node: Extract<CssNode, { type: 'Rule' }>, text: string): SheetRule {
  const place = placeOf(node.prelude) ?? placeOf(node)!;
  return {
    type: 'rule',
    prelude: componentsAt(text, place),
    preludePlace: place,
    children: childrenOf(node.block, text),
  };
}

function readAtRule(node: Extract<CssNode, { type: 'Atrule' }>, text: string): SheetAtRule {
  const whole = placeOf(node)!;
  const prelude = placeOf(node.prelude);
  return {
    type: 'at-rule',
    name: node.name.toLowerCase(),
    prelude: prelude ? componentsAt(text, prelude) : [],
    place: prelude ?? { start: whole.start, end: whole.start + node.name.length + 1 },
    children: node.block ? childrenOf(node.block, text) : undefined,
  };
}

function readDeclaration(node: Extract<CssNode, { type: 'Declaration' }>, text: string): SheetDeclaration {
  const whole = placeOf(node)!;
  const value = placeOf(node.value) ?? { start: whole.end, end: whole.end };
  return {
    type: 'declaration',
    property: node.property,
    important: node.important !== false,
    components: componentsAt(text, value),
    place: { start: whole.start, end: whole.start + node.property.length },
    valuePlace: value,
  };
}

function componentsAt(text: string, place: Place): readonly Component[] {
  return parseComponents(text.slice(place.start, place.end), place.start);
}
