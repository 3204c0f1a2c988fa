import type { Campaign } from '../campaign/campaign.ts';
import { contrast } from '../style/contrast.ts';
import { campaignColour } from './campaign-colours.ts';

/** Of a campaign without colours, as in base.css. */
const usual = '#b01119';

/** Where the campaign's accent is too light to be read: the colour of text. */
const ink = '#1a1a1a';

const white = { r: 1, g: 1, b: 1, a: 1 } as const;

/** The campaign's accent as a hex colour that has 4.5:1 on white and white on it, for pages that browsers show. */
export function pageAccent(colours: Campaign['colours']): string {
  const colour = campaignColour(colours.accent ?? usual);
  if (!colour || colour.a < 1 || contrast(colour, white) < 4.5) return ink;
  const hex = [colour.r, colour.g, colour.b].map((part) =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${hex.join('')}`;
}
