import type { Campaign } from '../campaign/campaign.ts';
import type { Kind } from '../campaign/kind.ts';
import { loadCampaign } from '../campaign/load-campaign.ts';
import { loadKinds } from '../campaign/load-kinds.ts';
import { loadTerms } from '../campaign/load-terms.ts';
import type { Terms } from '../campaign/terms.ts';
import type { SourceDocument } from '../content/document.ts';
import { type DocumentFile, listDocuments } from '../content/list-documents.ts';
import { readDocument } from '../content/read-document.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host/host.ts';
import { createNodeHost } from '../host/node-host.ts';
import type { StyleCache } from '../style/at-rules/compile-sheets.ts';
import { createFontStore, type FontStore } from '../text/fonts/font-store.ts';
import { loadShaper } from '../text/shaping/shaper.ts';
import { checkColours } from './campaign-colours.ts';

/** Where things are on this machine; absolute paths. */
export interface SessionPlaces {
  readonly campaignRoot: string;
  readonly toolRoot: string;
  readonly workingFolder: string;
  readonly sourceDateEpoch: number | undefined;
}

/** What all jobs of one process share: the campaign, its documents, and the fonts that are open. */
export interface Session {
  readonly host: Host;
  readonly campaign: Campaign;
  readonly kinds: readonly Kind[];
  readonly files: readonly DocumentFile[];
  /** Each document is read once, whatever asks for it. */
  readonly document: (file: DocumentFile) => Outcome<SourceDocument | undefined>;
  readonly terms: (file: { readonly locale: DocumentFile['locale'] }) => Outcome<Terms>;
  /** Style sheets that documents share are read once. */
  readonly styles: StyleCache;
  /** Made when the first text is shaped. */
  readonly fonts: () => Promise<FontStore>;
  readonly close: () => void;
}

/** Opens a campaign; undefined where campaign.yaml or the kinds are too broken to go on. */
export function openSession(places: SessionPlaces): Outcome<Session | undefined> {
  const { sourceDateEpoch, ...roots } = places;
  return sessionOn(createNodeHost({ ...roots, environment: { sourceDateEpoch } }));
}

/** Opens a campaign on any host. */
export function sessionOn(host: Host): Outcome<Session | undefined> {
  const campaign = loadCampaign(host);
  const kinds = loadKinds(host);
  const colours = campaign.value ? checkColours(host, campaign.value) : [];
  const found: Diagnostic[] = [...campaign.diagnostics, ...colours, ...kinds.diagnostics];
  // Without a kind, each of its documents would be an error of its own; without a colour, each of its uses.
  if (!campaign.value || hasErrors([...colours, ...kinds.diagnostics]))
    return { value: undefined, diagnostics: found };
  const loaded = campaign.value;
  const files = listDocuments(host, loaded, kinds.value);
  found.push(...files.diagnostics);
  let store: Promise<FontStore> | undefined;
  let opened: FontStore | undefined;
  const session: Session = {
    host,
    campaign: loaded,
    kinds: kinds.value,
    files: files.value,
    document: remember(
      (file) => `${file.id} ${file.locale.tag}`,
      (file: DocumentFile) => readDocument(host, loaded, file),
    ),
    terms: remember(
      (file) => file.locale.tag,
      (file: { readonly locale: DocumentFile['locale'] }) => loadTerms(host, loaded, file.locale),
    ),
    styles: new Map(),
    fonts: () => {
      store ??= loadShaper().then((shaper) => {
        opened = createFontStore(shaper);
        return opened;
      });
      return store;
    },
    close: () => opened?.close(),
  };
  return { value: session, diagnostics: found };
}

function remember<K, V>(keyOf: (key: K) => string, make: (key: K) => V): (key: K) => V {
  const known = new Map<string, V>();
  return (key) => {
    const name = keyOf(key);
    if (!known.has(name)) known.set(name, make(key));
    return known.get(name)!;
  };
}
