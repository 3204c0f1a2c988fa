import { localize } from '../campaign/locale.ts';
import type { Artifact } from '../pack/artifact.ts';
import { artifactOf, checksums } from '../pack/checksum.ts';
import { manifestText } from '../pack/manifest.ts';
import { filesOf, type StartHereSection, startHere } from '../pack/start-here.ts';
import { zipOf } from '../pack/zip.ts';
import type { Job } from './plan.ts';
import type { JobResult } from './run-job.ts';
import type { Session } from './session.ts';

/** Everything that goes into `out/`: documents, zips, START-HERE in the zips, manifest and checksums. */
export async function assemblePack(
  session: Session,
  jobs: readonly Job[],
  results: readonly JobResult[],
): Promise<readonly Artifact[]> {
  const { campaign } = session;
  const documents = results.flatMap((result) => result.artifacts);
  const locales = campaign.locales
    .map((locale) => locale.tag)
    .filter((tag) => jobs.some((job) => job.file.locale === tag));
  const licences = fontLicences(
    session,
    results.flatMap((result) => result.packages),
  );
  const base = `${campaign.id}-${campaign.version}`;
  const zips: Artifact[] = [];
  const whole = zipContents(session, jobs, results, locales, [...documents, ...licences]);
  zips.push(artifactOf(`${base}.zip`, await zipOf(whole)));
  for (const locale of locales) {
    const own = documents.filter((artifact) => artifact.origin?.locale === locale);
    const packages = results
      .filter((_, i) => jobs[i]?.file.locale === locale)
      .flatMap((result) => result.packages);
    const contents = zipContents(
      session,
      jobs,
      results,
      [locale],
      [...own, ...fontLicences(session, packages)],
    );
    zips.push(artifactOf(`${base}-${locale}.zip`, await zipOf(contents)));
  }
  return withLists(campaign, [...documents, ...zips]);
}

function zipContents(
  session: Session,
  jobs: readonly Job[],
  results: readonly JobResult[],
  locales: readonly string[],
  files: readonly Artifact[],
): readonly Artifact[] {
  const sections = locales.map((locale) => sectionOf(session, jobs, results, locale, files));
  const title = sections[0]?.title ?? session.campaign.id;
  const page = artifactOf('START-HERE.html', encode(startHere(title, sections)));
  return withLists(session.campaign, [page, ...files]);
}

/** The files, their manifest and the checksums of all of them. */
function withLists(campaign: Session['campaign'], files: readonly Artifact[]): readonly Artifact[] {
  const manifest = artifactOf('manifest.json', encode(manifestText(campaign, files)));
  const sums = artifactOf('SHA256SUMS', encode(checksums([...files, manifest])));
  return [...files, sums, manifest];
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function sectionOf(
  session: Session,
  jobs: readonly Job[],
  results: readonly JobResult[],
  tag: string,
  files: readonly Artifact[],
): StartHereSection {
  const { campaign } = session;
  const locale = campaign.locales.find((candidate) => candidate.tag === tag)!;
  const terms = session.terms({ locale }).value;
  const term = (key: string): string => terms.get(key)?.text ?? '';
  const documents = jobs.flatMap((job, index) => {
    const result = results[index]!;
    if (job.file.locale !== tag) return [];
    const own = filesOf(files, job.file.id, tag).map((artifact) => ({
      label: term(`start-here.${artifact.origin!.format}`),
      path: artifact.path,
    }));
    const draft = result.artifacts.some((artifact) => artifact.origin?.review === 'draft');
    return [{ title: result.title, summary: result.summary, draft, files: own }];
  });
  return {
    language: locale.language,
    direction: locale.direction,
    title: localize(campaign.title, locale, campaign.sourceLocale),
    paragraphs: [term('start-here.intro'), term('start-here.which-file')].filter((text) => text !== ''),
    draftNote: term('start-here.draft'),
    documents,
  };
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
