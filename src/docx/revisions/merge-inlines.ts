import { isWrittenApart } from '../../unicode/words.ts';
import type { Inline, Revised } from '../model.ts';
import { difference, type Step } from './difference.ts';
import { neighbours } from './neighbours.ts';
import type { Token } from './tokens.ts';

/** A token and what becomes of it; undefined where it stays. */
interface Marked {
  readonly token: Token;
  readonly revised: Revised | undefined;
}

/** Longer ways than this are not looked for: paragraphs so far apart are not compared word by word. */
const mostSteps = 1500;

/**
 * Two versions of a paragraph as one, word by word; undefined where more of its words change than stay, for then a reader
 * sees better what was meant from the whole of both.
 */
export function mergeInlines(
  before: readonly Token[],
  after: readonly Token[],
): readonly Inline[] | undefined {
  const steps = difference(keysOf(before), keysOf(after), mostSteps);
  if (!steps) return undefined;
  const marked = withoutLoneMatches(steps, before, after);
  const count = (tokens: readonly Token[]) => tokens.filter(({ word }) => word !== undefined).length;
  const kept = count(marked.flatMap(({ token, revised }) => (revised ? [] : [token])));
  const most = Math.max(count(before), count(after));
  return kept * 2 < most ? undefined : joined(marked);
}

/** A whole paragraph's content as it comes in or goes. */
export function markAll(tokens: readonly Token[], revised: Revised | undefined): readonly Inline[] {
  return joined(tokens.map((token) => ({ token, revised })));
}

const keysOf = (tokens: readonly Token[]) => tokens.map(({ key }) => key);

/** A space, a mark or a single ideograph that happens to be the same between two changes is changed with them. */
function withoutLoneMatches(
  steps: readonly Step[],
  before: readonly Token[],
  after: readonly Token[],
): readonly Marked[] {
  const result: Marked[] = [];
  for (let i = 0; i < steps.length; ) {
    const end = endOfRun(steps, i);
    const run = steps.slice(i, end);
    const isBetween = i > 0 && end < steps.length;
    if (run[0]!.kind === 'same' && isBetween && isLone(run, before)) {
      // What goes comes before what comes in, over both changes.
      const next = endOfRun(steps, end);
      const come: Step[] = [];
      while (result.at(-1)?.revised === 'inserted') come.unshift(undo(result.pop()!, after));
      result.push(...changed([...come, ...run, ...steps.slice(end, next)], before, after));
      i = next;
    } else {
      result.push(
        ...(run[0]!.kind === 'same' ? run.map((step) => kept(step, before)) : changed(run, before, after)),
      );
      i = end;
    }
  }
  return result;
}

/** Steps that are all the same, or all changes. */
function endOfRun(steps: readonly Step[], from: number): number {
  const isSame = steps[from]?.kind === 'same';
  let end = from;
  while (end < steps.length && (steps[end]!.kind === 'same') === isSame) end++;
  return end;
}

function isLone(run: readonly Step[], before: readonly Token[]): boolean {
  const words = run.flatMap((step) => (step.kind === 'same' ? [before[step.before]!.word] : []));
  const [only, ...more] = words.filter((word) => word !== undefined);
  const isLoneIdeograph =
    only !== undefined && [...only].length === 1 && !isWrittenApart(only.codePointAt(0)!);
  return more.length === 0 && (only === undefined || isLoneIdeograph) && run.length <= 3;
}

const undo = ({ token }: Marked, after: readonly Token[]): Step => ({
  kind: 'inserted',
  after: after.indexOf(token),
});

function kept(step: Step, before: readonly Token[]): Marked {
  return { token: before[step.kind === 'inserted' ? -1 : step.before]!, revised: undefined };
}

/** Steps as changes: what is the same goes and comes in again. */
function changed(
  steps: readonly Step[],
  before: readonly Token[],
  after: readonly Token[],
): readonly Marked[] {
  const gone = steps.flatMap((step) => (step.kind === 'inserted' ? [] : [before[step.before]!]));
  const come = steps.flatMap((step) => (step.kind === 'deleted' ? [] : [after[step.after]!]));
  return [
    ...gone.map((token) => ({ token, revised: 'deleted' as const })),
    ...come.map((token) => ({ token, revised: 'inserted' as const })),
  ];
}

/** Tokens as inlines again: links hold what stands in them, and text of one look is one. */
function joined(marked: readonly Marked[]): readonly Inline[] {
  return neighbours(marked, (a, b) => a.token.target === b.token.target).flatMap((group) => {
    const inner = neighbours(group, (a, b) => a.revised === b.revised).flatMap((part): readonly Inline[] => {
      const children = joinTexts(part.map(({ token }) => token.inline));
      const { revised } = part[0]!;
      return revised ? [{ kind: 'revision', revised, children }] : children;
    });
    const { link } = group[0]!.token;
    return link ? [{ ...link, children: inner }] : inner;
  });
}

function joinTexts(inlines: readonly Inline[]): readonly Inline[] {
  return neighbours(inlines, (a, b) => a.kind === 'text' && b.kind === 'text' && a.format === b.format).map(
    (group) => {
      const first = group[0]!;
      if (first.kind !== 'text') return first;
      return { ...first, text: group.map((each) => (each.kind === 'text' ? each.text : '')).join('') };
    },
  );
}
