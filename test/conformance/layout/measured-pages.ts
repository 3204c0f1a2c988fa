import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCases } from './cases.ts';
import { type PageSource, readPage, readPrelude } from './page-source.ts';
import { reportHtml } from './report.ts';
import { writeSamplePages } from './sample-pages.ts';

/** A kind of pages that figures are given for. */
export type PageGroup = 'documents of the pack' | 'small pages' | 'long report';

/** A page that is laid out by us and by others. */
export interface MeasuredPage {
  readonly group: PageGroup;
  readonly page: PageSource;
}

/** Pages of the long report. */
const reportPages = 60;

/** Chromium breaks a paragraph of three lines after its second, whatever orphans and widows ask for. */
const loneLines = 'p, .columns p { orphans: 1; widows: 1 }\n';

/** All that is compared; what is not in the repository is written into a folder. */
export async function readMeasuredPages(root: string, folder: string): Promise<readonly MeasuredPage[]> {
  const place = join(folder, 'report');
  mkdirSync(place, { recursive: true });
  const path = join(place, 'long.html');
  writeFileSync(path, reportHtml(reportPages).replace('</style>', `${loneLines}</style>`));
  const groups: readonly (readonly [PageGroup, readonly PageSource[]])[] = [
    ['documents of the pack', await writeSamplePages(root, folder)],
    ['small pages', readCases(root).filter(({ alone }) => alone === undefined)],
    ['long report', [readPage(root, path, readPrelude(root))]],
  ];
  return groups.flatMap(([group, pages]) => pages.map((page) => ({ group, page })));
}
