import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amendDocument } from '../../src/content/amendment/amend-document.ts';
import type { SourceFile } from '../../src/diagnostics/source.ts';
import { brief, campaign, read, resolution, withFront } from './fixtures.ts';

const body = `:::notes
1. The first fact, and *all of us* know it.
2. The second fact.
3. A third “fact”, as [note 2](#notes.2) and [the gift](#gift) say.
4. The last fact.
:::

:::believes
1. That this is so.
2. 本會認為工人有罷工權。
:::

:::resolves
1. :clause{#support}To support the campaign and its friends.
2. To write to {{organisation.email}}; and to wait.
3. :clause{#gift optional}To give £50.[^1]
4. To report.
5. To go home.
:::

[^1]: A note.
`;

/** The body as amended, or what was found. */
function amend(amendments: string, text = body): string | string[] {
  const { document, diagnostics, host } = read(withFront(text), { kind: resolution });
  if (!document || diagnostics.length > 0) throw new Error(JSON.stringify(brief(diagnostics, 4)));
  const source: SourceFile = {
    name: 'amendment',
    root: 'campaign',
    path: document.source.path,
    text: amendments,
  };
  const { value, diagnostics: found } = amendDocument(host, campaign, document, source);
  if (found.some(({ severity }) => severity === 'error') || !value) {
    return found.map((each) => `${each.span?.source.name} ${brief([each])[0]}: ${each.message}`);
  }
  return value.text.source.text.slice(withFront('').length);
}

/** The lines that the amendments change, as `-old` and `+new`. */
function changed(amendments: string, text = body): string[] {
  const result = amend(amendments, text);
  if (typeof result !== 'string') return result;
  const [before, after] = [text.split('\n'), result.split('\n')];
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `-${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+${line}`),
  ];
}

/** What is found, errors and warnings. */
const wrong = (amendments: string): string => [amend(amendments)].flat().join('\n');

