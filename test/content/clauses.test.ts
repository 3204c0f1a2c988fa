import { describe, expect, test } from 'vitest';
import { fillDocument } from '../../src/content/fill-document.ts';
import {
  brief,
  campaign,
  fill,
  findings,
  html,
  read,
  resolution,
  terms,
  termsOf,
  withFront,
  zhHant,
} from './fixtures.ts';

const body = `:::notes
1. One, see [funds](#funds) and [two](#notes.2).
2. Two
:::
:::resolves
1. :clause{#funds optional} Give
:::
:::rationale
Why *so*.
:::
`;

describe('resolutions', () => {
  test('have clauses as data', () => {
    const { document, diagnostics } = read(withFront(body), { kind: resolution });
    expect(diagnostics).toEqual([]);
    expect(document?.clauses.map(({ span, ...clause }) => clause)).toEqual([
      { id: 'notes.1', section: 'notes', number: 1, optional: false },
      { id: 'notes.2', section: 'notes', number: 2, optional: false },
      { id: 'funds', section: 'resolves', number: 1, optional: true },
    ]);
  });

  test('open their sections with the terms', () => {
    expect(html(fill(body, { kind: resolution }).body)).toBe(
      '<section class="clauses notes"><h2>This branch notes:</h2><ol class="clauses">' +
        '<li id="notes.1">One, see <a href="#funds">funds</a> and <a href="#notes.2">two</a>.</li>' +
        '<li id="notes.2">Two</li></ol></section>' +
        '<section class="clauses resolves"><h2>This branch resolves:</h2><ol class="clauses">' +
        '<li id="funds">Give</li></ol></section>' +
        '<section class="clauses rationale"><h2>Rationale</h2><p>Why <em>so</em>.</p></section>',
    );
  });

  test('mark a term that is in another language', () => {
    const { document } = read(withFront(body), { kind: resolution, locale: zhHant });
    const foreign = termsOf({ 'resolution.notes': 'This branch notes:' }, zhHant, terms.locale);
    const { value } = fillDocument(document!, { campaign, terms: foreign, branch: undefined });
    expect(html(value.body)).toContain('<h2 lang="en" dir="ltr">This branch notes:</h2>');
  });

  test.each([
    ['Text\n\n:::resolves\n1. a\n:::', ['clause-structure 1:1']],
    [':::notes\n1. a\n:::', ['clause-structure 3:4']],
    [':::resolves\n1. a\n:::\n:::resolves\n1. b\n:::', ['clause-structure 4:1', 'clause-structure 5:1']],
    [':::resolves\ntext\n:::', ['clause-structure 2:1']],
    [':::resolves\n- a\n:::', ['clause-structure 2:1']],
    [':::resolves\n:::', ['clause-structure 1:1']],
    [':::resolves\n2. a\n:::', ['clause-structure 2:1']],
    [':::resolves\n1. :clause{#x}\n:::', ['clause-structure 2:1']],
    [':::resolves\n1. :clause{#x} a\n2. :clause{#x} b\n:::', ['clause-structure 3:1']],
    [':::resolves\n1. a :clause{#x}\n:::', ['directive-place 2:6']],
    [':::resolves\n1. :clause{#X} a\n:::', ['directive-attribute 2:12']],
    [':::resolves\n1. :clause{#x option} a\n:::', ['directive-attribute 2:15']],
    [':::resolves\n1. [a](#b)\n:::', ['reference-unknown 2:8']],
    [':::callout\na\n:::\n:::resolves\n1. a\n:::', ['clause-structure 1:1']],
    [':::resolves\n1. a\n:::\n:::rationale\n## H\n:::', ['markdown-heading 5:1']],
  ])('%j gives %j', (text, expected) => {
    expect(findings(text, { kind: resolution })).toEqual(expected);
  });

  test('may have comments between and inside sections', () => {
    const text = '<!-- a -->\n\n:::resolves\n<!-- b -->\n\n1. a\n:::\n';
    expect(brief(read(withFront(text), { kind: resolution }).diagnostics)).toEqual([]);
  });
});
