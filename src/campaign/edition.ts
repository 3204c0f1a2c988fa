import type { Span } from '../diagnostics/source.ts';
import type { Campaign, Paper } from './campaign.ts';

/** The edition that every document has: its pages one by one, to read on a screen and to print. */
export const readingEdition = 'reading';

/**
 * How pages go on sheets of paper: several copies of each page to be cut apart, or sheets folded into a booklet, or
 * one sheet folded into three panels.
 */
export type SheetLayout = 'cut' | 'booklet' | 'tri-fold';

/** The inks of a print shop: the four process colours, or black alone. */
export type PressColours = 'cmyk' | 'grey';

/** An ink that is mixed before it is printed, on a plate of its own beside those of the press. */
export interface SpotInk {
  /** The custom property of the style, without its dashes, whose colour and tints are printed in it: `accent`. */
  readonly of: string;
  /** As print shops know it: `PANTONE 485 C`. */
  readonly name: string;
  /** What it looks like in cyan, magenta, yellow and black, each 0 to 1: for screens, and where it has no plate. */
  readonly cmyk: readonly [number, number, number, number];
  /** Where editions.yaml names the colour. */
  readonly span: Span;
}

/** What a print shop asks for. */
export interface Press {
  readonly colours: PressColours;
  readonly spots: readonly SpotInk[];
  /** How far grounds reach beyond the trim; pt. */
  readonly bleed: number;
}

/** One way in which the documents of a kind are made for print, from `templates/<kind>/editions.yaml`. */
export interface Edition {
  /** `home-print`; stands in file names. */
  readonly name: string;
  /** Undefined: each page is a page of the file. */
  readonly sheets: SheetLayout | undefined;
  /** `low`: no filled areas, and greys in place of colours. */
  readonly ink: 'full' | 'low';
  /** `large`: laid out anew, no type below 16 pt. */
  readonly text: 'normal' | 'large';
  readonly press: Press | undefined;
  /** Documents of fewer pages than this do without the edition. */
  readonly minPages: number;
  /** Where editions.yaml names it. */
  readonly span: Span;
}

/** An edition on a paper: one file of a document. Plain data. */
export interface EditionFile {
  readonly edition: string;
  readonly paper: Paper;
  /** Behind the document's name: empty for the reading edition on the campaign's first paper. */
  readonly suffix: string;
}

/**
 * The editions of a kind in a campaign: for each of its papers the reading edition and then the kind's own, in the
 * order of editions.yaml. The paper stands in a name where sheets are made of it, or where it is not the first.
 */
export function editionFiles(
  kind: { readonly editions: readonly Edition[] },
  { papers }: Pick<Campaign, 'papers'>,
): readonly EditionFile[] {
  return papers.flatMap((paper, index) => [
    { edition: readingEdition, paper, suffix: index === 0 ? '' : `--${readingEdition}-${paper}` },
    ...kind.editions.map(({ name, sheets }) => ({
      edition: name,
      paper,
      suffix: `--${name}${sheets !== undefined || index > 0 ? `-${paper}` : ''}`,
    })),
  ]);
}
