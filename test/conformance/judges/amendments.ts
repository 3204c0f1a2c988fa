import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
 * LibreOffice accepts all changes of amended resolutions, and rejects them: the text, clause numbers and all, is that of the
 * DOCX that is built of the amended source, and of the original. Microsoft's validator takes them.
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

/** Compares what LibreOffice makes of the changes with what it makes of the documents without any. */
async function settleAll(context: Context, cases: readonly Case[]): Promise<readonly Fault[]> {
  const work = join(context.temporary, 'settled');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work);
  cases.forEach(({ tracked, original, amended }, i) => {
    copyFileSync(tracked, join(work, `${i}-accepted.docx`));
    copyFileSync(tracked, join(work, `${i}-rejected.docx`));
    copyFileSync(original, join(work, `${i}-original.docx`));
    copyFileSync(amended, join(work, `${i}-amended.docx`));
  });
  await runMacro(context, work);
  const text = (name: string) => readFileSync(join(work, `${name}.txt`), 'utf8').trim();
  return cases.flatMap(({ at }, i) => [
    ...difference(at, 'accepted', text(`${i}-accepted`), text(`${i}-amended`)),
    ...difference(at, 'rejected', text(`${i}-rejected`), text(`${i}-original`)),
  ]);
}

function difference(at: string, done: string, found: string, wanted: string): readonly Fault[] {
  const [lines, others] = [found.split(/\r?\n/), wanted.split(/\r?\n/)];
  const index = Array.from({ length: Math.max(lines.length, others.length) }, (_, i) => i).find(
    (i) => lines[i] !== others[i],
  );
  if (index === undefined) return [];
  const shown = (line: string | undefined) => JSON.stringify(line ?? 'nothing');
  return [{ at, message: `${done}, it reads ${shown(lines[index])} for ${shown(others[index])}` }];
}

/** Settles every document of a folder as its name says, and writes its text beside it. */
async function runMacro({ temporary }: Context, folder: string): Promise<void> {
  const profile = join(temporary, 'profile');
  const library = join(profile, 'user/basic/Standard');
  mkdirSync(library, { recursive: true });
  const module = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  writeFileSync(
    join(library, 'Settle.xba'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Settle" script:language="StarBasic">${module(macro)}</script:module>\n`,
  );
  writeFileSync(
    join(library, 'script.xlb'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Settle"/></library:library>\n`,
  );
  const call = `macro:///Standard.Settle.Main("${pathToFileURL(folder).href}/")`;
  const args = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', call];
  await outputOf('soffice', args, { timeout: 300 });
}

const macro = `
Sub Main(folder As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim text(1) As New com.sun.star.beans.PropertyValue
  text(0).Name = "FilterName"
  text(0).Value = "Text (encoded)"
  text(1).Name = "FilterOptions"
  text(1).Value = "UTF8,LF"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  For Each url In files.getFolderContents(folder, False)
    If Right(url, 5) = ".docx" Then
      document = StarDesktop.loadComponentFromURL(url, "_blank", 0, hidden())
      frame = document.CurrentController.Frame
      If InStr(url, "accepted") > 0 Then dispatcher.executeDispatch(frame, ".uno:AcceptAllTrackedChanges", "", 0, Array())
      If InStr(url, "rejected") > 0 Then dispatcher.executeDispatch(frame, ".uno:RejectAllTrackedChanges", "", 0, Array())
      document.storeToURL(Left(url, Len(url) - 5) & ".txt", text())
      document.close(True)
    End If
  Next url
  StarDesktop.terminate()
End Sub
`;
