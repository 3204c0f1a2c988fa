import { join } from 'node:path';
import type { Context, Fault, Judge, Need, Seed } from '../judge.ts';
import { readCases } from '../layout/cases.ts';
import { startChromium } from '../layout/chromium.ts';
import { faultsOf, figuresOf, figuresOfAll } from '../layout/figures.ts';
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

/** Pages of every kind as headless Chromium lays them out. */
export const layoutChromium: Judge = layoutJudge(
  'layout-chromium',
  [...poppler, { debian: 'chromium', command: 'chromium' }],
  false,
  startChromium,
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
);

function layoutJudge(
  name: string,
  needs: readonly Need[],
  reportOnly: boolean,
  start: (context: Context) => Promise<Renderer>,
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

    seeds: seedsFor(start),
  };
}

/** Pages that both lay out alike, and the same pages with a fault for us alone. */
function seedsFor(start: (context: Context) => Promise<Renderer>): readonly Seed[] {
  const inPixels = /^page 1: [\d.]+ × [\d.]+ px at .*: ours is #/;
  const seedOn =
    (name: string) =>
    (fault: string, expect: RegExp, edit: (html: string) => string): Seed => ({
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
    });
  const words = seedOn('boxes/flow-root');
  const pixels = seedOn('vertical/text');
  return [
    words('another margin of the page', /is \+2\.0 px across/, style('@page { margin-left: 22px }')),
    words('words in other lines', /“out” is .*[1-9]\d\.\d px down/, style('p { display: inline }')),
    words(
      'a box that is 2 px too high',
      /\d+ × 2 px at .*: ours is #ccddee/,
      style('.root { padding-bottom: 2px; margin-bottom: -2px }'),
    ),
    words('a page too many', /^2 pages, where/, style('.root { break-after: page }')),
    pixels('another character in a page of pixels', /lacks “維”/, (html) => html.replace('雄，', '維，')),
    pixels(
      'a column of pixels 2 px lower',
      inPixels,
      style('.v p:first-child { padding-block-start: 2px; margin-block-end: -2px }'),
    ),
    pixels('letters turned in a page of pixels', inPixels, style('.side { text-orientation: upright }')),
  ];
}

function style(css: string): (html: string) => string {
  return (html) => html.replace('</head>', `<style>${css}</style></head>`);
}

function edited(page: PageSource, edit: (html: string) => string): PageSource {
  return { ...page, html: edit(page.html) };
}
