import type { Colour } from '../../style/computed-style.ts';

/** How much light and shade change the brightest component. */
const SHADE = 0.33;

/** Greys beyond which nothing gets darker or lighter. */
const DARKEST = 0x20 / 255;
const LIGHTEST = 0xeb / 255;

function scaled(colour: Colour, share: number): Colour {
  return { r: colour.r * share, g: colour.g * share, b: colour.b * share, a: colour.a };
}

/** The colour of a side in the shade. CSS leaves it open; this is what Chromium does. */
export function darker(colour: Colour): Colour {
  const { r, g, b } = colour;
  if (r * r + g * g + b * b <= 3 * DARKEST ** 2) return colour;
  const value = Math.max(r, g, b);
  return scaled(colour, Math.max(0, value - SHADE) / value);
}

/** The colour of a side in the light. */
export function lighter(colour: Colour): Colour {
  const { r, g, b } = colour;
  if ((1 - r) ** 2 + (1 - g) ** 2 + (1 - b) ** 2 <= 3 * (1 - LIGHTEST) ** 2) return colour;
  const value = Math.max(r, g, b);
  if (value === 0) return { r: SHADE, g: SHADE, b: SHADE, a: colour.a };
  return scaled(colour, Math.min(1, value + SHADE) / value);
}
