import type { ComputeContext } from './context.ts';

/** Pt of one absolute unit (css-values-4 §6.2). */
const ABSOLUTE: Readonly<Record<string, number>> = {
  px: 0.75,
  pt: 1,
  pc: 12,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  q: 72 / 101.6,
};

/** Pt of one font- or page-relative unit. */
const RELATIVE: Readonly<Record<string, (context: ComputeContext) => number>> = {
  em: (c) => c.fontSize,
  rem: (c) => c.rootFontSize,
  ex: (c) => c.fontSize * c.font().xHeight,
  ch: (c) => c.fontSize * c.font().zero,
  ic: (c) => c.fontSize * c.font().ideograph,
  cap: (c) => c.fontSize * c.font().capHeight,
  rex: (c) => c.rootFontSize * c.rootFont().xHeight,
  rch: (c) => c.rootFontSize * c.rootFont().zero,
  ric: (c) => c.rootFontSize * c.rootFont().ideograph,
  rcap: (c) => c.rootFontSize * c.rootFont().capHeight,
  lh: (c) => c.lineHeight,
  rlh: (c) => c.rootLineHeight,
  vw: (c) => c.viewport.width / 100,
  vh: (c) => c.viewport.height / 100,
  vi: (c) => c.viewport.width / 100,
  vb: (c) => c.viewport.height / 100,
  vmin: (c) => Math.min(c.viewport.width, c.viewport.height) / 100,
  vmax: (c) => Math.max(c.viewport.width, c.viewport.height) / 100,
};

/** 2²⁵ px, as far as browsers go: more is lost in sums, and does not fit into the numbers of PDF and Word. */
const FARTHEST = 2 ** 25 * 0.75;

/** A length in pt or a percentage held to the range that is supported (css-values-4 §4.1). */
export function held(value: number): number {
  return Math.min(FARTHEST, Math.max(-FARTHEST, value));
}

/** Every unit of length. */
export const LENGTH_UNITS = { absolute: Object.keys(ABSOLUTE), relative: Object.keys(RELATIVE) } as const;

/** Pt of a dimension as a function of the element; undefined for a unit that is no length. */
export function lengthOf(value: number, unit: string): ((context: ComputeContext) => number) | undefined {
  const absolute = ABSOLUTE[unit];
  if (absolute !== undefined) {
    const pt = held(value * absolute);
    return () => pt;
  }
  const relative = Object.hasOwn(RELATIVE, unit) ? RELATIVE[unit] : undefined;
  return relative && ((context) => held(value * relative(context)));
}
