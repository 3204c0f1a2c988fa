import { checkText } from '../../diagnostics/check-text.ts';
import type { SourceFile } from '../../diagnostics/source.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { parseSelectorList } from '../selectors/parse-selector.ts';
import type { ComplexSelector } from '../selectors/selector.ts';
import { SelectorError } from '../selectors/selector-error.ts';
import type { SheetAtRule, SheetError, SheetNode, SheetRule } from '../syntax/parse-sheet.ts';
import { parseSheet } from '../syntax/parse-sheet.ts';
import { readCounterStyle } from './counter-style.ts';
import { readFontFace } from './font-face.ts';
import { enteredLayer, entersMedia, entersSupports, importedSheet } from './group-rules.ts';
import { readPage } from './page-selector.ts';
import { readDeclarations, spanAt } from './sheet-context.ts';
import type { Collecting, SheetState } from './sheet-state.ts';

/** UTF-16 code units of one sheet. */
const LONGEST_SHEET = 256 * 1024;

/** Reads a style sheet, and what it imports, into `collecting.contents`. */
export function collectSheet(
  source: SourceFile,
  origin: 'user-agent' | 'author',
  collecting: Collecting,
): void {
  readSheet(source, {
    origin,
    collecting,
    chain: [],
    counter: { sheets: 0 },
    layer: collecting.contents.layers,
  });
}

function readSheet(
  source: SourceFile,
  outer: Pick<SheetState, 'origin' | 'collecting' | 'chain' | 'counter' | 'layer'>,
): void {
  const { table, reporter } = outer.collecting;
  outer.counter.sheets++;
  const state: SheetState = { ...outer, source, table, reporter, chain: [...outer.chain, source] };
  if (source.text.length > LONGEST_SHEET) {
    const message = `a style sheet may have ${LONGEST_SHEET} characters, this one has ${source.text.length}`;
    reporter.report('file-too-large', message, { source, start: 0, end: 0 });
    return;
  }
  for (const { code, message, span, hint } of checkText(source)) {
    reporter.report(code, message, span ?? { source, start: 0, end: 0 }, hint);
  }
  const nodes = parseSheet(source.text);
  // An import after the first rule does not count (css-cascade-4 §2).
  const isFirst = (node: SheetNode) =>
    node.type === 'error' || (node.type === 'at-rule' && ['charset', 'import', 'layer'].includes(node.name));
  const firstRule = nodes.findIndex((node) => !isFirst(node));
  nodes.forEach((node, at) => {
    readNode(node, state, undefined, firstRule < 0 || at < firstRule);
  });
}

function readNode(
  node: SheetNode,
  state: SheetState,
  parent: readonly ComplexSelector[] | undefined,
  mayImport: boolean,
): void {
  if (node.type === 'rule') readRule(node, state, parent);
  else if (node.type === 'at-rule') readAtRule(node, state, parent, mayImport);
  else if (node.type === 'error')
    state.reporter.report(
      'css-syntax',
      errorText(node.message),
      spanAt(state, node.place),
      nestingHint(node, state),
    );
}

/** css-tree reads `em { … }` inside a rule as a broken declaration. */
function nestingHint(node: SheetError, state: SheetState): string | undefined {
  const text = state.source.text.slice(node.place.start, node.place.end);
  return text.includes('{') ? 'A rule inside a rule starts with &: write & em for em' : undefined;
}

function errorText(message: string): string {
  return `this does not parse: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}

function readRule(node: SheetRule, state: SheetState, parent: readonly ComplexSelector[] | undefined): void {
  const selectors = readSelectors(node, state, parent);
  if (selectors) addRule(selectors, node.children, state);
}

/** A rule's own declarations come before what is nested in it. */
function addRule(
  selectors: readonly ComplexSelector[],
  children: readonly SheetNode[],
  state: SheetState,
): void {
  const { rules } = state.collecting.contents;
  const declarations = readDeclarations(children, state);
  if (declarations.length > 0) {
    rules.push({ origin: state.origin, selectors, declarations, order: rules.length, layer: state.layer });
  }
  for (const child of children) if (child.type !== 'declaration') readNode(child, state, selectors, false);
}

function readSelectors(
  node: SheetRule,
  state: SheetState,
  parent: readonly ComplexSelector[] | undefined,
): readonly ComplexSelector[] | undefined {
  try {
    return parseSelectorList(node.prelude, {
      text: state.source.text,
      place: node.preludePlace,
      parent,
      relative: false,
    });
  } catch (error) {
    if (!(error instanceof SelectorError)) throw error;
    state.reporter.report(
      error.code,
      error.message,
      spanAt(state, error.place),
      'The whole rule is left out',
    );
    return undefined;
  }
}

/** The at-rules that are understood; `@charset` says what is known anyway. */
export const AT_RULES: readonly string[] = [
  'charset',
  'import',
  'media',
  'supports',
  'layer',
  'page',
  'font-face',
  'counter-style',
];

function readAtRule(
  node: SheetAtRule,
  state: SheetState,
  parent: readonly ComplexSelector[] | undefined,
  mayImport: boolean,
): void {
  const { contents } = state.collecting;
  switch (node.name) {
    case 'charset':
      return;
    case 'media':
      if (entersMedia(node, state)) readBlock(node, state, parent);
      return;
    case 'supports':
      if (entersSupports(node, state)) readBlock(node, state, parent);
      return;
    case 'layer': {
      const layer = enteredLayer(node, state);
      if (layer) readBlock(node, { ...state, layer }, parent);
      return;
    }
    case 'import':
      return readImport(node, state, mayImport);
    case 'font-face': {
      const face = readFontFace(node, state);
      if (face) contents.fontFaces.push(face);
      return;
    }
    case 'counter-style': {
      const style = readCounterStyle(node, state);
      if (style) contents.counterStyles.push(style);
      return;
    }
    case 'page': {
      contents.pages.push(...readPage(node, state));
      return;
    }
    default: {
      const hint = didYouMean(node.name, AT_RULES);
      state.reporter.report(
        'css-unsupported',
        `@${node.name} is not supported`,
        spanAt(state, node.place),
        hint,
      );
    }
  }
}

/** What stands in the braces of a conditional rule or a layer: inside of a rule, declarations as well. */
function readBlock(
  node: SheetAtRule,
  state: SheetState,
  parent: readonly ComplexSelector[] | undefined,
): void {
  const children = node.children ?? [];
  if (parent) addRule(parent, children, state);
  else for (const child of children) readNode(child, state, undefined, false);
}

function readImport(node: SheetAtRule, state: SheetState, mayImport: boolean): void {
  if (!mayImport) {
    const message = '@import must stand before all other rules; it is left out';
    state.reporter.report('css-syntax', message, spanAt(state, node.place));
    return;
  }
  const imported = importedSheet(node, state);
  if (imported) readSheet(imported.source, { ...state, layer: imported.layer });
}
