import { join } from 'node:path';
import { compareRasters, describeRegion } from './compare-rasters.ts';
import { compareWords, type WordAgreement } from './compare-words.ts';
import { readWords } from './pdf-words.ts';
import { rasterizeBoxes } from './raster.ts';

/** How two PDFs of one page source agree. */
export interface Agreement extends WordAgreement {
  /** Pages of ours and of the other. */
  readonly pages: readonly [number, number];
  /** Differences of words, then of boxes; none where they are equal. */
  readonly differences: readonly string[];
}

/** Two PDFs that are compared. */
export interface Compared {
  /** Paths of the PDFs. */
  readonly ours: string;
  readonly theirs: string;
  /** What the other renderer is called. */
  readonly other: string;
  /** For files of this comparison alone. */
  readonly folder: string;
}

/** Compares words and boxes. */
export async function comparePdfs({ ours, theirs, other, folder }: Compared): Promise<Agreement> {
  const [own, their] = await Promise.all([readWords(ours), readWords(theirs)]);
  const words = compareWords(own, their, other);
  const [ownBoxes, theirBoxes] = await Promise.all([
    rasterizeBoxes(ours, join(folder, 'ours')),
    rasterizeBoxes(theirs, join(folder, 'theirs')),
  ]);
  const boxes = ownBoxes.flatMap((page, index) =>
    theirBoxes[index]
      ? compareRasters(page, theirBoxes[index]).map(
          (region) => `page ${index + 1}: ${describeRegion(region, other)}`,
        )
      : [],
  );
  return { ...words, pages: [own.length, their.length], differences: [...words.differences, ...boxes] };
}
