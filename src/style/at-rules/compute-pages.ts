import { computeStyle } from '../cascade/compute-style.ts';
import type { Declaration } from '../cascade/declaration.ts';
import { readDeclaration } from '../cascade/declaration.ts';
import type { MatchedRule } from '../cascade/rule-index.ts';
import type { StyleEngine, StyleState } from '../cascade/style-state.ts';
import { lineHeightOf } from '../cascade/style-state.ts';
import type { LengthPercentage } from '../computed-style.ts';
import type { CounterStyles } from '../counter-styles/counter-styles.ts';
import type { SIDES } from '../properties/property.ts';
import type { MarginBox, PageRule } from '../rules.ts';
import type { SheetDeclaration } from '../syntax/parse-sheet.ts';
import type { ComputeContext } from '../values/context.ts';
import { resolveLength } from '../values/length-percentage.ts';
import { computeMarginBox } from './margin-box.ts';
import { isPageDescriptor, PAGE_DESCRIPTOR_NAMES, readPageDescriptors } from './page-descriptors.ts';
import type { WrittenBox, WrittenPage } from './page-selector.ts';
import { impliesPage } from './page-selector.ts';
import type { SheetContext } from './sheet-context.ts';
import { spanAt } from './sheet-context.ts';

/** What the pages of a document are computed with. */
export interface PageRun {
  readonly engine: StyleEngine;
  readonly root: StyleState;
  readonly counterStyles: CounterStyles;
  /** Gives each made-up rule an order of its own, past all others. */
  nextOrder: number;
}

/** Computes the rules of sorted pages. Percentages are of the default page, or of the rule's own size. */
export function computePages(sorted: readonly WrittenPage[], run: PageRun): readonly PageRule[] {
  const read = sorted.map((page) => ({ page, declarations: pageDeclarations(page, run) }));
  return read.map((entry, at) => {
    const implied = read
      .slice(0, at + 1)
      .filter(({ page }) => impliesPage(entry.page.selector, page.selector));
    return computePage(entry, implied, run);
  });
}

interface ReadPage {
  readonly page: WrittenPage;
  readonly declarations: readonly Declaration[];
}

function computePage(entry: ReadPage, implied: readonly ReadPage[], run: PageRun): PageRule {
  const { page } = entry;
  const inheritable = implied.flatMap(({ declarations }) => declarations);
  const context = computeStyle(run.engine, subjectOf(run, inheritable));
  const descriptors = readPageDescriptors(page.declarations, page.context, contextOf(context, run));
  const size = descriptors.size ?? lastSize(implied, context, run) ?? run.engine.pages.paper;
  const margins = pageMargins(entry, context, size);
  return {
    selector: page.selector,
    size: descriptors.size,
    marginTop: margins.top,
    marginRight: margins.right,
    marginBottom: margins.bottom,
    marginLeft: margins.left,
    bleed: descriptors.bleed,
    marks: descriptors.marks,
    boxes: computeBoxes(page, implied, context, run),
    span: spanAt(page.context, page.place),
  };
}

function lastSize(implied: readonly ReadPage[], context: StyleState, run: PageRun): PageRule['size'] {
  const sizes = implied.map(
    ({ page }) => readPageDescriptors(page.declarations, page.context, contextOf(context, run)).size,
  );
  return sizes.filter((size) => size !== undefined).at(-1);
}

function subjectOf(run: PageRun, declarations: readonly Declaration[]) {
  const rule = { origin: 'author' as const, selectors: [], declarations, order: run.nextOrder++ };
  const rules: readonly MatchedRule[] = [{ rule, specificity: 0 }];
  return { parent: run.root, root: run.root, language: run.root.style.language, rules };
}

