/** A line of a test file of the Unicode Character Database, without its comment. */
export interface TestLine {
  /** 1-based. */
  readonly number: number;
  readonly line: string;
}

/** The lines of a test file that hold a test. */
export function testLines(text: string): readonly TestLine[] {
  return text.split('\n').flatMap((whole, index) => {
    const line = whole.replace(/#.*/, '').trim();
    return line === '' ? [] : [{ number: index + 1, line }];
  });
}

/** `LineBreakTest-15.0.0`, from the first line. */
export function versionOf(text: string): string {
  const name = /^# (\w+-[\d.]+)\.txt/.exec(text)?.[1];
  if (name === undefined) throw new Error('the test file does not say its version');
  return name;
}

/** Hexadecimal code points with spaces between as characters. */
export function charactersOf(codes: string): readonly string[] {
  return codes.split(' ').map((code) => String.fromCodePoint(Number.parseInt(code, 16)));
}

/** A line of break marks, `÷ 0061 × 0020 ÷`: its text, and the UTF-16 offsets at which it may break. */
export function breakTest(line: string): { readonly text: string; readonly breaks: ReadonlySet<number> } {
  const parts = line.split(/\s+/);
  const breaks = new Set<number>();
  let text = '';
  for (const part of parts) {
    if (part === '÷') breaks.add(text.length);
    else if (part !== '×') text += String.fromCodePoint(Number.parseInt(part, 16));
  }
  return { text, breaks };
}

/** A line of a test file that is not as the standard has it. */
export interface TestFault {
  /** 1-based. */
  readonly number: number;
  readonly message: string;
}
