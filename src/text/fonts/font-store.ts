import type { Folder, RandomAccess } from '../../host/host.ts';
import { createHyphenation, type Hyphenation } from '../hyphenation/hyphenation.ts';
import type { Shaper, ShaperFont } from '../shaping/shaper.ts';
import { endsAtSpaces } from '../shaping/space-lookups.ts';
import { shapingByWords } from '../shaping/word-shaping.ts';
import type { Face } from './face.ts';
import { createHalvingLookup, type HalvingLookup } from './halving.ts';
import { liteSfnt } from './lite-sfnt.ts';
import { type FaceChoice, openFace } from './open-face.ts';
import { FontError } from './sfnt.ts';
import { verticalMetrics } from './vertical-metrics.ts';

/** A face that is open, with HarfBuzz's font of it, made at the first call. */
export interface StoredFace {
  readonly face: Face;
  font(): ShaperFont;
  /** The same for upright glyphs in vertical lines. */
  verticalFont(): ShaperFont;
}

/** What opening a font gave: a face, or what is wrong with it ("is WOFF2; …"). */
export type FontResult = { readonly stored: StoredFace } | { readonly fault: string };

/** The font files a process has open, shared by its documents. Its owner closes it. */
export interface FontStore {
  readonly shaper: Shaper;
  readonly halvingOf: HalvingLookup;
  readonly hyphenation: Hyphenation;
  /** Opens a face of a font file, or finds it open. Throws HostError where there is no such file. */
  open(folder: Folder, path: string, choice?: FaceChoice): FontResult;
  close(): void;
}

/** A font file with the faces that were opened of it. */
interface OpenFile {
  readonly file: RandomAccess;
  /** By what was asked for; faces that do not vary stand under their member alone. */
  readonly byChoice: Map<string, FontResult>;
  /** By id: values of axes beyond their ends give the same face. */
  readonly byId: Map<string, FontResult>;
}

/** A store without fonts yet. */
export function createFontStore(shaper: Shaper): FontStore {
  const files = new Map<string, OpenFile>();
  const openFile = (folder: Folder, path: string): OpenFile => {
    const file = folder.open(path);
    const known = files.get(file.key);
    if (known) {
      file.close();
      return known;
    }
    const opened = { file, byChoice: new Map<string, FontResult>(), byId: new Map<string, FontResult>() };
    files.set(file.key, opened);
    return opened;
  };
  return {
    shaper,
    halvingOf: createHalvingLookup(),
    hyphenation: createHyphenation(),
    open: (folder, path, choice = {}) => openStored(shaper, openFile(folder, path), choice),
    close() {
      for (const { file } of files.values()) file.close();
      files.clear();
    },
  };
}

function openStored(shaper: Shaper, { file, byChoice, byId }: OpenFile, choice: FaceChoice): FontResult {
  const member = `#${choice.member ?? ''}`;
  const place = `${member} ${JSON.stringify(choice.axes ?? {})}`;
  const known = byChoice.get(member) ?? byChoice.get(place);
  if (known) return known;
  const { result, varies } = openAnew(shaper, file, choice);
  const key = 'stored' in result ? result.stored.face.id : undefined;
  const same = key === undefined ? result : (byId.get(key) ?? result);
  if (key !== undefined) byId.set(key, same);
  byChoice.set(varies ? place : member, same);
  return same;
}

function openAnew(
  shaper: Shaper,
  file: RandomAccess,
  choice: FaceChoice,
): { readonly result: FontResult; readonly varies: boolean } {
  try {
    const { face, sfnt, location } = openFace(file, choice);
    let font: ShaperFont | undefined;
    let vertical: ShaperFont | undefined;
    const stored: StoredFace = {
      face,
      font() {
        font ??= shapingByWords(shaper.createFont(liteSfnt(sfnt), location?.values), () =>
          endsAtSpaces(sfnt, face.glyphOf(0x20)),
        );
        return font;
      },
      verticalFont() {
        vertical ??= shaper.createFont(liteSfnt(sfnt), location?.values, verticalMetrics(face));
        return vertical;
      },
    };
    return { result: { stored }, varies: location !== undefined };
  } catch (error) {
    if (error instanceof FontError) return { result: { fault: error.message }, varies: false };
    // A DataView was read beyond its end: a table is shorter than it says.
    if (error instanceof RangeError) return { result: { fault: 'is broken' }, varies: false };
    throw error;
  }
}
