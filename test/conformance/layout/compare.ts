import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { renderFindings } from '../../../src/diagnostics/render-text.ts';
import { startChromium } from './chromium.ts';
import { type Compared, comparePdfs } from './compare-pdfs.ts';
import { nameOf, type PageSource, readPage } from './page-source.ts';
import { renderPage } from './render-page.ts';
import type { Renderer } from './renderer.ts';
import { writePages } from './write-pages.ts';

const usage = 'npm run compare -- [--png FOLDER] page.html…';

/** Compares pages as we lay them out with Chromium's, and prints where they differ; 1 where any does. */
export async function main(root: string, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { png: { type: 'string' } },
    allowPositionals: true,
  });
  if (positionals.length === 0) {
    console.error(usage);
    return 2;
  }
  const temporary = mkdtempSync(join(tmpdir(), 'compare-'));
  const browser = await startChromium();
  try {
    let equal = 0;
    for (const [index, path] of positionals.entries()) {
      const page = readPage(root, resolve(path));
      const compared = await printBoth(root, page, browser, join(temporary, String(index)));
      const isEqual = compared !== undefined && (await report(page, compared));
      if (isEqual) equal += 1;
      if (compared && values.png !== undefined) {
        const folder =
          positionals.length === 1 ? values.png : join(values.png, nameOf(page).replace('/', '-'));
        for (const written of await writePages(compared, resolve(folder))) console.log(`  ${written}`);
      }
    }
    if (positionals.length > 1) console.log(`${equal} of ${positionals.length} equal to ${browser.version}`);
    return equal === positionals.length ? 0 : 1;
  } finally {
    await browser.close();
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Writes both PDFs; undefined where the page has errors. Diagnostics are printed. */
async function printBoth(
  root: string,
  page: PageSource,
  browser: Renderer,
  folder: string,
): Promise<Compared | undefined> {
  const { value: pdf, diagnostics } = await renderPage(root, page);
  if (diagnostics.length > 0) console.log(renderFindings(diagnostics, { colour: false, excerpt: false }, ''));
  if (!pdf) return undefined;
  const files = { ours: `${folder}-ours.pdf`, theirs: `${folder}-theirs.pdf` };
  writeFileSync(files.ours, pdf);
  writeFileSync(files.theirs, await browser.print(page));
  return { ...files, other: 'Chromium', folder, compare: page.compare };
}

async function report(page: PageSource, compared: Compared): Promise<boolean> {
  const { words, placed, shift, differences } = await comparePdfs(compared);
  const isEqual = differences.length === 0;
  const verdict = isEqual ? 'equal' : `${differences.length} differences`;
  const places = `${placed} of ${words} words in place`;
  const intent = page.differs === undefined ? '' : ` (by intent: ${page.differs})`;
  console.log(`${nameOf(page)}: ${verdict}; ${places}, shifted by ${(shift / 0.75).toFixed(2)} px${intent}`);
  for (const difference of differences) console.log(`  ${difference}`);
  return isEqual;
}
