import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SessionPlaces } from '../build/session.ts';

/** The folder the tool is installed in: the parent of `dist/`. */
export function toolRoot(): string {
  return dirname(dirname(fileURLToPath(import.meta.url)));
}

/** Places for a campaign folder as the user wrote it. */
export function placesFor(folder: string): SessionPlaces {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  const seconds = epoch !== undefined && /^\d{1,12}$/.test(epoch) ? Number(epoch) : undefined;
  return {
    campaignRoot: resolve(folder),
    toolRoot: toolRoot(),
    workingFolder: process.cwd(),
    sourceDateEpoch: seconds,
  };
}
