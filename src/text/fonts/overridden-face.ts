import type { FontFaceRule } from '../../style/rules.ts';
import type { StoredFace } from './font-store.ts';

/**
 * A face with the vertical metrics that its rule puts in place of the font's own (css-fonts-4 §11); the face itself
 * where it puts none. Its id stays: it is drawn with the same font.
 */
export function withOverrides(stored: StoredFace, rule: FontFaceRule): StoredFace {
  const { ascentOverride, descentOverride, lineGapOverride } = rule;
  if (ascentOverride === undefined && descentOverride === undefined && lineGapOverride === undefined) {
    return stored;
  }
  const { face } = stored;
  return {
    face: {
      ...face,
      ascent: ascentOverride ?? face.ascent,
      descent: descentOverride ?? face.descent,
      lineGap: lineGapOverride ?? face.lineGap,
    },
    font: () => stored.font(),
    verticalFont: () => stored.verticalFont(),
  };
}
