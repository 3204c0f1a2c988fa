import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { outputOf } from '../command.ts';
import { editZip } from '../edit-zip.ts';
import type { Context, Fault, Judge } from '../judge.ts';
import { validateDocx } from './ooxml.ts';

const document = 'solidarity-political-prisoners';
const id = `resolutions/${document}`;

/** Amendments in each script, with every verb among them. */
const amendments = {
  en: 'in notes 1 replace "unprecedented" with "harsh and *lasting*"; delete believes 3; insert after #speaker: To organise a public meeting with {{campaign.title}}.; replace #donate: To donate £100 to the campaign, and to ask members for more.; in #forward delete all after "regional body"; insert before notes 1: There is a movement.; in believes 2 delete "to strike"',
  'zh-Hant':
    'in notes 1 replace 「史無前例的鎮壓」 with 「嚴厲鎮壓」; delete believes 2-3; insert after #speaker: 舉辦公開集會，聲援所有政治犯。; in #write insert before 「最近」: 「本國」',
  ar: 'in notes 1 replace «غير مسبوق» with «شديد»; delete believes 1; insert before #donate: تنظيم اجتماع عام بشأن السجناء.; replace #donate: التبرع للحملة بمبلغ ١٠٠ جنيه.',
} as const;

/** A Word document with tracked changes, and the ordinary ones of what it was and of what it becomes. */
interface Case {
  readonly at: string;
  readonly tracked: string;
  readonly original: string;
  readonly amended: string;
}

/**
 * LibreOffice reads amended resolutions: with all changes accepted the text is that of the DOCX that is built of the amended
 * source, with all rejected that of the original. Microsoft's validator takes them.
 */
export const amendmentsJudge: Judge = {
  name: 'amendments',
  needs: [
    { debian: 'libreoffice-writer-nogui', command: 'soffice' },
    { debian: 'python3', command: 'python3' },
  ],

  async judge(context) {
    const cases: Case[] = [];
    for (const locale of Object.keys(amendments) as (keyof typeof amendments)[])
      cases.push(await makeCase(context, locale));
    const faults = [...(await settleAll(context, cases))];
    for (const { tracked, at } of cases) {
      faults.push(...(await validateDocx(context, tracked, at)));
      const sheet = tracked.replace('tracked-changes', 'amendment');
      faults.push(...(await validateDocx(context, sheet, at.replace('tracked-changes', 'amendment'))));
    }
    const version = /[\d.]+/.exec(await outputOf('soffice', ['--version']))?.[0];
    return { tool: `LibreOffice ${version}`, count: cases.length, unit: 'amended resolutions', faults };
  },

  seeds: [
    {
      fault: 'a deletion says other words than were there',
      expect: /rejected/,
      judge: (context) => seeded(context, (text) => text.replace('>unprecedented<', '>great<')),
    },
    {
      fault: 'the end of an inserted clause is not marked',
      expect: /rejected/,
      judge: (context) => seeded(context, (text) => text.replace(/<w:rPr><w:ins [^>]*\/><\/w:rPr>/, '')),
    },
    {
      fault: 'an insertion is not marked',
      expect: /rejected/,
      judge: (context) => seeded(context, (text) => text.replace(/<w:ins [^>]*>(<w:r>.*?)<\/w:ins>/, '$1')),
    },
    {
      fault: 'a deletion is not marked',
      expect: /accepted/,
      judge: (context) =>
        seeded(context, (text) =>
          text.replace(/<w:del [^>]*>(<w:r>.*?)<\/w:del>/, (_, runs: string) =>
            runs.replaceAll('delText', 't'),
          ),
        ),
    },
  ],
};

async function makeCase(context: Context, locale: keyof typeof amendments): Promise<Case> {
  const out = join(context.temporary, 'sheets');
  const tool = join(context.root, 'bin/campaign-pack.js');
  const campaign = join(context.root, 'content');
  const text = amendments[locale];
  const amend = [
    'amend',
    document,
    text,
    '--locale',
    locale,
    '--folder',
    campaign,
    '--out',
    out,
    '--markdown',
    '--force',
  ];
  await outputOf(process.execPath, [tool, ...amend], { cwd: context.temporary });
  const name = join(out, `${document}--${locale}`);
  const copy = join(context.temporary, 'campaign');
  cpSync(campaign, copy, { recursive: true });
  copyFileSync(`${name}--amended.md`, join(copy, `${id}/${locale}.md`));
  const built = join(context.temporary, `built-${locale}`);
  const build = ['build', copy, '--out', built, '--document', id, '--locale', locale, '--format', 'docx'];
  await outputOf(process.execPath, [tool, ...build], { cwd: context.temporary });
  return {
    at: `${document}--${locale}--tracked-changes.docx`,
    tracked: `${name}--tracked-changes.docx`,
    original: join(context.pack.folder, `${locale}/${id}.docx`),
    amended: join(built, `${locale}/${id}.docx`),
  };
}

