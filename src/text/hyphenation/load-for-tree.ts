import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import type { StyledElement, StyledTree } from '../../style/styled-tree.ts';
import { type Hyphenation, isHyphenated } from './hyphenation.ts';

/**
 * Loads the patterns that a tree's text asks for by `hyphens: auto`, before it is laid out. Warnings: one for a language
 * that is hyphenated and has no patterns, where its first text is styled so.
 */
export async function loadForTree(
  tree: StyledTree,
  hyphenation: Hyphenation,
): Promise<readonly Diagnostic[]> {
  const asked = new Map<string, Span>();
  collect(tree.root, asked);
  const diagnostics: Diagnostic[] = [];
  for (const [language, span] of asked) {
    if ((await hyphenation.load(language)) || !isHyphenated(language)) continue;
    const message = `hyphens: auto does nothing here: there are no hyphenation patterns for the language ${language}`;
    const hint = 'Write soft hyphens (&shy;) where words may be broken, or set hyphens: manual for :lang()';
    diagnostics.push(diagnose('css-unsupported', message, span, hint));
  }
  return diagnostics;
}

/** The languages of texts that are hyphenated, each with the place that says so. */
function collect(element: StyledElement, asked: Map<string, Span>): void {
  const { style } = element;
  const asks = style.hyphens === 'auto' && !asked.has(style.language);
  for (const child of element.children) {
    if (child.type === 'element') collect(child, asked);
    else if (asks && child.text.trim() !== '')
      asked.set(style.language, style.origins.hyphens ?? element.span);
  }
  for (const more of [element.marker, element.call]) if (more) collect(more, asked);
}
