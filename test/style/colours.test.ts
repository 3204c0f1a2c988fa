import { describe, expect, it } from 'vitest';
import { document, el, pointed, styleAny, styleOf } from './support/style.ts';

/** What Chromium paints, from 0 to 255. */
const CHROMIUM: readonly (readonly [string, readonly [number, number, number], number])[] = [
  ['hwb(120 20% 30%)', [51, 179, 51], 1.0],
  ['hwb(0.5turn 60% 60%)', [128, 128, 128], 1.0],
  ['lab(50 40 -20)', [171, 90, 154], 1.0],
  ['lab(50% 40% -20%)', [183, 80, 163], 1.0],
  ['lch(60 50 200)', [0, 166, 173], 1.0],
  ['lch(60% 50% 2rad)', [112, 158, 0], 1.0],
  ['oklab(0.6 0.1 -0.1)', [159, 99, 186], 1.0],
  ['oklab(60% 40% -30%)', [182, 75, 195], 1.0],
  ['oklch(0.7 0.15 150)', [76, 184, 106], 1.0],
  ['oklch(70% 50% 30deg)', [255, 97, 77], 1.0],
  ['color(srgb .2 .4 .6)', [51, 102, 153], 1.0],
  ['color(srgb-linear .2 .4 .6)', [124, 170, 203], 1.0],
  ['color(display-p3 .2 .4 .6)', [26, 104, 157], 1.0],
  ['color-mix(in lab, red, blue)', [193, 0, 136], 1.0],
  ['color-mix(in oklab, red 30%, blue)', [93, 75, 200], 1.0],
  ['color-mix(in lch, red, lime)', [209, 169, 0], 1.0],
  ['color-mix(in oklch, red, blue 20%)', [239, 0, 107], 1.0],
  ['color-mix(in hsl, red, blue)', [255, 0, 255], 1.0],
  ['color-mix(in hwb, white, blue)', [128, 128, 255], 1.0],
  ['color-mix(in srgb-linear, red, blue)', [188, 0, 188], 1.0],
  ['color-mix(in srgb, red, blue 40%)', [153, 0, 102], 1.0],
  ['color-mix(in oklch longer hue, red, blue)', [0, 147, 0], 1.0],
  ['hsl(200 50 50)', [64, 149, 191], 1.0],
  ['rgb(10% 20% 30% / 50%)', [26, 52, 78], 0.5],
  ['color-mix(in oklab, rgb(255 0 0/50%), blue)', [101, 77, 194], 0.75],
  ['lab(80 100 100)', [255, 71, 0], 1.0],
  ['oklch(0.9 0.4 140)', [0, 255, 0], 1.0],
  ['color-mix(red, blue)', [140, 83, 162], 1.0],
  ['oklch(none 0.1 20)', [1, 0, 0], 1.0],
  ['color-mix(in oklch, white, blue)', [115, 163, 255], 1.0],
];

describe('colours', () => {
  it.each(CHROMIUM)('%s is what Chromium paints', (value, channels, alpha) => {
    const { r, g, b, a } = styleOf(`p { color: ${value} }`).color;
    const far = [r, g, b].map((channel, i) => Math.abs(channel * 255 - channels[i]!));
    expect(Math.max(...far), JSON.stringify([r * 255, g * 255, b * 255])).toBeLessThan(
      // Chromium keeps transparent pixels multiplied, which rounds them twice.
      alpha < 1 ? 2.05 : 1.05,
    );
    expect(a).toBeCloseTo(alpha, 2);
  });

  it('of inks keep them beside the colour of the screen', () => {
    const cmyk = (value: string) => styleOf(`p { color: ${value} }`).color;
    expect(cmyk('device-cmyk(0 100% .5 0.5 / 50%)')).toEqual({
      ...{ r: 0.5, g: 0, b: 0.25, a: 0.5 },
      cmyk: [0, 1, 0.5, 0.5],
    });
    expect(cmyk('device-cmyk(0, 1, 1, 0)').cmyk).toEqual([0, 1, 1, 0]);
    expect(cmyk('color-mix(in srgb, device-cmyk(0 1 1 0), white)').cmyk).toBeUndefined();
  });

  it('take currentcolor into a mixture', () => {
    const css = 'p { color: red; border-top: 1px solid color-mix(in srgb, currentcolor, white) }';
    expect(styleOf(css).border.top.colour).toMatchObject({ r: 1, g: 0.5, b: 0.5 });
  });

  it.each([
    'lab(50 40)',
    'lab(50deg 40 20)',
    'lch(50 40 20%)',
    'hwb(20% 1% 1%)',
    'color(rec2020 1 0 0)',
    'color-mix(in srgb longer hue, red, blue)',
    'color-mix(in oklch shorter, red, blue)',
    'color-mix(in lab, red 0%, blue 0%)',
    'rgb(from red r g b)',
  ])('%s is not supported', (value) => {
    const { diagnostics } = styleAny(document(el('p')), `p { color: ${value} }`);
    expect(diagnostics.map((d) => [d.code, pointed(d)])).toEqual([['css-unsupported', value]]);
  });
});
