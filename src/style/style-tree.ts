import type { MarkupElement } from '../content/markup.ts';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { Host } from '../host/host.ts';
import type { Collecting, SheetContents } from './at-rules/collect-sheets.ts';
import { collectSheet } from './at-rules/collect-sheets.ts';
import { computePages, defaultPageSize, sortPages } from './at-rules/compute-pages.ts';
import { createAttributeRules } from './cascade/attribute-rules.ts';
import { createReporter } from './cascade/reporter.ts';
import { createRuleIndex } from './cascade/rule-index.ts';
import { createStyleEngine } from './cascade/style-state.ts';
import { variableRule } from './cascade/variable-rule.ts';
import type { TreeBuilder } from './generated/build-tree.ts';
import { buildTree } from './generated/build-tree.ts';
import { textOf } from './generated/content-text.ts';
import { createCounters } from './generated/counters.ts';
import { createPropertyTable } from './properties/registry.ts';
import { createStyleTree } from './selectors/style-node.ts';
import type { StyledElement, StyledTree } from './styled-tree.ts';
import { userAgentSheet } from './user-agent-style.ts';

/** What a document brings besides its elements and style sheets. */
export interface StyleOptions {
  /** The text that the tree came from, kept in the result. */
  readonly source: SourceFile;
  /** Custom properties of the root by name, with or without the dashes; they win over the sheets' own. */
  readonly variables: Readonly<Record<string, string>>;
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
  const table = createPropertyTable();
  const reporter = createReporter();
  const contents: SheetContents = { rules: [], fontFaces: [], pages: [] };
  const collecting: Collecting = { host, table, reporter, contents };
  collectSheet(userAgentSheet(), 'user-agent', collecting);
  for (const sheet of sheets) collectSheet(sheet, 'author', collecting);

  const pages = sortPages(contents.pages);
  const engine = createStyleEngine(table, reporter, defaultPageSize(pages));
  const builder: TreeBuilder = {
    engine,
    index: createRuleIndex(contents.rules),
    attributeRules: createAttributeRules(table, reporter, ATTRIBUTE_ORDERS),
    rootRules: [variableRule(options.variables, options.source, PAGE_ORDERS - 1)],
    content: { counters: createCounters(), quoteDepth: 0 },
  };
  const node = createStyleTree(root);
  const { element, state } = buildTree(builder, node);
  const value: StyledTree = {
    root: element ?? emptyRoot(root, state.style),
    pages: computePages(pages, { engine, root: state, nextOrder: PAGE_ORDERS }),
    fontFaces: contents.fontFaces,
    title: titleOf(root),
    language: node.language,
    source: options.source,
  };
  return { value, diagnostics: reporter.diagnostics };
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