async function seeded(context: Context, edit: (text: string) => string): Promise<readonly Fault[]> {
  const sound = await makeCase(context, 'en');
  const tracked = await editZip(
    sound.tracked,
    join(context.temporary, 'seeded.docx'),
    'word/document.xml',
    edit,
  );
  return settleAll(context, [{ ...sound, at: 'seeded.docx', tracked }]);
}

/** Compares the texts that LibreOffice reads: of the changes settled either way, and of the documents without any. */
async function settleAll(context: Context, cases: readonly Case[]): Promise<readonly Fault[]> {
  const work = join(context.temporary, 'read');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work);
  const copies = cases.flatMap(({ tracked, original, amended }, i) =>
    Object.entries({ tracked, original, amended }).map(([name, from]) => {
      const copy = join(work, `${i}-${name}.docx`);
      copyFileSync(from, copy);
      return copy;
    }),
  );
  const profile = `-env:UserInstallation=${pathToFileURL(join(context.temporary, 'profile'))}`;
  const convert = [profile, '--headless', '--convert-to', 'fodt', '--outdir', work, ...copies];
  await outputOf('soffice', convert, { timeout: 300 });
  const read = (name: string) => readFileSync(join(work, `${name}.fodt`), 'utf8');
  return cases.flatMap(({ at }, i) => [
    ...difference(at, 'accepted', textOf(read(`${i}-tracked`), 'deletion'), textOf(read(`${i}-amended`))),
    ...difference(at, 'rejected', textOf(read(`${i}-tracked`), 'insertion'), textOf(read(`${i}-original`))),
  ]);
}

function difference(
  at: string,
  done: string,
  found: readonly string[],
  wanted: readonly string[],
): readonly Fault[] {
  const longest = Math.max(found.length, wanted.length);
  const index = Array.from({ length: longest }, (_, i) => i).find((i) => found[i] !== wanted[i]);
  if (index === undefined) return [];
  const shown = (text: string | undefined) => JSON.stringify(text ?? 'nothing');
  return [{ at, message: `${done}, it reads ${shown(found[index])} for ${shown(wanted[index])}` }];
}

/**
 * The paragraphs of a flat ODT without the changes of a kind, what stands between their marks with the ends of paragraphs
 * there (OpenDocument 1.3 Part 3 §5.5). Items of lists begin with a `#`.
 */
function textOf(fodt: string, refused?: 'deletion' | 'insertion'): readonly string[] {
  const kinds = new Map(
    [...fodt.matchAll(/<text:changed-region[^>]*text:id="([^"]*)">\s*<text:(deletion|insertion)/g)].map(
      ([, id, kind]) => [id!, kind!],
    ),
  );
  const body = fodt.slice(fodt.lastIndexOf('</text:sequence-decls>'), fodt.lastIndexOf('</office:text>'));
  const open = new Set<string>();
  let depth = 0;
  let isInParagraph = false;
  let text = '';
  for (const [token, tag] of body.matchAll(/<(\/?[\w:-]+)[^>]*>|[^<]+/g)) {
    const change = /text:change-id="([^"]*)"/.exec(token)?.[1];
    if (tag === 'text:change-start' && kinds.get(change!) === refused) open.add(change!);
    if (tag === 'text:change-end') open.delete(change!);
    if (tag === 'text:list-item') depth++;
    if (tag === '/text:list-item') depth--;
    if (tag === 'text:p' || tag === 'text:h') isInParagraph = true;
    if (open.size === 0) {
      if (tag === '/text:p' || tag === '/text:h') text += '\n';
      else if (tag === 'text:s') text += ' ';
      else if (tag === undefined && isInParagraph) {
        const isFirst = depth > 0 && /(?:^|\n)$/.test(text);
        text += isFirst ? `# ${token}` : token;
      }
    }
    if (tag === '/text:p' || tag === '/text:h') isInParagraph = false;
  }
  return text.trimEnd().split('\n');
}
