import { join } from 'node:path';
import type { Context, Fault, Judge } from '../judge.ts';
import { type Browser, startChromium } from '../layout/chromium.ts';
import { withFileFonts } from '../layout/page-source.ts';
import { browserLines } from '../line-breaks/browser-lines.ts';
import { type Agreement, compareLines } from '../line-breaks/compare-lines.ts';
import { pageOf, paragraphsOf, type Sample, samples, widths } from '../line-breaks/languages.ts';
import { ourLines } from '../line-breaks/our-lines.ts';
import { reasonFor } from '../line-breaks/reasons.ts';

/** The part of a language's line breaks that have to be equal. */
const least = 0.97;

/** Running text of many languages, broken into lines by the tool and by headless Chromium with the same faces. */
export const lineBreaks: Judge = {
  name: 'line-breaks',
  needs: [{ debian: 'chromium', command: 'chromium' }],

  async judge(context) {
    const browser = await startChromium();
    try {
      const found: [string, Agreement][] = [];
      for (const sample of samples) found.push([sample.language, await agreement(context, browser, sample)]);
      return {
        tool: browser.version,
        count: found.reduce((sum, [, { breaks }]) => sum + breaks, 0),
        unit: 'line breaks',
        faults: found.flatMap(([language, agreed]) => faultsOf(language, agreed)),
        notes: found.flatMap(([language, agreed]) => notesOf(language, agreed)),
      };
    } finally {
      await browser.close();
    }
  },

  seeds: [
    {
      fault: 'letters are spaced for us alone',
      expect: /^en: \d\d\.\d % of \d+ line breaks are equal, not 97 %/,
      judge: (context) => seeded(context, 'en', 'p { letter-spacing: 0.3px }'),
    },
    {
      fault: 'words of Korean are kept whole for us alone',
      expect: /^ko: \d\d\.\d % of \d+ line breaks are equal, not 97 %/,
      judge: (context) => seeded(context, 'ko', 'p { word-break: keep-all }'),
    },
  ],
};

async function seeded(context: Context, language: string, css: string): Promise<readonly Fault[]> {
  const browser = await startChromium();
  try {
    const sample = samples.find((entry) => entry.language === language)!;
    return faultsOf(language, await agreement(context, browser, sample, css));
  } finally {
    await browser.close();
  }
}

/** `css` is for our page alone. */
async function agreement({ root, temporary }: Context, browser: Browser, sample: Sample, css = '') {
  const paragraphs = paragraphsOf(root, sample.language);
  const page = {
    path: join(temporary, `${sample.language}.html`),
    browserHtml: withFileFonts(pageOf(sample, paragraphs), root),
  };
  const theirs = (await browser.evaluate(page, browserLines)) as readonly (readonly number[])[];
  const ours = await ourLines(root, pageOf(sample, paragraphs, css));
  return compareLines(paragraphs, widths, ours, theirs);
}

function faultsOf(language: string, { equal, breaks }: Agreement): readonly Fault[] {
  if (equal >= least * breaks) return [];
  const message = `${language}: ${percent(equal / breaks)} of ${breaks} line breaks are equal, not 97 %`;
  return [{ at: language, message }];
}

function notesOf(language: string, { equal, breaks, differences }: Agreement): readonly string[] {
  const unexplained = differences.filter((difference) => reasonFor(difference) === undefined);
  const counts = new Map<string, number>();
  for (const difference of differences) {
    const reason = reasonFor(difference) ?? 'without a known reason';
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const why = Array.from(counts, ([reason, count]) => `${count} × ${reason}`).join('; ');
  return [
    `${language}: ${percent(equal / breaks)} of ${breaks} line breaks as Chromium's${why === '' ? '' : `; paragraphs that differ: ${why}`}`,
    ...unexplained.map(
      ({ width, ours, theirs }) => `  ${language}, ${width}px: ours “${ours}”, Chromium's “${theirs}”`,
    ),
  ];
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}
