import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { amend } from '../../src/build/amendment/amend.ts';
import type { Session } from '../../src/build/session.ts';
import { styledTreeOf } from '../../src/build/styled-document.ts';
import { docxParts } from '../../src/docx/write-docx.ts';
import { lint } from '../docx/lint/lint.ts';
import { parseXml, unzip } from '../docx/support/package.ts';
import { markedTexts, reading, settle } from '../docx/support/revisions.ts';
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

const body = (parts: ReadonlyMap<string, Uint8Array>) =>
  parseXml(Buffer.from(parts.get('word/document.xml')!).toString('utf8'));

/** The paragraphs of the ordinary Word document. */
async function clean(session: Session, locale: string): Promise<string[]> {
  const file = session.files.find((each) => each.id === id && each.locale.tag === locale)!;
  const { tree } = styledTreeOf(file, session.document(file).value!, session, []);
  const { host, campaign: of } = session;
  return reading(body((await docxParts(tree!, { host, date: of.date, loadImage: () => undefined })).value));
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
])('accepting gives the amended resolution in %s, rejecting the original', async (locale, amendments) => {
  const original = await campaign(locale, sample(locale));
  const { artifacts, diagnostics } = await amend(original.session, { ...request, locale, amendments });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const file = (end: string) => artifacts.find(({ path }) => path.endsWith(end))!.bytes;
  const amended = await campaign(locale, Buffer.from(file('amended.md')).toString('utf8'));
  const [tracked, sheet] = [unzip(file('changes.docx')), unzip(file('amendment.docx'))];
  expect([...lint(tracked), ...lint(sheet)]).toEqual([]);
  expect(reading(settle(body(tracked), 'reject'))).toEqual(await clean(original.session, locale));
  expect(reading(settle(body(tracked), 'accept'))).toEqual(await clean(amended.session, locale));
  const changes = markedTexts(body(tracked)).filter((text) => /[[{][+-]/.test(text));
  const said = reading(body(sheet)).filter((text) => text.trim() !== '' && !/_{3}/.test(text));
  const golden = ['Changes', ...changes, '', 'Sheet', ...said, ''].join('\n');
  await expect(golden).toMatchFileSnapshot(`../golden/amendment/${locale}.txt`);
});
