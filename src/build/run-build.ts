import type { Campaign } from '../campaign/campaign.ts';
import { missingTranslations } from '../content/list-documents.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import type { Artifact } from '../pack/artifact.ts';
import { assemblePack } from './assemble.ts';
import { type FontsUsed, joinFonts } from './fonts-used.ts';
import { LockedError } from './lock.ts';
import { type BuildFilter, type Job, planBuild } from './plan.ts';
import { printingGuides } from './printing-guide.ts';
import type { JobResult } from './run-job.ts';
import { distinct, type Progress, runJobs } from './run-jobs.ts';
import { openSession, type SessionPlaces } from './session.ts';
import { WriteError } from './write-error.ts';
import { prepareOut, writeOut } from './write-out.ts';

/** What a build is asked. */
export interface BuildRequest {
  readonly places: SessionPlaces;
  readonly filter: BuildFilter;
  /** Absolute path of the out folder; undefined: check only, nothing is written. */
  readonly out: string | undefined;
  /** Worker threads; undefined: as many as serve. */
  readonly threads: number | undefined;
  /** Warnings stop the build too. */
  readonly strict: boolean;
  readonly progress: Progress;
}

/** The fonts of one locale. */
export interface LocaleFonts extends FontsUsed {
  readonly locale: string;
}

/** What came of it. */
export interface BuildReport {
  readonly diagnostics: readonly Diagnostic[];
  /** False where errors (or, if strict, warnings) kept the pack from being written. */
  readonly ok: boolean;
  /** False where campaign.yaml cannot be used, and nothing else was looked at. */
  readonly opened: boolean;
  readonly documents: number;
  /** What the documents of each locale draw with, in the campaign's order of locales; of those that were laid out. */
  readonly fonts: readonly LocaleFonts[];
  readonly written: readonly Artifact[];
  /** Files of the earlier pack that this one has not, and that are gone; paths inside the out folder. */
  readonly removed: readonly string[];
  /** Why a pack without errors could not be written. */
  readonly failure?: WriteError | LockedError;
}

const nothing = { written: [], removed: [] };

/**
 * Builds or checks a campaign: read, plan, make, and only then write. Throws WriteError and LockedError where the out
 * folder cannot be used from the beginning.
 */
export async function runBuild(request: BuildRequest): Promise<BuildReport> {
  if (request.out !== undefined) prepareOut(request.out);
  const opened = openSession(request.places);
  const session = opened.value;
  if (!session) {
    return {
      diagnostics: distinct(opened.diagnostics),
      ok: false,
      opened: false,
      documents: 0,
      fonts: [],
      ...nothing,
    };
  }
  try {
    const plan = planBuild(session.campaign, session.files, request.filter);
    const write = request.out !== undefined;
    const options = { threads: request.threads, write, progress: request.progress };
    const results = await runJobs(plan.value.jobs, session, request.places, options);
    const guides = await printingGuides(session, results, write);
    const diagnostics = distinct([
      ...opened.diagnostics,
      ...plan.diagnostics,
      ...missingTranslations(session.host, session.campaign, session.files, plan.value.asked),
      ...results.flatMap((r) => r.diagnostics),
      ...guides.diagnostics,
    ]);
    const ok = !hasErrors(diagnostics) && !(request.strict && diagnostics.length > 0);
    const fonts = fontsByLocale(session.campaign, plan.value.jobs, results);
    const found = { diagnostics, ok, opened: true, documents: plan.value.jobs.length, fonts };
    if (!ok || request.out === undefined) return { ...found, ...nothing };
    const pack = await assemblePack(session, plan.value.jobs, results, guides.value);
    return { ...found, ...install(request.out, pack) };
  } finally {
    session.close();
  }
}

function fontsByLocale(
  { locales }: Campaign,
  jobs: readonly Job[],
  results: readonly JobResult[],
): readonly LocaleFonts[] {
  return locales.flatMap(({ tag }) => {
    const ofLocale = results.filter((_, i) => jobs[i]!.file.locale === tag);
    const fonts = joinFonts(ofLocale.map((result) => result.fonts));
    return fonts.faces.length + fonts.missing.length === 0 ? [] : [{ locale: tag, ...fonts }];
  });
}

/** A failure to write is told together with what was found before. */
function install(
  out: string,
  pack: readonly Artifact[],
): Partial<BuildReport> & Pick<BuildReport, 'written' | 'removed'> {
  try {
    return { written: pack, removed: writeOut(out, pack) };
  } catch (error) {
    if (!(error instanceof WriteError || error instanceof LockedError)) throw error;
    return { ...nothing, ok: false, failure: error };
  }
}
