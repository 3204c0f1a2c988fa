import { inflateSync } from 'node:zlib';

/** A PDF value: names keep their slash, strings are bytes in Latin-1. */
export type PdfValue =
  | number
  | boolean
  | null
  | string
  | { readonly text: string }
  | { readonly reference: number }
  | PdfValue[]
  | Map<string, PdfValue>;

/** An object of a file; `stream` is inflated where it was deflated. */
export interface PdfObject {
  readonly value: PdfValue;
  readonly raw: Uint8Array | undefined;
  readonly stream: Uint8Array | undefined;
}

/** A file that was read: enough of ISO 32000-1 §7 for what the tool writes. */
export interface ReadPdf {
  readonly trailer: Map<string, PdfValue>;
  readonly objects: ReadonlyMap<number, PdfObject>;
  /** Follows references. */
  get(value: PdfValue | undefined): PdfValue;
  dictionary(value: PdfValue | undefined): Map<string, PdfValue>;
  stream(value: PdfValue | undefined): Uint8Array;
}

const DELIMITER = /[\s()<>[\]{}/%]/;

/** Reads values from Latin-1 text. */
export class Lexer {
  position: number;
  readonly source: string;

  constructor(source: string, position = 0) {
    this.source = source;
    this.position = position;
  }

  skipSpace(): void {
    while (/\s/.test(this.source[this.position] ?? 'x')) this.position++;
  }

  word(): string {
    this.skipSpace();
    const start = this.position;
    while (this.position < this.source.length && !DELIMITER.test(this.source[this.position]!))
      this.position++;
    return this.source.slice(start, this.position);
  }

  literal(): { text: string } {
    let text = '';
    let depth = 1;
    for (this.position++; ; this.position++) {
      const c = this.source[this.position]!;
      if (c === '\\') {
        const next = this.source[++this.position]!;
        text += { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[next] ?? next;
        continue;
      }
      if (c === '(') depth++;
      if (c === ')' && --depth === 0) break;
      text += c;
    }
    this.position++;
    return { text };
  }

  value(): PdfValue {
    this.skipSpace();
    const c = this.source[this.position]!;
    if (c === '/') {
      this.position++;
      return `/${this.word()}`;
    }
    if (c === '(') return this.literal();
    if (this.source.startsWith('<<', this.position)) return this.dictionary();
    if (c === '<') {
      const end = this.source.indexOf('>', this.position);
      const digits = this.source.slice(this.position + 1, end);
      this.position = end + 1;
      return { text: Buffer.from(digits, 'hex').toString('latin1') };
    }
    if (c === '[') return this.array();
    return this.numberOrWord();
  }

  array(): PdfValue[] {
    const values: PdfValue[] = [];
    for (this.position++; ; ) {
      this.skipSpace();
      if (this.source[this.position] === ']') break;
      values.push(this.value());
    }
    this.position++;
    return values;
  }

  dictionary(): Map<string, PdfValue> {
    const entries = new Map<string, PdfValue>();
    for (this.position += 2; ; ) {
      this.skipSpace();
      if (this.source.startsWith('>>', this.position)) break;
      const key = this.value() as string;
      entries.set(key.slice(1), this.value());
    }
    this.position += 2;
    return entries;
  }

  numberOrWord(): PdfValue {
    const word = this.word();
    const reference = /^\s+0\s+R(?![A-Za-z])/.exec(this.source.slice(this.position, this.position + 12));
    if (/^\d+$/.test(word) && reference) {
      this.position += reference[0].length;
      return { reference: Number(word) };
    }
    if (word === 'null') return null;
    if (word === 'true' || word === 'false') return word === 'true';
    const number = Number(word);
    return word === '' || Number.isNaN(number) ? word : number;
  }
}

function readObject(source: string, bytes: Uint8Array, offset: number): PdfObject {
  const lexer = new Lexer(source, source.indexOf('obj', offset) + 3);
  const value = lexer.value();
  lexer.skipSpace();
  if (!(value instanceof Map) || !source.startsWith('stream', lexer.position)) {
    return { value, raw: undefined, stream: undefined };
  }
  const start = lexer.position + 'stream\n'.length;
  const raw = bytes.subarray(start, start + (value.get('Length') as number));
  const plain = value.get('Filter') === '/FlateDecode' ? inflateSync(raw) : raw;
  return { value, raw, stream: new Uint8Array(plain) };
}

/** The numbers and places of the objects in an object stream. */
function unpack(container: PdfObject): readonly PdfValue[] {
  const dictionary = container.value as Map<string, PdfValue>;
  const source = Buffer.from(container.stream!).toString('latin1');
  const lexer = new Lexer(source);
  const offsets: number[] = [];
  for (let i = 0; i < (dictionary.get('N') as number); i++) {
    lexer.value();
    offsets.push(lexer.value() as number);
  }
  const first = dictionary.get('First') as number;
  return offsets.map((offset) => new Lexer(source, first + offset).value());
}

/** Reads a PDF with a cross-reference stream. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const source = Buffer.from(bytes).toString('latin1');
  const xref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source)![1]);
  const { value, stream: table } = readObject(source, bytes, xref);
  const trailer = value as Map<string, PdfValue>;
  const rows = Buffer.from(table!);
  const objects = new Map<number, PdfObject>();
  const places = Array.from({ length: rows.length / 7 }, (_, id) => {
    return {
      kind: rows[id * 7]!,
      where: rows.readUInt32BE(id * 7 + 1),
      index: rows.readUInt16BE(id * 7 + 5),
    };
  });
  places.forEach(({ kind, where }, id) => {
    if (kind === 1) objects.set(id, readObject(source, bytes, where));
  });
  const containers = new Map<number, readonly PdfValue[]>();
  places.forEach(({ kind, where, index }, id) => {
    if (kind !== 2) return;
    if (!containers.has(where)) containers.set(where, unpack(objects.get(where)!));
    objects.set(id, { value: containers.get(where)![index]!, raw: undefined, stream: undefined });
  });
  const isReference = (value: PdfValue): value is { reference: number } =>
    typeof value === 'object' && value !== null && 'reference' in value;
  const get = (value: PdfValue | undefined): PdfValue => {
    if (value === undefined) return null;
    return isReference(value) ? get(objects.get(value.reference)!.value) : value;
  };
  return {
    trailer,
    objects,
    get,
    dictionary: (value) => get(value) as Map<string, PdfValue>,
    stream: (value) => objects.get((value as { reference: number }).reference)!.stream!,
  };
}

/** The text of a text string. */
export function textOf(value: PdfValue | undefined): string {
  const { text } = value as { text: string };
  if (!text.startsWith('\u00fe\u00ff')) return text;
  return new TextDecoder('utf-16be').decode(Buffer.from(text.slice(2), 'latin1'));
}
