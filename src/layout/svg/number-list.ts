/** A number as SVG writes it: digits need nothing between them and a following sign or second point. */
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const SEPARATOR = /[ \t\n\f\r]*,?[ \t\n\f\r]*/y;

/** Reads numbers, flags and letters of an attribute one by one. */
export class NumberReader {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
    this.skip();
  }

  /** White space and at most one comma. */
  skip(): void {
    this.take(SEPARATOR);
  }

  /** The next number; undefined where none stands. */
  number(): number | undefined {
    const found = this.take(NUMBER);
    if (found === undefined) return undefined;
    this.skip();
    const value = Number(found);
    return Number.isFinite(value) ? value : undefined;
  }

  /** The next flag of an arc: one digit, with nothing needed behind it. */
  flag(): boolean | undefined {
    const found = this.text[this.at];
    if (found !== '0' && found !== '1') return undefined;
    this.at++;
    this.skip();
    return found === '1';
  }

  /** `count` numbers; undefined where fewer stand. */
  numbers(count: number): readonly number[] | undefined {
    const values: number[] = [];
    while (values.length < count) {
      const value = this.number();
      if (value === undefined) return undefined;
      values.push(value);
    }
    return values;
  }

  /** The next character, if it is one of `letters`. */
  letter(letters: string): string | undefined {
    const found = this.text[this.at];
    if (found === undefined || !letters.includes(found)) return undefined;
    this.at++;
    this.skip();
    return found;
  }

  get isDone(): boolean {
    return this.at >= this.text.length;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }
}

/** All numbers of an attribute such as `points` or `viewBox`; undefined where something else stands among them. */
export function readNumbers(text: string): readonly number[] | undefined {
  const reader = new NumberReader(text);
  const values: number[] = [];
  while (!reader.isDone) {
    const value = reader.number();
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}
