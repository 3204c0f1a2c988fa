import type { Difference } from './compare-lines.ts';

/** Why the tool breaks otherwise than Chromium on purpose. */
const reasons: readonly {
  readonly reason: string;
  /** What a difference with that reason looks like. */
  readonly ours?: RegExp;
  readonly theirs?: RegExp;
}[] = [
  { reason: 'a range of numbers holds together', theirs: /\d– \| \d/ },
  {
    reason: 'a number holds together with its unit or counter',
    theirs: /\d \| (?:[年月日元人円万％%]|[a-z]{1,2}\b)|\d {1,2}\| [€%₽]/,
  },
  { reason: 'a line may end after a slash, as UAX #14 has it', ours: /\/ \| / },
  { reason: 'no line of Chinese or Japanese begins with a connecting dash', theirs: /\| (?:—(?!—)|―(?!―))/ },
  // Script_Extensions of Unicode 16 leave Hangul out for U+00B7, so that Chromium does not kern it with Hangul.
  { reason: 'a middle dot is kerned with the Hangul around it', theirs: /·/ },
];

/** The reason for a difference; undefined where none is known. */
export function reasonFor({ ours, theirs }: Difference): string | undefined {
  return reasons.find((entry) => entry.ours?.test(ours) || entry.theirs?.test(theirs))?.reason;
}
