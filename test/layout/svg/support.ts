import type { DisplayItem } from '../../../src/layout/paged-document.ts';
import { printed } from '../support/filled.ts';

/** The items of a page of 100 pt that holds nothing but some HTML. Throws on any finding but those of `expected`. */
export async function pageItems(html: string, expected: string[] = []): Promise<readonly DisplayItem[]> {
  const css = '@page { size: 100pt; margin: 0 } body { margin: 0 } svg, img { display: block }';
  const page = `<html lang="en"><body>${html}</body></html>`;
  return (await printed(page, css, expected)).pages[0]?.items ?? [];
}
