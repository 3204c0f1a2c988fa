import { join } from 'node:path';
import { compareRasters, describeRegion } from './compare-rasters.ts';
import { compareLetters, comparePapers, compareWords, type WordAgreement } from './compare-words.ts';
import type { PageSource } from './page-source.ts';
import { readWords } from './pdf-words.ts';
import { type Raster, rasterizeBoxes, rasterizeText } from './raster.ts';

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
  readonly compare: PageSource['compare'];
}

/** Compares words and boxes; or letters and boxes alike as pixels, and which letters there are. */
export async function comparePdfs({ ours, theirs, other, folder, compare }: Compared): Promise<Agreement> {
  const [own, their] = await Promise.all([readWords(ours), readWords(theirs)]);
  const words =
    compare === 'words'
      ? compareWords(own, their, other)
      : {
          ...noWords,
          differences: [...comparePapers(own, their, other), ...compareLetters(own, their, other)],
        };
  const rasterize = compare === 'words' ? rasterizeBoxes : rasterizeText;
  const [ownPages, theirPages] = await Promise.all([
    rasterize(ours, join(folder, 'ours')),
    rasterize(theirs, join(folder, 'theirs')),
  ]);
  const regions = regionsOf(ownPages, theirPages, other);
  return { ...words, pages: [own.length, their.length], differences: [...words.differences, ...regions] };
}

const noWords = { words: 0, placed: 0, shift: 0 };

function regionsOf(ours: readonly Raster[], theirs: readonly Raster[], other: string): readonly string[] {
  return ours.flatMap((page, index) =>
    theirs[index]
      ? compareRasters(page, theirs[index]).map(
          (region) => `page ${index + 1}: ${describeRegion(region, other)}`,
        )
      : [],
  );
}
