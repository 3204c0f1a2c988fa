import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineBreaker } from '../../src/text/line-break/line-break.ts';
import type { BreakContext } from '../../src/text/line-break/line-break-context.ts';
import { plainBreaks } from '../../src/text/line-break/plain-breaks.ts';

const breaker = createLineBreaker();
const context: BreakContext = { language: 'en', lineBreak: 'auto', wordBreak: 'normal', nowrap: false };

/** By the rules: with no context for all of the text nothing is taken for plain. */
const byRules = (text: string, own: BreakContext) =>
  breaker({ text, contextAt: () => own, isTransparent: isEdge(text) });

/** Of word joiners, those at even offsets stand for edges. */
const isEdge = (text: string) => (offset: number) => text[offset] === '\u2060' && offset % 2 === 0;

const contexts = fc.record<BreakContext>({
  language: fc.constantFrom('en', 'zh-Hant', 'ja', 'ko', 'el', ''),
  lineBreak: fc.constantFrom('auto', 'normal', 'loose', 'strict', 'anywhere'),
  wordBreak: fc.constantFrom('normal', 'break-all', 'keep-all', 'break-word'),
  nowrap: fc.boolean(),
});

describe('plain breaks', () => {
  it.each([
    ['texts of words', 'Clean air, for all: now!', true],
    ['apostrophes and decimals', 'can’t pay 1,234.50.', true],
    ['other European letters', 'Ποιος πληρώνει; Кто платит? Größe', true],
    ['quotes', 'say “no”', false],
    ['hyphens', 'well-known', false],
    ['numbers and their units', 'walk 10 km in 2024 or 2 hours', true],
    ['soft hyphens', 'soft\u00adhyphen', false],
    ['other scripts', '他說', false],
  ])('are found in %s: %j', (_, text, isPlain) => {
    expect(plainBreaks({ text }, context) !== undefined).toBe(isPlain);
  });

  it.each([
    ['walk 10 km in 2024 or 2 hours', [0, 5, 11, 14, 19, 22, 24]],
    ['at 9 pm, 10  m', [0, 3, 9, 13]],
  ])('hold units to their numbers: %j', (text, starts) => {
    const found = plainBreaks({ text }, context)!;
    expect([0, ...[...found.keys()].filter((at) => found[at] === 1)]).toEqual(starts);
    expect([...found]).toEqual([...byRules(text, context)]);
  });

  it.each(['a9 m\u2060ore', 'a9 k\u2060m a'])('leave units with edges in them to the rules: %j', (text) => {
    expect(plainBreaks({ text, isTransparent: isEdge(text) }, context)).toBeUndefined();
  });

  it('are those of the rules', () => {
    const piece = fc.constantFrom(
      ...'aÉж9λ',
      ' ',
      ' ',
      '.',
      ',',
      ':',
      ';',
      '!',
      '?',
      '’',
      '-',
      '\u2060',
      '“',
      '年',
      'km',
      'm',
      '9 ',
      'ab',
      'Ωs',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), contexts, (pieces, own) => {
        const text = pieces.join('');
        const found = plainBreaks({ text, isTransparent: isEdge(text) }, own);
        if (found) expect([...found]).toEqual([...byRules(text, own)]);
      }),
      { numRuns: 3000 },
    );
  });

  it('are those of the rules for each letter', () => {
    for (let point = 0x20; point < 0x600; point++) {
      const own = String.fromCharCode(point);
      for (const text of [own, `a${own}`, `${own}a`, `a ${own}`, `${own} 9`, `${own}’${own}`]) {
        const found = plainBreaks({ text }, context);
        if (found) expect([text, ...found]).toEqual([text, ...byRules(text, context)]);
      }
    }
  });
});
