import { readingEdition } from '../campaign/edition.ts';
import type { Locale } from '../campaign/locale.ts';
import type { Terms } from '../campaign/terms.ts';
import type { MarkupElement, MarkupNode } from '../content/markup.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { GuideEdition } from './guide-editions.ts';
import type { Session } from './session.ts';

/** What the printing guide says: a heading for each edition, and below it what to do, by kinds where they differ. */
export function guideBody(
  source: SourceFile,
  locale: Locale,
  terms: Terms,
  editions: readonly GuideEdition[],
  { kinds }: Pick<Session, 'kinds'>,
): readonly MarkupNode[] {
  const span = { source, start: 0, end: 0 };
  const isSpaced = !/^(zh|ja)\b/.test(locale.language);
  const text = (words: string): MarkupNode => ({ type: 'text', text: words, span });
  const element = (
    tag: string,
    children: readonly MarkupNode[],
    attributes: MarkupElement['attributes'] = {},
  ): MarkupElement => ({ type: 'element', tag, attributes, children, span });
  /** A term, in its own language where the locale lacks it; `fallback` where no language has it. */
  const term = (key: string, fallback: string): MarkupNode => {
    const found = terms.get(key);
    if (!found) return text(fallback);
    if (found.locale.tag === locale.tag) return text(found.text);
    const { language, direction } = found.locale;
    return element('span', [text(found.text)], { lang: language, dir: direction });
  };
  const sentences = (keys: readonly string[]): readonly MarkupNode[] =>
    keys.flatMap((key, index) => [...(index > 0 && isSpaced ? [text(' ')] : []), term(key, '')]);
  const nameOf = (kind: string): MarkupNode =>
    term(`kind.${kind}`, kinds.find(({ name }) => name === kind)?.folder ?? kind);
  const names = (some: readonly string[]): readonly MarkupNode[] =>
    some.flatMap((kind, index) => [...(index > 0 ? [text(' · ')] : []), nameOf(kind)]);

  return editions.flatMap(({ name, common, variants }) => {
    const key = name === readingEdition ? 'start-here.pdf' : `edition.${name}`;
    const items = variants.map((variant) =>
      element('li', [
        element('strong', names(variant.kinds)),
        text(isSpaced ? ': ' : '：'),
        ...sentences(variant.keys),
      ]),
    );
    return [
      element('h2', [term(key, name)]),
      ...(common.length > 0 ? [element('p', sentences(common))] : []),
      ...(items.length > 0 ? [element('ul', items)] : []),
    ];
  });
}
