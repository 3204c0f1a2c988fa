import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { runImport } from '../../../src/build/importing/run-import.ts';
import { outputOf } from '../command.ts';
import type { Context, Fault } from '../judge.ts';

/** A DOCX, and the campaign that it was built from. */
export interface SavedFile {
  /** How faults name it. */
  readonly at: string;
  readonly docx: string;
  /** The campaign's folder, and the document's Markdown. */
  readonly campaign: string;
  readonly source: string;
}

/** A file of {@link Context} that LibreOffice has saved. */
interface SavedAgain extends SavedFile {
  readonly saved: string;
}

/** Small campaign with one document, which has every part that Markdown has. Gives its DOCX. */
export async function buildEveryPart({ root, temporary }: Context): Promise<SavedFile> {
  const campaign = join(temporary, 'campaign');
  const source = join(campaign, 'leaflets/every-part/en.md');
  mkdirSync(join(campaign, 'leaflets/every-part'), { recursive: true });
  cpSync(join(root, 'content/campaign.yaml'), join(campaign, 'campaign.yaml'));
  copyFileSync(join(root, 'test/conformance/saved-again/every-part.md'), source);
  const out = join(temporary, 'built');
  const build = ['build', campaign, '--out', out, '--locale', 'en', '--format', 'docx'];
  await outputOf(process.execPath, [join(root, 'bin/campaign-pack.js'), ...build], { cwd: temporary });
  return { at: 'every-part.docx', docx: join(out, 'en/leaflets/every-part.docx'), campaign, source };
}

/** Has LibreOffice open and save all files in one process with a profile of its own. */
export async function saveAgain(
  { temporary }: Context,
  files: readonly SavedFile[],
): Promise<readonly SavedAgain[]> {
  const [from, to] = [join(temporary, 'originals'), join(temporary, 'saved')];
  for (const folder of [from, to]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
  }
  const copies = files.map(({ docx }, i) => {
    const copy = join(from, `${i}.docx`);
    copyFileSync(docx, copy);
    return copy;
  });
  const profile = `-env:UserInstallation=${pathToFileURL(join(temporary, 'profile'))}`;
  const convert = ['--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', to, ...copies];
  await outputOf('soffice', [profile, ...convert], { timeout: 300 });
  return files.map((file, i) => ({ ...file, saved: join(to, `${i}.docx`) }));
}

/** Imports a file. No fault: nothing is told, and the Markdown is that of the source, byte for byte. */
export async function importFaults({ root }: Context, file: SavedAgain): Promise<readonly Fault[]> {
  const { at, saved, campaign, source } = file;
  if (!existsSync(saved)) return [{ at, message: 'LibreOffice saved nothing' }];
  await setImmediate();
  const report = await runImport(
    { campaignRoot: campaign, toolRoot: root, workingFolder: campaign, sourceDateEpoch: undefined },
    { file: saved, name: at, document: undefined, locale: undefined },
    { kind: 'nowhere' },
  );
  const told = [
    ...report.changes.map(({ kind, text }) => `${kind}: ${text}`),
    ...report.diagnostics.map(({ code, message }) => `${code}: ${message}`),
  ];
  const lines = changedLines(readFileSync(source, 'utf8'), report.text ?? '');
  const message = [...told, ...lines].join(' | ');
  return message === '' ? [] : [{ at, message }];
}

/** Lines of the first text with `-` that are not in the second, whose own have `+`: from the first to the last that differs. */
function changedLines(before: string, after: string): readonly string[] {
  const [from, to] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < from.length && from[start] === to[start]) start++;
  let same = 0;
  while (same < Math.min(from.length, to.length) - start && from.at(-1 - same) === to.at(-1 - same)) same++;
  const changed = (lines: readonly string[], mark: string) =>
    lines.slice(start, lines.length - same).map((line) => mark + line);
  return [...changed(from, '-'), ...changed(to, '+')];
}
