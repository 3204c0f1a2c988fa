import { describe, expect, it } from 'vitest';
import { guideEditions } from '../../src/build/guide-editions.ts';
import { loadKinds } from '../../src/campaign/load-kinds.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import type { ArtifactOrigin } from '../../src/pack/artifact.ts';

const kind = (name: string, editions: string) => ({
  [`templates/${name}/kind.yaml`]: `folder: ${name}s\n`,
  [`templates/${name}/template.hbs`]: '',
  [`templates/${name}/style.css`]: '',
  [`templates/${name}/editions.yaml`]: editions,
});
const { value: kinds } = loadKinds(
  createMemoryHost({
    campaign: {
      ...kind('card', 'low-ink: { sheets: cut, ink: low }\nshop: { press: {} }\n'),
      ...kind('sheet', 'low-ink: { ink: low }\nshop: { sheets: tri-fold, press: {} }\n'),
      ...kind('tag', 'low-ink: { sheets: cut, ink: low }\n'),
    },
  }),
);
const made = (name: string, edition: string, more: Partial<ArtifactOrigin> = {}): ArtifactOrigin => ({
  document: `${name}s/one`,
  kind: name,
  locale: 'en',
  format: 'pdf',
  edition,
  paper: undefined,
  pages: 2,
  sourceHash: '',
  review: 'source',
  ...more,
});

describe('editions in the printing guide', () => {
  it('are told of once, with what all kinds share and what some do besides', () => {
    const flip = 'short-edge';
    const files = [
      made('card', 'reading'),
      made('card', 'reading', { format: 'docx' }),
      made('card', 'low-ink', { flip }),
      made('card', 'shop'),
      made('sheet', 'low-ink'),
      made('tag', 'low-ink', { flip }),
      made('tag', 'unknown'),
    ];
    const turned = ['printing.both-sides', 'printing.short-edge', 'printing.cut'];
    expect(guideEditions({ kinds }, files)).toEqual([
      { name: 'reading', common: ['printing.reading'], variants: [] },
      { name: 'low-ink', common: ['printing.low'], variants: [{ kinds: ['card', 'tag'], keys: turned }] },
      { name: 'shop', common: ['printing.press'], variants: [] },
    ]);
  });

  it('of a print shop say which are folded', () => {
    const files = [made('card', 'shop'), made('sheet', 'shop')];
    expect(guideEditions({ kinds }, files)).toEqual([
      {
        name: 'shop',
        common: ['printing.press'],
        variants: [{ kinds: ['sheet'], keys: ['printing.tri-fold'] }],
      },
    ]);
  });
});
