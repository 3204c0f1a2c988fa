import { difference } from '../../docx/revisions/difference.ts';
import { countWords, splitWords } from '../../unicode/words.ts';

/** One of before, one of after, or both of one thing. */
export interface Pair {
  /** Index; undefined for what comes in. */
  readonly before: number | undefined;
  /** Index; undefined for what goes. */
  readonly after: number | undefined;
}

/** What is paired. */
export interface Aligned {
  readonly text: string;
  /** What it is by its form: where there is one of a form before and after, that is the same one edited. */
  readonly form: string;
}

/** Longer ways than this are not looked for: everything counts as one gap. */
const mostSteps = 4000;

/** Texts that share less than this part of their words are not the same text edited. */
const leastLikeness = 0.34;

/** Gaps of more pairs than this are not weighed against each other. */
const largestGap = 250_000;

/** Pairs texts in order: equal ones first, then in the gaps between them those that are most alike. */
export function align(before: readonly Aligned[], after: readonly Aligned[]): readonly Pair[] {
  const textsOf = (all: readonly Aligned[]) => all.map(({ text }) => text);
  const steps = difference(textsOf(before), textsOf(after), mostSteps) ?? allOf(before, after);
  const result: Pair[] = [];
  let [gone, come]: [number[], number[]] = [[], []];
  const closeGap = () => {
    result.push(...pairGap(gone, come, before, after));
    [gone, come] = [[], []];
  };
  for (const step of steps) {
    if (step.kind === 'deleted') gone.push(step.before);
    else if (step.kind === 'inserted') come.push(step.after);
    else {
      closeGap();
      result.push({ before: step.before, after: step.after });
    }
  }
  closeGap();
  return result;
}

function allOf(
  before: readonly Aligned[],
  after: readonly Aligned[],
): ReturnType<typeof difference> & object {
  return [
    ...before.map((_, at) => ({ kind: 'deleted', before: at }) as const),
    ...after.map((_, at) => ({ kind: 'inserted', after: at }) as const),
  ];
}

/** The pairs of a gap that keep the order and are most alike over all. */
function pairGap(
  gone: readonly number[],
  come: readonly number[],
  before: readonly Aligned[],
  after: readonly Aligned[],
): readonly Pair[] {
  if (gone.length * come.length > largestGap) return [...gone.map(leaving), ...come.map(coming)];
  const [a, b] = [gone.map((at) => wordsOf(before[at]!.text)), come.map((at) => wordsOf(after[at]!.text))];
  const [formsOfGone, formsOfCome] = [gone.map((at) => before[at]!.form), come.map((at) => after[at]!.form)];
  const areOnly = (i: number, j: number): boolean =>
    formsOfGone[i] === formsOfCome[j] && isOnly(formsOfGone, i) && isOnly(formsOfCome, j);
  // best[i][j]: of what is behind i and j.
  const best = Array.from({ length: a.length + 1 }, () => new Float64Array(b.length + 1));
  const pairAt = (i: number, j: number): number => {
    const likeness = areOnly(i, j) ? 1 : likenessOf(a[i]!, b[j]!);
    return likeness < leastLikeness ? Number.NEGATIVE_INFINITY : likeness + best[i + 1]![j + 1]!;
  };
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, pairAt(i, j));
    }
  }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (best[i]![j] === pairAt(i, j)) pairs.push({ before: gone[i++]!, after: come[j++]! });
    else if (best[i]![j] === best[i + 1]![j]) pairs.push(leaving(gone[i++]!));
    else pairs.push(coming(come[j++]!));
  }
  return [...pairs, ...gone.slice(i).map(leaving), ...come.slice(j).map(coming)];
}

/** Whether no other is as one. */
function isOnly(forms: readonly string[], at: number): boolean {
  return forms.indexOf(forms[at]!) === at && forms.lastIndexOf(forms[at]!) === at;
}

const leaving = (at: number): Pair => ({ before: at, after: undefined });
const coming = (at: number): Pair => ({ before: undefined, after: at });

function wordsOf(text: string): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const { text: word, isWord } of splitWords(text)) {
    if (isWord) words.set(word, (words.get(word) ?? 0) + 1);
  }
  // What has no word is like what reads the same alone.
  return words.size === 0 && countWords(text) === 0 ? new Map([[text, 1]]) : words;
}

/** Words that both have, by all of both (Dice). */
function likenessOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [shared, all] = [0, 0];
  for (const [word, count] of a) {
    shared += Math.min(count, b.get(word) ?? 0);
    all += count;
  }
  for (const count of b.values()) all += count;
  return all === 0 ? 0 : (2 * shared) / all;
}
