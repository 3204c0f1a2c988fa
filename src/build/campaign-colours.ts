import type { Campaign } from '../campaign/campaign.ts';
import { readYaml } from '../campaign/read-yaml.ts';
import { nodeAt } from '../campaign/yaml-node.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host/host.ts';
import type { Colour } from '../style/computed-style.ts';
import { parseComponents } from '../style/syntax/component.ts';
import { readerOf } from '../style/syntax/reader.ts';
import { BLACK, takeColour } from '../style/values/colour.ts';

/** A colour as campaign.yaml writes it; undefined for what CSS has no such colour for. */
export function campaignColour(written: string): Colour | undefined {
  return takeColour(readerOf(parseComponents(written)))?.({ colour: BLACK });
}

/**
 * An error at each colour of campaign.yaml that is none: it would be told only in the style sheets that use it, which
 * are not where it is mended.
 */
export function checkColours(host: Host, { colours }: Pick<Campaign, 'colours'>): readonly Diagnostic[] {
  const wrong = Object.entries(colours).filter(([, written]) => campaignColour(written) === undefined);
  if (wrong.length === 0) return [];
  // A campaign keeps no places of its values, and this one goes no further.
  const { node } = readYaml(host.campaign, 'campaign.yaml').value;
  return wrong.map(([name, written]) => {
    const message = `colours.${name}: ${JSON.stringify(written)} is no colour of CSS`;
    return diagnose('value-invalid', message, nodeAt(node, ['colours', name])?.span, 'Write it as #b01119');
  });
}
