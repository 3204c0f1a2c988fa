import type { FontFaceRule } from '../style/rules.ts';

/** The style a face is looked for. */
export interface FaceQuery {
  readonly weight: number;
  readonly style: 'normal' | 'italic' | 'oblique';
}

/**
 * The faces of one family that match a style best (css-fonts-4 §5.2: style, then weight). Several only where they
 * have the same style and weight: a composite face, divided by unicode-range. Later rules stand first.
 */
export function matchFaces<T extends { readonly rule: FontFaceRule }>(
  faces: readonly T[],
  query: FaceQuery,
): T[] {
  const wanted = query.style === 'normal' ? 'normal' : 'italic';
  const ofStyle = faces.filter(({ rule }) => rule.style === wanted);
  const candidates = ofStyle.length > 0 ? ofStyle : [...faces];
  let best = Number.POSITIVE_INFINITY;
  for (const { rule } of candidates) best = Math.min(best, weightDistance(rule.weight, query.weight));
  return candidates.filter(({ rule }) => weightDistance(rule.weight, query.weight) === best).reverse();
}

/** How far a weight is from the wanted one in the order of css-fonts-4 §5.2 step 4; 0 where it has it. */
export function weightDistance(
  range: { readonly min: number; readonly max: number },
  wanted: number,
): number {
  if (wanted >= range.min && wanted <= range.max) return 0;
  const weight = wanted < range.min ? range.min : range.max;
  const up = weight > wanted;
  const far = 1000;
  if (wanted >= 400 && wanted <= 500) {
    // Up to 500 first, then lighter ones, then bolder ones.
    if (up && weight <= 500) return weight - wanted;
    return up ? 2 * far + weight - wanted : far + wanted - weight;
  }
  const nearSide = wanted < 400 ? !up : up;
  return (nearSide ? 0 : far) + Math.abs(weight - wanted);
}
