import { linesOf, type PageWords, type Word } from './pdf-words.ts';

/** How far a word may stand from its place, in pt, after the document's median shift. */
const acrossTolerance = 0.75;
const downTolerance = 1;

/** How the words of two renderings of a page agree. */
export interface WordAgreement {
  /** Words of the other rendering, and how many of them stand in ours on the same page at the same place. */
  readonly words: number;
  readonly placed: number;
  /** How much lower the words of ours are in the median, in pt. */
  readonly shift: number;
  /** Other pages, other lines, words that stand elsewhere: in words, with the page first. */
  readonly differences: readonly string[];
}

/** A word of ours and the nearest of the same letters in the other rendering. */
interface Pair {
  readonly page: number;
  readonly ours: Word;
  readonly theirs: Word;
}

/** Holds our words to those of another rendering, called `other` in what is said. */
export function compareWords(
  ours: readonly PageWords[],
  theirs: readonly PageWords[],
  other: string,
): WordAgreement {
  const pairs = theirs.flatMap(({ words }, page) => pairsOf(ours[page]?.words ?? [], words, page));
  const shift = median(pairs.map((pair) => pair.ours.middle - pair.theirs.middle));
  const far = pairs.filter((pair) => !isPlaced(pair, shift));
  const words = theirs.reduce((sum, page) => sum + page.words.length, 0);
  return {
    words,
    placed: pairs.length - far.length,
    shift,
    differences: [
      ...comparePapers(ours, theirs, other),
      ...theirs.flatMap((page, index) => lineDifferences(ours[index], page, index, other)),
      ...far.map((pair) => describeFar(pair, shift)),
    ],
  };
}

/** Pairs words of the same letters, the nearest first; what finds no fellow is left out. */
function pairsOf(ours: readonly Word[], theirs: readonly Word[], page: number): readonly Pair[] {
  const byText = new Map<string, Word[]>();
  for (const word of ours) byText.set(word.text, [...(byText.get(word.text) ?? []), word]);
  const candidates = theirs.flatMap((word) => (byText.get(word.text) ?? []).map((own) => ({ own, word })));
  candidates.sort((a, b) => distance(a.own, a.word) - distance(b.own, b.word));
  const taken = new Set<Word>();
  return candidates.flatMap(({ own, word }) => {
    if (taken.has(own) || taken.has(word)) return [];
    taken.add(own).add(word);
    return [{ page, ours: own, theirs: word }];
  });
}

const distance = (a: Word, b: Word): number => Math.abs(a.left - b.left) + Math.abs(a.middle - b.middle);

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

function isPlaced({ ours, theirs }: Pair, shift: number): boolean {
  return (
    Math.abs(across({ ours, theirs })) <= acrossTolerance &&
    Math.abs(ours.middle - theirs.middle - shift) <= downTolerance
  );
}

/**
 * How much further right a word stands, at the end of it that is nearer to its place: the spacing after its last letter and
 * blank marks of its direction count to what it takes up.
 */
function across({ ours, theirs }: Pick<Pair, 'ours' | 'theirs'>): number {
  const [left, right] = [ours.left - theirs.left, ours.right - theirs.right];
  return Math.abs(left) <= Math.abs(right) ? left : right;
}

function describeFar({ page, ours, theirs }: Pair, shift: number): string {
  const px = (pt: number) => `${pt >= 0 ? '+' : '−'}${(Math.abs(pt) / 0.75).toFixed(1)}`;
  return `page ${page + 1}: “${ours.text}” is ${px(across({ ours, theirs }))} px across, ${px(ours.middle - theirs.middle - shift)} px down`;
}

/** Letters and digits of each page of ours that the other's lacks: which they are, wherever they stand. */
export function compareLetters(
  ours: readonly PageWords[],
  theirs: readonly PageWords[],
  other: string,
): readonly string[] {
  return ours.flatMap((page, index) => {
    const left = lettersOf(theirs[index]);
    const strange = lettersOf(page).filter((letter) => {
      const at = left.indexOf(letter);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    return strange.length === 0 ? [] : [`page ${index + 1}: ${other} lacks “${strange.join('')}”`];
  });
}

function lettersOf(page: PageWords | undefined): string[] {
  return (page?.words ?? []).flatMap(({ text }) => text.match(/[\p{L}\p{N}]/gu) ?? []);
}

/** Other counts of pages, and pages of another size. */
export function comparePapers(
  ours: readonly PageWords[],
  theirs: readonly PageWords[],
  other: string,
): readonly string[] {
  const count =
    ours.length === theirs.length ? [] : [`${ours.length} pages, where ${other} has ${theirs.length}`];
  const size = ({ width, height }: PageWords) =>
    `${(width / 0.75).toFixed(0)} × ${(height / 0.75).toFixed(0)} px`;
  const papers = theirs.flatMap((page, index) => {
    const own = ours[index];
    return !own || size(own) === size(page)
      ? []
      : [`page ${index + 1}: ${size(own)}, where ${other} has ${size(page)}`];
  });
  return [...count, ...papers];
}

/** Lines that do not hold the same words, in the order of the longest that both have. */
function lineDifferences(
  ours: PageWords | undefined,
  theirs: PageWords,
  page: number,
  other: string,
): readonly string[] {
  const textOf = (words: readonly Word[]) =>
    linesOf(words).map((line) => line.map(({ text }) => text).join(' '));
  const own = textOf(ours?.words ?? []);
  const their = textOf(theirs.words);
  const { extra, missing } = lineDiff(own, their);
  return [
    ...extra.map((line) => `page ${page + 1}: the line “${line}” is ours alone`),
    ...missing.map((line) => `page ${page + 1}: ${other} alone has the line “${line}”`),
  ];
}

/** What stands in one list and not, in the same order, in the other. */
function lineDiff(
  own: readonly string[],
  their: readonly string[],
): { readonly extra: readonly string[]; readonly missing: readonly string[] } {
  const common = commonLengths(own, their);
  const extra: string[] = [];
  const missing: string[] = [];
  let [i, j] = [0, 0];
  while (i < own.length || j < their.length) {
    if (i < own.length && own[i] === their[j]) {
      i += 1;
      j += 1;
    } else if (j >= their.length || (i < own.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
      extra.push(own[i++]!);
    } else missing.push(their[j++]!);
  }
  return { extra, missing };
}

/** Lengths of the longest common subsequences of what follows each pair of places. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i]![j] =
        a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  return table;
}
