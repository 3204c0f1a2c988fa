import { createNodeHost } from '../host/node-host.ts';
import { createFontBook } from '../text/fonts/font-book.ts';
import { createFontStore } from '../text/fonts/font-store.ts';
import { shapeParagraph } from '../text/shape-paragraph.ts';
import { loadShaper } from '../text/shaping/shaper.ts';
import { makeEdition } from './edition-pages.ts';
import { readTree } from './render-file.ts';
import { fillTree, paginateTree, writePdfOf } from './render-tree.ts';

/** What the bench drives directly: one process, several documents. */
export { planBuild } from './plan.ts';
export { runJob } from './run-job.ts';
export { openSession } from './session.ts';

/** The stages of `render`, for the bench to tell what each takes. */
export const stages = {
  createNodeHost,
  readTree,
  createFontBook,
  createFontStore,
  loadShaper,
  fillTree,
  paginateTree,
  shapeParagraph,
  writePdfOf,
  makeEdition,
};
