import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { amend } from '../../src/build/amendment/amend.ts';
import type { Session } from '../../src/build/session.ts';
import { styledTreeOf } from '../../src/build/styled-document.ts';
import { docxParts } from '../../src/docx/write-docx.ts';
import { lint } from '../docx/lint/lint.ts';
import { parseXml, unzip } from '../docx/support/package.ts';
import { markedTexts, reading, settle, type Verdict } from '../docx/support/revisions.ts';
import { open } from './support/documents.ts';

const id = 'resolutions/solidarity-political-prisoners';
const sample = (tag: string) => readFileSync(`content/${id}/${tag}.md`, 'utf8');

/** The sample campaign with this resolution alone. */
const campaign = (tag: string, text: string) =>
  open({ 'campaign.yaml': readFileSync('content/campaign.yaml', 'utf8'), [`${id}/${tag}.md`]: text });

const request = {
  document: id,
  branch: 'Leeds',
  mover: undefined,
  seconder: undefined,
  numbersLines: true,
  wordLimit: undefined,
  markdown: true,
};

type Parts = ReadonlyMap<string, Uint8Array>;

const body = (parts: Parts) => parseXml(Buffer.from(parts.get('word/document.xml')!).toString('utf8'));

/** The paragraphs of a document, its changes accepted or rejected. */
function settled(parts: Parts, verdict: Verdict): string[] {
  const notes = parts.get('word/footnotes.xml');
  return reading(settle(body(parts), verdict), notes && parseXml(Buffer.from(notes).toString('utf8')));
}

/** The paragraphs of the ordinary Word document. */
async function clean(session: Session, locale: string): Promise<string[]> {
  const file = session.files.find((each) => each.id === id && each.locale.tag === locale)!;
  const { tree } = styledTreeOf(file, session.document(file).value!, session, []);
  const { host, campaign: of } = session;
  const parts = await docxParts(tree!, { host, date: of.date, loadImage: () => undefined });
  return settled(parts.value, 'accept');
}

/** Amends a resolution, and settles the changes either way. */
async function expectBoth(golden: string, locale: string, text: string, amendments: string): Promise<void> {
  const original = await campaign(locale, text);
  const { artifacts, diagnostics } = await amend(original.session, { ...request, locale, amendments });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const file = (end: string) => artifacts.find(({ path }) => path.endsWith(end))!.bytes;
  const amended = await campaign(locale, Buffer.from(file('amended.md')).toString('utf8'));
  const [tracked, sheet] = [unzip(file('changes.docx')), unzip(file('amendment.docx'))];
  expect([...lint(tracked), ...lint(sheet)]).toEqual([]);
  expect(settled(tracked, 'reject')).toEqual(await clean(original.session, locale));
  expect(settled(tracked, 'accept')).toEqual(await clean(amended.session, locale));
  const changes = markedTexts(body(tracked)).filter((text) => /[[{][+-]/.test(text));
  const said = reading(body(sheet)).filter((text) => text.trim() !== '' && !/_{3}/.test(text));
  const recorded = ['Changes', ...changes, '', 'Sheet', ...said, ''].join('\n');
  await expect(recorded).toMatchFileSnapshot(`../golden/amendment/${golden}.txt`);
}

it.each([
  [
    'en',
    'in notes 1 replace "unprecedented" with "harsh"; delete believes 3; insert after #speaker: To *meet*.; replace 6: To rest.',
  ],
  [
    'zh-Hant',
    'in notes 1 replace 「史無前例的」 with 「嚴厲」; delete believes 2-3; insert after #speaker: 舉辦公開集會。',
  ],
  ['ar', 'in notes 1 replace «غير مسبوق» with «شديد»; delete believes 1; add: تنظيم اجتماع عام.'],
])('accepting gives the amended resolution in %s, rejecting the original', (locale, amendments) =>
  expectBoth(locale, locale, sample(locale), amendments));

it('does so with notes, blanks, lists, links and clauses of several paragraphs', () =>
  expectBoth(
    'structures',
    'en',
    `---
title: Save our library
summary: A model resolution.
---

:::notes
1. The library is to be closed.[^1]
2. It has been open since 1898.

   And a second paragraph of this clause.
:::

:::resolves
1. To oppose the closure, see [clause 2](#notes.2).
2. :clause{#write}To write to the council, as [clause 1](#resolves.1) says :field[Sum]{name="sum"}.
3. To send five delegates:
   - one
   - two
4. To read [our page](https://example.org/a) at once and again.
:::

[^1]: By order of the council.
`,
    `delete notes 1, #write
in notes 2 replace "second" with "third"
replace resolves 3: To send:
  - six
  - seven
in 4 replace "our page" with "their *own* page"
add: To meet again :field[Day]{name="day"}.`,
  ));
