import { checkText } from '../../diagnostics/check-text.ts';
import type { SourceFile } from '../../diagnostics/source.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { Host } from '../../host/host.ts';
import type { Reporter } from '../cascade/reporter.ts';
import type { StyleRule } from '../cascade/style-rule.ts';
import type { CounterStyleRule } from '../counter-styles/counter-styles.ts';
import type { PropertyTable } from '../properties/registry.ts';
import type { FontFaceRule } from '../rules.ts';
import { parseSelectorList } from '../selectors/parse-selector.ts';
import type { ComplexSelector } from '../selectors/selector.ts';
import { SelectorError } from '../selectors/selector-error.ts';
import type { SheetAtRule, SheetError, SheetNode, SheetRule } from '../syntax/parse-sheet.ts';
import { parseSheet } from '../syntax/parse-sheet.ts';
import { readCounterStyle } from './counter-style.ts';
import { readFontFace } from './font-face.ts';
import { readImported } from './import.ts';
import { evaluateMedia } from './media.ts';
import type { WrittenPage } from './page-selector.ts';
import { readPage } from './page-selector.ts';
import type { SheetContext } from './sheet-context.ts';
import { readDeclarations, spanAt } from './sheet-context.ts';

/** Everything that the style sheets of a document say, in cascade order. */
export interface SheetContents {
  readonly rules: StyleRule[];
  readonly fontFaces: FontFaceRule[];
  readonly pages: WrittenPage[];
  readonly counterStyles: CounterStyleRule[];
}

/** What the reading of all sheets shares. */
export interface Collecting {
  readonly host: Host;
  readonly table: PropertyTable;
  readonly reporter: Reporter;
  readonly contents: SheetContents;
}

/** A chain of imports longer than this is refused, as is a cycle. */
const DEEPEST_IMPORT = 8;
const MOST_SHEETS = 64;
/** UTF-16 code units of one sheet. */
const LONGEST_SHEET = 256 * 1024;

interface SheetState extends SheetContext {
  readonly origin: 'user-agent' | 'author';
  readonly collecting: Collecting;
  /** The sheets being read, the outermost first. */
  readonly chain: readonly SourceFile[];
  readonly counter: { sheets: number };
}

/** Reads a style sheet, and what it imports, into `collecting.contents`. */
export function collectSheet(
  source: SourceFile,
  origin: 'user-agent' | 'author',
  collecting: Collecting,
): void {
  readSheet(source, { origin, collecting, chain: [], counter: { sheets: 0 } });
}

function readSheet(
  source: SourceFile,
  outer: Pick<SheetState, 'origin' | 'collecting' | 'chain' | 'counter'>,
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
    rules.push({ origin: state.origin, selectors, declarations, order: rules.length });
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

const KNOWN_AT_RULES = ['charset', 'import', 'media', 'page', 'font-face', 'counter-style'];

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
      return readMedia(node, state, parent);
    case 'import':
      return mayImport ? readImport(node, state) : misplacedImport(node, state);
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
      const hint = didYouMean(node.name, KNOWN_AT_RULES);
      state.reporter.report(
        'css-unsupported',
        `@${node.name} is not supported`,
        spanAt(state, node.place),
        hint,
      );
    }
  }
}

function readMedia(
  node: SheetAtRule,
  state: SheetState,
  parent: readonly ComplexSelector[] | undefined,
): void {
  const answer = evaluateMedia(node.prelude);
  if (answer === 'unknown') reportMedia(node, state);
  if (answer !== 'yes') return;
  const children = node.children ?? [];
  if (parent) addRule(parent, children, state);
  else for (const child of children) readNode(child, state, undefined, false);
}

function reportMedia(node: SheetAtRule, state: SheetState): void {
  const message = 'this media query holds something that cannot be answered for paper; it does not match';
  state.reporter.report('css-unsupported', message, spanAt(state, node.place));
}

function misplacedImport(node: SheetAtRule, state: SheetState): void {
  const message = '@import must stand before all other rules; it is left out';
  state.reporter.report('css-syntax', message, spanAt(state, node.place));
}

function readImport(node: SheetAtRule, state: SheetState): void {
  const parts = node.prelude.filter((component) => component.type !== 'space');
  const [address, ...media] = parts;
  if (address?.type !== 'string' && address?.type !== 'url') {
    state.reporter.report('css-syntax', '@import needs an address', spanAt(state, node.place));
    return;
  }
  const answer = evaluateMedia(media);
  if (answer === 'unknown') reportMedia(node, state);
  if (answer !== 'yes') return;
  const span = spanAt(state, address);
  const source = readImported(state.collecting.host, state.source, address.value, span, state.reporter);
  if (!source) return;
  const circular = state.chain.some((other) => other.root === source.root && other.path === source.path);
  if (circular || state.chain.length >= DEEPEST_IMPORT || state.counter.sheets >= MOST_SHEETS) {
    const why = circular ? 'imports itself' : 'is one import too many';
    state.reporter.report('css-url', `${JSON.stringify(address.value)} ${why}`, span);
    return;
  }
  readSheet(source, state);
}
