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

/** Code points below it are looked up in an array; there is little above, in long runs. */
const dense = 0x20000;

/** A lookup of a table's values, each as the number that `numberOf` gives for its name. */
export function decodeTable(
  table: PropertyTable,
  numberOf: (name: string, index: number) => number,
): CodePointMap {
  const numbers = table.values.split(' ').map(numberOf);
  const values = new Uint8Array(dense);
  const starts: number[] = [];
  const above: number[] = [];
  let at = 0;
  for (const [, length, more, sign] of table.runs.matchAll(/([0-9a-z]+)(~*)([^0-9a-z~])/g)) {
    const value = numbers[signs.indexOf(sign!) + signs.length * more!.length]!;
    const end = at + Number.parseInt(length!, 36);
    if (at < dense) values.fill(value, at, Math.min(end, dense));
    if (end > dense) {
      starts.push(at);
      above.push(value);
    }
    at = end;
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
