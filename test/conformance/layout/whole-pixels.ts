/** CSS px of absolute units. */
const pixelsOf: Readonly<Record<string, number>> = { mm: 96 / 25.4, cm: 96 / 2.54, pt: 96 / 72, in: 96 };

/** Papers in whole px that are whole pt too: Chromium rounds paper to those. */
const papers: Readonly<Record<string, string>> = { A4: '796px 1124px', A5: '560px 796px' };

/** A style sheet whose papers and absolute lengths are whole px: at least one, where there was any. */
export function wholePixels(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(?<=\bsize:\s*)A[45]\b/g, (paper) => papers[paper]!)
    .replace(
      /(?<![\w.#-])(-?)(\d+(?:\.\d+)?|\.\d+)(mm|cm|pt|in)\b/g,
      (_, sign: string, digits: string, unit: string) => {
        const pixels = Number(digits) * pixelsOf[unit]!;
        return `${sign}${pixels === 0 ? 0 : Math.max(1, Math.round(pixels))}px`;
      },
    );
}
