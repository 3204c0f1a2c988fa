import type { Text } from 'mdast';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../../diagnostics/source.ts';
import { partOfSpan } from '../../diagnostics/source.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { textRuns } from '../markdown/text-runs.ts';
import { stringParts } from '../markdown/variable-parts.ts';
import { spanOfNode } from '../markdown/walk.ts';
import { variableNames } from '../variables.ts';
import { checkDecoded } from './check-decoded.ts';

/**
 * What stayed text but was meant as something else: variables, half a directive or link, marks that mark nothing,
 * references to nothing; and characters that references made.
 */
export function checkTextNode(source: SourceFile, node: Text): Diagnostic[] {
  const whole = spanOfNode(source, node);
  const meant = textRuns(node.value, whole).flatMap(({ text, span, escaped }) =>
    escaped
      ? []
      : [
          ...checkVariables(text, span),
          ...halfDirectives(text, span),
          ...halfLinks(text, span),
          ...leftMarks(text, span),
          ...references(text, span),
        ],
  );
  return [...checkDecoded(node.value, whole), ...meant];
}

/** Unknown variables of a text or value, each at its place. */
export function checkVariables(text: string, span: Span): Diagnostic[] {
  return stringParts(text, span).flatMap((part) => {
    if (part.kind === 'open') {
      const hint = 'Close it with }} on the same line; for plain braces write \\{\\{';
      return [diagnose('variable-unknown', 'this {{ begins a variable that is not closed', part.span, hint)];
    }
    if (part.kind === 'text' || variableNames.includes(part.name)) return [];
    const hint = didYouMean(part.name, variableNames) ?? `The variables are ${variableNames.join(', ')}`;
    return [diagnose('variable-unknown', `there is no variable {{${part.name}}}`, part.span, hint)];
  });
}

function halfDirectives(text: string, span: Span): Diagnostic[] {
  return [...text.matchAll(/(?<![\p{L}\p{M}\p{N}:]):(?:clause|qr|field|lang)[[{]/gu)].map((match) => {
    const at = partOfSpan(span, text, match.index, match.index + match[0].length);
    const hint = 'Close the brackets and braces on the same line, and quote values: name="value"';
    return diagnose('directive-attribute', `${match[0].slice(0, -1)} is not written to its end`, at, hint);
  });
}

/** CommonMark ends an address at a space, and then takes the whole for text: `![x](my photo.png)`. */
function halfLinks(text: string, span: Span): Diagnostic[] {
  return [...text.matchAll(/\]\([^()\n]*\)?/g)].map((match) => {
    const at = partOfSpan(span, text, match.index + 1, match.index + match[0].length);
    const hint = 'Close the bracket; write %20 for a space in an address; for plain text write \\(';
    return diagnose(
      'markdown-link',
      'this is no address of a link or picture, and would be printed',
      at,
      hint,
    );
  });
}

/** Marks that CommonMark leaves as text where they do not stand as it asks, and what would make them marks. */
const marks: readonly (readonly [RegExp, string])[] = [
  [
    /\*\*/,
    'Emphasis begins before a letter and ends behind one, as in 「**so**」; for plain text write \\*\\*',
  ],
  [/~~/, 'Nothing is struck through; for plain text write \\~\\~'],
  // One alone begins a hashtag.
  [/^#{2,6}(?=[^\s#])/m, 'Put a space behind it; for plain text write \\##'],
  [/^\|.*\|$/m, 'A table has a line |---|---| below its header; for plain text write \\|'],
];

/** Each kind of mark once in a text. */
function leftMarks(text: string, span: Span): Diagnostic[] {
  return marks.flatMap(([pattern, hint]) => {
    const match = pattern.exec(text);
    if (!match) return [];
    const at = partOfSpan(span, text, match.index, match.index + match[0].length);
    return [diagnose('markdown-marks', `${match[0]} marks nothing here, and is printed`, at, hint)];
  });
}

function references(text: string, span: Span): Diagnostic[] {
  return [...text.matchAll(/\[\^([^\]\s]+)\]|\]\[([^\]]+)\]/g)].map((match) => {
    const at = partOfSpan(span, text, match.index, match.index + match[0].length);
    if (match[1] === undefined) {
      const message = `there is no definition of the link [${match[2]}]`;
      return diagnose('reference-unknown', message, at, `Add a line [${match[2]}]: https://…`);
    }
    const message = `there is no text of the footnote [^${match[1]}]`;
    return diagnose('reference-unknown', message, at, `Add a line [^${match[1]}]: …`);
  });
}
