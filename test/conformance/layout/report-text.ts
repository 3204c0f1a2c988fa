/** Sentences of a report, in an order that the seed alone decides. */
export interface Writer {
  /** A whole number from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number;
  readonly sentence: () => string;
  /** Some sentences, parted by spaces. */
  readonly text: (sentences: number) => string;
  /** A few words without a full stop: for headings, cells and captions. */
  readonly phrase: () => string;
}

const subjects = [
  'The council',
  'Our branch',
  'Every school on the route',
  'The regional transport authority',
  'A survey of eleven hundred households',
  'The working group on streets and squares',
  'Half of the people who answered',
  'The auditor',
  'A volunteer from the tenants’ association',
  'The second reading of the budget',
  'Each of the seven wards',
  'The night bus',
];

const verbs = [
  'has asked for',
  'could pay for',
  'will publish',
  'did not foresee',
  'supports',
  'puts off',
  'compares',
  'has written down',
  'measured',
  'would rather see',
];

const objects = [
  'a lower speed limit near the market',
  'wider pavements and longer green phases',
  'the cost of repairs over thirty years',
  'an open evening in plain language',
  'three counts of traffic, one of them in winter',
  'level kerbs at all crossings',
  'the plan that was shown last spring',
  'a fund for benches, trees and drinking water',
  'the figures of 2019, 2021 and 2024',
  'quieter surfaces on the ring road',
  'staff for the advice centre',
];

const circumstances = [
  'before the autumn holidays',
  'without closing any road',
  'although the deadline passed in May',
  'in every quarter of the year',
  'as the law on local government provides',
  'while the old contract still runs',
  'at a cost of less than one car park',
  'for everyone who walks, cycles or takes the bus',
  'and answers written questions within fourteen days',
  'if a majority of the members agrees',
];

const phrases = [
  'A lower speed limit',
  'Wider pavements',
  'The cost of repairs',
  'An open evening in plain language',
  'Three counts of traffic',
  'Level kerbs',
  'What was shown last spring',
  'Benches, trees and drinking water',
  'The figures since 2019',
  'Quieter surfaces',
  'Advice for tenants',
  'The night bus',
];

/** A writer that says the same each time it is made with the same seed. */
export function createWriter(seed: number): Writer {
  const random = randomOf(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const one = (words: readonly string[]) => words[below(words.length)]!;
  const sentence = () => `${one(subjects)} ${one(verbs)} ${one(objects)} ${one(circumstances)}.`;
  return {
    below,
    sentence,
    text: (sentences) => Array.from({ length: sentences }, sentence).join(' '),
    phrase: () => one(phrases),
  };
}

/** Numbers in [0, 1) that depend on the seed alone (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
