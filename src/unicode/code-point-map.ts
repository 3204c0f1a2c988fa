/** A property of every code point, as `make-tables.mjs` writes it. */
export interface PropertyTable {
  /** Names of the values, a space between each two. */
  readonly values: string;
  /**
   * Runs of code points of one value, from U+0000 on: the run's length in base 36, then the sign of its value. The first
   * values have the signs of {@link signs}, those after them the same with a `~` before, then with two.
   */
  readonly runs: string;
}

/** The value of a code point. */
export type CodePointMap = (codePoint: number) => number;

/** As in `make-tables.mjs`. */
const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()*+,-./:;<=>?@[]^_{|}';

/** Places in {@link signs} by unit. */
const signPlaces = lazily(() =>
  Uint8Array.from({ length: 0x80 }, (_, unit) => Math.max(0, signs.indexOf(String.fromCharCode(unit)))),
);
const tilde = '~'.charCodeAt(0);

/** The value of a digit of base 36; -1 for what is none. */
function digitOf(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  return unit >= 0x61 && unit <= 0x7a ? unit - 0x61 + 10 : -1;
}

/** Code points below it are looked up in an array; there is little above, in long runs. */
const dense = 0x20000;

/** A lookup of a table's values, each as the number that `numberOf` gives for its name. */
export function decodeTable(
  table: PropertyTable,
  numberOf: (name: string, index: number) => number,
): CodePointMap {
  const numbers = table.values.split(' ').map(numberOf);
  const places = signPlaces();
  const values = new Uint8Array(dense);
  const starts: number[] = [];
  const above: number[] = [];
  let start = 0;
  // Unit by unit, since a program that looks up one property decodes all runs of its table first.
  let length = 0;
  let first = 0;
  for (let i = 0; i < table.runs.length; i++) {
    const unit = table.runs.charCodeAt(i);
    const digit = digitOf(unit);
    if (digit >= 0) length = length * 36 + digit;
    else if (unit === tilde) first += signs.length;
    else {
      const value = numbers[first + places[unit]!]!;
      const end = start + length;
      if (start < dense) values.fill(value, start, Math.min(end, dense));
      if (end > dense) {
        starts.push(start);
        above.push(value);
      }
      start = end;
      length = 0;
      first = 0;
    }
  }
  return (codePoint) => {
    if (codePoint < dense) return values[codePoint]!;
    let i = starts.length - 1;
    while (i > 0 && starts[i]! > codePoint) i--;
    return above[i]!;
  };
}

/** A value that is made when it is first asked for, and kept. */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
