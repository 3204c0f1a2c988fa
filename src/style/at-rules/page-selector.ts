import type { MarginBoxName, PageBoxName, PageSelector } from '../rules.ts';
import type { Component } from '../syntax/component.ts';
import { splitCommas } from '../syntax/component.ts';
import type { Place, SheetAtRule, SheetDeclaration } from '../syntax/parse-sheet.ts';
import type { SheetContext } from './sheet-context.ts';
import { spanAt } from './sheet-context.ts';

/** A margin box as it stands in the sheet. */
export interface WrittenBox {
  readonly name: PageBoxName;
  readonly declarations: readonly SheetDeclaration[];
  readonly place: Place;
}

/** One selector of an `@page` rule with the rule's contents, before they are computed. */
export interface WrittenPage {
  readonly selector: PageSelector;
  readonly declarations: readonly SheetDeclaration[];
  readonly boxes: readonly WrittenBox[];
  readonly place: Place;
  readonly context: SheetContext;
}

/** The margin boxes. */
export const MARGIN_BOX_NAMES: readonly MarginBoxName[] = [
  'top-left-corner',
  'top-left',
  'top-center',
  'top-right',
  'top-right-corner',
  'bottom-left-corner',
  'bottom-left',
  'bottom-center',
  'bottom-right',
  'bottom-right-corner',
  'left-top',
  'left-middle',
  'left-bottom',
  'right-top',
  'right-middle',
  'right-bottom',
];

/** The pseudo-classes of pages. */
export const PAGE_PSEUDO_CLASSES = ['first', 'left', 'right', 'blank'] as const;

/** Reads an `@page` rule, once for each of its selectors (css-page-3 §3). */
export function readPage(rule: SheetAtRule, context: SheetContext): readonly WrittenPage[] {
  const children = rule.children ?? [];
  const declarations = children.filter((node) => node.type === 'declaration');
  const boxes = children.flatMap((node) => (node.type === 'at-rule' ? readBox(node, context) : []));
  const pages: WrittenPage[] = [];
  for (const part of splitCommas(rule.prelude)) {
    const selector = parsePageSelector(part);
    if (selector) pages.push({ selector, declarations, boxes, place: rule.place, context });
    else {
      const message = 'a page selector is a name, :first, :left, :right or :blank';
      context.reporter.report('css-unsupported', message, spanAt(context, rule.place));
    }
  }
  return pages;
}

function readBox(node: SheetAtRule, context: SheetContext): readonly WrittenBox[] {
  const name = node.name === 'footnote' ? 'footnote' : MARGIN_BOX_NAMES.find((known) => known === node.name);
  if (!name) {
    const message = `there is no margin box @${node.name}`;
    context.reporter.report('css-unsupported', message, spanAt(context, node.place));
    return [];
  }
  const declarations = (node.children ?? []).filter((child) => child.type === 'declaration');
  return [{ name, declarations, place: node.place }];
}

function parsePageSelector(parts: readonly Component[]): PageSelector | undefined {
  const named = parts[0]?.type === 'ident';
  const name = parts[0]?.type === 'ident' ? parts[0].value : undefined;
  const pseudo: PageSelector['pseudo'][number][] = [];
  for (let at = named ? 1 : 0; at < parts.length; at += 2) {
    const colon = parts[at];
    const word = parts[at + 1];
    if (colon?.type !== 'delim' || colon.value !== ':' || word?.type !== 'ident') return undefined;
    const known = PAGE_PSEUDO_CLASSES.find((entry) => entry === word.value.toLowerCase());
    if (!known) return undefined;
    pseudo.push(known);
  }
  return { name, pseudo };
}

/** Names count most, then `:first` and `:blank`, then the sides (css-page-3 §3.2). */
export function pageSpecificity(selector: PageSelector): number {
  const places = selector.pseudo.filter((pseudo) => pseudo === 'first' || pseudo === 'blank').length;
  const sides = selector.pseudo.length - places;
  return (selector.name === undefined ? 0 : 10_000) + places * 100 + sides;
}

/** True when every page of `specific` is a page of `general` too. */
export function impliesPage(specific: PageSelector, general: PageSelector): boolean {
  const named = general.name === undefined || general.name === specific.name;
  return named && general.pseudo.every((pseudo) => specific.pseudo.includes(pseudo));
}

/** In cascade order, the least specific first (css-page-3 §3.2). */
export function sortPages(pages: readonly WrittenPage[]): readonly WrittenPage[] {
  return [...pages].sort((a, b) => pageSpecificity(a.selector) - pageSpecificity(b.selector));
}
