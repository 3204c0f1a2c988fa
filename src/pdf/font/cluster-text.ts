import type { Face } from '../../text/face.ts';
import type { Glyph } from '../../text/paragraph.ts';

/** What stands for a glyph whose text another glyph of its cluster carries. */
const JOINER = '\u200d';

/** Format characters that have done their work once the line is laid out: nothing is drawn or extracted for them. */
const SPENT = /^[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\n]+$/;

/** Arabic ligatures, whose several letters readers would turn round: the presentation form means the same (NFKC). */
const ARABIC_LIGATURES: Readonly<Record<string, string>> = {
  '\u0644\u0627': '\ufefb',
  '\u0644\u0622': '\ufef5',
  '\u0644\u0623': '\ufef7',
  '\u0644\u0625': '\ufef9',
};

/** Logical text of the cluster that starts at each offset: up to where the next one starts. */
function textByCluster(glyphs: readonly Glyph[], text: string): ReadonlyMap<number, string> {
  const starts = [...new Set(glyphs.map((glyph) => glyph.cluster))].sort((a, b) => a - b);
  return new Map(starts.map((start, index) => [start, text.slice(start, starts[index + 1] ?? text.length)]));
}

/** The widest glyph of each cluster, which carries its text; of equals the first drawn. */
function carriers(face: Face, glyphs: readonly Glyph[]): ReadonlyMap<number, number> {
  const carrier = new Map<number, number>();
  glyphs.forEach((glyph, index) => {
    const best = carrier.get(glyph.cluster);
    if (best === undefined || face.advanceOf(glyph.id) > face.advanceOf(glyphs[best]!.id)) {
      carrier.set(glyph.cluster, index);
    }
  });
  return carrier;
}

/** How a right-to-left cluster of several letters is told, given that readers reverse what they find. */
function rightToLeftText(text: string): string {
  return ARABIC_LIGATURES[text] ?? text;
}

/**
 * The Unicode text that each glyph stands for when a reader extracts it (ISO 32000-1 §9.10.2); `undefined` for one
 * that is not to be drawn. Clusters are the run's; in one of several glyphs the widest carries the text.
 */
export function glyphTexts(
  face: Face,
  glyphs: readonly Glyph[],
  text: string,
  level: number,
): readonly (string | undefined)[] {
  const clusterTexts = textByCluster(glyphs, text);
  const carrier = carriers(face, glyphs);
  return glyphs.map((glyph, index) => {
    const clusterText = clusterTexts.get(glyph.cluster) ?? '';
    if (SPENT.test(clusterText) && face.outlineOf(glyph.id).length === 0) return undefined;
    if (carrier.get(glyph.cluster) !== index || clusterText === '') return JOINER;
    return level % 2 === 1 ? rightToLeftText(clusterText) : clusterText;
  });
}
