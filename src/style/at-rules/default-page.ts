import { computeStyle } from '../cascade/compute-style.ts';
import { createReporter } from '../cascade/reporter.ts';
import type { StyleState } from '../cascade/style-state.ts';
import { createStyleEngine } from '../cascade/style-state.ts';
import type { CounterStyles } from '../counter-styles/counter-styles.ts';
import type { PropertyTable } from '../properties/registry.ts';
import { BLACK } from '../values/colour.ts';
import type { ComputeContext } from '../values/context.ts';
import { USUAL_MEASURE } from '../values/font-measure.ts';
import { computePages } from './compute-pages.ts';
import { readPageDescriptors } from './page-descriptors.ts';
import type { WrittenPage } from './page-selector.ts';
import { pageSpecificity } from './page-selector.ts';
import type { PageArea } from './page-size.ts';
import { paperSize } from './page-size.ts';

/**
 * The page that no selector names: its paper, and its area inside the margins, which is what `vw` and `vh`
 * measure (css-values-4 §6.1.2); media queries measure the paper (mediaqueries-5 §4.1).
 */
export function defaultPage(
  sorted: readonly WrittenPage[],
  table: PropertyTable,
  counterStyles: CounterStyles,
): { readonly paper: PageArea; readonly area: PageArea } {
  const general = sorted.filter((page) => pageSpecificity(page.selector) === 0);
  const paper = paperOf(general);
  // What is wrong in these rules is told when all pages are computed.
  const reporter = createReporter();
  const quiet = general.map((page) => ({ ...page, boxes: [], context: { ...page.context, reporter } }));
  const engine = createStyleEngine(table, reporter, { paper, area: paper });
  const root: StyleState = computeStyle(engine, {
    parent: undefined,
    root: undefined,
    language: '',
    rules: [],
  });
  const pages = computePages(quiet, { engine, root, counterStyles, nextOrder: 0 });
  const margin = (side: 'marginTop' | 'marginRight' | 'marginBottom' | 'marginLeft') =>
    pages.findLast((page) => page[side] !== undefined)?.[side] ?? 0;
  return {
    paper,
    area: {
      width: Math.max(0, paper.width - margin('marginLeft') - margin('marginRight')),
      height: Math.max(0, paper.height - margin('marginTop') - margin('marginBottom')),
    },
  };
}

function paperOf(pages: readonly WrittenPage[]): PageArea {
  let size = paperSize('a4');
  const context: ComputeContext = {
    fontSize: 12,
    rootFontSize: 12,
    font: () => USUAL_MEASURE,
    rootFont: () => USUAL_MEASURE,
    lineHeight: 14.4,
    rootLineHeight: 14.4,
    viewport: size,
    colour: BLACK,
    direction: 'ltr',
    parentWeight: 400,
  };
  for (const page of pages) {
    size = readPageDescriptors(page.declarations, page.context, context).size ?? size;
  }
  return size;
}
