import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Agreement, comparePdfs } from './compare-pdfs.ts';
import type { MeasuredPage } from './measured-pages.ts';
import type { PageSource } from './page-source.ts';
import { renderPage } from './render-page.ts';
import type { Renderer } from './renderer.ts';

/** A page, and how two renderings of it agree; a message where there are not two. */
export type Measured = MeasuredPage & ({ readonly agreement: Agreement } | { readonly failure: string });

/** Renders pages with us and with another, and compares them one after another. */
export async function measure(
  root: string,
  pages: readonly MeasuredPage[],
  other: Renderer,
  folder: string,
): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const { group, page } of pages) {
    const outcome = await comparePage(root, page, page, other, folder);
    measured.push(
      typeof outcome === 'string' ? { group, page, failure: outcome } : { group, page, agreement: outcome },
    );
  }
  return measured;
}

/** Compares our layout of one page with another's of another: of the same but for faults put in on purpose. */
export async function comparePage(
  root: string,
  page: PageSource,
  theirPage: PageSource,
  other: Renderer,
  folder: string,
): Promise<Agreement | string> {
  const { value: pdf, diagnostics } = await renderPage(root, page);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!pdf) return errors.map(({ code, message }) => `${code}: ${message}`).join('; ');
  const [ours, theirs] = [join(folder, 'ours.pdf'), join(folder, 'theirs.pdf')];
  writeFileSync(ours, pdf);
  try {
    writeFileSync(theirs, await other.print(theirPage));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return comparePdfs({
    ours,
    theirs,
    other: other.name,
    folder: join(folder, 'rasters'),
    compare: page.compare,
  });
}
