/** The `TJ` array of a run (ISO 32000-1 §9.4.3) as it is filled: strings of codes, and adjustments between them. */
export interface TextArray {
  /**
   * Shows a character. `code` is its code as a part of a literal string, `stated` how far the font's `W` moves the pen,
   * `at` where it is to stand, from the run's start; thousandths of the em.
   */
  show(code: string, stated: number, at: number): void;
  /** The operator that shows all of it. */
  operator(): string;
}

/**
 * An empty array. The pen is followed, so that rounding of the whole adjustments never adds up: each character stands
 * within half a thousandth of the em of its place.
 */
export function createTextArray(): TextArray {
  let content = '';
  let isMoved = false;
  let pen = 0;
  return {
    show(code, stated, at) {
      const gap = Math.round(at - pen);
      if (gap !== 0) {
        content += content === '' ? `${-gap}(` : `)${-gap}(`;
        isMoved = true;
      } else if (content === '') content = '(';
      content += code;
      pen += gap + stated;
    },
    operator: () => (isMoved ? `[${content})]TJ` : `${content})Tj`),
  };
}
