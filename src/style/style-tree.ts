import type { MarkupElement } from '../content/markup.ts';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { Host } from '../host/host.ts';
import type { StyleCache } from './at-rules/compile-sheets.ts';
import { compileSheets } from './at-rules/compile-sheets.ts';
import { computePages } from './at-rules/compute-pages.ts';
import { defaultPage } from './at-rules/default-page.ts';
import { type MadeFor, usualMaking } from './at-rules/media-features.ts';
import { createAttributeRules } from './cascade/attribute-rules.ts';
import type { Reporter } from './cascade/reporter.ts';
import { createReporter } from './cascade/reporter.ts';
import { createStyleEngine } from './cascade/style-state.ts';
import { variableRule } from './cascade/variable-rule.ts';
import { checkContrast } from './contrast.ts';
import type { CounterStyles } from './counter-styles/counter-styles.ts';
import type { BuiltTree } from './generated/build-tree.ts';
import { buildTree } from './generated/build-tree.ts';
import type { ContentState } from './generated/content-text.ts';
import { createCounters } from './generated/counters.ts';
import type { Target } from './generated/targets.ts';
import { textOf } from './generated/targets.ts';
import type { TreeBuilder } from './generated/tree-builder.ts';
import { coloursOf } from './root-colours.ts';
import type { FontFaceRule } from './rules.ts';
import type { StyleNode } from './selectors/style-node.ts';
import { createStyleTree } from './selectors/style-node.ts';
import type { StyledElement, StyledTree } from './styled-tree.ts';
import type { MeasureFont } from './values/font-measure.ts';

/** What a document brings besides its elements and style sheets. */
export interface StyleOptions {
  /** The text that the tree came from, kept in the result. */
  readonly source: SourceFile;
  /** Custom properties of the root by name, with or without the dashes; they win over the sheets' own. */
  readonly variables: Readonly<Record<string, string>>;
  /** Makes what measures the document's faces; without it units of the font are CSS's fallbacks. */
  readonly measureFonts?: (faces: readonly FontFaceRule[]) => MeasureFont;
  /** Sheets that were read before, kept by the caller; worth having when documents share them. */
  readonly cache?: StyleCache;
  /** What `@media` is told of the paper and the size of text; A4 and the usual size where left out. */
  readonly madeFor?: MadeFor;
}

/** Orders of rules that no sheet holds; no sheet has as many rules. */
const ATTRIBUTE_ORDERS = 1_000_000_000;
const PAGE_ORDERS = 2_000_000_000;

/**
 * Computes every style of a document (css-cascade-4): reads the sheets, matches their rules, resolves each value,
 * and makes markers, counters and other generated content into text. Findings are warnings for what is not
 * supported and errors for what does not parse, each once, where it is written.
 */
export function styleTree(
  host: Host,
  root: MarkupElement,
  sheets: readonly SourceFile[],
  options: StyleOptions,
): Outcome<StyledTree> {
  const compiled = compileSheets(host, sheets, options.cache, options.madeFor ?? usualMaking);
  const { table } = compiled;
  const reporter = createReporter();
  const pages = compiled.pages.map((page) => ({ ...page, context: { ...page.context, reporter } }));
  const { counterStyles } = compiled;
  const engine = createStyleEngine(
    table,
    reporter,
    defaultPage(pages, table, counterStyles),
    options.measureFonts?.(compiled.fontFaces),
  );
  const builder: TreeBuilder = {
    engine,
    index: compiled.index,
    attributeRules: createAttributeRules(table, reporter, ATTRIBUTE_ORDERS),
    rootRules: [variableRule(options.variables, options.source, PAGE_ORDERS - 1)],
    content: contentState(counterStyles, reporter),
  };
  const node = createStyleTree(root);
  const { element, state, content } = buildWithTargets(builder, node);
  const value: StyledTree = {
    root: element ?? emptyRoot(root, state.style),
    pages: computePages(pages, { engine, root: state, counterStyles, nextOrder: PAGE_ORDERS }),
    fontFaces: compiled.fontFaces,
    counterStyles,
    colours: coloursOf(state.custom, state.style.color),
    hasPageReferences: content.paged,
    hasPageRestarts: content.restarted,
    hasVerticalText: content.vertical,
    title: titleOf(root),
    language: node.language,
    source: options.source,
  };
  checkContrast(value.root, value.pages, reporter);
  return { value, diagnostics: [...compiled.diagnostics, ...reporter.diagnostics] };
}

/** Builds the tree; where references were met, once more with what the first walk found. */
function buildWithTargets(
  builder: TreeBuilder,
  node: StyleNode,
): BuiltTree & { readonly content: ContentState } {
  const { content } = builder;
  const built = buildTree(builder, node);
  if (!content.asked) return { ...built, content };
  const again = contentState(content.styles, content.reporter, content.found);
  return { ...buildTree({ ...builder, content: again }, node), content: again };
}

function contentState(
  styles: CounterStyles,
  reporter: Reporter,
  targets?: ContentState['targets'],
): ContentState {
  const counters = createCounters();
  const nothing = {
    quoteDepth: 0,
    found: new Map<string, Target>(),
    asked: false,
    paged: false,
    restarted: false,
    vertical: false,
  };
  return { counters, styles, reporter, targets, ...nothing };
}

/** A document whose root is `display: none` has no content. */
function emptyRoot(root: MarkupElement, style: StyledElement['style']): StyledElement {
  return {
    type: 'element',
    tag: root.tag,
    pseudo: undefined,
    attributes: root.attributes,
    style,
    children: [],
    marker: undefined,
    span: root.span,
  };
}

/** The text of the first `<title>`, with its white space collapsed (HTML §4.2.2). */
function titleOf(root: MarkupElement): string {
  const title = findTag(root, 'title');
  return title
    ? textOf(title)
        .replace(/[ \t\n\f\r]+/g, ' ')
        .trim()
    : '';
}

function findTag(element: MarkupElement, tag: string): MarkupElement | undefined {
  if (element.tag === tag) return element;
  for (const child of element.children) {
    const found = child.type === 'element' ? findTag(child, tag) : undefined;
    if (found) return found;
  }
  return undefined;
}