function contextOf(state: StyleState, run: PageRun): ComputeContext {
  return {
    fontSize: state.style.fontSize,
    rootFontSize: run.root.style.fontSize,
    font: () => run.engine.measureFont(state.style),
    rootFont: () => run.engine.measureFont(run.root.style),
    lineHeight: lineHeightOf(state.style),
    rootLineHeight: lineHeightOf(run.root.style),
    viewport: run.engine.pages.area,
    colour: state.style.color,
    direction: state.style.direction,
    parentWeight: run.root.style.fontWeight,
  };
}

/** Margins, and the inherited properties that the margin boxes get from the page. */
function pageDeclarations(page: WrittenPage, run: PageRun): readonly Declaration[] {
  const { context } = page;
  const usable: Declaration[] = [];
  for (const node of page.declarations) {
    if (isPageDescriptor(node.property)) continue;
    const declaration = readNode(node, context);
    if (!declaration) continue;
    if (declaration.property.startsWith('--') || appliesToPage(declaration, run)) usable.push(declaration);
    else {
      const message = `${declaration.property} has no effect in @page`;
      const hint = `Supported are margins, inherited properties, and ${PAGE_DESCRIPTOR_NAMES.join(', ')}`;
      context.reporter.report('css-unsupported', message, declaration.span, hint);
    }
  }
  return usable;
}

function readNode(node: SheetDeclaration, context: SheetContext): Declaration | undefined {
  const span = spanAt(context, node.place);
  const valueSpan = spanAt(context, node.valuePlace);
  const { property, components, important } = node;
  return readDeclaration(
    { property, components, important, span, valueSpan },
    context.table,
    context.reporter,
  );
}

function appliesToPage(declaration: Declaration, run: PageRun): boolean {
  return declaration.values.every(
    ([name]) => name.startsWith('margin-') || run.engine.table.longhands.get(name)?.inherited,
  );
}

type Margins = Readonly<Record<(typeof SIDES)[number], number | undefined>>;

/** Only what this rule itself sets, so that rules can be merged; `auto` is 0 (css-page-3 §6). */
function pageMargins(entry: ReadPage, context: StyleState, size: { width: number; height: number }): Margins {
  const set = new Set(entry.declarations.flatMap(({ values }) => values.map(([name]) => name)));
  const { direction } = context.style;
  const flow = {
    top: 'block-start',
    bottom: 'block-end',
    left: direction === 'ltr' ? 'inline-start' : 'inline-end',
    right: direction === 'ltr' ? 'inline-end' : 'inline-start',
  };
  const margin = (at: (typeof SIDES)[number]): number | undefined => {
    if (!set.has(`margin-${at}`) && !set.has(`margin-${flow[at]}`)) return undefined;
    const value: LengthPercentage | 'auto' = context.style.margin[at];
    const base = at === 'top' || at === 'bottom' ? size.height : size.width;
    return value === 'auto' ? 0 : resolveLength(value, base);
  };
  return { top: margin('top'), right: margin('right'), bottom: margin('bottom'), left: margin('left') };
}

/**
 * A box's declarations come from every rule that holds wherever this one does, so that `:first` can change one
 * property of a box and keep the rest.
 */
function computeBoxes(
  page: WrittenPage,
  implied: readonly ReadPage[],
  context: StyleState,
  run: PageRun,
): readonly MarginBox[] {
  const names = [...new Set(page.boxes.map((box) => box.name))];
  return names.map((name) => {
    const declarations = implied.flatMap((entry) => boxDeclarations(entry.page, name));
    const place = page.boxes.findLast((box) => box.name === name)!.place;
    return computeMarginBox(name, declarations, spanAt(page.context, place), {
      engine: run.engine,
      context,
      root: run.root,
      counterStyles: run.counterStyles,
      order: run.nextOrder++,
    });
  });
}

function boxDeclarations(page: WrittenPage, name: WrittenBox['name']): readonly Declaration[] {
  const nodes = page.boxes.filter((box) => box.name === name).flatMap((box) => box.declarations);
  return nodes.map((node) => readNode(node, page.context)).filter((read) => read !== undefined);
}