describe('whole clauses', () => {
  it('are deleted, replaced and inserted, by the numbers of the original', () => {
    expect(
      changed('delete notes 1; replace believes 1: That *that* is so; insert after 5: To stay.').join('\n'),
    ).toMatchInlineSnapshot(`
      "-1. The first fact, and *all of us* know it.
      -2. The second fact.
      -3. A third “fact”, as [note 2](#notes.2) and [the gift](#gift) say.
      -4. The last fact.
      -1. That this is so.
      +1. The second fact.
      +2. A third “fact”, as [note 2](#notes.1) and [the gift](#gift) say.
      +3. The last fact.
      +1. That *that* is so
      +6. To stay."
    `);
  });

  it('are named by number where one section has so many, by section, by id, and in runs', () => {
    expect(changed('delete 5').join('\n')).toMatchInlineSnapshot(`"-5. To go home."`);
    expect(changed('Delete clauses resolves 2-3, 5 and #support').join('\n')).toMatchInlineSnapshot(`
      "-3. A third “fact”, as [note 2](#notes.2) and [the gift](#gift) say.
      -1. :clause{#support}To support the campaign and its friends.
      -2. To write to {{organisation.email}}; and to wait.
      -3. :clause{#gift optional}To give £50.[^1]
      -4. To report.
      -5. To go home.
      -[^1]: A note.
      +3. A third “fact”, as [note 2](#notes.2) and the gift say.
      +1. To report."
    `);
    expect(changed('delete resolves.2 to 4').join('\n')).toMatchInlineSnapshot(`
      "-3. A third “fact”, as [note 2](#notes.2) and [the gift](#gift) say.
      -2. To write to {{organisation.email}}; and to wait.
      -3. :clause{#gift optional}To give £50.[^1]
      -4. To report.
      -5. To go home.
      -[^1]: A note.
      +3. A third “fact”, as [note 2](#notes.2) and the gift say.
      +2. To go home."
    `);
  });

  it('come in before the first, behind the last, and in the place of one that goes', () => {
    expect(
      changed(
        'insert before notes 1: Zero.; add to notes: End.\nadd: Resolved;\ndelete notes 4; insert after resolves 5: A',
      ).join('\n'),
    ).toMatchInlineSnapshot(`
      "-1. The first fact, and *all of us* know it.
      -2. The second fact.
      -3. A third “fact”, as [note 2](#notes.2) and [the gift](#gift) say.
      -4. The last fact.
      +1. Zero.
      +2. The first fact, and *all of us* know it.
      +3. The second fact.
      +4. A third “fact”, as [note 2](#notes.3) and [the gift](#gift) say.
      +5. End.
      +6. A
      +7. Resolved"
    `);
    expect(changed('delete notes 4; insert after notes 4: New.').join('\n')).toMatchInlineSnapshot(`
      "-4. The last fact.
      +4. New."
    `);
  });

  it('take their section with them', () => {
    expect(changed('delete believes 1-2').join('\n')).toMatchInlineSnapshot(`
      "-:::believes
      -1. That this is so.
      -2. 本會認為工人有罷工權。"
    `);
  });

  it('hold semicolons, quotation marks and further lines', () => {
    expect(
      changed('replace 5: One; two; delete nothing; in 1840.; delete notes 2').join('\n'),
    ).toMatchInlineSnapshot(`
      "-2. The second fact.
      -3. A third “fact”, as [note 2](#notes.2) and [the gift](#gift) say.
      -4. The last fact.
      -5. To go home.
      +2. A third “fact”, as note 2 and [the gift](#gift) say.
      +3. The last fact.
      +5. One; two; delete nothing; in 1840."
    `);
    expect(
      changed('replace 5: "One; delete 4"\ninsert after 5: More\n  and more\\; add: it').join('\n'),
    ).toMatchInlineSnapshot(`
      "-5. To go home.
      +5. One; delete 4
      +6. More
      +   and more\\; add: it"
    `);
  });

  it('take the notes along that nothing else calls, and the links to them', () => {
    expect(changed('delete #gift').join('\n')).toMatchInlineSnapshot(`
      "-3. A third “fact”, as [note 2](#notes.2) and [the gift](#gift) say.
      -3. :clause{#gift optional}To give £50.[^1]
      -4. To report.
      -5. To go home.
      -[^1]: A note.
      +3. A third “fact”, as [note 2](#notes.2) and the gift say.
      +3. To report.
      +4. To go home."
    `);
  });
});

describe('words', () => {
  it('are replaced, deleted and inserted with the spaces that they need', () => {
    expect(
      changed(
        'in #support replace "and its friends" with "and **all** friends"; in 5 delete "go"; in resolves 2, insert after "wait": "and see"; in resolves 4 insert before "To": "Always"',
      ).join('\n'),
    ).toMatchInlineSnapshot(`
      "-1. :clause{#support}To support the campaign and its friends.
      -2. To write to {{organisation.email}}; and to wait.
      -4. To report.
      -5. To go home.
      +1. :clause{#support}To support the campaign and **all** friends.
      +2. To write to {{organisation.email}}; and to wait and see.
      +4. Always To report.
      +5. To home."
    `);
    expect(
      changed('in believes 2 insert after 「工人」: 「及學生」; in believes 2 delete "本會認為"').join('\n'),
    ).toMatchInlineSnapshot(`
      "-2. 本會認為工人有罷工權。
      +2. 工人及學生有罷工權。"
    `);
  });

  it('may be quoted with straight marks, and across emphasis that they hold whole', () => {
    expect(changed('in notes 3 delete "“fact”"').join('\n')).toMatchInlineSnapshot(`
      "-3. A third “fact”, as [note 2](#notes.2) and [the gift](#gift) say.
      +3. A third, as [note 2](#notes.2) and [the gift](#gift) say."
    `);
    expect(
      changed('in notes 3 replace «“fact”» with "one"; in notes 1 delete "all of us know it"').join('\n'),
    ).toMatchInlineSnapshot(`
      "-1. The first fact, and *all of us* know it.
      -3. A third “fact”, as [note 2](#notes.2) and [the gift](#gift) say.
      +1. The first fact, and.
      +3. A third one, as [note 2](#notes.2) and [the gift](#gift) say."
    `);
    expect(changed('in notes 1 insert after "all of us": ", and you,"').join('\n')).toMatchInlineSnapshot(`
      "-1. The first fact, and *all of us* know it.
      +1. The first fact, and *all of us*, and you, know it."
    `);
  });

  it('go with all behind them, but for the full stop', () => {
    expect(changed('in #support delete all after "campaign"').join('\n')).toMatchInlineSnapshot(`
      "-1. :clause{#support}To support the campaign and its friends.
      +1. :clause{#support}To support the campaign."
    `);
    expect(
      changed('in #support delete all after "campaign" and insert "in all we do"').join('\n'),
    ).toMatchInlineSnapshot(`
      "-1. :clause{#support}To support the campaign and its friends.
      +1. :clause{#support}To support the campaign in all we do."
    `);
    expect(changed('in 5 replace all after "To" with "stay!"').join('\n')).toMatchInlineSnapshot(`
      "-5. To go home.
      +5. To stay!"
    `);
  });
});

