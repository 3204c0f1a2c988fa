import { endsLine } from './character.ts';
import { chooseFaces, type UncoveredCluster } from './choose-faces.ts';
import type { FontBook, PrimaryFace } from './font-book.ts';
import { type ParagraphText, textItemOf } from './paragraph-text.ts';
import type { ScriptLookup } from './script.ts';

/** A stretch that is shaped at once: one item, level, script and face. Offsets are into the paragraph's text. */
export interface TextRun {
  readonly item: number;
  readonly start: number;
  readonly end: number;
  readonly level: number;
  readonly script: string;
  readonly face: PrimaryFace;
}

/** What itemizing found. */
export interface Itemized {
  readonly runs: readonly TextRun[];
  /** By item; offsets into the item's text. */
  readonly uncovered: readonly (UncoveredCluster & { readonly item: number })[];
}

/** Cuts a paragraph's texts where anything that shaping depends on changes. Forced breaks belong to no run. */
export function itemize(text: ParagraphText, levels: Uint8Array, book: FontBook): Itemized {
  const only = singleScript(text.text, book.shaper.scriptOf);
  const scripts = only ? [] : resolveScripts(text.text, book.shaper.scriptOf);
  const isPlain = only !== undefined && levels.every((level) => level === levels[0]);
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

/** The script of a text on one line in which all letters are of one, or which has none: of most. */
function singleScript(text: string, scriptOf: ScriptLookup): string | undefined {
  let only = 'Zyyy';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (endsLine(unit) || (unit & 0xf800) === 0xd800) return undefined;
    const script = scriptOf(unit);
    if (script === 'Zyyy' || script === only) continue;
    if (only !== 'Zyyy') return undefined;
    only = script;
  }
  return only;
}

/**
 * The script of each code unit. Common and inherited characters take the script before them, at the start the one
 * that follows (UAX #24 §5.1, §5.2).
 */
function resolveScripts(text: string, scriptOf: ScriptLookup): readonly string[] {
  const scripts = new Array<string>(text.length);
  let current: string | undefined;
  let pending = 0;
  for (let at = 0; at < text.length; ) {
    const point = text.codePointAt(at)!;
    const next = at + (point > 0xffff ? 2 : 1);
    const own = scriptOf(point);
    if (own !== 'Zyyy' && current === undefined) scripts.fill(own, pending, at);
    if (own !== 'Zyyy') current = own;
    scripts.fill(current ?? 'Zyyy', at, next);
    if (endsLine(point)) {
      current = undefined;
      pending = next;
    }
    at = next;
  }
  return scripts;
}
