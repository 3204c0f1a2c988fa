import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Outcome } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../diagnostics/source.ts';
import { directiveFromMarkdown, directiveSyntax } from './directive-from-markdown.ts';
import { guardMarkdown } from './guard-markdown.ts';

/**
 * Parses the body of a source: CommonMark with GFM tables and footnotes and this tool's directives. Positions in
 * the tree are offsets into the whole source, because what stands before `start` is parsed as blank lines.
 * A text over the limits of guard-markdown.ts is not parsed: the value is undefined.
 */
export function parseMarkdown(source: SourceFile, start: number): Outcome<Root | undefined> {
  const refused = guardMarkdown(source, start);
  if (refused.length > 0) return { value: undefined, diagnostics: refused };
  const text = source.text.slice(0, start).replace(/[^\r\n]/g, ' ') + source.text.slice(start);
  const root = fromMarkdown(text, {
    extensions: [gfmTable(), gfmFootnote(), directiveSyntax()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), directiveFromMarkdown()],
  });
  return { value: root, diagnostics: [] };
}
