import { type Edition, readingEdition } from '../campaign/edition.ts';
import type { ArtifactOrigin } from '../pack/artifact.ts';
import type { Session } from './session.ts';

/** An edition as the printing guide tells of it. */
export interface GuideEdition {
  readonly name: string;
  /** The keys of the terms that say what it is and what to do with it, for all kinds that have it. */
  readonly common: readonly string[];
  /** What is to be done besides with some kinds, where they differ; in the order of their documents. */
  readonly variants: readonly GuideVariant[];
}

/** Kinds whose editions of one name are printed in the same way. */
export interface GuideVariant {
  readonly kinds: readonly string[];
  readonly keys: readonly string[];
}

/** Each edition once, with all ways of printing it, in the order of documents and their editions. */
export function guideEditions(
  { kinds }: Pick<Session, 'kinds'>,
  made: readonly ArtifactOrigin[],
): readonly GuideEdition[] {
  const found = new Map<string, GuideVariant[]>();
  for (const { format, edition: name, kind, flip } of made) {
    if (format !== 'pdf') continue;
    const edition = kinds.find((each) => each.name === kind)?.editions.find((each) => each.name === name);
    if (name !== readingEdition && !edition) continue;
    const keys = edition ? instructions(edition, flip) : ['printing.reading'];
    const variants = found.get(name) ?? [];
    found.set(name, withVariant(variants, kind, keys));
  }
  return [...found].map(([name, variants]) => {
    const common = variants[0]!.keys.filter((key) => variants.every(({ keys }) => keys.includes(key)));
    const others = variants.map(({ kinds: some, keys }) => ({
      kinds: some,
      keys: keys.filter((key) => !common.includes(key)),
    }));
    return { name, common, variants: others.filter(({ keys }) => keys.length > 0) };
  });
}

function withVariant(variants: GuideVariant[], kind: string, keys: readonly string[]): GuideVariant[] {
  const same = variants.find((variant) => variant.keys.join(' ') === keys.join(' '));
  if (!same) return [...variants, { kinds: [kind], keys }];
  const kinds = [...new Set([...same.kinds, kind])];
  return variants.map((variant) => (variant === same ? { kinds, keys } : variant));
}

/** The terms that say what an edition is and what to do with it. */
function instructions(
  { sheets, ink, text, press }: Edition,
  flip: ArtifactOrigin['flip'],
): readonly string[] {
  return [
    ...(text === 'large' ? ['printing.large'] : []),
    ...(ink === 'low' ? ['printing.low'] : []),
    ...(press ? ['printing.press'] : []),
    ...(flip ? ['printing.both-sides', `printing.${flip}`] : []),
    ...(sheets ? [`printing.${sheets}`] : []),
  ];
}
