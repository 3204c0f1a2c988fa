import { splitWords } from '../../unicode/words.ts';
import type { Inline } from '../model.ts';

type Link = Extract<Inline, { kind: 'link' | 'jump' }>;

/** A word, a space, a mark, or something else that is kept or changed whole. */
export interface Token {
  /** Equal for what reads and looks the same. */
  readonly key: string;
  readonly inline: Inline;
  /** The link that it stands in. */
  readonly link: Link | undefined;
  /** Where that leads. */
  readonly target: string | undefined;
  /** The text of a word; undefined for spaces, marks and whatever is no text. */
  readonly word: string | undefined;
}

/** How a token of one of the two documents is compared: the `id`s and notes that it names, by what they mean in both. */
export interface Naming {
  readonly anchor: (anchor: string) => string;
  /** The text of a footnote by its number. */
  readonly note: (note: number) => string;
}

/** The content of a paragraph token by token. */
export function tokensOf(inlines: readonly Inline[], naming: Naming, link?: Link): readonly Token[] {
  return inlines.flatMap((inline): readonly Token[] => {
    if (inline.kind === 'link' || inline.kind === 'jump') return tokensOf(inline.children, naming, inline);
    if (inline.kind !== 'text') return [token(inline, naming, link)];
    return splitWords(inline.text).map(({ text, isWord }) => ({
      ...token({ ...inline, text }, naming, link),
      word: isWord ? text : undefined,
    }));
  });
}

function token(inline: Inline, naming: Naming, link: Link | undefined): Token {
  const target = link && (link.kind === 'link' ? link.address : `#${naming.anchor(link.anchor)}`);
  return { key: JSON.stringify([target, comparable(inline, naming)]), inline, link, target, word: undefined };
}

function comparable(inline: Inline, naming: Naming): unknown {
  switch (inline.kind) {
    case 'picture': {
      const { format, width, height, alt } = inline.picture;
      return ['picture', format, width, height, alt];
    }
    case 'footnote':
    case 'note-number':
      return [inline.kind, naming.note(inline.note)];
    case 'page-of':
      return [inline.kind, naming.anchor(inline.anchor)];
    default:
      return inline;
  }
}

/** Text as a reader has it, for telling whether two paragraphs are the same. */
export function plainText(inlines: readonly Inline[], naming: Naming): string {
  return tokensOf(inlines, naming)
    .map(({ inline, key }) => (inline.kind === 'text' ? inline.text : `\u0000${key}`))
    .join('');
}
