import type { SourceFile } from '../../../src/diagnostics/source.ts';
import type { FontFaceRule } from '../../../src/style/rules.ts';

const source: SourceFile = { name: 'templates/base.css', root: 'tool', path: 'templates/base.css', text: '' };

/** A `@font-face` that declares no more than its family and its file. */
export function faceRule(family: string, url: string, more: Partial<FontFaceRule> = {}): FontFaceRule {
  return {
    family,
    weight: { min: 400, max: 400 },
    style: 'normal',
    url,
    unicodeRange: undefined,
    sizeAdjust: 1,
    stretch: { min: 100, max: 100 },
    ascentOverride: undefined,
    descentOverride: undefined,
    lineGapOverride: undefined,
    variationSettings: {},
    span: { source, start: 0, end: 0 },
    ...more,
  };
}
