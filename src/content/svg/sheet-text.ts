import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import type { MarkupElement } from '../markup.ts';
import { outsideUrls, unsupported } from './svg-elements.ts';

/** What a drawing's `<style>` must not hold: imports, addresses outside of it, faces of its own. */
export function checkSheetText({ children, span }: MarkupElement): readonly Diagnostic[] {
  return children.flatMap((child) => {
    if (child.type !== 'text') return [];
    const text = child.text.replace(/\/\*[\s\S]*?\*\//g, (comment) => ' '.repeat(comment.length));
    const place = (from: number, to: number): Span =>
      child.span.end - child.span.start === text.length
        ? { ...child.span, start: child.span.start + from, end: child.span.start + to }
        : span;
    const rules = [...text.matchAll(/@(import|font-face)\b/gi)].map((match) => {
      const at = place(match.index, match.index + match[0].length);
      if (match[1]!.toLowerCase() === 'import') {
        const hint = 'Put its rules into the drawing';
        return diagnose('svg-invalid', 'a style sheet outside of the drawing is not read', at, hint);
      }
      return unsupported('a drawing has no faces of its own; its text is set in those of the document', at);
    });
    return [...rules, ...outsideUrls(text, place)];
  });
}
