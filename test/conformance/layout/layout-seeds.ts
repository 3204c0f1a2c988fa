import type { Seed } from '../judge.ts';

/** A page that both lay out alike, and a fault in it for us alone. */
export interface LayoutSeed extends Omit<Seed, 'judge'> {
  /** A case's folder and name. */
  readonly page: string;
  readonly edit: (html: string) => string;
}

const inPixels = /^page 1: [\d.]+ × [\d.]+ px at .*: ours is #/;

/** Of a page whose words and boxes are compared. */
export const wordSeeds: readonly LayoutSeed[] = [
  {
    page: 'boxes/flow-root',
    fault: 'another margin of the page',
    expect: /is \+2\.0 px across/,
    edit: style('@page { margin-left: 22px }'),
  },
  {
    page: 'boxes/flow-root',
    fault: 'words in other lines',
    expect: /“out” is .*[1-9]\d\.\d px down/,
    edit: style('p { display: inline }'),
  },
  {
    page: 'boxes/flow-root',
    fault: 'a box that is 2 px too high',
    expect: /\d+ × 2 px at .*: ours is #ccddee/,
    edit: style('.root { padding-bottom: 2px; margin-bottom: -2px }'),
  },
  {
    page: 'boxes/flow-root',
    fault: 'a page too many',
    expect: /^2 pages, where/,
    edit: style('.root { break-after: page }'),
  },
];

/** Of a page of vertical lines, whose letters and pixels are compared. */
export const pixelSeeds: readonly LayoutSeed[] = [
  {
    page: 'vertical/text',
    fault: 'another character in a page of pixels',
    expect: /lacks “維”/,
    edit: (html) => html.replace('雄，', '維，'),
  },
  {
    page: 'vertical/text',
    fault: 'a column of pixels 2 px lower',
    expect: inPixels,
    edit: style('.v p:first-child { padding-block-start: 2px; margin-block-end: -2px }'),
  },
  {
    page: 'vertical/text',
    fault: 'letters turned in a page of pixels',
    expect: inPixels,
    edit: style('.side { text-orientation: upright }'),
  },
];

function style(css: string): (html: string) => string {
  return (html) => html.replace('</head>', `<style>${css}</style></head>`);
}
