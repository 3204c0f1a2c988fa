import type { Leaf, LeafUnit, LeafWrapper } from '../../content/importing/leaves.ts';
import { escapeStart } from '../../content/importing/write-text.ts';
import type { ReadMarks } from '../../docx/reading/model.ts';
import { difference, type Step } from '../../docx/revisions/difference.ts';
import { type ImportToken, stepsBetween } from './paragraph-text.ts';
import { hasSameMarks, plainMarks, type WriteAtom, writeTokens } from './write-tokens.ts';

/** A stretch of the source and what stands in its place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A leaf and how its paragraph reads before and after. */
export interface LeafChange {
  readonly leaf: Leaf;
  readonly source: string;
  readonly before: readonly ImportToken[];
  readonly after: readonly ImportToken[];
  /** Of what comes in. */
  readonly writeAtom: WriteAtom;
}

/** What stood at one place and what stands there now; tokens of before from `from` up to `to`. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly come: readonly ImportToken[];
}

/** Longer ways than this are not looked for. */
const mostSteps = 3000;

/** The edits of the source that make of a leaf what it reads as now. Undefined where its marks would have to be cut. */
export function editLeaf(change: LeafChange): readonly Edit[] | undefined {
  const { leaf, before, after } = change;
  const units = unitsOfTokens(before, leaf);
  const steps = stepsBetween(before, after);
  if (!units || !steps) return undefined;
  const hunks = hunksOf(wholeVariables(steps, units), after);
  const gone = new Set(hunks.flatMap(({ from, to }) => units.slice(from, to).flat()));
  const dead = new Set(
    leaf.units.flatMap(({ wrappers }) => wrappers).filter((wrapper) => holdsOnly(leaf, wrapper, gone)),
  );
  const edits: Edit[] = [];
  for (const hunk of hunks) {
    const made = editsOfHunk(hunk, change, units, dead);
    if (!made) return undefined;
    edits.push(...made);
  }
  return joined(edits);
}

/** The whole content of a leaf written anew; what it held that is no text is taken over. */
export function rewriteLeaf({ leaf, after, writeAtom }: LeafChange): Edit {
  const text =
    writeTokens(after, { base: plainMarks, inCell: leaf.node.type === 'tableCell', writeAtom }) ?? '';
  return {
    start: leaf.start,
    end: leaf.end,
    text: leaf.node.type === 'paragraph' ? escapeStart(text) : text,
  };
}

/** The units of the leaf that each token is made of: none for what the template adds. Undefined where they do not match. */
function unitsOfTokens(
  tokens: readonly ImportToken[],
  leaf: Leaf,
): readonly (readonly LeafUnit[])[] | undefined {
  const written = tokens.map(({ text }) => text).join('');
  const plain = (character: string) => (/\s/.test(character) ? ' ' : character);
  const steps = difference(
    [...Array(written.length).keys()].map((i) => plain(written[i]!)),
    leaf.units.map(({ character }) => plain(character)),
    mostSteps,
  );
  if (!steps) return undefined;
  const unitAt = new Map(
    steps.flatMap((step) => (step.kind === 'same' ? [[step.before, leaf.units[step.after]!] as const] : [])),
  );
  let at = 0;
  return tokens.map(({ text }) => {
    const units = Array.from({ length: text.length }, () => unitAt.get(at++));
    return units.filter((unit) => unit !== undefined);
  });
}

