/** Adjoining margins that collapse: the largest positive and the most negative one (CSS 2.2 §8.3.1). Pt. */
export interface Strut {
  readonly positive: number;
  readonly negative: number;
}

/** No margin. */
export const emptyStrut: Strut = { positive: 0, negative: 0 };

/** One margin. */
export function strutOf(margin: number): Strut {
  return margin >= 0 ? { positive: margin, negative: 0 } : { positive: 0, negative: margin };
}

/** Margins that adjoin. */
export function joinStruts(a: Strut, b: Strut): Strut {
  return { positive: Math.max(a.positive, b.positive), negative: Math.min(a.negative, b.negative) };
}

/** The collapsed margin. */
export function strutValue(strut: Strut): number {
  return strut.positive + strut.negative;
}
