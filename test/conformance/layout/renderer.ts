import type { PageSource } from './page-source.ts';

/** What a page's layout is compared with. */
export interface Renderer {
  /** As a sentence names it: `Chromium`. */
  readonly name: string;
  /** With its version. */
  readonly version: string;
  /** The PDF of a page, on the paper that its `@page` rules say. */
  print(page: Pick<PageSource, 'path' | 'browserHtml'>): Promise<Uint8Array>;
  close(): Promise<void>;
}
