import { type BuildReport, runBuild } from '../build/run-build.ts';
import { codeOf, exitCodes } from './exit-codes.ts';
import type { CheckOptions } from './options.ts';
import { campaignPlaces } from './places.ts';
import { progressOn } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** Runs a build, or with `out` undefined a check, with progress on the terminal. */
export async function runPack(
  folder: string,
  out: string | undefined,
  options: CheckOptions,
  terminal: Terminal,
): Promise<BuildReport> {
  const progress = progressOn(terminal, options.quiet === true);
  return runBuild({
    places: campaignPlaces(folder, terminal),
    filter: {
      documents: options.document,
      locales: options.locale,
      formats: options.format,
      editions: options.edition,
    },
    out,
    threads: options.jobs,
    strict: options.strict === true,
    progress: (done, total, { file }) => progress.show(done, total, `${file.locale}/${file.id}`),
  }).finally(progress.clear);
}

/** The exit code of a build or check. */
export function exitCodeOf(report: BuildReport): number {
  if (report.ok) return exitCodes.ok;
  return report.opened ? codeOf(report.diagnostics) : exitCodes.usage;
}

/** Why a run with --strict failed, where there were warnings alone; else empty. */
export function strictNote({ ok, failure, diagnostics }: BuildReport): string {
  const isStrict = !ok && !failure && diagnostics.every(({ severity }) => severity === 'warning');
  return isStrict ? ', which --strict does not let pass' : '';
}
