import { escapeText } from '../../content/importing/write-text.ts';
import type { ReadMarks } from '../../docx/reading/model.ts';
import { neighbours } from '../../docx/revisions/neighbours.ts';
import type { ImportToken } from './paragraph-text.ts';

/** Gives the Markdown of what is no text; undefined where there is none for it. */
export type WriteAtom = (atom: NonNullable<ImportToken['atom']>) => string | undefined;

/** Where text is written. */
export interface WritingPlace {
  /** Marks that are around it already. */
  readonly base: ReadMarks;
  readonly inCell: boolean;
  readonly writeAtom: WriteAtom;
  /** False where it is to be read by people, not as Markdown. */
  readonly escapes?: false;
}

/** No marks at all. */
export const plainMarks: ReadMarks = { isStrong: false, isEmphasis: false, isCode: false, href: undefined };

/** Whether text of some marks can be written inside of others: it has all of these. */
function canStandIn(marks: ReadMarks, base: ReadMarks): boolean {
  return (
    (!base.isStrong || marks.isStrong) &&
    (!base.isEmphasis || marks.isEmphasis) &&
    base.isCode === (base.isCode && marks.isCode) &&
    (base.href === undefined || base.href === marks.href)
  );
}

/** Whether two stretches are marked the same. */
export function hasSameMarks(a: ReadMarks, b: ReadMarks): boolean {
  return (
    a.isStrong === b.isStrong && a.isEmphasis === b.isEmphasis && a.isCode === b.isCode && a.href === b.href
  );
}

/** Tokens as Markdown. Undefined where a token lacks a mark that is around it. */
export function writeTokens(tokens: readonly ImportToken[], place: WritingPlace): string | undefined {
  if (tokens.some((token) => !token.atom && token.text.trim() !== '' && !canStandIn(token, place.base)))
    return undefined;
  return writeLinks(tokens, place);
}

function writeLinks(tokens: readonly ImportToken[], place: WritingPlace): string {
  const { base } = place;
  return neighbours(tokens, (a, b) => a.href === b.href)
    .map((group) => {
      const { href } = group[0]!;
      const inner = { ...place, base: { ...base, href: href ?? base.href } };
      if (href === undefined || href === base.href) return writeMarks(group, inner, 'isStrong');
      const text = writeMarks(group, inner, 'isStrong');
      return around(text, '[', `](${/[\s()<>]/.test(href) ? `<${href}>` : href})`);
    })
    .join('');
}

const marksOf = { isStrong: '**', isEmphasis: '*' } as const;

function writeMarks(tokens: readonly ImportToken[], place: WritingPlace, mark: keyof typeof marksOf): string {
  const next = (group: readonly ImportToken[], inner: WritingPlace) =>
    mark === 'isStrong' ? writeMarks(group, inner, 'isEmphasis') : writeCode(group, inner);
  if (place.base[mark]) return next(tokens, place);
  // White space between two marked words is marked with them.
  const marked = tokens.map((_, i) => isMarked(tokens, i, mark));
  return neighbours(
    tokens.map((token, i) => ({ token, isOn: marked[i]! })),
    (a, b) => a.isOn === b.isOn,
  )
    .map((group) => {
      const own = group.map(({ token }) => token);
      if (!group[0]!.isOn) return next(own, place);
      return around(
        next(own, { ...place, base: { ...place.base, [mark]: true } }),
        marksOf[mark],
        marksOf[mark],
      );
    })
    .join('');
}

function isMarked(tokens: readonly ImportToken[], at: number, mark: keyof typeof marksOf): boolean {
  const token = tokens[at]!;
  if (token.atom) return false;
  if (token.text.trim() !== '') return token[mark];
  return tokens[at - 1]?.[mark] === true && tokens[at + 1]?.[mark] === true;
}

function writeCode(tokens: readonly ImportToken[], place: WritingPlace): string {
  const { base, inCell, writeAtom, escapes } = place;
  return neighbours(tokens, (a, b) => !a.atom && !b.atom && a.isCode === b.isCode)
    .map((group) => {
      const [first] = group;
      if (first!.atom) return writeAtom(first!.atom) ?? '';
      const text = group.map((token) => token.text).join('');
      if (first!.isCode && !base.isCode) return codeSpan(text);
      return escapes === false ? text : escapeText(text, inCell);
    })
    .join('');
}

/** A code span whose fence is longer than any inside of it. */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Marks stand close around words: white space at the ends stays outside of them. */
function around(text: string, open: string, close: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return inner === '' ? text : `${before}${open}${inner}${close}${after}`;
}
