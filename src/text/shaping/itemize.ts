import { endsLine } from '../character.ts';
import { chooseFaces, type UncoveredCluster } from '../fonts/choose-faces.ts';
import type { FontBook, PrimaryFace } from '../fonts/font-book.ts';
import { type ParagraphText, textItemOf } from '../paragraph-text.ts';
import { resolveScripts, singleScript } from './script-runs.ts';
import type { Upright } from './upright.ts';

/** A stretch that is shaped at once: one item, level, script and face. Offsets are into the paragraph's text. */
export interface TextRun {
  readonly item: number;
  readonly start: number;
  readonly end: number;
  readonly level: number;
  readonly script: string;
  readonly face: PrimaryFace;
  /** In a vertical line; undefined where it lies along its line. */
  readonly upright?: Upright;
}

/** What itemizing found. */
export interface Itemized {
  readonly runs: readonly TextRun[];
  /** By item; offsets into the item's text. */
  readonly uncovered: readonly (UncoveredCluster & { readonly item: number })[];
}

/** Cuts a paragraph's texts where anything that shaping depends on changes. Forced breaks belong to no run. */
export function itemize(text: ParagraphText, levels: Uint8Array, book: FontBook): Itemized {
  const only = singleScript(text.text);
  const scripts = only ? [] : resolveScripts(text.text);
  const isPlain = only !== undefined && areEqual(levels);
  const runs: TextRun[] = [];
  const uncovered: (UncoveredCluster & { readonly item: number })[] = [];
  for (const segment of text.segments) {
    if (segment.kind !== 'text') continue;
    const item = textItemOf(text, segment);
    const chosen = chooseFaces(item.text, item.style, book);
    for (const cluster of chosen.uncovered) uncovered.push({ ...cluster, item: segment.item });
    for (const { start, end, face } of chosen.runs) {
      if (isPlain) {
        const [from, to] = [segment.start + start, segment.start + end];
        if (to > from)
          runs.push({ item: segment.item, start: from, end: to, level: levels[0]!, script: only, face });
        continue;
      }
      cut(segment.start + start, segment.start + end, text.text, levels, scripts, (from, to) => {
        runs.push({
          item: segment.item,
          start: from,
          end: to,
          level: levels[from]!,
          script: only ?? scripts[from]!,
          face,
        });
      });
    }
  }
  return { runs, uncovered };
}

function areEqual(levels: Uint8Array): boolean {
  for (let at = 1; at < levels.length; at++) if (levels[at] !== levels[0]) return false;
  return true;
}

function cut(
  start: number,
  end: number,
  text: string,
  levels: Uint8Array,
  scripts: readonly string[],
  emit: (from: number, to: number) => void,
): void {
  let from = start;
  for (let at = start; at <= end; at++) {
    const breaking = at < end && endsLine(text.charCodeAt(at));
    const changes = at === end || breaking || levels[at] !== levels[from] || scripts[at] !== scripts[from];
    if (!changes) continue;
    if (at > from) emit(from, at);
    from = breaking ? at + 1 : at;
  }
}
