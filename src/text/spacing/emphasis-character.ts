import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { ComputedStyle } from '../../style/computed-style.ts';
import { chooseFaces } from '../fonts/choose-faces.ts';
import type { FontBook, PrimaryFace } from '../fonts/font-book.ts';
import type { Paragraph } from '../paragraph.ts';

/** The character that marks are made of, and the face that has it; no face where none has. */
export interface EmphasisCharacter {
  readonly character: string;
  readonly face: PrimaryFace | undefined;
}

/** The first character of a `text-emphasis-style` that is a string (css-text-decor-3 §3.1 lets the others be left out). */
export function emphasisCharacter(style: ComputedStyle, book: FontBook): EmphasisCharacter | undefined {
  const { textEmphasisStyle: mark } = style;
  if (mark.kind !== 'string') return undefined;
  const [character] = mark.text;
  if (character === undefined) return undefined;
  const { runs, uncovered } = chooseFaces(character, style, book);
  return { character, face: uncovered.length > 0 ? undefined : runs[0]?.face };
}

/** The marks of a paragraph that no face has, each style's once: `glyph-missing` where the style is set. */
export function reportMarks(paragraph: Paragraph, book: FontBook): readonly Diagnostic[] {
  const told = new Set<ComputedStyle['textEmphasisStyle']>();
  return paragraph.items.flatMap((item) => {
    if (item.kind !== 'text' || item.style.textEmphasisStyle.kind !== 'string') return [];
    const { style, span } = item;
    if (told.has(style.textEmphasisStyle)) return [];
    told.add(style.textEmphasisStyle);
    const found = emphasisCharacter(style, book);
    if (!found || found.face) return [];
    const fonts = style.fontFamily.map((name) => `“${name}”`).join(', ');
    const message = `no font has the emphasis mark “${found.character}” among ${fonts}`;
    return [diagnose('glyph-missing', message, style.origins.textEmphasisStyle ?? span)];
  });
}
