import { describe, expect, it } from 'vitest';
import type { Sfnt } from '../../src/text/fonts/sfnt.ts';
import { endsAtSpaces } from '../../src/text/shaping/space-lookups.ts';

const space = 3;

/** Big-endian 16-bit numbers. */
const words = (...numbers: readonly number[]): Uint8Array =>
  Uint8Array.from(numbers.flatMap((number) => [number >> 8, number & 0xff]));

/** A font with one lookup: its header, a list of one, the lookup, and its subtable at the offset 20. */
function font(
  tag: 'GSUB' | 'GPOS',
  type: number,
  flag: number,
  subtable: readonly number[],
  classes?: number[],
): Sfnt {
  const tables: Record<string, Uint8Array> = {
    [tag]: words(1, 0, 0, 0, 10, 1, 4, type, flag, 1, 8, ...subtable),
    ...(classes && { GDEF: words(1, 0, 12, 0, 0, 0, ...classes) }),
  };
  return { read: (name: string) => tables[name] } as Sfnt;
}

/** A coverage of one glyph. */
const only = (glyph: number): number[] => [1, 1, glyph];

/** A chained context by coverages (format 3) with one glyph at each place. */
function chained(before: number[], input: number[], behind: number[]): number[] {
  const lists = [before, input, behind];
  const size = 2 * (1 + lists.length + lists.flat().length + 1);
  let next = size;
  const offsets = lists.map((list) => [
    list.length,
    ...list.map(() => {
      next += 6;
      return next - 6;
    }),
  ]);
  return [3, ...offsets.flat(), 0, ...lists.flat().flatMap(only)];
}

describe('what a font says of its glyphs ends at spaces', () => {
  it.each([
    ['pairs', font('GPOS', 2, 8, [1, 10, 0, 0, 0, ...only(space)])],
    ['a rule that begins after a space', font('GPOS', 8, 0, chained([space], [7, 8], []))],
    ['a rule that ends at a space', font('GSUB', 6, 0, chained([9], [7], [8, space]))],
    ['single substitutions', font('GSUB', 1, 2, [1, 6, 1, ...only(space)], [1, space, 1, 1])],
    ['a ligature of other glyphs', font('GSUB', 4, 0, [1, 8, 1, 14, ...only(7), 1, 4, 20, 2, 8])],
  ])('where it has %s', (_, sfnt) => {
    expect(endsAtSpaces(sfnt, space)).toBe(true);
  });

  it.each([
    ['a rule over a space', font('GPOS', 8, 0, chained([7], [space, 8], []))],
    ['a rule with a space behind and more', font('GSUB', 6, 0, chained([], [7], [space, 8]))],
    ['a rule with more before a space', font('GSUB', 6, 0, chained([space, 8], [7], []))],
    ['a ligature with a space', font('GSUB', 4, 0, [1, 8, 1, 14, ...only(7), 1, 4, 20, 2, space])],
    ['a lookup that passes over spaces', font('GPOS', 2, 2, [1, 10, 0, 0, 0, ...only(7)], [1, space, 1, 1])],
    ['cursive spaces', font('GPOS', 3, 0, [1, 6, 0, ...only(space)])],
    ['a rule of classes over a space', font('GSUB', 5, 0, classRule(0))],
    ['a rule that is cut off', font('GSUB', 6, 0, [3, 1, 400, 1, 400])],
  ])('not where it has %s', (_, sfnt) => {
    expect(endsAtSpaces(sfnt, space)).toBe(false);
  });

  it('where a rule is of classes that the space is not in', () => {
    expect(endsAtSpaces(font('GSUB', 5, 0, classRule(1)), space)).toBe(true);
  });

  it('where pairs are kerned by the older table, not by its states', () => {
    const kerned = (format: number): Sfnt =>
      ({
        read: (tag: string) => (tag === 'kern' ? words(0, 1, 0, 14, format << 8, 0, 0, 0, 0) : undefined),
      }) as Sfnt;
    expect([0, 1, 2].map((format) => endsAtSpaces(kerned(format), space))).toEqual([true, false, true]);
  });
});

/** A context by classes (format 2) of three glyphs: the covered one, one of a class, one of class 1, which is glyph 7. */
function classRule(middle: number): number[] {
  // Header of 8 + coverage of 6, classes of 8, a set of 4, a rule.
  return [2, 10, 16, 1, 24, ...only(7), 1, 7, 1, 1, 1, 4, 3, 0, middle, 1];
}
