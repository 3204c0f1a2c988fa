import type { ComputedStyle, LengthPercentage } from '../../style/computed-style.ts';
import type { StyledElement, StyledText } from '../../style/styled-tree.ts';
import { type FontBook, inRange, type PrimaryFace } from '../../text/fonts/font-book.ts';
import { pathOfGlyph } from '../../text/outlines/path-of-glyph.ts';
import { isVerticallySet } from '../../text/shaping/upright.ts';
import type { DerivedStyles, StyledBullet } from './derived-styles.ts';

/** What stands for a bullet that no face of the item has, the best first. */
const substitutes: ReadonlyMap<string, readonly string[]> = new Map([
  ['•', ['·', '–']],
  ['◦', ['○', '•', '–']],
  ['▪', ['■', '•', '–']],
]);

/** Signs that are as wide as high, and so are made as large as bullets are; rings stand out of that by half of their line. */
const round = '•·◦○▪■';
const ring = /[◦○]/;

/**
 * A list item's marker with a bullet that its faces have: `disc`, `circle` and `square` are any signs that look so
 * (css-counter-styles-3 §6.3), and a list must not fail for one that its author did not choose. However large a face
 * draws its bullet, it is as large and stands where browsers draw theirs: drawn, as its character, twice as large as the
 * text, would be read from the page as a line of its own.
 */
export function markerWithBullet(
  marker: StyledElement,
  { style: { listStyleType, listStylePosition } }: StyledElement,
  fonts: FontBook,
  styles: DerivedStyles,
): StyledElement {
  if (!['disc', 'circle', 'square'].includes(listStyleType)) return marker;
  const [text] = marker.children;
  if (text?.type !== 'text') return marker;
  const written = text.text.charAt(0);
  const others = substitutes.get(written);
  if (!others) return marker;
  for (const bullet of [written, ...others]) {
    const face = faceOf(bullet, marker, fonts);
    if (!face) continue;
    const ink = round.includes(bullet) ? inkOf(bullet, face) : undefined;
    const known = { ...text, text: bullet + text.text.slice(1) };
    if (!ink || ink.size <= 0) return { ...marker, children: [known] };
    const made = styles.bullet(marker.style, bullet, listStylePosition, () =>
      styledBullet(
        marker.style,
        { ...ink, isRing: ring.test(bullet) },
        listStylePosition === 'inside',
        face.sizeAdjust,
        fonts,
      ),
    );
    return { ...marker, children: [bulletElement(marker, made, { ...text, text: bullet })] };
  }
  return marker;
}

function bulletElement(marker: StyledElement, made: StyledBullet, text: StyledText): StyledElement {
  return { ...marker, tag: 'span', ...made, children: [text], marker: undefined };
}

function faceOf(character: string, { style }: StyledElement, fonts: FontBook): PrimaryFace | undefined {
  const codePoint = character.codePointAt(0)!;
  for (const { rule, file: open } of fonts.facesOf(style).faces) {
    if (!inRange(rule, codePoint)) continue;
    const file = open();
    if (file.state !== 'open' || file.stored.face.glyphOf(codePoint) === 0) continue;
    return { stored: file.stored, sizeAdjust: rule.sizeAdjust, rule };
  }
  return undefined;
}

/** A bullet's ink in ems: how large it is, how far its middle is above the baseline, what is free on both sides of a square around it. */
interface Ink {
  readonly size: number;
  readonly middle: number;
  readonly left: number;
  readonly right: number;
}

/** Undefined for a glyph without an outline. */
function inkOf(bullet: string, { stored: { face } }: PrimaryFace): Ink | undefined {
  const glyph = face.glyphOf(bullet.codePointAt(0)!);
  const path = pathOfGlyph(face.outlines, glyph);
  if (path.length === 0) return undefined;
  const [x, y] = [path.map((step) => step.x), path.map((step) => step.y)];
  const [left, right] = [Math.min(...x), Math.max(...x)];
  const [low, high] = [Math.min(...y), Math.max(...y)];
  const em = face.unitsPerEm;
  const size = Math.max(right - left, high - low);
  const narrower = size - (right - left);
  return {
    size: size / em,
    middle: (low + high) / 2 / em,
    left: (left - narrower / 2) / em,
    right: (face.advanceOf(glyph) - right - narrower / 2) / em,
  };
}

/** A CSS px, pt. */
const px = 0.75;

/** What browsers leave between a bullet's room and the item outside of which it stands: 8 px, less what they round down. */
const padding = 7.5 * px;

/**
 * The size and place at which a bullet's ink is where browsers draw it, and the margins that leave its room: a third of
 * the ascent large, its top at half of the ascent, and outside two thirds of the ascent and `padding` before its item.
 */
function styledBullet(
  style: ComputedStyle,
  ink: Ink & { readonly isRing: boolean },
  inside: boolean,
  sizeAdjust: number,
  fonts: FontBook,
): StyledBullet {
  const primary = fonts.primary(style);
  const { face } = primary.stored;
  const ascent = face.ascent * style.fontSize * primary.sizeAdjust;
  const diameter = ascent / 3 + px / 2;
  const size = (diameter + (ink.isRing ? px : 0)) / ink.size;
  // Lying along a vertical line, it stands on a baseline of its own, and its middle on the line's.
  const middle = isVerticallySet(style)
    ? ((face.ascent - face.descent) / 2) * style.fontSize * primary.sizeAdjust
    : (ascent - diameter) / 2;
  const gap = inside ? style.fontSize + px : (ascent * 2) / 3 + padding - diameter;
  const [left, right] = (style.direction === 'ltr' ? [0, gap] : [gap, 0]) as [number, number];
  const em = style.fontSize * sizeAdjust;
  const margin = (free: number, beside: number) => length(free + diameter / 2 - (beside + ink.size / 2) * em);
  return {
    bullet: { size, x: (ink.left + ink.size / 2) * (em - size), y: middle - ink.middle * size },
    style: {
      ...style,
      display: 'inline',
      textOrientation: 'sideways',
      lineHeight: { kind: 'length', pt: 0 },
      letterSpacing: 0,
      margin: {
        top: length(0),
        right: margin(right, ink.right),
        bottom: length(0),
        left: margin(left, ink.left),
      },
    },
  };
}

const length = (pt: number): LengthPercentage => ({ pt, percent: 0 });
