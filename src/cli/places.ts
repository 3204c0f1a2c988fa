import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SessionPlaces } from '../build/session.ts';
import { shownPath } from './shown-path.ts';
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

/** The same for a folder that should hold a campaign already. Throws UsageError where the working folder does instead. */
export function campaignPlaces(folder: string, terminal: Terminal): SessionPlaces {
  const places = placesFor(folder, terminal);
  const holds = (root: string) => existsSync(join(root, 'campaign.yaml'));
  if (!holds(places.campaignRoot) && holds(terminal.workingFolder)) {
    const message = `there is no file ${shownPath(folder, 'campaign.yaml')}, but one in the working folder`;
    throw new UsageError(
      message,
      'The folder that you are in is named by a dot: build . or new … --folder .',
    );
  }
  return places;
}

/** Seconds since 1970 in decimal (reproducible-builds.org/specs/source-date-epoch); a value that is none is an error. */
function sourceDateEpoch(value: string | undefined): number | undefined {
  if (value === undefined || value === '') return undefined;
  // Four digits are the most that a year of an ISO date has.
  if (/^\d{1,12}$/.test(value) && Number(value) < 253_402_300_800) return Number(value);
  throw new UsageError('SOURCE_DATE_EPOCH must be seconds since 1970 in digits');
}
