import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SessionPlaces } from '../build/session.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** The folder the tool is installed in: the nearest one above this file, bundled or not, that has the templates. */
function toolRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'templates')) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

/** Places for a campaign folder as the user wrote it. Throws UsageError. */
export function placesFor(folder: string, { workingFolder, environment }: Terminal): SessionPlaces {
  return {
    campaignRoot: resolve(workingFolder, folder),
    toolRoot: toolRoot(),
    workingFolder,
    sourceDateEpoch: sourceDateEpoch(environment.SOURCE_DATE_EPOCH),
  };
}

/** Seconds since 1970 in decimal (reproducible-builds.org/specs/source-date-epoch); a value that is none is an error. */
function sourceDateEpoch(value: string | undefined): number | undefined {
  if (value === undefined || value === '') return undefined;
  // Four digits are the most that a year of an ISO date has.
  if (/^\d{1,12}$/.test(value) && Number(value) < 253_402_300_800) return Number(value);
  throw new UsageError('SOURCE_DATE_EPOCH must be seconds since 1970 in digits');
}
