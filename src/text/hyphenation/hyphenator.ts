/** A trie of patterns by character: a subtree, the levels that end here (an index), or both. */
export type PatternTrie = {
  readonly [character: string]: PatternTrie | readonly [PatternTrie, number] | number;
};

/** Liang's patterns: their levels, each list once, and the trie that names them; `.` stands for a word's edge. */
export type Patterns = readonly [levels: readonly (readonly number[])[], trie: PatternTrie];

/** How a language breaks its words. */
export interface Hyphenator {
  /** Letters that its typesetters keep before and after a hyphen. */
  readonly before: number;
  readonly after: number;
  /** UTF-16 offsets in a word, in order, at which it may be broken; the word is in lower case, in composed characters. */
  breaks(word: string): readonly number[];
}

/**
 * Liang's algorithm (Word Hy-phen-a-tion by Com-put-er, 1983): of all patterns in a word, the highest level at each
 * place counts; it may be broken where that is odd. `exceptions` are words that say it themselves: `ta-ble`.
 */
export function createHyphenator(
  [levels, trie]: Patterns,
  { before, after }: { readonly before: number; readonly after: number },
  exceptions: readonly string[] = [],
): Hyphenator {
  const told = new Map(exceptions.map((word) => [word.replaceAll('-', ''), placesOf(word)]));
  return {
    before,
    after,
    breaks: (word) => told.get(word) ?? liang(word, levels, trie),
  };
}

function placesOf(exception: string): readonly number[] {
  let length = 0;
  return exception
    .split('-')
    .slice(0, -1)
    .map((part) => {
      length += part.length;
      return length;
    });
}

function liang(word: string, levels: Patterns[0], trie: PatternTrie): readonly number[] {
  const edged = `.${word}.`;
  const highest = new Uint8Array(word.length + 3);
  for (let start = 0; start < edged.length; start++) {
    // A level list of a pattern begins before its first letter; one at the word's start has none before the edge.
    const base = Math.max(0, start - 1);
    let node: PatternTrie = trie;
    for (let at = start; at < edged.length; at++) {
      const next: PatternTrie[string] | undefined = node[edged[at]!];
      if (next === undefined) break;
      const [subtree, index] = partsOf(next);
      if (index >= 0) raise(highest, base, levels[index]!);
      if (!subtree) break;
      node = subtree;
    }
  }
  const result: number[] = [];
  for (let at = 1; at < word.length; at++) if (highest[at]! % 2 === 1) result.push(at);
  return result;
}

function partsOf(node: PatternTrie[string]): readonly [PatternTrie | undefined, number] {
  if (typeof node === 'number') return [undefined, node];
  return isPair(node) ? node : [node, -1];
}

function isPair(node: PatternTrie | readonly [PatternTrie, number]): node is readonly [PatternTrie, number] {
  return Array.isArray(node);
}

function raise(highest: Uint8Array, base: number, levels: readonly number[]): void {
  for (let i = 0; i < levels.length; i++) {
    if (levels[i]! > highest[base + i]!) highest[base + i] = levels[i]!;
  }
}
