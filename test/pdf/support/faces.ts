import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Face } from '../../../src/text/fonts/face.ts';
import { liteSfnt } from '../../../src/text/fonts/lite-sfnt.ts';
import { openFace } from '../../../src/text/fonts/open-face.ts';
import type { Sfnt } from '../../../src/text/fonts/sfnt.ts';
import { loadShaper, type Shaper, type ShaperFont } from '../../../src/text/shaping/shaper.ts';

/** A face with the font that shapes with it. */
export interface TestFace {
  readonly face: Face;
  readonly font: ShaperFont;
  readonly sfnt: Sfnt;
}

/** Opens font files by path or by address in an installed package, each once. */
export async function createFaces(): Promise<{ shaper: Shaper; open: (path: string) => TestFace }> {
  const shaper = await loadShaper();
  const require = createRequire(import.meta.url);
  const opened = new Map<string, TestFace>();
  const open = (path: string): TestFace => {
    const found = opened.get(path);
    if (found) return found;
    const bytes = new Uint8Array(readFileSync(path.startsWith('/') ? path : require.resolve(path)));
    const read = (offset: number, length: number) => bytes.subarray(offset, offset + length);
    const { face, sfnt } = openFace({ size: bytes.length, key: path, read, close: () => undefined });
    const entry = { face, sfnt, font: shaper.createFont(liteSfnt(sfnt)) };
    opened.set(path, entry);
    return entry;
  };
  return { shaper, open };
}

export const notoSans = '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf';
export const notoSansHk = '@expo-google-fonts/noto-sans-hk/400Regular/NotoSansHK_400Regular.ttf';
export const amiri = '@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf';
