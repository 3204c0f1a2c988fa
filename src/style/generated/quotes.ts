import type { GeneratedValues } from '../properties/generated-values.ts';

/** Outer and inner quotation marks by language, the most exact tag first (CLDR delimiters). */
const MARKS: readonly (readonly [string, string])[] = [
  ['zh-hant', '「」『』'],
  ['zh-hk', '「」『』'],
  ['zh-tw', '「」『』'],
  ['zh-mo', '「」『』'],
  ['yue', '「」『』'],
  ['ja', '「」『』'],
  ['de-ch', '«»‹›'],
  ['de', '„“‚‘'],
  ['cs', '„“‚‘'],
  ['sk', '„“‚‘'],
  ['sl', '„“‚‘'],
  ['hr', '„“‚‘'],
  ['is', '„“‚‘'],
  ['bg', '„“’’'],
  ['lt', '„“„“'],
  ['et', '„“«»'],
  ['pl', '„”«»'],
  ['hu', '„”»«'],
  ['ro', '„”«»'],
  ['fr-ch', '«»‹›'],
  ['fr', '«»«»'],
  ['it', '«»“”'],
  ['es', '«»“”'],
  ['ca', '«»“”'],
  ['pt-pt', '«»“”'],
  ['el', '«»“”'],
  ['no', '«»‘’'],
  ['nb', '«»‘’'],
  ['nn', '«»‘’'],
  ['ru', '«»„“'],
  ['uk', '«»„“'],
  ['be', '«»„“'],
  ['fa', '«»‹›'],
  ['sv', '””’’'],
  ['fi', '””’’'],
  ['he', '””’’'],
  ['nl', '‘’“”'],
  ['ar', '”“’‘'],
  ['ur', '”“’‘'],
];

/** The mark at a depth of quotations, 0 being the outermost; deeper ones take the last pair. */
export function quoteMark(
  quotes: GeneratedValues['quotes'],
  language: string,
  depth: number,
  open: boolean,
): string {
  if (quotes === 'none') return '';
  const pairs = quotes === 'auto' ? quotesOf(language) : quotes;
  const pair = pairs[Math.min(Math.max(depth, 0), pairs.length - 1)]!;
  return pair[open ? 0 : 1];
}

function quotesOf(language: string): readonly (readonly [string, string])[] {
  const tag = language.toLowerCase();
  const marks = MARKS.find(([prefix]) => tag === prefix || tag.startsWith(`${prefix}-`))?.[1] ?? '“”‘’';
  const [a, b, c, d] = [...marks] as [string, string, string, string];
  return [
    [a, b],
    [c, d],
  ];
}
