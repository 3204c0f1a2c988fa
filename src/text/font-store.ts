import type { Folder } from '../host/host.ts';
import type { Face } from './face.ts';
import { createHalvingLookup, type HalvingLookup } from './halving.ts';
import { liteSfnt } from './lite-sfnt.ts';
import { openFace } from './open-face.ts';
import { FontError } from './sfnt.ts';
import type { Shaper, ShaperFont } from './shaper.ts';

/** A face that is open, with HarfBuzz's font of it, made at the first call. */
export interface StoredFace {
  readonly face: Face;
  font(): ShaperFont;
}

/** What opening a font gave: a face, or what is wrong with it ("is a variable font; …"). */
export type FontResult = { readonly stored: StoredFace } | { readonly fault: string };

/** The font files a process has open, shared by its documents. Its owner closes it. */
export interface FontStore {
  readonly shaper: Shaper;
  readonly halvingOf: HalvingLookup;
  /** Opens a font file, or finds it open. Throws HostError where there is no such file. */
  open(folder: Folder, path: string): FontResult;
  close(): void;
}

/** A store without fonts yet. */
export function createFontStore(shaper: Shaper): FontStore {
  const opened = new Map<string, FontResult>();
  const closers: (() => void)[] = [];
  return {
    shaper,
    halvingOf: createHalvingLookup(),
    open(folder, path) {
      const file = folder.open(path);
      const known = opened.get(file.key);
      if (known) {
        file.close();
        return known;
      }
      const result = openStored(shaper, file);
      opened.set(file.key, result);
      if ('fault' in result) file.close();
      else closers.push(() => file.close());
      return result;
    },
    close() {
      for (const close of closers.splice(0)) close();
      opened.clear();
    },
  };
}

function openStored(shaper: Shaper, file: ReturnType<Folder['open']>): FontResult {
  try {
    const { face, sfnt } = openFace(file);
    let font: ShaperFont | undefined;
    return {
      stored: {
        face,
        font() {
          font ??= shaper.createFont(liteSfnt(sfnt));
          return font;
        },
      },
    };
  } catch (error) {
    if (error instanceof FontError) return { fault: error.message };
    // A DataView was read beyond its end: a table is shorter than it says.
    if (error instanceof RangeError) return { fault: 'is broken' };
    throw error;
  }
}
