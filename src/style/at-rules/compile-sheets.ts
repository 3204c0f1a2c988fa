import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../diagnostics/source.ts';
import type { Host } from '../../host/host.ts';
import { rankLayers } from '../cascade/layers.ts';
import type { Reporter } from '../cascade/reporter.ts';
import { createReporter } from '../cascade/reporter.ts';
import type { RuleIndex } from '../cascade/rule-index.ts';
import { createRuleIndex } from '../cascade/rule-index.ts';
import type { CounterStyles } from '../counter-styles/counter-styles.ts';
import { createCounterStyles } from '../counter-styles/counter-styles.ts';
import type { PropertyTable } from '../properties/registry.ts';
import { createPropertyTable } from '../properties/registry.ts';
import type { FontFaceRule } from '../rules.ts';
import { userAgentSheet } from '../user-agent-style.ts';
import { collectSheet } from './collect-sheets.ts';
import { defaultPage } from './default-page.ts';
import type { MadeFor, Medium } from './media-features.ts';
import type { WrittenPage } from './page-selector.ts';
import { sortPages } from './page-selector.ts';
import type { SheetContents } from './sheet-state.ts';
import { emptyContents } from './sheet-state.ts';

/** Style sheets made ready for any number of documents. */
export interface CompiledSheets {
  readonly table: PropertyTable;
  readonly index: RuleIndex;
  readonly fontFaces: readonly FontFaceRule[];
  /** In cascade order. */
  readonly pages: readonly WrittenPage[];
  readonly counterStyles: CounterStyles;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiled sheets by their names and texts, kept by the caller for as long as no imported file can change: the
 * documents of one build share their sheets.
 */
export type StyleCache = Map<string, CompiledSheets>;

/** Reads the user agent's and the author's sheets, or takes them from the cache. */
export function compileSheets(
  host: Host,
  sheets: readonly SourceFile[],
  cache: StyleCache | undefined,
  madeFor: MadeFor,
): CompiledSheets {
  const texts = sheets.map(({ name, root, path, text }) => [name, root, path, text]);
  const key = JSON.stringify([madeFor.paper, madeFor.text, ...texts]);
  const known = cache?.get(key);
  if (known) return known;
  const table = createPropertyTable();
  const { contents, reporter } = collectFor(host, sheets, table, madeFor);
  rankLayers(contents.layers);
  const compiled: CompiledSheets = {
    table,
    index: createRuleIndex(contents.rules),
    fontFaces: contents.fontFaces,
    pages: sortPages(contents.pages),
    counterStyles: createCounterStyles(contents.counterStyles),
    diagnostics: reporter.diagnostics,
  };
  cache?.set(key, compiled);
  return compiled;
}

interface Collected {
  readonly contents: SheetContents;
  readonly reporter: Reporter;
}

/** Where a media query asks for the page, the sheets are read again with the page that they make. */
function collectFor(
  host: Host,
  sheets: readonly SourceFile[],
  table: PropertyTable,
  madeFor: MadeFor,
): Collected {
  const medium: Medium = { ...madeFor, page: undefined, wantsPage: false };
  const first = collectAll(host, sheets, table, medium);
  if (!medium.wantsPage) return first;
  const styles = createCounterStyles(first.contents.counterStyles);
  const { paper } = defaultPage(sortPages(first.contents.pages), table, styles);
  return collectAll(host, sheets, table, { ...madeFor, page: paper, wantsPage: true });
}

function collectAll(
  host: Host,
  sheets: readonly SourceFile[],
  table: PropertyTable,
  medium: Medium,
): Collected {
  const reporter = createReporter();
  const contents = emptyContents();
  const collecting = { host, table, reporter, medium, contents };
  collectSheet(userAgentSheet(), 'user-agent', collecting);
  for (const sheet of sheets) collectSheet(sheet, 'author', collecting);
  return { contents, reporter };
}
