import type { DocumentModel } from '../model.ts';
import { type Naming, plainText } from './tokens.ts';

/** How the tokens of a document are compared: its notes by their texts, the `id`s that it names by `anchor`. */
export function namingOf(model: DocumentModel, anchor: (anchor: string) => string): Naming {
  const texts = new Map<number, string>();
  const own: Naming = {
    anchor,
    note: (note) => {
      const known = texts.get(note);
      if (known !== undefined) return known;
      texts.set(note, '');
      const blocks = model.footnotes[note - 1]?.blocks ?? [];
      const text = blocks.map(({ inlines }) => plainText(inlines, own)).join('\n');
      texts.set(note, text);
      return text;
    },
  };
  return own;
}