/** A variable whose text is edited, in part or between its words, is no variable any more: all of it is written out. */
function wholeVariables(steps: readonly Step[], units: readonly (readonly LeafUnit[])[]): readonly Step[] {
  const variableOf = (token: number): number | undefined =>
    units[token]?.find(({ isVariable }) => isVariable)?.start;
  const touched = new Set<number>();
  let last: number | undefined;
  let hasChange = false;
  for (const step of steps) {
    if (step.kind === 'inserted') hasChange = true;
    else {
      const variable = variableOf(step.before);
      if (variable !== undefined && (step.kind === 'deleted' || (hasChange && variable === last)))
        touched.add(variable);
      last = variable;
      hasChange = false;
    }
  }
  // Deleted from its first to its last word it goes as a whole, which is the same.
  return steps.flatMap((step): readonly Step[] => {
    if (step.kind !== 'same') return [step];
    const variable = variableOf(step.before);
    if (variable === undefined || !touched.has(variable)) return [step];
    return [
      { kind: 'deleted', before: step.before },
      { kind: 'inserted', after: step.after },
    ];
  });
}

function hunksOf(steps: readonly Step[], after: readonly ImportToken[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  let open: { from: number; come: ImportToken[] } | undefined;
  const close = () => {
    if (open) hunks.push({ ...open, to: at });
    open = undefined;
  };
  for (const step of steps) {
    if (step.kind === 'same') {
      close();
      at = step.before + 1;
      continue;
    }
    open ??= { from: at, come: [] };
    if (step.kind === 'deleted') at = step.before + 1;
    else open.come.push(after[step.after]!);
  }
  close();
  return hunks;
}

function holdsOnly(leaf: Leaf, wrapper: LeafWrapper, gone: ReadonlySet<LeafUnit>): boolean {
  return leaf.units.every((unit) => !unit.wrappers.includes(wrapper) || gone.has(unit));
}

/** Where new text goes, and the marks that are around it there. */
interface InsertionPoint {
  readonly at: number;
  readonly base: ReadMarks;
}

function editsOfHunk(
  hunk: Hunk,
  change: LeafChange,
  units: readonly (readonly LeafUnit[])[],
  dead: ReadonlySet<LeafWrapper>,
): readonly Edit[] | undefined {
  const { leaf, before, source, writeAtom } = change;
  const gone = units.slice(hunk.from, hunk.to).flat();
  const deletions = rangesOf(gone, dead);
  if (hunk.come.length === 0) return deletions;
  const point = pointOf(hunk, change, units, dead);
  const stays =
    before
      .slice(hunk.from, hunk.to)
      .map(({ text }) => text)
      .join('') === hunk.come.map(({ text }) => text).join('');
  // The same words with other marks keep what they are written as: variables, escapes.
  const asWritten =
    stays && gone.length > 0 && !gone.some(({ wrappers }) => wrappers.some((each) => dead.has(each)));
  const inCell = leaf.node.type === 'tableCell';
  const text = asWritten
    ? markedAsWritten(hunk.come, source.slice(gone[0]!.start, gone.at(-1)!.end), point.base, writeAtom)
    : writeTokens(hunk.come, { base: point.base, inCell, writeAtom });
  if (text === undefined) return undefined;
  const isStart = point.at === leaf.start && leaf.node.type === 'paragraph';
  return [...deletions, { start: point.at, end: point.at, text: isStart ? escapeStart(text) : text }];
}

/** Tokens of one look around a text that is in the source already. */
function markedAsWritten(
  tokens: readonly ImportToken[],
  written: string,
  base: ReadMarks,
  writeAtom: WriteAtom,
): string | undefined {
  const first = tokens.find(({ text }) => text.trim() !== '') ?? tokens[0]!;
  const isOne = tokens.every((token) => token.text.trim() === '' || hasSameMarks(token, first));
  const marker = '\ue000';
  if (!isOne) return writeTokens(tokens, { base, inCell: false, writeAtom });
  const shell = writeTokens([{ ...first, text: marker, atom: undefined }], {
    base,
    inCell: false,
    writeAtom,
  });
  return shell?.replace(marker, () => written);
}

function pointOf(
  hunk: Hunk,
  { leaf, before }: LeafChange,
  units: readonly (readonly LeafUnit[])[],
  dead: ReadonlySet<LeafWrapper>,
): InsertionPoint {
  const gone = units.slice(hunk.from, hunk.to).flat();
  const [first] = gone;
  if (first) {
    const outer = first.wrappers.find((wrapper) => dead.has(wrapper));
    if (outer)
      return { at: outer.start, base: marksAround(first.wrappers.slice(0, first.wrappers.indexOf(outer))) };
    const token = before[units.findIndex((each) => each.includes(first))]!;
    return { at: first.start, base: first.wrappers.length > 0 ? marksOf(token) : plainMarks };
  }
  const previous = lastUnit(units, hunk.from);
  const next = firstUnit(units, hunk.to);
  const wanted = hunk.come.find(({ text, atom }) => !atom && text.trim() !== '') ?? hunk.come[0]!;
  if (previous && hasSameMarks(marksOf(previous.token, previous.unit), wanted))
    return { at: previous.unit.end, base: marksOf(wanted) };
  if (next && hasSameMarks(marksOf(next.token, next.unit), wanted))
    return { at: next.unit.start, base: marksOf(wanted) };
  if (previous) {
    const shared = previous.unit.wrappers.filter((wrapper) => next?.unit.wrappers.includes(wrapper));
    const outer = previous.unit.wrappers.find((wrapper) => !shared.includes(wrapper));
    return { at: outer ? outer.end : previous.unit.end, base: marksAround(shared) };
  }
  if (next) return { at: next.unit.wrappers[0]?.start ?? next.unit.start, base: plainMarks };
  return { at: leaf.start, base: plainMarks };

  function lastUnit(of: readonly (readonly LeafUnit[])[], end: number) {
    for (let i = end - 1; i >= 0; i--)
      if (of[i]!.length > 0) return { unit: of[i]!.at(-1)!, token: before[i]! };
    return undefined;
  }
  function firstUnit(of: readonly (readonly LeafUnit[])[], from: number) {
    for (let i = from; i < of.length; i++)
      if (of[i]!.length > 0) return { unit: of[i]![0]!, token: before[i]! };
    return undefined;
  }
}

/** The marks of a token; of what stands in no wrapper there are none, whatever its style makes of it. */
function marksOf({ isStrong, isEmphasis, isCode, href }: ReadMarks, unit?: LeafUnit): ReadMarks {
  return unit && unit.wrappers.length === 0 ? plainMarks : { isStrong, isEmphasis, isCode, href };
}

function marksAround(wrappers: readonly LeafWrapper[]): ReadMarks {
  return {
    isStrong: wrappers.some(({ isStrong }) => isStrong),
    isEmphasis: wrappers.some(({ isEmphasis }) => isEmphasis),
    isCode: wrappers.some(({ isCode }) => isCode),
    href: wrappers.findLast(({ href }) => href !== undefined)?.href,
  };
}

/** What goes, as few stretches as it is in: marks stay unless all that they hold goes. */
function rangesOf(units: readonly LeafUnit[], dead: ReadonlySet<LeafWrapper>): readonly Edit[] {
  const ranges: { start: number; end: number; wrapper: LeafWrapper | undefined }[] = [];
  for (const unit of units) {
    const outer = unit.wrappers.find((wrapper) => dead.has(wrapper));
    const last = ranges.at(-1);
    const { start, end } = outer ?? unit;
    const inner = outer ? undefined : unit.wrappers.at(-1);
    if (last && start >= last.start && end <= last.end) continue;
    if (last && last.wrapper === inner && start >= last.end) last.end = end;
    else ranges.push({ start, end, wrapper: inner });
  }
  return ranges.map(({ start, end }) => ({ start, end, text: '' }));
}

/** Edits in order, none beside another. */
function joined(edits: readonly Edit[]): readonly Edit[] {
  const result: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && edit.start <= last.end) {
      result[result.length - 1] = {
        start: last.start,
        end: Math.max(last.end, edit.end),
        text: last.text + edit.text,
      };
    } else result.push(edit);
  }
  return result;
}
