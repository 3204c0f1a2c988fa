import type { StyledElement } from '../style/styled-tree.ts';
import type { Scope } from './scope.ts';

const byTag: Readonly<Record<string, string>> = {
  h1: 'heading 1',
  h2: 'heading 2',
  h3: 'heading 3',
  h4: 'heading 4',
  h5: 'heading 5',
  h6: 'heading 6',
  blockquote: 'Quote',
  figcaption: 'caption',
  caption: 'caption',
  td: 'Table Text',
  th: 'Table Header',
  dt: 'Definition Term',
  dd: 'Definition',
  pre: 'Preformatted',
  figure: 'Picture',
  img: 'Picture',
  svg: 'Picture',
  'qr-code': 'Picture',
};

/** Names that Word keeps in lower case, and numbers it leaves out for the first level. */
function wordName(name: string): string {
  if (/^(heading \d|caption|header|footer|footnote text|footnote reference)$/i.test(name))
    return name.toLowerCase();
  return name.replace(/^(List Bullet|List Number|List Continue) 1$/, '$1');
}

/** The style name of the paragraphs that an element makes of its inline content. */
export function paragraphRole(element: StyledElement, scope: Scope): string {
  if (element.style.docxStyle !== 'auto') return wordName(element.style.docxStyle);
  const own = byTag[element.tag];
  if (own !== undefined && !(own.startsWith('Table') && scope.role !== undefined)) return own;
  return wordName(scope.role ?? 'Body Text');
}

/** The outline level of paragraphs: their heading style's, else their element's; 0 for `h1`, 9 for what is no heading. */
export function outlineLevel(element: StyledElement, role: string): number {
  const named = /^heading ([1-9])$/.exec(role)?.[1] ?? /^h([1-6])$/.exec(element.tag)?.[1];
  return named === undefined ? 9 : Number(named) - 1;
}
