import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { openSession, type SessionPlaces } from '../session.ts';
import { type AmendReport, amend } from './amend.ts';
import type { AmendRequest } from './request.ts';
import { writeAmendment } from './write-amendment.ts';

/** Where the files of an amendment go. */
export interface AmendOutput {
  /** Absolute; made where it is not there. */
  readonly folder: string;
  /** What stands there already may be replaced. */
  readonly replaces: boolean;
}

/** Opens a campaign, amends a resolution of it, and writes what was made. Throws WriteError. */
export async function runAmend(
  places: SessionPlaces,
  request: AmendRequest,
  { folder, replaces }: AmendOutput,
): Promise<AmendReport & { readonly opened: boolean }> {
  const { value: session, diagnostics } = openSession(places);
  // Warnings about the campaign are for `check` to tell.
  const broken = diagnostics.filter(({ severity }) => severity === 'error');
  if (!session || hasErrors(broken)) {
    session?.close();
    return { opened: false, diagnostics: broken, artifacts: [], words: undefined };
  }
  try {
    const report = await amend(session, request);
    writeAmendment(folder, report.artifacts, replaces);
    return { opened: true, ...report };
  } finally {
    session.close();
  }
}
