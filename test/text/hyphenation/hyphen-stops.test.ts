import { beforeAll, describe, expect, test } from 'vitest';
import type { ComputedStyle } from '../../../src/style/computed-style.ts';
import type { Line } from '../../../src/text/paragraph.ts';
import { linesAt, loadPatterns, shapeItems, shapeText, style, textItem, textOf } from '../fixture.ts';

beforeAll(() => loadPatterns('en', 'de', 'fr'));

/** A word's parts on the narrowest lines, with soft hyphens where it is broken. */
async function parts(text: string, more: Partial<ComputedStyle> = {}): Promise<string> {
  return linesAt(await shapeText(text, { hyphens: 'auto', ...more }), 1)
    .map((line) => line.trim())
    .join(' ');
}

const shy = (text: string) => text.replaceAll('-', '\u00ad');

describe('hyphens: auto', () => {
  test('breaks words, and draws a hyphen that stands for a soft one', async () => {
    const p = await shapeText('concatenation', { hyphens: 'auto' });
    const [first, second] = p.breakLines(() => 50);
    expect([textOf(first!), textOf(second!)]).toEqual(['concate\u00ad', 'nation']);
    expect(first!.width).toBeCloseTo((await shapeText('concate\u2010')).maxContent, 6);
    expect(p.breakLines(() => 500).map(textOf)).toEqual(['concatenation']);
    expect(p.minContent).toBeCloseTo((await shapeText('cate\u2010')).maxContent, 6);
  });

  test('where what stands behind the language is no tag', async () => {
    expect(await parts('Concatenation', { language: 'en-' })).toBe(
      await parts('Concatenation', { language: 'en' }),
    );
  });

  test('only where it is asked for', async () => {
    expect(await parts('concatenation', { hyphens: 'manual' })).toBe('concatenation');
    expect(await parts('concatenation', { language: 'cs' })).toBe('concatenation');
    expect(await parts('concatenation', { whiteSpace: 'nowrap' })).toBe('concatenation');
  });

  test('leaves addresses, codes, abbreviations and words that say it themselves', async () => {
    expect(await parts('www.concatenation.org')).toBe('www.concatenation.org');
    expect(await parts('concatenation@example.org')).not.toContain('\u00ad');
    expect(await parts('CONCATENATION')).toBe('CONCATENATION');
    expect(await parts('concatenation2')).toBe('concatenation2');
    expect(await parts('conca\u00adtenation')).toBe('conca\u00ad tenation');
    expect(await parts('Concatenation,')).toBe(shy('Con- cate- na- tion,'));
    expect(await parts('d’internationale', { language: 'fr' })).toBe(shy('d’in- ter- na- tio- nale'));
  });

  test('goes through a word whose part is emphasized', async () => {
    const own = style({ hyphens: 'auto' });
    const bold = style({ hyphens: 'auto', fontWeight: 700 });
    const edge = (side: 'start' | 'end') => ({ kind: 'edge', side, width: 0, isolate: undefined }) as const;
    const { paragraph } = await shapeItems(
      [edge('start'), textItem('conc', bold), edge('end'), textItem('atenation', own)],
      own,
    );
    expect(paragraph.breakLines(() => 1).map(textOf)).toEqual([
      'con\u00ad',
      'cate\u00ad',
      'na\u00ad',
      'tion',
    ]);
  });

  test('hyphenate-limit-chars', async () => {
    const limit = (total: number | 'auto', before: number | 'auto', after: number | 'auto') => ({
      hyphenateLimitChars: { total, before, after },
    });
    expect(await parts('concatenation', limit(14, 'auto', 'auto'))).toBe('concatenation');
    expect(await parts('concatenation', limit('auto', 4, 5))).toBe(shy('concate- nation'));
    expect(await parts('über', { language: 'de', ...limit(4, 1, 2) })).toBe(shy('über'));
    expect(await parts('aber', { language: 'de', ...limit(4, 2, 2) })).toBe(shy('aber'));
  });

  test('hyphenate-limit-lines and hyphenate-limit-last', async () => {
    const text = 'internationalization internationalization organisation internationalization hyphenation';
    const widths = [100, 105, 110, 115, 120, 125, 130, 135];
    const ends = (more: Partial<ComputedStyle>) =>
      Promise.all(
        widths.map(async (width) =>
          linesAt(await shapeText(text, { hyphens: 'auto', ...more }), width)
            .map((line) => (line.endsWith('\u00ad') ? '-' : ' '))
            .join(''),
        ),
      );
    for (const textAlign of ['start', 'justify'] as const) {
      expect((await ends({ textAlign })).some((rows) => rows.includes('--'))).toBe(true);
      for (const rows of await ends({ textAlign, hyphenateLimitLines: 1 })) expect(rows).not.toContain('--');
      for (const rows of await ends({ textAlign, hyphenateLimitLines: 0 })) expect(rows).not.toContain('-');
      expect((await ends({ textAlign })).some((rows) => rows.at(-2) === '-')).toBe(true);
      for (const rows of await ends({ textAlign, hyphenateLimitLast: 'always' }))
        expect(rows.at(-2)).toBe(' ');
    }
  });

  test('hyphenate-character', async () => {
    const first = async (hyphenateCharacter: string, width = 50): Promise<Line> =>
      (await shapeText('concatenation', { hyphens: 'auto', hyphenateCharacter })).breakLines(() => width)[0]!;
    expect((await first('=')).width).toBeCloseTo((await shapeText('concate=')).maxContent, 1);
    expect((await first('', 40)).width).toBeCloseTo((await shapeText('concate')).maxContent, 1);
    // The face has no such character: its own hyphen is drawn.
    expect((await first('𓀀')).width).toBeCloseTo((await shapeText('concate\u2010')).maxContent, 1);
  });

  test('is what keeps a narrow justified column from rivers', async () => {
    const text =
      'The mass struggles in Hong Kong were answered with unprecedented repression. A national security law was imposed on the city: subversion and separatism can be punished by life imprisonment, or by extradition to the mainland, where the death penalty still applies to such offences. A former member of the Legislative Council was imprisoned together with forty other candidates for a council that has since been disbanded. On the mainland, feminists have been hounded by misogynists, and their accounts were suspended. The right to organise, to strike and to protest belongs to working people everywhere, and an attack on it in one place is an attack on all of us.';
    const p = await shapeText(text, { hyphens: 'auto', textAlign: 'justify' });
    const own = (await shapeText('\u00a0')).maxContent;
    const all: number[] = [];
    for (const width of [210, 240, 280, 340]) {
      const lines = p.breakLines(() => width);
      expect(lines.map(textOf).join('').replaceAll('\u00ad', '')).toBe(text);
      const spaces = lines
        .filter((line) => !line.last)
        .map((line) => {
          const [run] = p.justify(line, width).pieces;
          if (run?.kind !== 'glyphs') return 0;
          const first = [...run.glyphs].find((glyph) => run.text[glyph.cluster] === ' ')!;
          return first.advance / own;
        });
      all.push(...spaces);
    }
    expect(all.filter((space) => space < 1.6).length / all.length).toBeGreaterThanOrEqual(0.95);
  });
});
