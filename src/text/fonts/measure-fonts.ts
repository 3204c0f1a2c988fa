import { type Host, HostError } from '../../host/host.ts';
import type { FontFaceRule } from '../../style/rules.ts';
import type { FontMeasure, MeasureFont } from '../../style/values/font-measure.ts';
import { USUAL_MEASURE } from '../../style/values/font-measure.ts';
import type { AxisValues } from '../variation/axes.ts';
import { inRange } from './font-book.ts';
import { locateFontFile } from './font-file.ts';
import { axesFor, type FontStyle, matchFaces } from './match-face.ts';
import { openFace } from './open-face.ts';
import { FontError } from './sfnt.ts';

/**
 * Measures the faces of a document for units such as `ch` and `ex`. A file is read when a style first asks for it and
 * closed again; one that is absent or broken is passed over here, and told of when a text needs it.
 */
export function measureFonts(host: Host, faces: readonly FontFaceRule[]): MeasureFont {
  const known = new Map<FontFaceRule, Map<string, FontMeasure | undefined>>();
  const measured = (rule: FontFaceRule, style: FontStyle): FontMeasure | undefined => {
    const axes = axesFor(rule, style);
    const key = JSON.stringify(axes);
    const places = known.get(rule) ?? new Map<string, FontMeasure | undefined>();
    known.set(rule, places);
    if (!places.has(key)) places.set(key, measureFace(host, rule, axes));
    return places.get(key);
  };
  return (style) => {
    for (const family of style.fontFamily) {
      const declared = faces.filter((rule) => rule.family.toLowerCase() === family.toLowerCase());
      for (const { rule } of matchFaces(
        declared.map((rule) => ({ rule })),
        style,
      )) {
        const found = inRange(rule, 0x20) ? measured(rule, style) : undefined;
        if (found) return found;
      }
    }
    return USUAL_MEASURE;
  };
}

function measureFace(host: Host, rule: FontFaceRule, axes: AxisValues): FontMeasure | undefined {
  try {
    const place = locateFontFile(host, rule);
    if ('absent' in place) return undefined;
    const file = place.folder.open(place.path);
    try {
      const { face } = openFace(file, { member: place.member, axes });
      const advance = (codePoint: number): number | undefined => {
        const glyph = face.glyphOf(codePoint);
        return glyph === 0 ? undefined : face.advanceOf(glyph) / face.unitsPerEm;
      };
      const scale = rule.sizeAdjust;
      return {
        xHeight: face.xHeight * scale,
        capHeight: face.capHeight * scale,
        zero: (advance(0x30) ?? USUAL_MEASURE.zero) * scale,
        ideograph: (advance(0x6c34) ?? USUAL_MEASURE.ideograph) * scale,
      };
    } finally {
      file.close();
    }
  } catch (error) {
    if (error instanceof HostError || error instanceof FontError || error instanceof RangeError)
      return undefined;
    throw error;
  }
}
