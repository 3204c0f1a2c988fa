import type { LineWidths } from '../paragraph.ts';
import { type Breakable, fitFrom, type HyphenLimits, type LineRange } from './break-lines.ts';
import type { Stop } from './break-stops.ts';

/** How lines are filled, for the demerits of each. */
export interface Fitting {
  /**
   * How far a line from `start` to a stop is from its best width: 0 as it is, above 0 by parts of what it may well be
   * stretched, down to -1 where it is narrowed as far as it may be, and below where it does not fit.
   */
  ratio(start: number, stop: Stop, available: number): number;
  /** Demerits of a paragraph's last line, and of any before a forced break, that fits as it is. */
  lastDemerits(start: number, stop: Stop, available: number): number;
  /** Demerits of every line: what keeps a paragraph from taking more lines than it must. */
  readonly perLine: number;
  /** Whether neighbours that are set very differently count as worse. */
  readonly compares: boolean;
}

/** TeX's `\hyphenpenalty`, `\doublehyphendemerits`, `\finalhyphendemerits` and `\adjdemerits` (The TeXbook, ch. 14). */
const hyphenPenalty = 50;
const doubleHyphen = 10_000;
const finalHyphen = 5_000;
const unlikeNeighbours = 10_000;

/** What a line costs that has to be broken inside a word, or that no break makes fit; and what no line is to do. */
const rescued = 1e11;
const forbidden = 1e11;

/** However loose a line is, it is no worse than this: TeX's `inf_bad`, farther out, so that loose lines still differ. */
const infinitelyBad = 100_000;

/** A way to reach a break. */
interface Node {
  /** Where the next line starts. */
  readonly start: number;
  /** Lines before it. */
  readonly lines: number;
  /** 0 very loose, 1 loose, 2 decent, 3 tight: how the line that ends here is set. */
  readonly fitness: number;
  /** How many lines in succession end in a hyphen here. */
  readonly hyphens: number;
  readonly demerits: number;
  readonly previous: Node | undefined;
  /** The line that ends here; undefined at the start of the text. */
  readonly line: LineRange | undefined;
}

/**
 * Lines with the least demerits in all (Knuth and Plass, Breaking Paragraphs into Lines, 1981): active nodes, fitness
 * classes, penalties for hyphens. A node is dropped once no line from it fits, and of the nodes at a break only those
 * are kept that may yet be the best, so that time grows with the text. Where nothing fits, the line is first-fit's,
 * so that no text overflows that would not do so there.
 */
export function totalFit(
  text: Breakable,
  widthOf: LineWidths,
  fitting: Fitting,
  limits: HyphenLimits,
): LineRange[] {
  const { stops } = text;
  const task: Task = { widthOf, fitting, limits, sameFrom: lineOfSameWidths(widthOf, stops.length) };
  let active: Node[] = [
    { start: 0, lines: 0, fitness: 2, hyphens: 0, demerits: 0, previous: undefined, line: undefined },
  ];
  for (let index = 0; index < stops.length; ) {
    const dropped = reach(active, stops[index]!, task);
    if (active.length > 0) {
      index++;
      continue;
    }
    const node = rescue(text, dropped!, widthOf, limits);
    active = [node];
    while (index > 0 && stops[index - 1]!.at > node.start) index--;
    while (index < stops.length && stops[index]!.at <= node.start) index++;
  }
  return linesTo(active.reduce((best, node) => (node.demerits < best.demerits ? node : best)));
}

interface Task {
  readonly widthOf: LineWidths;
  readonly fitting: Fitting;
  readonly limits: HyphenLimits;
  readonly sameFrom: number;
}

/** The line from which on all are of one width, as far as can be needed. */
function lineOfSameWidths(widthOf: LineWidths, most: number): number {
  const last = widthOf(most, false);
  let line = most;
  while (line > 0 && widthOf(line - 1, false) === last) line--;
  return line;
}

/**
 * Takes the nodes to a stop: those are dropped from which no line fits any more, and those at the stop are added. They
 * stand in the order of their starts, so that lines get shorter. The last one that was dropped.
 */
