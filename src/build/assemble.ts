import type { Campaign, Paper } from '../campaign/campaign.ts';
import { readingEdition } from '../campaign/edition.ts';
import { type Locale, localize } from '../campaign/locale.ts';
import type { Artifact, ArtifactOrigin } from '../pack/artifact.ts';
import { artifactOf, checksums } from '../pack/checksum.ts';
import { manifestText } from '../pack/manifest.ts';
import { type ForeignText, type StartHereSection, startHere } from '../pack/start-here.ts';
import { zipOf } from '../pack/zip.ts';
import { type Job, zipPath } from './plan.ts';
import { printingGuidePath } from './printing-guide.ts';
import type { JobResult } from './run-job.ts';
import type { Session } from './session.ts';

interface Made {
  readonly job: Job;
  readonly result: JobResult;
}

/** Everything that goes into `out/`: documents, zips, START-HERE in the zips, manifest and checksums. */
export async function assemblePack(
  session: Session,
  jobs: readonly Job[],
  results: readonly JobResult[],
  guides: readonly Artifact[],
): Promise<readonly Artifact[]> {
  const { campaign } = session;
  const made = jobs.map((job, index): Made => ({ job, result: results[index]! }));
  const locales = campaign.locales.filter(({ tag }) => made.some(({ job }) => job.file.locale === tag));
  const whole = await zipOf(zipContents(session, made, locales, guides));
  const zips = [artifactOf(zipPath(campaign), whole)];
  for (const locale of locales) {
    const own = made.filter(({ job }) => job.file.locale === locale.tag);
    // In a pack of one language both hold the same.
    const bytes = locales.length === 1 ? whole : await zipOf(zipContents(session, own, [locale], guides));
    zips.push(artifactOf(zipPath(campaign, locale.tag), bytes));
  }
  return withLists(campaign, [...made.flatMap(({ result }) => result.artifacts), ...guides, ...zips]);
}

function zipContents(
  session: Session,
  made: readonly Made[],
  locales: readonly Locale[],
  guides: readonly Artifact[],
): readonly Artifact[] {
  const paths = locales.map(({ tag }) => printingGuidePath(tag));
  const own = guides.filter(({ path }) => paths.includes(path));
  const sections = locales.map((locale) => sectionOf(session, made, locale, own));
  const title = sections[0]?.title ?? session.campaign.id;
  return withLists(session.campaign, [
    artifactOf('START-HERE.html', encode(startHere(title, sections))),
    ...made.flatMap(({ result }) => result.artifacts),
    ...own,
    ...fontLicences(
      session,
      made.flatMap(({ result }) => result.fonts.faces.flatMap((face) => face.package ?? [])),
    ),
  ]);
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
  made: readonly Made[],
  locale: Locale,
  guides: readonly Artifact[],
): StartHereSection {
  const { campaign } = session;
  const terms = session.terms({ locale }).value;
  const term = (key: string): readonly ForeignText[] => {
    const found = terms.get(key);
    return found ? [{ text: found.text, ...languageOf(found.locale) }] : [];
  };
  const guidePath = printingGuidePath(locale.tag);
  const own = made.filter(({ job }) => job.file.locale === locale.tag);
  const documents = own.map(({ result: { title, summary, artifacts } }) => ({
    title,
    summary,
    draft: artifacts.some((artifact) => artifact.origin?.review === 'draft'),
    files: artifacts.map(({ path, origin }) => ({
      label: labelOf(origin!, campaign, term) ?? { text: path, ...languageOf(locale) },
      path,
      isPrint: origin!.edition !== readingEdition,
    })),
  }));
  return {
    ...languageOf(locale),
    title: localize(campaign.title, locale, campaign.sourceLocale),
    paragraphs: [...term('start-here.intro'), ...term('start-here.which-file')],
    draftNote: term('start-here.draft')[0],
    printLabel: term('start-here.print')[0],
    guide: guides.some(({ path }) => path === guidePath)
      ? { label: term('printing.title')[0] ?? { text: guidePath, ...languageOf(locale) }, path: guidePath }
      : undefined,
    documents,
  };
}

/** What a link to a file says; the paper where the campaign has several. */
function labelOf(
  { format, edition, paper }: ArtifactOrigin,
  { papers }: Campaign,
  term: (key: string) => readonly ForeignText[],
): ForeignText | undefined {
  const isReading = edition === readingEdition;
  const [label] = term(isReading ? `start-here.${format}` : `edition.${edition}`);
  if (!label) return undefined;
  const isNamed = papers.length > 1 && format === 'pdf';
  return isNamed ? { ...label, text: `${label.text} (${paperName(paper ?? papers[0]!)})` } : label;
}

function paperName(paper: Paper): string {
  return paper === 'a4' ? 'A4' : 'Letter';
}

function languageOf({ language, direction }: Locale): Pick<ForeignText, 'language' | 'direction'> {
  return { language, direction };
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
