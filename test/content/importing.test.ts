import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeStart, escapeText } from '../../src/content/importing/write-text.ts';
import { parseMarkdown } from '../../src/content/markdown/parse-markdown.ts';

const read = (text: string) =>
  parseMarkdown({ name: 'x.md', root: 'campaign', path: 'x.md', text }, 0).value!.children;

/** Characters that Markdown gives a meaning, and others beside them. */
const marks = [
  ...'\\`*_[]<>{}&|:#+-=.!()1~ "ab字عé',
  '{{',
  '&amp;',
  ':lang[',
  ':clause{',
  '](',
  '<b>',
  '---',
  '::',
];
const texts = fc
  .array(fc.constantFrom(...marks), { minLength: 1, maxLength: 12 })
  .map((all) => all.join('').trim().replace(/ +/g, ' '))
  .filter((text) => text !== '');

describe('new text reads as it was typed', () => {
  it('in a paragraph', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const written = escapeStart(escapeText(text, false));
        expect(read(written)).toMatchObject([
          { type: 'paragraph', children: [{ type: 'text', value: text }] },
        ]);
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it('in a cell of a table', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const [table] = read(`| a |\n| - |\n| ${escapeText(text, true)} |\n`);
        const cell = { children: [{ type: 'text', value: text }] };
        expect(table).toMatchObject({ type: 'table', children: [{}, { children: [cell] }] });
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});
