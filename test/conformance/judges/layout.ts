import { join } from 'node:path';
import type { Context, Fault, Judge, Need, Seed } from '../judge.ts';
import { readCases } from '../layout/cases.ts';
import { startChromium } from '../layout/chromium.ts';
import { faultsOf, figuresOf, figuresOfAll } from '../layout/figures.ts';
import { type LayoutSeed, pixelSeeds, wordSeeds } from '../layout/layout-seeds.ts';
import { comparePage, measure } from '../layout/measure.ts';
import { readMeasuredPages } from '../layout/measured-pages.ts';
import { type PageSource, readPage } from '../layout/page-source.ts';
import type { Renderer } from '../layout/renderer.ts';
import { startWeasyprint } from '../layout/weasyprint.ts';

const weasyprint = 'weasyprint==70.0';

const poppler: readonly Need[] = [
  { debian: 'poppler-utils', command: 'pdftotext' },
  { debian: 'qpdf', command: 'fix-qdf' },
];

type Start = (context: Context) => Promise<Renderer>;

/** Pages of every kind as headless Chromium lays them out. */
export const layoutChromium: Judge = layoutJudge(
  'layout-chromium',
  [...poppler, { debian: 'chromium', command: 'chromium' }],
  false,
  startChromium,
  [...wordSeeds, ...pixelSeeds],
);

/** The same pages as WeasyPrint lays them out: for the figures alone. */
export const layoutWeasyprint: Judge = layoutJudge(
  'layout-weasyprint',
  [
    ...poppler,
    { debian: 'python3-venv', file: '/usr/share/doc/python3-venv' },
    { debian: 'libpangoft2-1.0-0', file: '/usr/share/doc/libpangoft2-1.0-0' },
    { debian: 'libharfbuzz-subset0', file: '/usr/share/doc/libharfbuzz-subset0' },
    { pypi: weasyprint },
  ],
  true,
  ({ python, root, temporary }) => startWeasyprint(python(weasyprint), root, temporary),
  // It sets no vertical lines that a fault could be put into.
  wordSeeds,
);

function layoutJudge(
  name: string,
  needs: readonly Need[],
  reportOnly: boolean,
  start: Start,
  seeds: readonly LayoutSeed[],
): Judge {
  return {
    name,
    needs,
    reportOnly,

    async judge(context) {
      const { root, temporary } = context;
      const pages = await readMeasuredPages(root, temporary);
      const other = await start(context);
      try {
        const measured = await measure(root, pages, other, temporary);
        const faults = faultsOf(measured, other.name);
        return {
          tool: other.version,
          count: pages.length,
          unit: 'pages',
          faults,
          notes: [...figuresOf(measured), ...figuresOfAll(measured, readCases(root))],
        };
      } finally {
        await other.close();
      }
    },

    seeds: seeds.map((seed) => seedOf(seed, start)),
  };
}

function seedOf({ fault, expect, page: name, edit }: LayoutSeed, start: Start): Seed {
  return {
    fault,
    expect,
    judge: async (context) => {
      const { root, temporary } = context;
      const page = readPage(root, join(root, 'test/conformance/layout/cases', `${name}.html`));
      const other = await start(context);
      try {
        const found = await comparePage(root, edited(page, edit), page, other, temporary);
        if (typeof found === 'string') return [{ at: fault, message: found }];
        return found.differences.map((message): Fault => ({ at: fault, message }));
      } finally {
        await other.close();
      }
    },
  };
}

function edited(page: PageSource, edit: (html: string) => string): PageSource {
  return { ...page, html: edit(page.html) };
}
