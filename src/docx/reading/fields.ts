/** A field being read: its instruction, and whether that has ended and its result has begun (Part 1 §17.16.18). */
interface OpenField {
  instruction: string;
  inResult: boolean;
}

/** The fields that are open at a place of a story: a result may go on over paragraphs. */
export interface OpenFields {
  /** A field character: `begin`, `separate`, `end`. */
  mark(type: string): void;
  instruct(text: string): void;
  /** Whether what stands here is a part of an instruction, and no text. */
  isInstruction(): boolean;
  /** The address of the outermost link that is open; `#name` inside of the document. */
  href(): string | undefined;
  /** An instruction that does not end with its paragraph is given up, so that a broken one hides no text. */
  endParagraph(): void;
}

/** None is open. */
export function createOpenFields(): OpenFields {
  const open: OpenField[] = [];
  return {
    mark(type) {
      if (type === 'begin') open.push({ instruction: '', inResult: false });
      else if (type === 'end') open.pop();
      else if (type === 'separate' && open.length > 0) open.at(-1)!.inResult = true;
    },
    instruct(text) {
      const field = open.at(-1);
      if (field) field.instruction += text;
    },
    isInstruction: () => open.some(({ inResult }) => !inResult),
    href: () => open.map(({ instruction }) => linkOf(instruction)).find((link) => link !== undefined),
    endParagraph() {
      const broken = open.findIndex(({ inResult }) => !inResult);
      if (broken >= 0) open.length = broken;
    },
  };
}

/** The address in a HYPERLINK field (§17.16.5.25): `"address" \\l "place"`, either of both, `#place` inside of the document. */
export function linkOf(instruction: string): string | undefined {
  const [, arguments_] = /^\s*HYPERLINK\b(.*)$/is.exec(instruction) ?? [];
  if (arguments_ === undefined) return undefined;
  let [address, place, before]: (string | undefined)[] = [];
  for (const [token, quoted] of arguments_.matchAll(/"([^"]*)"|\S+/g)) {
    const value = quoted ?? token;
    const isSwitch = quoted === undefined && token.startsWith('\\');
    if (!isSwitch && before === undefined) address ??= value;
    if (!isSwitch && before === '\\l') place ??= value;
    // `\m`, `\n` and `\t` stand alone.
    before = isSwitch && /^\\[lo]$/i.test(token) ? token.toLowerCase() : undefined;
  }
  return addressOf(address, place);
}

/** An address from its two halves, as Word splits them. */
export function addressOf(address: string | undefined, place: string | undefined): string | undefined {
  if (place === undefined || place === '') return address;
  if (address === undefined) return `#${place}`;
  return address.includes('#') ? address : `${address}#${place}`;
}
