import { atomCharacter, type Leaf, type LeafUnit, type LeafWrapper } from '../../content/importing/leaves.ts';
import { escapeFurtherLines, escapeStart } from '../../content/importing/write-text.ts';
import type { ReadMarks } from '../../docx/reading/model.ts';
import { difference, type Step } from '../../docx/revisions/difference.ts';
import type { Atoms } from './atoms.ts';
import { type Hunk, insertionPoint, type PlacedTokens } from './insertion-point.ts';
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
  readonly atoms: Atoms;
}

/** A change, and how what is no text is written in it. */
interface WritingChange extends LeafChange {
  readonly writeAtom: WriteAtom;
}

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
  const placed = { leaf, tokens: before, units, dead };
  const writeAtom = change.atoms.writer([...gone]);
  const edits = hunks.map((hunk) => editsOfHunk(hunk, { ...change, writeAtom }, placed));
  return edits.every((made) => made !== undefined) ? joined(edits.flat()) : undefined;
}

/** The whole content of a leaf written anew; what it held that is no text is taken over. */
export function rewriteLeaf({ leaf, after, atoms }: LeafChange): Edit {
  const writeAtom = atoms.writer(leaf.units);
  const text =
    writeTokens(after, { base: plainMarks, inCell: leaf.node.type === 'tableCell', writeAtom }) ?? '';
  return {
    start: leaf.start,
    end: leaf.end,
    text: leaf.node.type === 'paragraph' ? escapeStart(text) : text,
  };
}

/** Longer ways than this are not looked for: both are the same text. */
const mostSteps = 3000;

/** The units of the leaf that each token is made of: none for what the template adds. Undefined where they do not match. */
function unitsOfTokens(
  tokens: readonly ImportToken[],
  leaf: Leaf,
): readonly (readonly LeafUnit[])[] | undefined {
  const written = tokens.map(({ text }) => text).join('');
  const plain = (character: string) => {
    if (character === '\n' && leaf.node.type === 'code') return atomCharacter;
    return /\s/.test(character) ? ' ' : character;
  };
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

function editsOfHunk(hunk: Hunk, change: WritingChange, placed: PlacedTokens): readonly Edit[] | undefined {
  const { leaf } = change;
  const gone = placed.units.slice(hunk.from, hunk.to).flat();
  const deletions = rangesOf(gone, placed.dead);
  if (hunk.come.length === 0) return deletions;
  const { at, base } = insertionPoint(hunk, placed);
  const text = textOfHunk(hunk, gone, change, base, at === leaf.start);
  return text === undefined ? undefined : [...deletions, { start: at, end: at, text }];
}

function textOfHunk(
  hunk: Hunk,
  gone: readonly LeafUnit[],
  change: WritingChange,
  base: ReadMarks,
  isStart: boolean,
): string | undefined {
  const { leaf, writeAtom } = change;
  const { type } = leaf.node;
  if (type === 'code') return codeText(hunk.come);
  const begins = isStart && type === 'paragraph';
  const same = markedAsWritten(hunk, gone, change, base);
  if (same !== undefined) return same;
  const text = writeTokens(hunk.come, { base, inCell: type === 'tableCell', writeAtom });
  if (text === undefined) return undefined;
  return begins ? escapeStart(text) : escapeFurtherLines(text);
}

/** Code is written as it is shown. */
function codeText(tokens: readonly ImportToken[]): string {
  return tokens.map(({ atom, text }) => (atom ? (atom.kind === 'break' ? '\n' : '') : text)).join('');
}

/** The same words with other marks keep what they are written as: variables, escapes. Undefined for other words. */
function markedAsWritten(
  { from, to, come }: Hunk,
  gone: readonly LeafUnit[],
  { before, source, writeAtom }: WritingChange,
  base: ReadMarks,
): string | undefined {
  const textOf = (tokens: readonly ImportToken[]) => tokens.map(({ text }) => text).join('');
  const [first, last] = [gone[0], gone.at(-1)];
  const isWord = (token: ImportToken) => token.text.trim() !== '';
  const look = come.find(isWord);
  if (!first || !last || !look || textOf(before.slice(from, to)) !== textOf(come)) return undefined;
  const isOne = come.every((token) => !isWord(token) || hasSameMarks(token, look));
  const isPlain = gone.every(({ wrappers, atom }) => wrappers.length === 0 && !atom);
  if (!isOne || !isPlain) return undefined;
  const shell = writeTokens([{ ...look, text: placeholder }], { base, inCell: false, writeAtom });
  return shell?.replace(placeholder, () => source.slice(first.start, last.end));
}

/** Stands for a text that is put in its place; no text has it. */
const placeholder = '\ue000';

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
