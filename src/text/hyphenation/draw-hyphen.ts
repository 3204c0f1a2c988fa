import type { ShapedRun } from '../measured-text.ts';
import { type Glyph, Glyphs } from '../shaping/glyphs.ts';
import { sizeOf } from '../shaping/shape-run.ts';

/** Glyphs with the text that they stand for, in which their clusters count. */
export interface TextGlyphs {
  readonly glyphs: Glyphs;
  readonly text: string;
}

const softHyphen = '\u00ad';

/** Pt that a hyphen takes at the end of a line in a run. */
export function hyphenAdvance(shaped: ShapedRun): number {
  return hyphenGlyphs(shaped, 0).reduce((sum, glyph) => sum + glyph.advance, 0);
}

/**
 * A stretch at a line's end with its hyphen: in the place of the soft hyphen at `at`, or after the letter there. It
 * stands for a soft hyphen in the text, so that readers put the word together (ISO 32000-1 §14.8.2.2.3).
 */
export function withHyphen({ glyphs, text }: TextGlyphs, shaped: ShapedRun, at: number): TextGlyphs {
  const isSoft = text[at] === softHyphen;
  const cluster = isSoft ? at : text.length;
  const list = [...glyphs].filter((glyph) => glyph.cluster !== cluster);
  const drawn = hyphenGlyphs(shaped, cluster);
  const rtl = shaped.run.level % 2 === 1;
  return {
    glyphs: Glyphs.of(rtl ? [...drawn, ...list] : [...list, ...drawn]),
    text: isSoft ? text : text + softHyphen,
  };
}

/** `hyphenate-character` in the run's face; the face's own hyphen where it has not all of its characters. */
function hyphenGlyphs(shaped: ShapedRun, cluster: number): readonly Glyph[] {
  const { run, style } = shaped;
  const { face, font } = run.face.stored;
  const written = style.hyphenateCharacter;
  const scale = sizeOf(run, style) / face.unitsPerEm;
  const isCovered =
    written !== undefined && [...written].every((each) => face.glyphOf(each.codePointAt(0)!) !== 0);
  if (!isCovered) {
    const id = face.glyphOf(0x2010) || face.glyphOf(0x2d);
    return [{ id, advance: face.advanceOf(id) * scale, dx: 0, dy: 0, cluster }];
  }
  if (written === '') return [];
  const made = font().shape({
    text: written,
    start: 0,
    end: written.length,
    rtl: run.level % 2 === 1,
    script: run.script,
    language: style.language,
    features: {},
  });
  return [...Glyphs.shaped(made, scale)].map((glyph) => ({ ...glyph, cluster }));
}
