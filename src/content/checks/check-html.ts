import type { Html } from 'mdast';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../diagnostics/source.ts';
import { spanOfNode } from '../markdown/walk.ts';

const comment = /<!--(?:>|->|[\s\S]*?-->)/g;

/** HTML is refused; a comment passes, and nothing else may share its lines, since it would be lost with it. */
export function checkHtml(source: SourceFile, node: Html): Diagnostic[] {
  const rest = node.value.replace(comment, '');
  if (rest.trim() === '') return [];
  const whole = spanOfNode(source, node);
  const text = source.text.slice(whole.start, whole.end);
  const at = whole.start + Math.max(0, text.indexOf(rest.trim().slice(0, 20)));
  const span = { source, start: at, end: Math.min(whole.end, at + firstTag(rest.trim()).length) };
  if (rest.trim().startsWith('<!--')) {
    return [diagnose('markdown-html', 'this comment is never closed', span, 'End it with -->')];
  }
  if (!/^\s*</.test(rest)) {
    const hint = 'Put the comment on a line of its own, with a blank line behind it';
    return [diagnose('markdown-html', 'text behind a comment on the same line would be lost', span, hint)];
  }
  const tag = /^\s*<\/?([A-Za-z][A-Za-z0-9-]*)/.exec(rest)?.[1]?.toLowerCase() ?? '';
  const message = `HTML is not read in Markdown: ${firstTag(rest.trim())}`;
  return [diagnose('markdown-html', message, span, insteadOf(tag))];
}

function firstTag(html: string): string {
  return (/^<[^>\r\n]*>?/.exec(html)?.[0] ?? html).slice(0, 40);
}

function insteadOf(tag: string): string {
  switch (tag) {
    case 'b':
    case 'strong':
      return 'Write **strong**';
    case 'i':
    case 'em':
      return 'Write *emphasis*';
    case 'br':
      return 'End the line with a backslash';
    case 'hr':
      return 'Write --- between two blank lines';
    case 'a':
      return 'Write [text](https://…)';
    case 'img':
      return 'Write ![what it shows](picture.png)';
    case 'ul':
    case 'ol':
    case 'li':
      return 'Begin the line of each item with - or 1.';
    case 'table':
    case 'tr':
    case 'td':
    case 'th':
      return 'Write a table with | between its cells';
    case 'blockquote':
      return 'Begin each line with >';
    case 'code':
    case 'pre':
      return 'Write `code`, or ``` on the lines around it';
    case 'h1':
      return 'The title in the front matter is the document’s H1';
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return `Begin the line with ${'#'.repeat(Number(tag[1]))} and a space`;
    case 'p':
    case 'div':
      return 'Leave a blank line between paragraphs; a box is :::callout';
    case 'span':
    case 'bdo':
    case 'bdi':
      return 'For text in another language write :lang[text]{lang="…"}';
    case 'input':
      return 'For a blank to fill in write :field[label]{name="…"}';
    case 'sup':
    case 'sub':
      return 'Write a footnote as [^1], or the character itself (², ₂)';
    default:
      return 'Write Markdown; for a plain < write \\<';
  }
}
