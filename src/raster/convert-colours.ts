import { codesOfLight, lightOfCodes } from './light.ts';
import { coloursOf, type Pixels } from './pixels.ts';

/** A picture in other colours: inks as sRGB, or all as grey. Grey stays grey: it is all that it needs. */
export function convertColours(pixels: Pixels, space: 'grey' | 'rgb'): Pixels {
  if (pixels.space === space || pixels.space === 'grey') return pixels;
  const coloured = pixels.space === 'cmyk' ? inksToRgb(pixels) : pixels;
  return space === 'grey' ? rgbToGrey(coloured) : coloured;
}

/** The naive conversion of css-color-5 §11.2, which `device-cmyk()` takes too. */
function inksToRgb(pixels: Pixels): Pixels {
  const { samples } = pixels;
  const out = new Uint8Array((samples.length / 4) * 3);
  for (let from = 0, to = 0; from < samples.length; from += 4, to += 3) {
    const paper = 255 - samples[from + 3]!;
    for (let i = 0; i < 3; i++) out[to + i] = Math.round(((255 - samples[from + i]!) * paper) / 255);
  }
  return { ...pixels, space: 'rgb', samples: out };
}

/** The grey that is as light (WCAG 2.2, relative luminance); alpha stays. */
function rgbToGrey(pixels: Pixels): Pixels {
  const { samples, hasAlpha } = pixels;
  const light = lightOfCodes();
  const codes = codesOfLight(light);
  const step = coloursOf.rgb + (hasAlpha ? 1 : 0);
  const size = step - 2;
  const out = new Uint8Array((samples.length / step) * size);
  for (let from = 0, to = 0; from < samples.length; from += step, to += size) {
    const [red, green, blue] = [
      light[samples[from]!]!,
      light[samples[from + 1]!]!,
      light[samples[from + 2]!]!,
    ];
    out[to] = codes[Math.round((2126 * red + 7152 * green + 722 * blue) / 10_000)]!;
    if (hasAlpha) out[to + 1] = samples[from + 3]!;
  }
  return { ...pixels, space: 'grey', samples: out };
}
