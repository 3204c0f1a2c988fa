import type { ColourProfile } from './colour-profile.ts';
import { codesOfLight, lightOfCodes } from './light.ts';
import { coloursOf, type Pixels } from './pixels.ts';

/** A picture as sRGB, or as grey by sRGB's curve; alpha stays. What sRGB has not is cut to it. */
export function toSrgb(pixels: Pixels, profile: ColourProfile): Pixels {
  const convert = converter(profile);
  const { samples, hasAlpha } = pixels;
  const out = new Uint8Array(samples);
  const colours = coloursOf[pixels.space];
  const step = colours + (hasAlpha ? 1 : 0);
  for (let at = 0; at < out.length; at += step) convert(out, at);
  return { ...pixels, samples: out };
}

/** How far a channel may be off before anybody sees it: profiles of sRGB differ by the rounding of their numbers. */
const unseen = 3;

/** Whether a profile's colours are those of sRGB, so that they can be taken for it. */
export function isSrgb(profile: ColourProfile): boolean {
  const convert = converter(profile);
  const levels = [0, 32, 64, 96, 128, 160, 192, 224, 255];
  const samples = levels.flatMap((r) => levels.flatMap((g) => levels.map((b) => [r, g, b])));
  return samples.every((colour) => {
    const made = Uint8Array.from(colour);
    convert(made, 0);
    const count = profile.matrix ? 3 : 1;
    return colour.slice(0, count).every((value, i) => Math.abs(value - made[i]!) <= unseen);
  });
}

/** Converts the pixel that begins at a place, in place. */
function converter({ curves, matrix }: ColourProfile): (samples: Uint8Array, at: number) => void {
  const codes = codesOfLight(lightOfCodes());
  const [red, green, blue] = curves as readonly [Uint16Array, Uint16Array, Uint16Array];
  if (!matrix) {
    return (samples, at) => {
      samples[at] = codes[red[samples[at]!]!]!;
    };
  }
  const [a, b, c, d, e, f, g, h, i] = matrix as readonly [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const code = (light: number) => codes[Math.min(65535, Math.max(0, Math.round(light)))]!;
  return (samples, at) => {
    const [x, y, z] = [red[samples[at]!]!, green[samples[at + 1]!]!, blue[samples[at + 2]!]!];
    samples[at] = code(a * x + b * y + c * z);
    samples[at + 1] = code(d * x + e * y + f * z);
    samples[at + 2] = code(g * x + h * y + i * z);
  };
}
