import type { Span } from '../diagnostics/source.ts';
import type { Origin } from './rendered.ts';

/*
 * A marker is U+FDD0, a decimal index, U+FDD1: non-characters, which templates and values are checked not to hold.
 * It stands in the output wherever a statement began to print, and is gone before the HTML is parsed.
 */
const opening = '\uFDD0';
const closing = '\uFDD1';

/** What no template and no value may hold. */
export const markerCharacters = /[\uFDD0\uFDD1]/;

/** The marker of a span by its index in the table of spans. */
export function marker(index: number): string {
  return `${opening}${index}${closing}`;
}

/** Takes the markers out of an output, and tells where what lies between them came from. */
export function stripMarkers(
  output: string,
  spans: readonly Span[],
  start: Span,
): { readonly html: string; readonly origins: readonly Origin[] } {
  const origins: Origin[] = [{ offset: 0, span: start }];
  let html = '';
  let end = 0;
  for (const match of output.matchAll(new RegExp(`${opening}(\\d+)${closing}`, 'g'))) {
    html += output.slice(end, match.index);
    end = match.index + match[0].length;
    // Two markers at one offset: what printed nothing gives way to what follows it.
    if (origins.at(-1)!.offset === html.length) origins.pop();
    origins.push({ offset: html.length, span: spans[Number(match[1])]! });
  }
  return { html: html + output.slice(end), origins };
}
