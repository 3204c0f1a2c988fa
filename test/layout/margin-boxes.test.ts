import { describe, expect, it } from 'vitest';
import { type MarginClaim, shareMargin } from '../../src/layout/share-margin.ts';

const claim = (max: number, min = max): MarginClaim => ({ min, max, set: undefined });
const set = (size: number): MarginClaim => ({ min: 0, max: 0, set: size });

describe('the boxes of one edge of the page', () => {
  it('alone, fills the edge, or takes what is set', () => {
    expect(shareMargin(300, [claim(40), undefined, undefined])[0]).toEqual({ start: 0, size: 300 });
    expect(shareMargin(300, [undefined, undefined, set(80)])[2]).toEqual({ start: 220, size: 80 });
    expect(shareMargin(300, [undefined, set(100), undefined])[1]).toEqual({ start: 100, size: 100 });
  });

  it('share what is left over by what they hold', () => {
    const [left, , right] = shareMargin(300, [claim(50), undefined, claim(100)]);
    expect(left).toEqual({ start: 0, size: 100 });
    expect(right).toEqual({ start: 100, size: 200 });
  });

  it('that hold too much shrink towards their longest words', () => {
    const [left, , right] = shareMargin(300, [claim(300, 50), undefined, claim(150, 100)]);
    // 150 are left above the smallest sizes; 250 and 50 more are wanted.
    expect(left!.size).toBeCloseTo(50 + 150 * (250 / 300));
    expect(right!.size).toBeCloseTo(100 + 150 * (50 / 300));
  });

  it('give one in the middle its place in the middle, whatever the others hold', () => {
    const [left, middle, right] = shareMargin(300, [claim(20), claim(60), claim(60)]);
    expect(middle).toEqual({ start: 100, size: 100 });
    expect([left, right]).toEqual([
      { start: 0, size: 100 },
      { start: 200, size: 100 },
    ]);
  });

  it('leave the rest to one that is not set', () => {
    const [left, , right] = shareMargin(300, [set(90), undefined, claim(10)]);
    expect([left, right]).toEqual([
      { start: 0, size: 90 },
      { start: 90, size: 210 },
    ]);
  });
});
