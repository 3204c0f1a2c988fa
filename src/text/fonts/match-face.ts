import type { ComputedStyle } from '../../style/computed-style.ts';
import type { FontFaceRule } from '../../style/rules.ts';
import type { AxisValues } from '../variation/axes.ts';

/** The part of a style that chooses faces. */
export type FontStyle = Pick<
  ComputedStyle,
  'fontFamily' | 'fontWeight' | 'fontStyle' | 'fontStretch' | 'fontVariationSettings'
>;

/** The part that chooses among the faces of one family. */
export type FaceQuery = Pick<FontStyle, 'fontWeight' | 'fontStyle' | 'fontStretch'>;

type Range = FontFaceRule['weight'];

/**
 * The faces of one family that match a style best (css-fonts-4 §5.2: width, then style, then weight). Several only
 * where they have the same of all: a composite face, divided by unicode-range. Later rules stand first.
 */
export function matchFaces<T extends { readonly rule: FontFaceRule }>(
  faces: readonly T[],
  query: FaceQuery,
): T[] {
  const ofWidth = closest(faces, ({ rule }) => stretchDistance(rule.stretch, query.fontStretch));
  const wanted = query.fontStyle === 'normal' ? 'normal' : 'italic';
  const ofStyle = ofWidth.filter(({ rule }) => rule.style === wanted);
  const candidates = ofStyle.length > 0 ? ofStyle : ofWidth;
  return closest(candidates, ({ rule }) => weightDistance(rule.weight, query.fontWeight)).reverse();
}

function closest<T>(faces: readonly T[], distanceOf: (face: T) => number): T[] {
  const best = faces.reduce((least, face) => Math.min(least, distanceOf(face)), Number.POSITIVE_INFINITY);
  return faces.filter((face) => distanceOf(face) === best);
}

/** Beyond every difference of weights and widths. */
const far = 1000;

/** How far a width is from the wanted one: narrower ones come first up to the normal width, wider ones beyond it. */
export function stretchDistance(range: Range, wanted: number): number {
  if (wanted >= range.min && wanted <= range.max) return 0;
  const isWider = wanted < range.min;
  const distance = isWider ? range.min - wanted : wanted - range.max;
  return isWider === wanted > 100 ? distance : far + distance;
}

/** How far a weight is from the wanted one in the order of css-fonts-4 §5.2 step 4; 0 where it has it. */
function weightDistance(range: Range, wanted: number): number {
  if (wanted >= range.min && wanted <= range.max) return 0;
  const weight = wanted < range.min ? range.min : range.max;
  const up = weight > wanted;
  if (wanted >= 400 && wanted <= 500) {
    // Up to 500 first, then lighter ones, then bolder ones.
    if (up && weight <= 500) return weight - wanted;
    return up ? 2 * far + weight - wanted : far + wanted - weight;
  }
  const nearSide = wanted < 400 ? !up : up;
  return (nearSide ? 0 : far) + Math.abs(weight - wanted);
}

/** Where a variable face stands for a style (css-fonts-4 §7.2): within what its rule says, and then as is asked. */
export function axesFor(rule: FontFaceRule, style: FontStyle): AxisValues {
  return {
    wght: within(rule.weight, style.fontWeight),
    wdth: within(rule.stretch, style.fontStretch),
    ...rule.variationSettings,
    ...style.fontVariationSettings,
  };
}

function within({ min, max }: Range, value: number): number {
  return Math.max(min, Math.min(max, value));
}
