/** The first break of a paragraph at which two ways to break it part; later ones follow from it. */
export interface Difference {
  /** CSS px that the line is wide. */
  readonly width: number;
  /** What stands on both sides of each one's break, ` | ` between; empty where one has no more breaks. */
  readonly ours: string;
  readonly theirs: string;
}

/** How far two ways to break lines agree. */
export interface Agreement {
  /** Breaks that both have, and those of the one that has more. */
  readonly equal: number;
  readonly breaks: number;
  readonly differences: readonly Difference[];
}

/** Characters shown on each side of a break. */
const shown = 12;

/**
 * Compares where lines begin: for each paragraph the offsets, all paragraphs at one width after those at the one before.
 */
export function compareLines(
  paragraphs: readonly string[],
  widths: readonly number[],
  ours: readonly (readonly number[])[],
  theirs: readonly (readonly number[])[],
): Agreement {
  let [equal, breaks] = [0, 0];
  const differences: Difference[] = [];
  widths.forEach((width, w) => {
    paragraphs.forEach((text, p) => {
      const index = w * paragraphs.length + p;
      const [own, other] = [breaksOf(text, ours[index]), breaksOf(text, theirs[index])];
      equal += own.filter((at) => other.includes(at)).length;
      breaks += Math.max(own.length, other.length);
      const first = own.findIndex((at, i) => at !== other[i]);
      const at = first < 0 ? own.length : first;
      if (first < 0 && other.length === own.length) return;
      differences.push({ width, ours: around(text, own[at]), theirs: around(text, other[at]) });
    });
  });
  return { equal, breaks, differences };
}

function around(text: string, at: number | undefined): string {
  return at === undefined ? '' : `${text.slice(Math.max(0, at - shown), at)} | ${text.slice(at, at + shown)}`;
}

/** Where lines begin, the first left out, at what stands after the spaces there. */
function breaksOf(text: string, starts: readonly number[] | undefined): readonly number[] {
  return (starts ?? []).flatMap((start) => {
    let at = start;
    while (text[at] === ' ') at++;
    return at > 0 ? [at] : [];
  });
}
