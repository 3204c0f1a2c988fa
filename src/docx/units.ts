import type { Colour } from '../style/computed-style.ts';

/** Pt to twentieths of a point, the unit of most of WordprocessingML. */
export function twips(pt: number): number {
  return Math.round(pt * 20);
}

/** Pt to half-points (`w:sz`), at least 1 pt. */
export function halfPoints(pt: number): number {
  return Math.max(2, Math.round(pt * 2));
}

/** Pt to eighths of a point (border widths), within the 2 to 96 that Word takes. */
export function eighths(pt: number): number {
  return Math.min(96, Math.max(2, Math.round(pt * 8)));
}

export { resolveLength } from '../style/values/length-percentage.ts';

/** How far DrawingML goes (ST_Coordinate, ISO 29500-1 §20.1.10.16). */
const farthestEmu = 27_273_042_316_900;

/** Pt to English Metric Units, the unit of DrawingML. */
export function emu(pt: number): number {
  return Math.min(farthestEmu, Math.max(-farthestEmu, Math.round(pt * 12_700)));
}

const channel = (value: number): string =>
  Math.round(Math.min(1, Math.max(0, value)) * 255)
    .toString(16)
    .padStart(2, '0')
    .toUpperCase();

/** `RRGGBB` of a colour laid over a ground (white unless told), for Word knows no transparency. */
export function hex(colour: Colour, ground = 'FFFFFF'): string {
  const under = [0, 2, 4].map((at) => Number.parseInt(ground.slice(at, at + 2), 16) / 255);
  const over = [colour.r, colour.g, colour.b];
  return over.map((value, i) => channel(value * colour.a + (under[i] ?? 1) * (1 - colour.a))).join('');
}
