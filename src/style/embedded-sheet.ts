import type { MarkupElement } from '../content/markup.ts';
import type { SourceFile } from '../diagnostics/source.ts';

/** The text of a `<style>` where it stands, everything before it blanked, so that lines and columns are its file's. */
export function embeddedSheet({ children, span }: MarkupElement): SourceFile {
  let text = '';
  for (const child of children) {
    if (child.type !== 'text') continue;
    const before = span.source.text.slice(text.length, child.span.start);
    text += before.replace(/[^\r\n]/g, ' ') + child.text;
  }
  return { ...span.source, text };
}
