import type { CodedComponent } from './sample-blocks.ts';

/** Takes what blocks are coded as: a symbol of a table, and the bits that follow it. */
export type TakeSymbol = (
  table: { readonly isAc: boolean; readonly kind: CodedComponent['kind'] },
  symbol: number,
  bits: number,
  count: number,
) => void;

/** Goes through the blocks of all components in the order of an interleaved scan (ITU-T T.81 §F.1.2). */
export function codeBlocks(components: readonly CodedComponent[], take: TakeSymbol): void {
  const [first] = components;
  const previous = components.map(() => 0);
  const parts = components.map(({ kind }) => ({ dc: { isAc: false, kind }, ac: { isAc: true, kind } }));
  for (let y = 0; y < first!.rows / first!.down; y++) {
    for (let x = 0; x < first!.columns / first!.across; x++) {
      components.forEach(({ across, down, columns, coefficients }, index) => {
        const { dc, ac } = parts[index]!;
        for (let v = 0; v < down; v++) {
          for (let h = 0; h < across; h++) {
            const at = ((y * down + v) * columns + x * across + h) * 64;
            const value = coefficients[at]!;
            const difference = value - previous[index]!;
            previous[index] = value;
            const category = categoryOf(difference);
            take(dc, category, bitsOf(difference, category), category);
            codeAc(coefficients, at, ac, take);
          }
        }
      });
    }
  }
}

function codeAc(
  coefficients: Int16Array,
  at: number,
  table: Parameters<TakeSymbol>[0],
  take: TakeSymbol,
): void {
  let zeros = 0;
  for (let k = 1; k < 64; k++) {
    const value = coefficients[at + k]!;
    if (value === 0) {
      zeros++;
      continue;
    }
    for (; zeros > 15; zeros -= 16) take(table, 0xf0, 0, 0);
    const category = categoryOf(value);
    take(table, zeros * 16 + category, bitsOf(value, category), category);
    zeros = 0;
  }
  if (zeros > 0) take(table, 0, 0, 0);
}

/** How many bits a value takes. */
function categoryOf(value: number): number {
  return 32 - Math.clz32(Math.abs(value));
}

/** Negative values are written less one, so that they begin with 0. */
function bitsOf(value: number, category: number): number {
  return value < 0 ? value + (1 << category) - 1 : value;
}
