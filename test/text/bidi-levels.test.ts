import { describe, expect, it } from 'vitest';
import { bidiLevels } from '../../src/text/bidi-levels.ts';
import type { InlineItem } from '../../src/text/paragraph.ts';
import { joinItems } from '../../src/text/paragraph-text.ts';
import { initialStyle } from '../style/support/initial-style.ts';

const source = { name: 'p.md', root: 'campaign', path: 'p.md', text: '' } as const;
const span = { source, start: 0, end: 0 };
const text = (content: string): InlineItem => ({ kind: 'text', text: content, style: initialStyle, span });
const start = (isolate: 'ltr' | 'rtl' | 'auto', override?: 'ltr' | 'rtl'): InlineItem => ({
  kind: 'edge',
  side: 'start',
  width: 0,
  isolate,
  override,
});
const end: InlineItem = { kind: 'edge', side: 'end', width: 0, isolate: undefined };

/** Letters with their levels, controls and edges left out. */
const levelsOf = (items: readonly InlineItem[], more: Partial<typeof initialStyle> = {}): string => {
  const style = { ...initialStyle, ...more };
  const joined = joinItems({ items, style });
  const { levels } = bidiLevels(joined, style);
  return Array.from(joined.text, (letter, at) =>
    /[\u2060\u2066-\u2069\u202a-\u202e\ufffc]/.test(letter)
      ? ''
      : `${letter.replace('\n', '/')}${levels[at]}`,
  )
    .join(' ')
    .replace(/ +/g, ' ')
    .trim();
};

describe('levels of a paragraph', () => {
  it('begin anew after a forced break, and what is open is open again', () => {
    const items = [text('a'), start('rtl'), text('b\n(c'), end, text('d')];
    expect(levelsOf(items)).toBe('a0 b2 /0 (1 c2 d0');
    const overridden = [text('a'), start('rtl', 'rtl'), text('b\nc'), end, text('d')];
    expect(levelsOf(overridden)).toBe('a0 b3 /0 c3 d0');
  });

  it('take no notice across a break of what stood before it', () => {
    // Without a new paragraph the bracket would stand between two right-to-left letters.
    expect(levelsOf([start('ltr'), text('\u05d0\n(\u05d1'), end])).toBe('\u05d03 /0 (2 \u05d13');
  });

  it('are each line’s own under plaintext, in an isolate too', () => {
    const items = [text('\u05d0\na'), start('auto'), text('\u05d1\nb'), end];
    expect(levelsOf(items, { unicodeBidi: 'plaintext' })).toBe('\u05d01 /1 a0 \u05d11 /0 b2');
  });
});
