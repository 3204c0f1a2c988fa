import type { FrontValue, SourceDocument } from '../../content/document.ts';
import { stringParts } from '../../content/markdown/variable-parts.ts';
import type { ReadParagraph } from '../../docx/reading/model.ts';
import type { Edit } from './edit-leaf.ts';
import { textOf } from './paragraph-text.ts';

/** The edit of a value of the front matter whose text a paragraph was; undefined where it was none, or holds variables. */
export function editFrontValue(
  document: SourceDocument,
  was: ReadParagraph,
  is: ReadParagraph,
): Edit | undefined {
  const value = frontValues(document).find((each) => each.value === textOf(was));
  if (!value) return undefined;
  const { source, start, end } = value.span;
  // Quotes are no part of a value.
  const quotes = /^(?:""|'')$/.test(`${source.text[start - 1]}${source.text[end]}`) ? 1 : 0;
  return { start: start - quotes, end: end + quotes, text: yamlText(textOf(is)) };
}

/** Texts of the front matter that are shown as they are. */
function frontValues(document: SourceDocument): readonly FrontValue[] {
  return [document.title, document.summary, ...Object.values(document.keys)].filter(
    ({ value, span }) =>
      typeof value === 'string' && stringParts(value, span).every(({ kind }) => kind === 'text'),
  );
}

/** A text as a YAML scalar: plain where nothing in it is taken for something else, and in double quotes. */
function yamlText(text: string): string {
  const isPlain =
    /^[\p{L}(“‘«「]/u.test(text) &&
    !/: |:$| #|^(?:true|false|null|yes|no|on|off|~)$/i.test(text) &&
    !/[\n\t"\\{}[\]]/.test(text) &&
    text.trim() === text;
  return isPlain ? text : JSON.stringify(text);
}
