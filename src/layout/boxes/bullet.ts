import type { StyledElement } from '../../style/styled-tree.ts';
import { type FontBook, inRange } from '../../text/fonts/font-book.ts';

/** What stands for a bullet that no face of the item has, the best first. */
const substitutes: ReadonlyMap<string, readonly string[]> = new Map([
  ['•', ['·', '–']],
  ['◦', ['○', '•', '–']],
  ['▪', ['■', '•', '–']],
]);

/**
 * A list item's marker with a bullet that its faces have: `disc`, `circle` and `square` are any signs that look so
 * (css-counter-styles-3 §6.3), and a list must not fail for one that its author did not choose.
 */
export function markerWithBullet(
  marker: StyledElement,
  listStyleType: string,
  fonts: FontBook,
): StyledElement {
  if (!['disc', 'circle', 'square'].includes(listStyleType)) return marker;
  const [text] = marker.children;
  if (text?.type !== 'text') return marker;
  const bullet = text.text.charAt(0);
  const others = substitutes.get(bullet);
  if (!others || hasGlyph(bullet, marker, fonts)) return marker;
  const other = others.find((candidate) => hasGlyph(candidate, marker, fonts)) ?? bullet;
  return { ...marker, children: [{ ...text, text: other + text.text.slice(1) }] };
}

function hasGlyph(character: string, { style }: StyledElement, fonts: FontBook): boolean {
  const codePoint = character.codePointAt(0)!;
  return fonts.facesOf(style).faces.some((face) => {
    if (!inRange(face.rule, codePoint)) return false;
    const file = face.file();
    return file.state === 'open' && file.stored.face.glyphOf(codePoint) !== 0;
  });
}
