import type { Campaign, Paper } from '../campaign/campaign.ts';
import { readingEdition } from '../campaign/edition.ts';
import { type Locale, localize } from '../campaign/locale.ts';
import type { Terms } from '../campaign/terms.ts';
import type { Artifact, ArtifactOrigin } from '../pack/artifact.ts';
import type { DocumentGroup, ForeignText, LanguageSection, LinkedFile } from '../pack/language-section.ts';
import { type Job, zipPath } from './plan.ts';
import { printingGuidePath } from './printing-guide.ts';
import type { JobResult } from './run-job.ts';
import type { Session } from './session.ts';

/** A job and what came of it. */
export interface MadeJob {
  readonly job: Job;
  readonly result: JobResult;
}

/** What a page says of one language: its documents, and of `others` the guide and the zip that are its own. */
export function languageSection(
  session: Session,
  made: readonly MadeJob[],
  locale: Locale,
  others: readonly Artifact[],
): LanguageSection {
  const { campaign } = session;
  const words = wordsOf(session, locale);
  const linked = (path: string, key: string): LinkedFile | undefined => {
    const artifact = others.find((other) => other.path === path);
    const label = words.term(key) ?? { text: path, ...languageOf(locale) };
    return artifact && { label, path, size: words.size(artifact) };
  };
  const own = made.filter(({ job }) => job.file.locale === locale.tag);
  return {
    ...languageOf(locale),
    title: localize(campaign.title, locale, campaign.sourceLocale),
    paragraphs: ['start-here.intro', 'start-here.which-file'].flatMap((key) => words.term(key) ?? []),
    draftNote: words.term('start-here.draft'),
    reviewedNote: words.term('start-here.reviewed'),
    printLabel: words.term('start-here.print'),
    guide: linked(printingGuidePath(locale.tag), 'printing.title'),
    archive: linked(zipPath(campaign, locale.tag), 'download.language'),
    groups: groupsOf(session, own, words),
  };
}

/** The words of a page in one language. */
export interface PageWords {
  /** In the source language where the locale lacks it. */
  term(key: string): ForeignText | undefined;
  /** How large a file is: `34 KB`, `1.2 MB`. */
  size(artifact: Pick<Artifact, 'bytes'>): string;
  /** A text in the locale itself. */
  own(text: string): ForeignText;
}

/** The words that a locale's terms have. */
export function wordsOf(session: Session, locale: Locale): PageWords {
  const terms: Terms = session.terms({ locale }).value;
  // Node versions differ in which digits Arabic has by default.
  const digits = { numberingSystem: 'latn', useGrouping: false, maximumFractionDigits: 1 } as const;
  const number = new Intl.NumberFormat(locale.language, digits);
  const unit = (key: string) => terms.get(key)?.text ?? '';
  return {
    term: (key) => {
      const found = terms.get(key);
      return found && { text: found.text, ...languageOf(found.locale) };
    },
    size: ({ bytes }) => {
      const kilobytes = bytes.length / 1000;
      return kilobytes < 999.5
        ? `${number.format(Math.max(1, Math.round(kilobytes)))} ${unit('size.kilobytes')}`
        : `${number.format(kilobytes / 1000)} ${unit('size.megabytes')}`;
    },
    own: (text) => ({ text, ...languageOf(locale) }),
  };
}

function groupsOf(
  { campaign, kinds }: Session,
  made: readonly MadeJob[],
  words: PageWords,
): readonly DocumentGroup[] {
  const folders = [...new Set(made.map(({ job }) => folderOf(job)))];
  return folders.map((folder) => {
    const kind = kinds.find((each) => each.folder === folder)?.name ?? folder;
    const documents = made
      .filter(({ job }) => folderOf(job) === folder)
      .map(({ result: { title, summary, artifacts } }) => ({
        title,
        summary,
        review: artifacts[0]?.origin?.review ?? 'source',
        files: artifacts.map((artifact) => ({
          label: labelOf(artifact.origin!, campaign, words),
          path: artifact.path,
          size: words.size(artifact),
          isPrint: artifact.origin!.edition !== readingEdition,
        })),
      }));
    return { label: words.term(`kind.${kind}`) ?? words.own(folder), documents };
  });
}

function folderOf({ file }: Job): string {
  return file.id.slice(0, file.id.indexOf('/'));
}

/** What a link to a file says; the paper where the campaign has several. */
function labelOf(
  { format, edition, paper }: ArtifactOrigin,
  { papers }: Campaign,
  words: PageWords,
): ForeignText {
  const key = edition === readingEdition ? `start-here.${format}` : `edition.${edition}`;
  const label = words.term(key) ?? words.own(edition);
  const isNamed = papers.length > 1 && format === 'pdf';
  return isNamed ? { ...label, text: `${label.text} (${paperName(paper ?? papers[0]!)})` } : label;
}

function paperName(paper: Paper): string {
  return paper === 'a4' ? 'A4' : 'Letter';
}

function languageOf({ language, direction }: Locale): Pick<ForeignText, 'language' | 'direction'> {
  return { language, direction };
}