function reach(active: Node[], stop: Stop, task: Task): Node | undefined {
  const { fitting, limits, widthOf } = task;
  const made: Node[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const node of active) if (node.demerits < least) least = node.demerits;
  let bound = Number.POSITIVE_INFINITY;
  let dropped: Node | undefined;
  let kept = 0;
  let index = 0;
  while (index < active.length) {
    const node = active[index++]!;
    const available = widthOf(node.lines, startsAnew(node));
    const ratio = fitting.ratio(node.start, stop, available);
    if (ratio >= -1 ? !stop.forced : mayFitLater(node, stop, available, fitting)) active[kept++] = node;
    else if (!dropped || node.start > dropped.start || node.demerits < dropped.demerits) dropped = node;
    if (ratio < -1 || (stop.hyphen >= 0 && node.hyphens >= limits.lines)) continue;
    const line = lineDemerits(node, stop, ratio, available, task);
    // Lines from later nodes are looser: none of them can be better.
    if (ratio > 0 && !stop.forced && least + line > bound) break;
    const demerits = node.demerits + line;
    if (demerits > bound) continue;
    bound = Math.min(bound, demerits + unlikeNeighbours);
    keep(made, node, stop, ratio, demerits, task);
  }
  if (kept < index) {
    active.copyWithin(kept, index);
    active.length -= index - kept;
  }
  for (const node of made) if (node.demerits <= bound) active.push(node);
  return dropped;
}

/** Whether a line to a later stop may fit, since this one is too wide for its hyphen alone. */
function mayFitLater(node: Node, stop: Stop, available: number, fitting: Fitting): boolean {
  return stop.hyphen >= 0 && fitting.ratio(node.start, { ...stop, hyphen: -1 }, available) >= -1;
}

function startsAnew(node: Node): boolean {
  return node.line === undefined || node.line.last;
}

function lineDemerits(node: Node, stop: Stop, ratio: number, available: number, task: Task): number {
  const { fitting, limits } = task;
  const isHyphenated = stop.hyphen >= 0;
  let demerits = fitting.perLine;
  if (stop.forced) demerits += fitting.lastDemerits(node.start, stop, available);
  else {
    const badness = 10 + Math.min(infinitelyBad, 100 * Math.abs(ratio * ratio * ratio));
    demerits += badness * badness;
    if (isHyphenated) demerits += hyphenPenalty * hyphenPenalty;
  }
  if (node.hyphens > 0 && isHyphenated) demerits += doubleHyphen;
  if (node.hyphens > 0 && stop.forced) demerits += limits.notBeforeLast ? forbidden : finalHyphen;
  const isUnlike = Math.abs(fitnessOf(ratio, stop) - node.fitness) > 1;
  return fitting.compares && isUnlike && node.line ? demerits + unlikeNeighbours : demerits;
}

function fitnessOf(ratio: number, stop: Stop): number {
  if (stop.forced) return 2;
  if (ratio < -0.5) return 3;
  if (ratio <= 0.5) return 2;
  return ratio <= 1 ? 1 : 0;
}

/** Notes a way to reach a stop; of those that go on alike, the best is kept. */
function keep(
  made: Node[],
  previous: Node,
  stop: Stop,
  ratio: number,
  demerits: number,
  { fitting, sameFrom }: Task,
): void {
  const lines = previous.lines + 1;
  const fitness = fitting.compares ? fitnessOf(ratio, stop) : 2;
  const known = made.findIndex(
    (other) => other.fitness === fitness && Math.min(other.lines, sameFrom) === Math.min(lines, sameFrom),
  );
  if (known >= 0 && made[known]!.demerits <= demerits) return;
  made[known < 0 ? made.length : known] = {
    start: stop.at,
    lines,
    fitness,
    hyphens: stop.hyphen >= 0 ? previous.hyphens + 1 : 0,
    demerits,
    previous,
    line: { start: previous.start, end: stop.at, last: stop.forced, hyphen: stop.hyphen },
  };
}

/** The first-fit line from a node that nothing fits from. */
function rescue(text: Breakable, previous: Node, widthOf: LineWidths, limits: HyphenLimits): Node {
  const available = widthOf(previous.lines, startsAnew(previous));
  const line = fitFrom(text, previous.start, available, previous.hyphens < limits.lines)!;
  return {
    start: line.end,
    lines: previous.lines + 1,
    fitness: 2,
    hyphens: line.hyphen >= 0 ? previous.hyphens + 1 : 0,
    demerits: previous.demerits + rescued,
    previous,
    line,
  };
}

function linesTo(node: Node): LineRange[] {
  const lines: LineRange[] = [];
  for (let at: Node | undefined = node; at?.line; at = at.previous) lines.push(at.line);
  return lines.reverse();
}
