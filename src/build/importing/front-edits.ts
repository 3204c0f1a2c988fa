import type { FrontValue, SourceDocument } from '../../content/document.ts';
import { stringParts } from '../../content/markdown/variable-parts.ts';
import type { Span } from '../../diagnostics/source.ts';
import type { ReadParagraph } from '../../docx/reading/model.ts';
import type { Edit } from './edit-leaf.ts';
import { textOf } from './paragraph-text.ts';

/**
 * The edit of a value of the front matter whose text a paragraph was, or that `spans` say stands in it among words of the template
 * that stay. Undefined where there is none, or it holds variables.
 */
export function editFrontValue(
  document: SourceDocument,
  was: ReadParagraph,
  is: ReadParagraph,
  spans: readonly Span[],
): Edit | undefined {
  const [before, after] = [textOf(was), textOf(is)];
  const values = frontValues(document);
  const whole = values.find((each) => each.value === before);
  const value = whole ?? values.find(({ span }) => spans.some((each) => isSameSpan(each, span)));
  const text = value && (whole ? after : partOf(String(value.value), before, after));
  if (!value || text === undefined) return undefined;
  const { source, start, end } = value.span;
  // Quotes are no part of a value.
  const quotes = /^(?:""|'')$/.test(`${source.text[start - 1]}${source.text[end]}`) ? 1 : 0;
  return { start: start - quotes, end: end + quotes, text: yamlText(text) };
}

function isSameSpan(a: Span, b: Span): boolean {
  return a.source === b.source && a.start === b.start;
}

/** What a value became that stands once between words that stay. */
function partOf(value: string, before: string, after: string): string | undefined {
  const [first = '', last, ...more] = before.split(value);
  if (last === undefined || more.length > 0) return undefined;
  const isAround =
    after.startsWith(first) && after.endsWith(last) && after.length > first.length + last.length;
  return isAround ? after.slice(first.length, after.length - last.length) : undefined;
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
