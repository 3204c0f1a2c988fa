import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Breakable,
  firstFit,
  type HyphenLimits,
  type LineRange,
} from '../../src/text/breaking/break-lines.ts';
import type { Stop } from '../../src/text/breaking/break-stops.ts';
import { type Fitting, totalFit } from '../../src/text/breaking/total-fit.ts';

const free: HyphenLimits = { lines: Number.POSITIVE_INFINITY, notBeforeLast: false };

/** A text of parts, each as wide as it is long; a part that does not end in a space ends in a hyphen of width 1. */
function textOf(parts: readonly string[]): Breakable {
  const whole = parts.join('');
  const widthTo = (end: number) => whole.slice(0, end).replace(/ $/, '').length;
  let at = 0;
  const stops = parts.map((part, index): Stop => {
    at += part.length;
    const forced = index === parts.length - 1 || part.endsWith('\n');
    return { at, forced, hyphen: forced || part.endsWith(' ') ? -1 : at - 1 };
  });
  const width = (start: number, end: number, hyphen: number) => widthTo(end) - start + (hyphen < 0 ? 0 : 1);
  return {
    stops,
    width,
    exactWidth: ({ start, end, hyphen }) => width(start, end, hyphen),
    emergency: () => new Uint8Array(whole.length + 1),
  };
}

/** Spaces of width 1 that may become 1.5 and 0.8. */
function spaced(text: Breakable, parts: readonly string[]): Fitting {
  const whole = parts.join('');
  const spaces = (start: number, end: number) => whole.slice(start, end).trimEnd().split(' ').length - 1;
  return {
    ratio(start, stop, available) {
      const spare = available - text.width(start, stop.at, stop.hyphen);
      if (stop.forced) return spare >= 0 ? 0 : Number.NEGATIVE_INFINITY;
      const count = spaces(start, stop.at);
      return spare >= 0 ? spare / Math.max(0.5 * count, 0.1) : spare / (0.2 * count + 0.001);
    },
    lastDemerits: (start, stop) => Math.max(0, 8 - text.width(start, stop.at, -1)) ** 2 * 300,
    perLine: 0,
    compares: true,
  };
}

/** What lines cost by The TeXbook; Infinity where one does not fit. */
function demerits(lines: readonly LineRange[], fitting: Fitting, widthOf: (line: number) => number): number {
  let sum = 0;
  let fitness = 2;
  lines.forEach((line, index) => {
    const stop = { at: line.end, forced: line.last, hyphen: line.hyphen };
    const ratio = fitting.ratio(line.start, stop, widthOf(index));
    const hyphenBefore = (lines[index - 1]?.hyphen ?? -1) >= 0;
    if (ratio < -1) sum = Number.POSITIVE_INFINITY;
    if (line.last) sum += fitting.lastDemerits(line.start, stop, widthOf(index)) + (hyphenBefore ? 5000 : 0);
    else sum += (10 + Math.min(1e5, 100 * Math.abs(ratio) ** 3)) ** 2;
    if (line.hyphen >= 0) sum += 2500 + (hyphenBefore ? 10_000 : 0);
    const own = line.last ? 2 : ratio < -0.5 ? 3 : ratio <= 0.5 ? 2 : ratio <= 1 ? 1 : 0;
    if (index > 0 && Math.abs(own - fitness) > 1) sum += 10_000;
    fitness = own;
  });
  return sum;
}

/** Every way to break a text. */
function* allWays({ stops }: Breakable, from = 0, start = 0): Generator<LineRange[]> {
  for (let index = from; index < stops.length; index++) {
    const { at, forced, hyphen } = stops[index]!;
    const line = { start, end: at, last: forced, hyphen };
    if (index === stops.length - 1) yield [line];
    else for (const rest of allWays({ stops } as Breakable, index + 1, at)) yield [line, ...rest];
    if (forced) return;
  }
}

const part = fc
  .tuple(fc.constantFrom('a', 'the', 'free', 'union', 'workers', 'demo'), fc.constantFrom(' ', ' ', ' ', ''))
  .map(([word, end]) => word + end);
const parts = fc.array(part, { minLength: 1, maxLength: 11 });

describe('total fit', () => {
  test('finds the least demerits of all ways to break', () => {
    fc.assert(
      fc.property(
        parts,
        fc.integer({ min: 9, max: 30 }),
        fc.integer({ min: 0, max: 6 }),
        (given, width, indent) => {
          const text = textOf(given);
          const fitting = spaced(text, given);
          const widthOf = (line: number) => (line === 0 ? width - indent : width);
          const lines = totalFit(text, widthOf, fitting, free);
          const least = Math.min(...Array.from(allWays(text), (way) => demerits(way, fitting, widthOf)));
          if (least === Number.POSITIVE_INFINITY) return;
          expect(demerits(lines, fitting, widthOf)).toBeCloseTo(least, 3);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('is never wider than first-fit, and loses nothing', () => {
    const long = fc.array(fc.oneof(part, fc.constantFrom('Bezirksschornsteinfegermeister ', 'x\n')), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(long, fc.integer({ min: 1, max: 40 }), (given, width) => {
        const text = textOf(given);
        const lines = totalFit(text, () => width, spaced(text, given), free);
        const ends = lines.map((line) => line.end);
        expect(lines.map((line) => line.start)).toEqual([0, ...ends.slice(0, -1)]);
        expect(ends.at(-1)).toBe(given.join('').length);
        const over = (all: readonly LineRange[]) =>
          all.reduce(
            (sum, line) => sum + Math.max(0, text.width(line.start, line.end, line.hyphen) - width * 1.2),
            0,
          );
        expect(over(lines)).toBeLessThanOrEqual(over(firstFit(text, () => width, free)) + 1e-9);
      }),
      { numRuns: 400 },
    );
  });

  test('obeys the limit of hyphens in succession, and the one before the last line where it can', () => {
    const given = 'demo-cra-tic |soli-da-ri-ty |of |wor-kers |ev-er |more |in |uni-ons'
      .replaceAll('-', '|')
      .split('|');
    const text = textOf(given);
    const rows = (width: number, lines: number, notBeforeLast = false) =>
      totalFit(text, () => width, spaced(text, given), { lines, notBeforeLast })
        .map((line) => (line.hyphen < 0 ? ' ' : '-'))
        .join('');
    const widths = Array.from({ length: 10 }, (_, i) => 10 + i);
    expect(widths.some((width) => rows(width, 9).includes('--'))).toBe(true);
    expect(widths.some((width) => rows(width, 1).includes('-'))).toBe(true);
    for (const width of widths) {
      expect(rows(width, 1)).not.toContain('--');
      expect(rows(width, 0)).not.toContain('-');
    }
    expect(widths.some((width) => rows(width, 9).at(-2) === '-')).toBe(true);
    for (const width of widths) expect(rows(width, 9, true).at(-2)).toBe(' ');
  });

  test('takes time that grows with the text', () => {
    let asked = 0;
    const count = (words: number) => {
      const given = Array.from(
        { length: words },
        (_, i) =>
          `${'workers of the world unite'.slice(i % 7, (i % 7) + 1 + ((i * 5) % 9)).replaceAll(' ', 'x')} `,
      );
      const text = textOf(given);
      asked = 0;
      const fitting = spaced(text, given);
      const ratio: Fitting['ratio'] = (...args) => {
        asked++;
        return fitting.ratio(...args);
      };
      const counted = { ...fitting, ratio };
      totalFit(text, () => 60, counted, free);
      return asked / words;
    };
    expect(count(1600)).toBeLessThan(1.2 * count(400));
    expect(count(400)).toBeLessThan(12);
  });
});
