import type { Campaign } from '../campaign/campaign.ts';
import { type Locale, localize } from '../campaign/locale.ts';
import type { Artifact } from '../pack/artifact.ts';
import { artifactOf, checksums } from '../pack/checksum.ts';
import { manifestText } from '../pack/manifest.ts';
import { type FilesPage, filesPage } from '../pack/page-html.ts';
import { zipOf } from '../pack/zip.ts';
import { languageSection, type MadeJob, wordsOf } from './language-sections.ts';
import { pageAccent } from './page-accent.ts';
import { type Job, zipPath } from './plan.ts';
import { printingGuidePath } from './printing-guide.ts';
import type { JobResult } from './run-job.ts';
import type { Session } from './session.ts';

/** The download page, in the out folder. */
const downloadPagePath = 'index.html';

/** Lists of the files that a folder or a zip holds, by path and checksum. */
const listPaths = ['SHA256SUMS', 'manifest.json'] as const;

/** Everything that goes into `out/`: documents, zips with START-HERE, the download page, manifest and checksums. */
export async function assemblePack(
  session: Session,
  jobs: readonly Job[],
  results: readonly JobResult[],
  guides: readonly Artifact[],
): Promise<readonly Artifact[]> {
  const { campaign } = session;
  const made = jobs.map((job, index): MadeJob => ({ job, result: results[index]! }));
  const locales = campaign.locales.filter(({ tag }) => made.some(({ job }) => job.file.locale === tag));
  const whole = await zipOf(zipContents(session, made, locales, guides));
  const zips = [artifactOf(zipPath(campaign), whole)];
  for (const locale of locales) {
    const own = made.filter(({ job }) => job.file.locale === locale.tag);
    // In a pack of one language both hold the same.
    const bytes = locales.length === 1 ? whole : await zipOf(zipContents(session, own, [locale], guides));
    zips.push(artifactOf(zipPath(campaign, locale.tag), bytes));
  }
  const page = downloadPage(session, made, locales, [...guides, ...zips]);
  const documents = made.flatMap(({ result }) => result.artifacts);
  return withLists(campaign, [page, ...documents, ...guides, ...zips]);
}

function zipContents(
  session: Session,
  made: readonly MadeJob[],
  locales: readonly Locale[],
  guides: readonly Artifact[],
): readonly Artifact[] {
  const paths = locales.map(({ tag }) => printingGuidePath(tag));
  const own = guides.filter(({ path }) => paths.includes(path));
  const page = filesPage(pageOf(session, made, locales, own));
  return withLists(session.campaign, [
    artifactOf('START-HERE.html', encode(page)),
    ...made.flatMap(({ result }) => result.artifacts),
    ...own,
    ...fontLicences(
      session,
      made.flatMap(({ result }) => result.fonts.faces.flatMap((face) => face.package ?? [])),
    ),
  ]);
}

/** The page of a site that serves the out folder: START-HERE's, with the zips. */
function downloadPage(
  session: Session,
  made: readonly MadeJob[],
  locales: readonly Locale[],
  others: readonly Artifact[],
): Artifact {
  const { campaign } = session;
  const words = wordsOf(session, locales[0] ?? campaign.sourceLocale);
  const zip = others.find(({ path }) => path === zipPath(campaign));
  const label = words.term('download.everything') ?? words.own(zipPath(campaign));
  const page = filesPage({
    ...pageOf(session, made, locales, others),
    // With one language its own zip holds as much.
    whole: zip && locales.length > 1 ? { label, path: zip.path, size: words.size(zip) } : undefined,
    checks: { label: words.term('download.check'), paths: listPaths },
  });
  return artifactOf(downloadPagePath, encode(page));
}

function pageOf(
  session: Session,
  made: readonly MadeJob[],
  locales: readonly Locale[],
  others: readonly Artifact[],
): FilesPage {
  const { campaign } = session;
  const first = locales[0] ?? campaign.sourceLocale;
  return {
    title: localize(campaign.title, first, campaign.sourceLocale),
    accent: pageAccent(campaign.colours),
    languagesLabel: wordsOf(session, first).term('start-here.languages'),
    sections: locales.map((locale) => languageSection(session, made, locale, others)),
  };
}

/** The files, their manifest and the checksums of all of them. */
function withLists(campaign: Campaign, files: readonly Artifact[]): readonly Artifact[] {
  const manifest = artifactOf('manifest.json', encode(manifestText(campaign, files)));
  const sums = artifactOf('SHA256SUMS', encode(checksums([...files, manifest])));
  return [...files, sums, manifest];
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The licence of each font package as `licences/<package>.txt`. */
function fontLicences(session: Session, packages: readonly string[]): readonly Artifact[] {
  return [...new Set(packages)].sort().flatMap((name) => {
    const folder = session.host.package(name);
    const file = ['LICENSE_FONT', 'OFL.txt', 'LICENSE', 'LICENSE.txt', 'LICENSE.md'].find((path) =>
      folder?.stat(path),
    );
    if (!folder || !file) return [];
    const path = `licences/${name.replace(/^@/, '').replace(/\//g, '-')}.txt`;
    return [artifactOf(path, folder.readBytes(file))];
  });
}
