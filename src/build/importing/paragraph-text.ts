import { atomCharacter } from '../../content/importing/leaves.ts';
import type { ReadInline, ReadMarks, ReadParagraph } from '../../docx/reading/model.ts';
import { difference, type Step } from '../../docx/revisions/difference.ts';
import { splitWords } from '../../unicode/words.ts';

/** A word, a space, a mark, or something that is no text, with the marks that it has. */
export interface ImportToken extends ReadMarks {
  readonly text: string;
  /** Undefined for text. */
  readonly atom: Exclude<ReadInline, { readonly kind: 'text' }> | undefined;
  /** Equal for what reads and is marked the same. */
  readonly key: string;
}

/** The content of a paragraph token by token, without white space at its ends. */
export function tokensOf({ inlines }: ReadParagraph): readonly ImportToken[] {
  const tokens = inlines.flatMap((inline): readonly ImportToken[] => {
    if (inline.kind !== 'text') return [atomToken(inline)];
    const { isStrong, isEmphasis, isCode, href } = inline;
    const marks = { isStrong, isEmphasis, isCode, href };
    return splitWords(inline.text.replace(/\s/g, ' ')).map(({ text, isWord }) => {
      // Marks on spaces and stops alone are no matter of meaning.
      const look = isWord || href !== undefined ? [isStrong, isEmphasis, isCode, href] : [];
      return { text, atom: undefined, ...marks, key: JSON.stringify([text, ...look]) };
    });
  });
  const isSpace = ({ text }: ImportToken) => text.trim() === '';
  let [from, to] = [0, tokens.length];
  while (from < to && isSpace(tokens[from]!)) from++;
  while (to > from && isSpace(tokens[to - 1]!)) to--;
  return tokens.slice(from, to);
}

function atomToken(atom: Exclude<ReadInline, { readonly kind: 'text' }>): ImportToken {
  const filled = atom.kind === 'blank' && atom.text !== '' ? atom.text : '';
  const marks = { isStrong: false, isEmphasis: false, isCode: false, href: undefined };
  return { text: atomCharacter, atom, ...marks, key: JSON.stringify([atom.kind, filled]) };
}

/** The text of a paragraph, a character in place of what is no text. */
export function textOf(paragraph: ReadParagraph): string {
  return tokensOf(paragraph)
    .map(({ text }) => text)
    .join('');
}

/** Longer ways than this are not looked for. */
const mostSteps = 3000;

/**
 * The steps from one paragraph to another. A space between two words that both change changes with them, or marks around
 * both would be cut there. Undefined for paragraphs that are too far apart.
 */
export function stepsBetween(
  before: readonly ImportToken[],
  after: readonly ImportToken[],
): readonly Step[] | undefined {
  const keys = (tokens: readonly ImportToken[]) => tokens.map(({ key }) => key);
  const steps = difference(keys(before), keys(after), mostSteps);
  return steps?.flatMap((step, i): readonly Step[] => {
    const isBetween = [steps[i - 1], steps[i + 1]].every((other) => other && other.kind !== 'same');
    if (step.kind !== 'same' || !isBetween || before[step.before]!.text.trim() !== '') return [step];
    return [
      { kind: 'deleted', before: step.before },
      { kind: 'inserted', after: step.after },
    ];
  });
}
