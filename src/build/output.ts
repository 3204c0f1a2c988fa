import type { Campaign, Paper } from '../campaign/campaign.ts';
import { editionFiles, readingEdition } from '../campaign/edition.ts';
import type { Kind } from '../campaign/kind.ts';

/** The formats a document comes in. */
export type Format = 'pdf' | 'docx';

/** One file that a job makes of its document. Plain data. */
export interface Output {
  readonly format: Format;
  /** `reading`, or an edition of the document's kind. */
  readonly edition: string;
  readonly paper: Paper;
  /** What stands behind the document's name in the file's. */
  readonly suffix: string;
}

/** What of a document's outputs was asked for; undefined: everything. */
export interface OutputFilter {
  readonly formats: readonly Format[] | undefined;
  /** Names of editions, with or without a paper: `home-print`, `home-print-a4`. */
  readonly editions: readonly string[] | undefined;
}

/** Every output of a kind's documents: the reading edition in its formats, then the PDFs of the other editions. */
export function outputsOf(kind: Kind, campaign: Pick<Campaign, 'papers'>): readonly Output[] {
  return editionFiles(kind, campaign).flatMap(({ edition, paper, suffix }) => {
    const formats = suffix === '' ? kind.formats : kind.formats.filter((format) => format === 'pdf');
    return formats.map((format) => ({ format, edition, paper, suffix }));
  });
}

/** The outputs that a filter lets pass. */
export function chosenOutputs(outputs: readonly Output[], filter: OutputFilter): readonly Output[] {
  const { formats, editions } = filter;
  return outputs.filter(
    ({ format, edition, paper }) =>
      (formats?.includes(format) ?? true) &&
      (editions?.some((name) => name === edition || name === `${edition}-${paper}`) ?? true),
  );
}

/** What `--edition` may name in a campaign: each edition, the reading one first, then each on a paper. */
export function editionNames(kinds: readonly Kind[], campaign: Pick<Campaign, 'papers'>): readonly string[] {
  const outputs = kinds.flatMap((kind) => outputsOf(kind, campaign));
  const names = [readingEdition, ...outputs.map(({ edition }) => edition)];
  return [...new Set([...names, ...outputs.map(({ edition, paper }) => `${edition}-${paper}`)])];
}
