import type { Fault } from '../judge.ts';
import type { Measured } from './measure.ts';
import type { PageGroup } from './measured-pages.ts';
import { nameOf, type PageSource } from './page-source.ts';

/** Parts of the words that stand in place, and of the small pages that are equal. */
const leastWords = 0.98;
const leastEqual = 0.95;

const groups: readonly PageGroup[] = ['documents of the pack', 'small pages', 'long report'];

/** Figures of agreement with another renderer, group by group, and each page that differs by intent, with the reason. */
export function figuresOf(measured: readonly Measured[]): readonly string[] {
  return [
    ...groups.map((group) => {
      const pages = measured.filter((page) => page.group === group);
      const { placed, words, equal, samePages } = countOf(pages);
      return `${group}: ${percent(placed, words)} of ${words} words in place; of ${pages.length} ${samePages} with as many pages, ${equal} equal in all (${percent(equal, pages.length)})`;
    }),
    ...measured.flatMap(shortfallOf),
    ...measured.flatMap(({ page, ...rest }) =>
      page.differs === undefined || isEqual({ page, ...rest })
        ? []
        : [`${nameOf(page)} differs by intent: ${page.differs}`],
    ),
  ];
}

/** The equal part of all small pages, and those among them that show what a browser lacks, each with the reason. */
export function figuresOfAll(measured: readonly Measured[], small: readonly PageSource[]): readonly string[] {
  const { equal } = countOf(measured.filter(({ group }) => group === 'small pages'));
  const lacking = small.flatMap((page) =>
    page.alone === undefined ? [] : [`${nameOf(page)} is not compared: ${page.alone}`],
  );
  const all = `with the ${lacking.length} that show what a browser lacks, ${equal} of all ${small.length} small pages are equal (${percent(equal, small.length)})`;
  return [all, ...lacking];
}

/** A longer page that has fewer words in place than all together should have. */
function shortfallOf(measured: Measured): readonly string[] {
  if (!('agreement' in measured) || measured.group === 'small pages') return [];
  const { placed, words } = measured.agreement;
  if (placed >= words * leastWords) return [];
  return [`${nameOf(measured.page)}: ${placed} of ${words} words in place`];
}

/** What is not as it must be: too few words in place or small pages equal, other counts of pages, differences without a reason. */
export function faultsOf(measured: readonly Measured[], other: string): readonly Fault[] {
  return [
    ...groups.flatMap((group) => groupFaults(measured, group)),
    ...measured.flatMap((page) => pageFaults(page, other)),
  ];
}

function groupFaults(measured: readonly Measured[], group: PageGroup): readonly Fault[] {
  const pages = measured.filter((page) => page.group === group);
  const { placed, words, equal } = countOf(pages);
  const faults: Fault[] = [];
  const few = (what: string, part: string, least: number) =>
    faults.push({ at: group, message: `${part} ${what}, where ${percent(least, 1)} are asked for` });
  if (placed < words * leastWords) few('of the words are in place', percent(placed, words), leastWords);
  if (group === 'small pages' && equal < pages.length * leastEqual)
    few('are equal', percent(equal, pages.length), leastEqual);
  return faults;
}

/** Small pages must be equal or give a reason; longer ones have as many pages. */
function pageFaults(measured: Measured, other: string): readonly Fault[] {
  const { page, group } = measured;
  const at = nameOf(page);
  if ('failure' in measured) return [{ at, message: measured.failure }];
  const { pages, differences } = measured.agreement;
  if (group === 'small pages') {
    if (differences.length === 0 || page.differs !== undefined) return [];
    const more = differences.length > 1 ? ` (and ${differences.length - 1} more)` : '';
    return [{ at, message: `${differences[0]}${more}` }];
  }
  return pages[0] === pages[1] ? [] : [{ at, message: `${pages[0]} pages, where ${other} has ${pages[1]}` }];
}

function countOf(pages: readonly Measured[]) {
  let [placed, words, equal, samePages] = [0, 0, 0, 0];
  for (const page of pages) {
    if (!('agreement' in page)) continue;
    placed += page.agreement.placed;
    words += page.agreement.words;
    if (page.agreement.pages[0] === page.agreement.pages[1]) samePages += 1;
    if (isEqual(page)) equal += 1;
  }
  return { placed, words, equal, samePages };
}

const isEqual = (page: Measured): boolean => 'agreement' in page && page.agreement.differences.length === 0;

const percent = (part: number, whole: number): string =>
  `${((part / Math.max(whole, 1)) * 100).toFixed(1)} %`;
