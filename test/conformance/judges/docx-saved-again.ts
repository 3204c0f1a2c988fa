import { join } from 'node:path';
import { outputOf } from '../command.ts';
import { editZip } from '../edit-zip.ts';
import type { Context, Fault, Judge, Seed } from '../judge.ts';
import { documentOf } from '../sample-pack.ts';
import { buildEveryPart, importFaults, type SavedFile, saveAgain } from '../saved-again/save-again.ts';

/**
 * LibreOffice opens every DOCX and saves it again, as a branch does that edits it: imported, each gives its Markdown back, byte
 * for byte, and says that nothing changed. What is edited on the way is told as that change, and is all that
 * differs in the Markdown.
 */
export const docxSavedAgain: Judge = {
  name: 'docx-saved-again',
  needs: [
    { debian: 'libreoffice-writer-nogui', command: 'soffice' },
    { debian: 'python3', command: 'python3' },
    { debian: 'unzip', command: 'unzip' },
  ],

  async judge(context) {
    const files = [...packFiles(context), await buildEveryPart(context)];
    const saved = await saveAgain(context, files);
    const faults: Fault[] = [];
    for (const file of saved) faults.push(...(await importFaults(context, file)));
    const version = /[\d.]+/.exec(await outputOf('soffice', ['--version']))?.[0];
    const notes = await differences(saved);
    return { tool: `LibreOffice ${version}`, count: saved.length, unit: 'DOCX files', faults, notes };
  },

  seeds: [
    seed('a word of a paragraph is another', 'every-part', {
      edit: (text) => text.replace('They shall not close it.', 'They will not close it.'),
      told: ['changed: They [-shall-]{+will+} not close it.'],
      lines: ['-> They shall not close it.', '+> They will not close it.'],
    }),
    seed('a word is made bold', 'every-part', {
      edit: (text) => paragraphWith(text, 'Also on Sundays.', (all) => withBold(all, 'Also')),
      told: ['changed: [-Also-]{+**Also**+} on Sundays.'],
      lines: ['-  - Also on Sundays.', '+  - **Also** on Sundays.'],
    }),
    seed('a clause says something else', 'en/resolutions/solidarity-political-prisoners', {
      edit: (text) => text.replace('To make a donation to', 'To make a donation of £100 to'),
      told: ['changed: To make a donation {+of £100 +}to the campaign.'],
      lines: [
        '-4. :clause{#donate optional}To make a donation to the campaign.',
        '+4. :clause{#donate optional}To make a donation of £100 to the campaign.',
      ],
    }),
    seed('a clause is deleted', 'zh-Hant/resolutions/solidarity-political-prisoners', {
      edit: (text) => paragraphWith(text, '向運動捐款。', () => ''),
      told: ['deleted: [-向運動捐款。-]'],
      lines: [
        '-4. :clause{#donate optional}向運動捐款。',
        '-5. :clause{#forward}把本決議提交地區組織和全國執行委員會。',
        '-6. :clause{#report}去信 {{organisation.email}}，通知運動本決議已獲通過。',
        '+4. :clause{#forward}把本決議提交地區組織和全國執行委員會。',
        '+5. :clause{#report}去信 {{organisation.email}}，通知運動本決議已獲通過。',
      ],
    }),
    seed('a clause comes in', 'en/resolutions/solidarity-political-prisoners', {
      edit: (text) =>
        paragraphWith(
          text,
          'whichever government',
          (clause) => clause + clause.replace(/(<w:t [^>]*>)[^<]*/, '$1We stand together.'),
        ),
      told: ['inserted: {+We stand together.+}'],
      lines: ['+4. We stand together.'],
    }),
    seed('a cell of a table says something else', 'every-part', {
      edit: (text) => text.replace('>9 to 5<', '>10 to 5<'),
      told: ['changed: [-9-]{+10+} to 5'],
      lines: ['-| Monday | 9 to 5 |', '+| Monday | 10 to 5 |'],
    }),
    seed('a footnote says something else', 'every-part', {
      part: 'word/footnotes.xml',
      edit: (text) => text.replace('There never is enough.', 'There hardly is enough.'),
      told: ['changed: There [-never-]{+hardly+} is enough.'],
      lines: ['-[^b]: There never is enough.', '+[^b]: There hardly is enough.'],
    }),
  ],
};

/** The DOCX of the sample pack. */
function packFiles({ pack, root }: Context): readonly SavedFile[] {
  const campaign = join(root, 'content');
  return pack.docxs.map((file) => {
    const { document, locale } = documentOf(file);
    const source = join(campaign, document, `${locale}.md`);
    return { at: file.path, docx: join(pack.folder, file.path), campaign, source };
  });
}

/** An edit of a part of a document, what it is to be told as, and the lines of the Markdown that go and come by it: no more. */
interface Edit {
  /** The text of the document where it is not given. */
  readonly part?: string;
  edit(text: string): string;
  readonly told: readonly string[];
  readonly lines: readonly string[];
}

/** A DOCX of the pack by its path without `.docx`, or the one with every part, edited and then saved again. */
function seed(fault: string, name: string, { part = 'word/document.xml', edit, told, lines }: Edit): Seed {
  const wanted = [...told, ...lines].join(' | ');
  return {
    fault,
    expect: new RegExp(`^${wanted.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`),
    async judge(context) {
      const sound =
        packFiles(context).find(({ at }) => at === `${name}.docx`) ?? (await buildEveryPart(context));
      const docx = await editZip(sound.docx, join(context.temporary, 'seeded.docx'), part, edit);
      const [saved] = await saveAgain(context, [{ ...sound, at: 'seeded.docx', docx }]);
      return importFaults(context, saved!);
    },
  };
}

/** Edits the paragraph that has some words. */
function paragraphWith(text: string, words: string, edit: (paragraph: string) => string): string {
  return text.replace(/<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g, (paragraph) =>
    paragraph.includes(words) ? edit(paragraph) : paragraph,
  );
}

/** A paragraph of one run, one of whose words is made bold by hand. */
function withBold(paragraph: string, word: string): string {
  const bold = `<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t>${word}</w:t></w:r>`;
  return paragraph.replace(word, `</w:t></w:r>${bold}<w:r><w:t xml:space="preserve">`);
}

/** What LibreOffice writes otherwise, and an import has to see through. */
async function differences(
  files: readonly { readonly docx: string; readonly saved: string }[],
): Promise<readonly string[]> {
  const count = async (from: 'docx' | 'saved', part: string, pattern: RegExp) => {
    let found = 0;
    for (const file of files)
      found += [...(await outputOf('unzip', ['-p', file[from], part])).matchAll(pattern)].length;
    return found;
  };
  const both = async (part: string, pattern: RegExp) =>
    [await count('docx', part, pattern), await count('saved', part, pattern)] as const;
  const [tags, tagsLeft] = await both('word/document.xml', /<w:tag /g);
  const [styles, stylesLeft] = await both('word/styles.xml', /<w:name w:val="Addressee"\/>/g);
  const [paragraphs, paragraphsThen] = await both('word/document.xml', /<w:p[ >]/g);
  return [
    `LibreOffice keeps the names (w:tag, w:alias) of ${tagsLeft} of ${tags} blanks: an import knows them by their places`,
    `it keeps the name of ${stylesLeft} of ${styles} styles Addressee, and calls the others Envelope Address`,
    `it adds ${paragraphsThen - paragraphs} empty paragraphs, for the ends of sections`,
  ];
}
