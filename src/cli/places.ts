import { resolve } from 'node:path';
import type { SessionPlaces } from '../build/session.ts';
import type { Terminal } from './terminal.ts';
import { toolRoot } from './tool-root.ts';
import { UsageError } from './usage-error.ts';

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
