import type { ComputedStyle } from '../../style/computed-style.ts';
import { type Glyph, Glyphs, type RunGlyphs } from './glyphs.ts';
import type { TextRun } from './itemize.ts';

/** Narrow forms for as many characters as stand in the square (css-writing-modes-4 §9.1.3). */
const narrowForms: Readonly<Record<number, string>> = { 2: 'hwid', 3: 'twid', 4: 'qwid' };

/**
 * Characters side by side in a square of one em in a vertical line (tate-chu-yoko): one cluster, centred both ways, and
 * made smaller where it would be wider than the square.
 */
export function combineRun(text: string, run: TextRun, style: ComputedStyle): RunGlyphs {
  const { face } = run.face.stored;
  const size = style.fontSize * run.face.sizeAdjust;
  const narrow = narrowForms[[...text.slice(run.start, run.end)].length];
  const shaped = run.face.stored.font().shape({
    text,
    start: run.start,
    end: run.end,
    rtl: false,
    script: run.script,
    language: style.language,
    features: { ...style.fontFeatures, ...(narrow && face.hasFeature(narrow) && { [narrow]: 1 }) },
  });
  const glyphs = Glyphs.shaped(shaped, size / face.unitsPerEm);
  const width = glyphs.width();
  const scale = width > style.fontSize ? style.fontSize / width : 1;
  const baseline = (style.fontSize + face.capHeight * size * scale) / 2;
  let pen = (-width / 2) * scale;
  const placed = Array.from(glyphs, (glyph, index): Glyph => {
    const x = pen;
    pen += glyph.advance * scale;
    return {
      id: glyph.id,
      cluster: run.start,
      advance: index === glyphs.length - 1 ? style.fontSize : 0,
      dx: x + glyph.dx * scale,
      dy: glyph.dy * scale - baseline,
    };
  });
  return { glyphs: Glyphs.of(placed), unsafe: new Uint8Array(placed.length), scale };
}
