import type { Page } from '../../layout/paged-document.ts';
import { type DrawingContext, drawStream } from './draw-stream.ts';
import { pagePlace } from './page-place.ts';
import type { StreamContent } from './resources.ts';

/** Writes what a page shows, in order. Links and fields are annotations and not drawn. */
export function pageContent(page: Page, index: number, context: DrawingContext): StreamContent {
  const { width, height } = page;
  const around = page.bleed + page.slug;
  const scope = {
    kind: 'page',
    place: pagePlace(page),
    marks: context.marks.ofPage(index),
    visible: { x: -around, y: -around, width: width + 2 * around, height: height + 2 * around },
  } as const;
  return drawStream(page.items, scope, context);
}
