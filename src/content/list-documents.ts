import type { Campaign } from '../campaign/campaign.ts';
import type { Kind } from '../campaign/kind.ts';
import type { Locale } from '../campaign/locale.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { startOfFile } from '../host/explain.ts';
import type { Entry, Host } from '../host/host.ts';

/** One Markdown file of a campaign. */
export interface DocumentFile {
  /** `<folder>/<document>`. */
  readonly id: string;
  readonly kind: Kind;
  readonly locale: Locale;
  /** Inside the campaign's folder. */
  readonly path: string;
}

/** Folders of a campaign that hold no documents. */
const otherFolders: readonly string[] = ['node_modules', 'branches', 'templates', 'out'];

/**
 * The Markdown files of a campaign: documents in the order of their ids' code units, each in the campaign's order of
 * locales. A folder or file that no one would read is an error.
 */
export function listDocuments(
  host: Host,
  campaign: Campaign,
  kinds: readonly Kind[],
): Outcome<readonly DocumentFile[]> {
  const found: Diagnostic[] = [];
  const files: DocumentFile[] = [];
  for (const folder of foldersIn(host, '')) {
    if (otherFolders.includes(folder.name)) continue;
    const kind = kinds.find((candidate) => candidate.folder === folder.name);
    if (!kind) {
      found.push(...checkOtherFolder(host, campaign, kinds, folder.name));
      continue;
    }
    found.push(...checkKindFolder(host, kind), ...closedFolders(host, kind.folder));
    for (const { name } of foldersIn(host, kind.folder)) {
      files.push(...documentFiles(host, campaign, kind, `${kind.folder}/${name}`, found));
    }
  }
  return { value: files, diagnostics: found };
}

function foldersIn(host: Host, path: string): Entry[] {
  return host.campaign.list(path).filter(({ kind, name }) => kind === 'folder' && !name.startsWith('.'));
}

/**
 * The Markdown files of a folder, README.md and dotfiles aside. A link that leads out or a device is among them, so that
 * its reader says why it is not read.
 */
function markdownIn(host: Host, path: string): string[] {
  return host.campaign
    .list(path)
    .filter(({ kind, name }) => kind !== 'folder' && /\.(?:md|markdown)$/i.test(name))
    .map(({ name }) => name)
    .filter((name) => name !== 'README.md' && !name.startsWith('.'));
}

function documentFiles(
  host: Host,
  campaign: Campaign,
  kind: Kind,
  id: string,
  found: Diagnostic[],
): DocumentFile[] {
  const names = markdownIn(host, id);
  const known = campaign.locales.map(({ tag }) => `${tag}.md`);
  for (const name of names.filter((candidate) => !known.includes(candidate))) {
    const message = `${name} is not named after a locale of the campaign`;
    const hint =
      didYouMean(name, known) ?? `The names are ${known.join(', ')}; or list the locale in campaign.yaml`;
    found.push(diagnose('locale-invalid', message, startOfFile(host.campaign, `${id}/${name}`), hint));
  }
  return campaign.locales
    .filter(({ tag }) => names.includes(`${tag}.md`))
    .map((locale): DocumentFile => ({ id, kind, locale, path: `${id}/${locale.tag}.md` }));
}

/** A warning for each locale that a document lacks, of the ids and locale tags that are asked for. */
export function missingTranslations(
  host: Host,
  campaign: Campaign,
  files: readonly DocumentFile[],
  asked: { readonly documents: ReadonlySet<string>; readonly locales: readonly string[] },
): readonly Diagnostic[] {
  return [...asked.documents].flatMap((id) => {
    const own = files.filter((file) => file.id === id);
    const first = own.find(({ locale }) => locale.tag === campaign.sourceLocale.tag) ?? own[0];
    if (!first) return [];
    return asked.locales
      .filter((tag) => !own.some(({ locale }) => locale.tag === tag))
      .map((tag) => {
        const message = `${id} has no ${tag}.md and is left out of ${tag}`;
        return diagnose('translation-missing', message, startOfFile(host.campaign, first.path));
      });
  });
}

/** What looks like a document's folder and cannot be entered: a link that leads out, or a name that is no path. */
function closedFolders(host: Host, folder: string): Diagnostic[] {
  return host.campaign
    .list(folder)
    .filter(({ kind, name }) => kind === 'other' && !/^\.|\.\w+$/.test(name))
    .map(({ name }) => {
      const path = `${folder}/${name}`;
      const message = `${JSON.stringify(name)} is no folder that can be read: it is a link that leads out, or has no safe name`;
      return diagnose('path-unsafe', message, startOfFile(host.campaign, path), 'Put the folder itself here');
    });
}

/** Markdown beside the documents' folders would never be read. */
function checkKindFolder(host: Host, { folder }: Kind): Diagnostic[] {
  return markdownIn(host, folder).map((name) => {
    const message = `${folder}/${name} stands outside a document's folder`;
    const hint = `Move it to ${folder}/<document>/<locale>.md`;
    return diagnose('folder-unknown', message, startOfFile(host.campaign, `${folder}/${name}`), hint);
  });
}

/** Another folder is an error where it holds folders with `<locale>.md`, as documents do. */
function checkOtherFolder(
  host: Host,
  campaign: Campaign,
  kinds: readonly Kind[],
  folder: string,
): Diagnostic[] {
  const names = campaign.locales.map(({ tag }) => `${tag}.md`);
  for (const { name } of foldersIn(host, folder)) {
    const file = markdownIn(host, `${folder}/${name}`).find((candidate) => names.includes(candidate));
    if (file === undefined) continue;
    const folders = kinds.map((kind) => kind.folder);
    const message = `no kind of document has the folder ${JSON.stringify(folder)}`;
    const hint = didYouMean(folder, folders) ?? `The folders are ${folders.join(', ')}`;
    return [
      diagnose('folder-unknown', message, startOfFile(host.campaign, `${folder}/${name}/${file}`), hint),
    ];
  }
  return [];
}
