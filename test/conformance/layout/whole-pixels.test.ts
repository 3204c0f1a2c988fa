import { describe, expect, it } from 'vitest';
import { wholePixels } from './whole-pixels.ts';

describe('a style sheet in whole px', () => {
  it('rounds absolute lengths, and leaves relative ones, names and addresses', () => {
    const css =
      '.a-4mm { margin: -4mm 0 0.5pt .1in; width: calc(52pt * var(--x) + 1.5em); src: url("npm:a/400Regular/b.ttf") }';
    expect(wholePixels(css)).toBe(
      '.a-4mm { margin: -15px 0 1px 10px; width: calc(69px * var(--x) + 1.5em); src: url("npm:a/400Regular/b.ttf") }',
    );
  });

  it('has papers that are whole px and whole pt, and no smaller', () => {
    expect(wholePixels('@page { size: 100mm 210mm; font-size: 10mm }')).toBe(
      '@page { size: 380px 796px; font-size: 38px }',
    );
    expect(wholePixels('@page { size: A5 }')).toBe('@page { size: 560px 796px }');
    expect(wholePixels('@page { size: A4; margin: 10mm } /* 3mm */')).toBe(
      '@page { size: 796px 1124px; margin: 38px } ',
    );
  });
});
