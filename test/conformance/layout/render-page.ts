import { basename, dirname } from 'node:path';
import { renderHostFile } from '../../../src/build/render-file.ts';
import type { Outcome } from '../../../src/diagnostics/diagnostic.ts';
import type { Folder } from '../../../src/host/host.ts';
import { createNodeHost } from '../../../src/host/node-host.ts';
import type { PageSource } from './page-source.ts';

/** A page as the tool renders it: the PDF, undefined where there are errors. */
export function renderPage(
  root: string,
  page: Pick<PageSource, 'path' | 'html'>,
): Promise<Outcome<Uint8Array | undefined>> {
  const file = basename(page.path);
  const host = createNodeHost({
    campaignRoot: dirname(page.path),
    toolRoot: root,
    workingFolder: process.cwd(),
    environment: { sourceDateEpoch: undefined },
  });
  const campaign: Folder = {
    ...host.campaign,
    readText: (path) => {
      const source = host.campaign.readText(path);
      return path === file ? { ...source, text: page.html } : source;
    },
  };
  return renderHostFile({ ...host, campaign }, file, 'pdf');
}
