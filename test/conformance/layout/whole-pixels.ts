/** CSS px of absolute units. */
const pixelsOf: Readonly<Record<string, number>> = { mm: 96 / 25.4, cm: 96 / 2.54, pt: 96 / 72, in: 96 };

/** Papers by their names. */
const papers: Readonly<Record<string, string>> = { A4: '210mm 297mm', A5: '148mm 210mm' };

/** Px in 3 pt, the least that is whole px and whole pt: Chromium rounds paper down to whole pt, and what fills it must fit. */
const wholePoints = 4;

/** A style sheet whose papers and absolute lengths are whole px: at least one, where there was any. */
export function wholePixels(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(?<=\bsize:\s*)A[45]\b/g, (paper) => papers[paper]!)
    .replace(/(?<=(?<![\w-])size:)[^;}]+/g, (size) =>
      size.replace(/([\d.]+)(mm|cm|pt|in)\b/g, (_, digits: string, unit: string) => {
        const pixels = Number(digits) * pixelsOf[unit]!;
        return `${Math.ceil(pixels / wholePoints) * wholePoints}px`;
      }),
    )
    .replace(
      /(?<![\w.#-])(-?)(\d+(?:\.\d+)?|\.\d+)(mm|cm|pt|in)\b/g,
      (_, sign: string, digits: string, unit: string) => {
        const pixels = Number(digits) * pixelsOf[unit]!;
        return `${sign}${pixels === 0 ? 0 : Math.max(1, Math.round(pixels))}px`;
      },
    );
}