describe('any amendments', () => {
  const clause = fc.array(fc.constantFrom('To', 'go', '*home*', 'at once', '；', '罷工'), {
    minLength: 1,
    maxLength: 4,
  });
  const text = clause.map((words) => words.join(' '));
  const verb = fc.constantFrom('keep', 'delete', 'replace', 'after', 'before', 'replace after');
  const section = fc.array(fc.record({ text, verb, more: text }), { minLength: 1, maxLength: 12 });
  const written = (name: string, clauses: readonly string[]) =>
    `:::${name}\n${clauses.map((each, i) => `${i + 1}. ${each}\n`).join('')}:::\n`;

  it('give the clauses that they say, in whatever order they are written', () => {
    fc.assert(
      fc.property(section, section, fc.integer(), (notes, resolves, seed) => {
        const sections = { notes, resolves: [...resolves, { text: 'The last', verb: 'keep', more: '' }] };
        const statements: string[] = [];
        const after = Object.entries(sections).map(([name, clauses]) => {
          const left = clauses.flatMap((each, i) => {
            const at = `${name} ${i + 1}`;
            if (each.verb === 'delete') statements.push(`delete ${at}`);
            if (each.verb.startsWith('replace')) statements.push(`replace ${at}: ${each.more}`);
            if (each.verb.endsWith('after')) statements.push(`insert after ${at}: ${each.more}!`);
            if (each.verb === 'before') statements.push(`insert before ${at}: ${each.more}`);
            return [
              ...(each.verb === 'before' ? [each.more] : []),
              ...(each.verb === 'delete' ? [] : [each.verb.startsWith('replace') ? each.more : each.text]),
              ...(each.verb.endsWith('after') ? [`${each.more}!`] : []),
            ];
          });
          return left.length > 0 ? written(name, left) : '';
        });
        if (statements.length === 0) return;
        const before = Object.entries(sections).map(([name, clauses]) =>
          written(
            name,
            clauses.map((each) => each.text),
          ),
        );
        const order = statements
          .map((each, i) => [(seed * (i + 7)) % 11, each] as const)
          .sort(([a], [b]) => a - b);
        const amendments = order.map(([, each]) => each).join(';');
        const result = amend(amendments, before.join(''));
        expect([result].flat().join('\n').trim()).toBe(after.join('').trim());
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});

describe('references', () => {
  it('follow clauses that move, and lose those that go', () => {
    expect(changed('insert before notes 1: Zero').join('\n')).toMatchInlineSnapshot(`
      "-1. The first fact, and *all of us* know it.
      -2. The second fact.
      -3. A third “fact”, as [note 2](#notes.2) and [the gift](#gift) say.
      -4. The last fact.
      +1. Zero
      +2. The first fact, and *all of us* know it.
      +3. The second fact.
      +4. A third “fact”, as [note 2](#notes.3) and [the gift](#gift) say.
      +5. The last fact."
    `);
    expect(changed('delete notes 2').join('\n')).toMatchInlineSnapshot(`
      "-2. The second fact.
      -3. A third “fact”, as [note 2](#notes.2) and [the gift](#gift) say.
      -4. The last fact.
      +2. A third “fact”, as note 2 and [the gift](#gift) say.
      +3. The last fact."
    `);
  });
});

describe('findings', () => {
  it('are at their places in the amendments, all at once', () => {
    expect(
      wrong(
        'delte 4; delete 4; delete 9\nreplace 5 Text; in 5 replace "x"; add to nowhere: x; delete resolves 4-2; delete resolves 2-notes 4; delete #suport; insert after; 12',
      ),
    ).toMatchInlineSnapshot(`
      "amendment amendment-syntax 1:1: an amendment begins with a verb, not with "delte"
      amendment amendment-syntax 2:11: replace is not followed by "Text" here
      amendment amendment-syntax 2:33: something is missing behind in
      amendment amendment-syntax 2:39: add is not followed by "to" here
      amendment amendment-syntax 2:130: something is missing behind insert
      amendment amendment-syntax 2:132: an amendment begins with a verb, not with "1"
      amendment amendment-clause 1:17: 4 can be notes 4 or resolves 4: each section counts from 1
      amendment amendment-clause 1:27: there is no clause 9
      amendment amendment-clause 2:72: resolves 4 to 2 is no run of clauses
      amendment amendment-clause 2:93: resolves 2 to notes 4 is no run of clauses
      amendment amendment-clause 2:109: there is no clause #suport"
    `);
    expect(wrong('')).toMatchInlineSnapshot(`"amendment amendment-syntax 1:1: there is no amendment"`);
    expect(wrong('replace 5: One; delte 4')).toMatchInlineSnapshot(
      `"amendment amendment-syntax 1:17: "delte" is no verb, and stands in the text of the amendment before it"`,
    );
  });

  it('are words that are not there once', () => {
    expect(
      wrong(
        'in resolves 2 delete "to"; in 5 delete "hom"; in 5 delete "away"; in notes 1 replace "all of" with "x"; in notes 1 replace "and all" with "x"; in 5 delete all after "home"; in notes 1 delete all after "all"',
      ),
    ).toMatchInlineSnapshot(`
      "amendment amendment-words 1:23: "to" stands twice in resolves 2
      amendment amendment-words 1:41: "hom" does not stand in resolves 5 as whole words
      amendment amendment-words 1:60: "away" does not stand in resolves 5
      amendment amendment-words 1:125: the words begin or end inside of emphasis, a link or the like, which would be cut in two
      amendment amendment-words 1:167: nothing stands behind these words
      amendment amendment-words 1:203: the words begin or end inside of emphasis, a link or the like, which would be cut in two"
    `);
  });

  it('are amendments of which only one can stand', () => {
    expect(
      wrong(
        'delete 5; in 5 delete "go"; replace notes 1: x; delete notes 1-2; in #gift replace "give" with "lend"; in #gift delete "To give"',
      ),
    ).toMatchInlineSnapshot(`
      "amendment amendment-conflict 1:11: resolves 5 is deleted at amendment:1:1, and changed here
      amendment amendment-conflict 1:49: notes 1 is replaced at amendment:1:29, and deleted here
      amendment amendment-conflict 1:104: resolves 3 is changed at amendment:1:67, and changed here"
    `);
    expect(wrong('delete resolves 1-5')).toMatchInlineSnapshot(
      `"amendment amendment-clause 1:1: nothing would be left of what the resolution resolves"`,
    );
  });

  it('are what the new text has wrong', () => {
    expect(
      wrong(
        'replace 5: See <b>this</b>; add: [x](javascript:1) and {{nope}} and [^2] :lang[x]; add: [c](#nope)',
      ),
    ).toMatchInlineSnapshot(`
      "amendment markdown-html 1:16: HTML is not read in Markdown: <b>
      amendment markdown-html 1:23: HTML is not read in Markdown: </b>
      amendment link-unsafe 1:38: the link "javascript:1" has the scheme javascript:
      amendment variable-unknown 1:56: there is no variable {{nope}}
      amendment reference-unknown 1:69: there is no text of the footnote [^2]
      amendment directive-attribute 1:74: :lang needs lang="…"
      amendment reference-unknown 1:93: there is no clause with the id "nope""
    `);
  });
});
